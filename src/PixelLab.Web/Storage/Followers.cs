using System.Collections.Concurrent;
using System.Threading.Channels;
using PixelLab.Core.Events;

namespace PixelLab.Web.Storage;

/// <summary>Wakes whoever follows the log. Nothing but the wake-up is handed over: a follower reads at its own pace.</summary>
internal sealed class Followers
{
    private readonly ConcurrentDictionary<Follower, byte> _everySeat = new();
    private readonly ConcurrentDictionary<SeatId, ConcurrentDictionary<Follower, byte>> _bySeat = new();

    /// <summary>All of them.</summary>
    public IEnumerable<Follower> All => _everySeat.Keys.Concat(_bySeat.Values.SelectMany(followers => followers.Keys));

    /// <summary>Registers a follower of one seat, or of all; disposing it ends that.</summary>
    public Follower Register(SeatId? seat)
    {
        var follower = new Follower(this, seat);
        if (seat is null)
        {
            _everySeat[follower] = 0;
            return follower;
        }

        lock (_bySeat)
        {
            _bySeat.GetOrAdd(seat.Value, _ => new())[follower] = 0;
        }

        return follower;
    }

    /// <summary>Wakes the followers of these events' seats.</summary>
    public void Wake(IReadOnlyList<LabEvent> events)
    {
        // Not by the keys, which are copied under all the dictionary's locks each time.
        foreach (var (follower, _) in _everySeat)
        {
            follower.Wake();
        }

        SeatId? last = null;
        foreach (var labEvent in events)
        {
            if (labEvent.Seat == last)
            {
                continue;
            }

            last = labEvent.Seat;
            foreach (var follower in Of(labEvent.Seat))
            {
                follower.Wake();
            }
        }
    }

    /// <summary>Tells a seat's followers that it was erased.</summary>
    public void WakeErased(SeatErased erased)
    {
        foreach (var follower in Of(erased.Seat).Concat(_everySeat.Keys))
        {
            follower.Erased(erased);
        }
    }

    /// <summary>Wakes everybody, to look at more than events.</summary>
    public void WakeAll()
    {
        foreach (var follower in All)
        {
            follower.Wake();
        }
    }

    private ICollection<Follower> Of(SeatId seat) => _bySeat.TryGetValue(seat, out var followers) ? followers.Keys : [];

    private void Remove(Follower follower)
    {
        if (follower.Seat is not { } seat)
        {
            _everySeat.TryRemove(follower, out _);
            return;
        }

        lock (_bySeat)
        {
            if (_bySeat.TryGetValue(seat, out var followers))
            {
                followers.TryRemove(follower, out _);
                if (followers.IsEmpty)
                {
                    _bySeat.TryRemove(seat, out _);
                }
            }
        }
    }

    /// <summary>One who follows. Its wake-up is a single slot: waking it twice before it looks is waking it once.</summary>
    internal sealed class Follower(Followers owner, SeatId? seat) : IDisposable
    {
        private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

        private readonly ConcurrentDictionary<SeatId, SeatErased> _erased = new();

        private long _position;

        public SeatId? Seat => seat;

        /// <summary>Up to which id it was given everything.</summary>
        public long Position
        {
            get => Interlocked.Read(ref _position);
            set => Interlocked.Exchange(ref _position, value);
        }

        /// <summary>Whether it was told of an erasure that it has not taken yet.</summary>
        public bool IsToldErased => !_erased.IsEmpty;

        public void Wake() => _wake.Writer.TryWrite(true);

        public void Erased(SeatErased erased)
        {
            _erased[erased.Seat] = erased;
            Wake();
        }

        public IReadOnlyList<SeatErased> TakeErased()
        {
            if (_erased.IsEmpty)
            {
                return [];
            }

            var taken = new List<SeatErased>();
            foreach (var seatErased in _erased.Keys)
            {
                if (_erased.TryRemove(seatErased, out var erased))
                {
                    taken.Add(erased);
                }
            }

            return taken;
        }

        public ValueTask<bool> WaitAsync(CancellationToken cancellation) => _wake.Reader.ReadAsync(cancellation);

        public void Dispose() => owner.Remove(this);
    }
}
