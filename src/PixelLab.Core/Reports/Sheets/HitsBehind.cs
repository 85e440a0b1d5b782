namespace PixelLab.Core.Reports.Sheets;

/// <summary>What a number in a report rests on.</summary>
/// <param name="Count">How many events there are behind it.</param>
/// <param name="Events">The first of them by id, at most <see cref="MostKept"/>.</param>
public sealed record HitsBehind(int Count, IReadOnlyList<long> Events)
{
    /// <summary>The most ids that are kept for one number.</summary>
    public const int MostKept = 200;

    /// <summary>Nothing has happened.</summary>
    public static HitsBehind None { get; } = new(0, []);

    /// <summary>The evidence of a list of ids.</summary>
    public static HitsBehind Of(IEnumerable<long> events)
    {
        var tally = new HitsTally();
        foreach (var one in events)
        {
            tally.Add(one);
        }

        return tally.Now;
    }
}

/// <summary>Counts events and keeps the first ids, so that a report's memory does not grow with its numbers.</summary>
public sealed class HitsTally
{
    private readonly List<long> _first = [];

    /// <summary>How many were counted.</summary>
    public int Count { get; private set; }

    /// <summary>What was counted so far.</summary>
    public HitsBehind Now => Count == 0 ? HitsBehind.None : new(Count, [.. _first]);

    /// <summary>Counts what another has counted, whose first ids come after its own.</summary>
    public void TakeIn(HitsTally others)
    {
        Count += others.Count;
        _first.AddRange(others._first.Take(HitsBehind.MostKept - _first.Count));
    }

    /// <summary>Counts an event.</summary>
    public void Add(long id)
    {
        Count++;
        if (_first.Count < HitsBehind.MostKept)
        {
            _first.Add(id);
        }
    }
}
