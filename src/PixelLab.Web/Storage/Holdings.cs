using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Storage;

/// <summary>
/// How many bytes the log holds, of each seat and of all, and each seat's newest event. A seat that is full keeps what it has, and nothing
/// new until some of it is erased or too old: the first events of a lesson are what its checks and its person look for. The engine tells what it keeps and what goes.
/// </summary>
public sealed class Holdings(IOptions<CaptureLimits> limits)
{
    private readonly long _mostOfSeat = MostOf(limits.Value.MegabytesOfSeat);
    private readonly long _mostOfLab = MostOf(limits.Value.MegabytesOfLab);
    private readonly Lock _gate = new();
    private readonly Dictionary<SeatId, Held> _ofSeats = [];
    private long _bytes;

    /// <summary>What is used up where nothing more is kept in a seat; null where there is room.</summary>
    public Budget? UsedUp(SeatId seat)
    {
        lock (_gate)
        {
            return _bytes >= _mostOfLab ? Budget.BytesOfLab
                : _ofSeats.TryGetValue(seat, out var held) && held.Bytes >= _mostOfSeat ? Budget.BytesOfSeat
                : null;
        }
    }

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
    public long MostOf(Budget budget) => budget == Budget.BytesOfLab ? _mostOfLab : _mostOfSeat;

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
                _ofSeats[seat] = held = new Held();
            }

            var bytes = Math.Max(size, CaptureLimits.LeastBytesOfEvent);
            held.Bytes += bytes;
            held.LastId = Math.Max(held.LastId, id);
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
            _bytes = 0;
        }
    }

    private static long MostOf(int megabytes) => megabytes == 0 ? long.MaxValue : (long)megabytes * CaptureLimits.Megabyte;

    private sealed class Held
    {
        public long Bytes { get; set; }

        public long LastId { get; set; }

        public bool IsTold { get; set; }
    }
}
