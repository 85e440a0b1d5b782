using PixelLab.Core.Events;

namespace PixelLab.Web.Storage;

/// <summary>
/// The newest committed events, so that followers at the front need no query. A bounded copy of the log's end: who
/// asks for something older is told to read the file.
/// </summary>
/// <param name="lastId">The newest id at the start; nothing up to it is held here.</param>
internal sealed class RecentEvents(long lastId)
{
    private const int Most = 2048;

    private readonly Lock _gate = new();
    private readonly LabEvent?[] _ring = new LabEvent?[Most];
    private long _floor = lastId;
    private long _last = lastId;

    /// <summary>Takes in what was just committed; ids follow one another without a gap.</summary>
    public void Add(IReadOnlyList<LabEvent> events)
    {
        lock (_gate)
        {
            foreach (var labEvent in events)
            {
                _ring[labEvent.Id % Most] = labEvent;
                _last = labEvent.Id;
            }

            _floor = Math.Max(_floor, _last - Most);
        }
    }

    /// <summary>Drops events that were erased.</summary>
    public void Forget(Predicate<LabEvent> erased)
    {
        lock (_gate)
        {
            for (var i = 0; i < _ring.Length; i++)
            {
                if (_ring[i] is { } labEvent && erased(labEvent))
                {
                    _ring[i] = null;
                }
            }
        }
    }

    /// <summary>Events after an id, and the id up to which they were looked for; null where they are older than what is held.</summary>
    public (IReadOnlyList<LabEvent> Events, long ReadTo)? Read(SeatId? seat, long after, int limit)
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
                if (_ring[id % Most] is { } labEvent && (seat is null || labEvent.Seat == seat))
                {
                    (found ??= []).Add(labEvent);
                }
            }

            return (found ?? (IReadOnlyList<LabEvent>)[], Math.Max(id, after));
        }
    }
}
