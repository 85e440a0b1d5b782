using System.Net;
using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using PixelLab.Web.Addressing;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Storage;

/// <summary>
/// How many bytes the log holds, of each seat, of all seats that an address began, and of all, and each seat's newest event. A seat that is full keeps what it has,
/// and nothing new until some of it is erased or too old: the first events of a lesson are what its checks and its person look for. The engine tells what it keeps
/// and what goes.
/// </summary>
public sealed class Holdings(IOptions<CaptureLimits> limits)
{
    private readonly long _mostOfSeat = MostOf(limits.Value.MegabytesOfSeat);
    private readonly long _mostOfAddress = MostOf(limits.Value.MegabytesOfAddress);
    private readonly long _mostOfLab = MostOf(limits.Value.MegabytesOfLab);
    private readonly Lock _gate = new();
    private readonly Dictionary<SeatId, Held> _ofSeats = [];
    private readonly Dictionary<IPAddress, long> _ofAddresses = [];
    private readonly Dictionary<SeatId, IPAddress> _beginning = [];
    private long _bytes;

    /// <summary>What is used up where nothing more is kept in a seat; null where there is room.</summary>
    public Budget? UsedUp(SeatId seat)
    {
        lock (_gate)
        {
            return _bytes >= _mostOfLab ? Budget.BytesOfLab
                : !_ofSeats.TryGetValue(seat, out var held) ? null
                : held.Bytes >= _mostOfSeat ? Budget.BytesOfSeat
                : IsFilled(held.Sender) ? Budget.BytesOfSeatsOfAddress
                : null;
        }
    }

    /// <summary>
    /// The same where a request brings something for a seat: the first address from elsewhere that does so since the start began it, and all that is kept there
    /// counts for that address. So nobody fills the lab by beginning seat after seat.
    /// </summary>
    public Budget? UsedUp(SeatId seat, HttpContext? request) =>
        request?.Features.Get<TownRequest>() is { IsAtTheMachine: false } ? UsedUp(seat, Sender.Of(request)) : UsedUp(seat);

    /// <summary>The bytes of all events, each with at least <see cref="CaptureLimits.LeastBytesOfEvent"/>.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate)
            {
                return _bytes;
            }
        }
    }

    /// <summary>Whether nothing more is kept in any seat.</summary>
    public bool IsFull
    {
        get
        {
            lock (_gate)
            {
                return _bytes >= _mostOfLab;
            }
        }
    }

    /// <summary>The id of the newest event that was kept in a seat; 0 where it has none.</summary>
    public long LastOf(SeatId seat)
    {
        lock (_gate)
        {
            return _ofSeats.TryGetValue(seat, out var held) ? held.LastId : 0;
        }
    }

    /// <summary>The bound of a budget that is used up, in bytes.</summary>
    public long MostOf(Budget budget) => budget switch
    {
        Budget.BytesOfLab => _mostOfLab,
        Budget.BytesOfSeatsOfAddress => _mostOfAddress,
        _ => _mostOfSeat,
    };

    /// <summary>Whether it is to be said in a seat that nothing more is kept there: once, until something goes, and where there is something.</summary>
    public bool TakeNotice(SeatId seat)
    {
        lock (_gate)
        {
            return _ofSeats.TryGetValue(seat, out var held) && !held.IsTold && (held.IsTold = true);
        }
    }

    /// <summary>Some events were kept, with the bytes of each.</summary>
    public void Add(IReadOnlyList<LabEvent> events, IReadOnlyList<int> sizes)
    {
        lock (_gate)
        {
            for (var place = 0; place < events.Count; place++)
            {
                Add(events[place].Seat, events[place].Id, sizes[place]);
            }
        }
    }

    /// <summary>An event is there, for example from before the start.</summary>
    public void Add(SeatId seat, long id, long size)
    {
        lock (_gate)
        {
            if (!_ofSeats.TryGetValue(seat, out var held))
            {
                _ofSeats[seat] = held = new Held { Sender = _beginning.GetValueOrDefault(seat) };
                _beginning.Remove(seat);
            }

            var bytes = Math.Max(size, CaptureLimits.LeastBytesOfEvent);
            held.Bytes += bytes;
            held.LastId = Math.Max(held.LastId, id);
            Count(held.Sender, bytes);
            _bytes += bytes;
        }
    }

    /// <summary>An event of a seat is gone.</summary>
    public void Remove(SeatId seat, long size)
    {
        lock (_gate)
        {
            if (_ofSeats.TryGetValue(seat, out var held))
            {
                var bytes = Math.Min(held.Bytes, Math.Max(size, CaptureLimits.LeastBytesOfEvent));
                held.Bytes -= bytes;
                held.IsTold = false;
                Count(held.Sender, -bytes);
                _bytes -= bytes;
                if (held.Bytes == 0)
                {
                    _ofSeats.Remove(seat);
                }
            }
        }
    }

    /// <summary>All of a seat is gone.</summary>
    public void RemoveAll(SeatId seat)
    {
        lock (_gate)
        {
            if (_ofSeats.Remove(seat, out var held))
            {
                Count(held.Sender, -held.Bytes);
                _bytes -= held.Bytes;
            }
        }
    }

    /// <summary>Everything is gone.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _ofSeats.Clear();
            _ofAddresses.Clear();
            _beginning.Clear();
            _bytes = 0;
        }
    }

    private Budget? UsedUp(SeatId seat, IPAddress sender)
    {
        lock (_gate)
        {
            if (_ofSeats.TryGetValue(seat, out var held))
            {
                if (held.Sender is null)
                {
                    held.Sender = sender;
                    Count(sender, held.Bytes);
                }
            }
            else if (IsFilled(sender))
            {
                return Budget.BytesOfSeatsOfAddress;
            }
            else if (_bytes < _mostOfLab)
            {
                Begin(seat, sender);
            }

            return UsedUp(seat);
        }
    }

    /// <summary>Remembers whose a seat will be once something is kept there. Where nothing can be kept, that may be as many seats as somebody names.</summary>
    private void Begin(SeatId seat, IPAddress sender)
    {
        if (_beginning.Count >= MemoryLimits.SeatsBeginning)
        {
            _beginning.Clear();
        }

        _beginning[seat] = sender;
    }

    private bool IsFilled(IPAddress? sender) => sender is not null && _ofAddresses.GetValueOrDefault(sender) >= _mostOfAddress;

    private void Count(IPAddress? sender, long bytes)
    {
        if (sender is null)
        {
            return;
        }

        var held = _ofAddresses.GetValueOrDefault(sender) + bytes;
        if (held == 0)
        {
            _ofAddresses.Remove(sender);
        }
        else
        {
            _ofAddresses[sender] = held;
        }
    }

    private static long MostOf(int megabytes) => megabytes == 0 ? long.MaxValue : (long)megabytes * CaptureLimits.Megabyte;

    private sealed class Held
    {
        public long Bytes { get; set; }

        public long LastId { get; set; }

        public bool IsTold { get; set; }

        /// <summary>Who began the seat; null where nobody from elsewhere has sent anything for it since the start.</summary>
        public IPAddress? Sender { get; set; }
    }
}
