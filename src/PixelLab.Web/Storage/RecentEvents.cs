using PixelLab.Core.Events;

namespace PixelLab.Web.Storage;

/// <summary>
/// The newest committed events, so that followers at the front need no query. A bounded copy of the log's end: who
/// asks for something older is told to read the file.
/// </summary>
/// <param name="log">The log's name.</param>
/// <param name="lastId">The newest id at the start; nothing up to it is held here.</param>
internal sealed class RecentEvents(string log, long lastId)
{
    private const int Most = 2048;

    /// <summary>The most bytes that they may have in the file; in memory it is a few times that.</summary>
    private const long MostBytes = 16 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly LabEvent?[] _ring = new LabEvent?[Most];
    private readonly int[] _sizes = new int[Most];
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

    /// <summary>Events after an id, of some kinds or of all, and the id up to which they were looked for; null where they are older than what is held.</summary>
    public EventPage? Read(SeatId? seat, long after, int limit, EventKinds? kinds = null)
    {
        lock (_gate)
        {
            if (after < _floor)
            {
                return null;
            }

            List<LabEvent>? found = null;
            var id = after;
            while (id < _last && (found?.Count ?? 0) < limit)
            {
                id++;
                if (_ring[id % Most] is { } labEvent && labEvent.Id == id && (seat is null || labEvent.Seat == seat) && kinds?.Has(labEvent) is not false)
                {
                    (found ??= []).Add(labEvent);
                }
            }

            return new EventPage(log, found ?? (IReadOnlyList<LabEvent>)[], Math.Max(id, after));
        }
    }

    private void Empty(long slot)
    {
        _ring[slot] = null;
        _bytes -= _sizes[slot];
        _sizes[slot] = 0;
    }
}
