using PixelLab.Core.Events;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Storage;

/// <summary>
/// The newest committed events, so that followers at the front need no query. A bounded copy of the log's end: who
/// asks for something older is told to read the file.
/// </summary>
/// <param name="log">The log's name.</param>
/// <param name="lastId">The newest id at the start; nothing up to it is held here.</param>
internal sealed class RecentEvents(string log, long lastId)
{
    /// <summary>Each outlives several collections of garbage here: four times as many cost a hit a tenth more of the processor's time.</summary>
    private const int Most = 512;

    /// <summary>The most bytes that they may have in the file; in memory it is a few times that.</summary>
    private const long MostBytes = 16 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly LabEvent?[] _ring = new LabEvent?[Most];
    private readonly int[] _sizes = new int[Most];

    /// <summary>For each, up to which id its seat had nothing else before it.</summary>
    private readonly long[] _before = new long[Most];

    /// <summary>The newest id of each seat that has had one after <see cref="_heardSince"/>.</summary>
    private readonly Dictionary<SeatId, long> _lastOf = [];
    private long _heardSince = lastId;
    private long _bytes;
    private long _floor = lastId;
    private long _last = lastId;

    /// <summary>The log's name.</summary>
    public string Log => log;

    /// <summary>Takes in what was just committed, with the bytes of each. Where ids are left out, nothing is known of them any more.</summary>
    public void Add(IReadOnlyList<LabEvent> events, IReadOnlyList<int> sizes)
    {
        lock (_gate)
        {
            for (var i = 0; i < events.Count; i++)
            {
                var slot = events[i].Id % Most;
                Empty(slot);
                _before[slot] = LastOf(events[i].Seat);
                Hear(events[i].Seat, events[i].Id);
                _ring[slot] = events[i];
                _sizes[slot] = sizes[i];
                _bytes += sizes[i];
                _last = events[i].Id;
            }

            _floor = Math.Max(_floor, _last - Most);
            while (_bytes > MostBytes && _floor < _last)
            {
                _floor++;
                Empty(_floor % Most);
            }
        }
    }

    /// <summary>Drops events that were erased.</summary>
    public void Forget(Predicate<LabEvent> erased)
    {
        lock (_gate)
        {
            for (var slot = 0; slot < Most; slot++)
            {
                if (_ring[slot] is { } labEvent && erased(labEvent))
                {
                    Empty(slot);
                }
            }
        }
    }

    /// <summary>Events after an id, of some kinds or of all, and the id up to which they were looked for; null where there may be some that are not held.</summary>
    public EventPage? Read(SeatId? seat, long after, int limit, EventKinds? kinds = null)
    {
        lock (_gate)
        {
            if (after < _floor && (seat is not { } one || !HoldsAll(one, after)))
            {
                return null;
            }

            List<LabEvent>? found = null;
            var id = Math.Max(after, _floor);
            while (id < _last && (found?.Count ?? 0) < limit)
            {
                id++;
                if (At(id) is { } labEvent && (seat is null || labEvent.Seat == seat) && kinds?.Has(labEvent) is not false)
                {
                    (found ??= []).Add(labEvent);
                }
            }

            return new EventPage(log, found ?? (IReadOnlyList<LabEvent>)[], Math.Max(id, after));
        }
    }

    /// <summary>Whether all that a seat has after an id is held, though others have had so much since that the id is further back.</summary>
    private bool HoldsAll(SeatId seat, long after)
    {
        for (var id = _floor + 1; id <= _last; id++)
        {
            if (At(id)?.Seat == seat)
            {
                return _before[id % Most] <= after;
            }
        }

        return LastOf(seat) <= after;
    }

    private LabEvent? At(long id) => _ring[id % Most] is { } labEvent && labEvent.Id == id ? labEvent : null;

    /// <summary>An id after which a seat has had nothing.</summary>
    private long LastOf(SeatId seat) => _lastOf.GetValueOrDefault(seat, _heardSince);

    private void Hear(SeatId seat, long id)
    {
        if (_lastOf.Count >= MemoryLimits.SeatsHeard)
        {
            _lastOf.Clear();
            _heardSince = _last;
        }

        _lastOf[seat] = id;
    }

    private void Empty(long slot)
    {
        _ring[slot] = null;
        _bytes -= _sizes[slot];
        _sizes[slot] = 0;
    }
}
