using PixelLab.Core.Events;

namespace PixelLab.Core.Lenses;

/// <summary>Keeps visitors by key and joins two of them where a tracker finds that they are one.</summary>
internal sealed class VisitorBook : IVisitorBook<Hit>
{
    private readonly Dictionary<string, string> _joinedTo = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> _keyOfHit = [];

    /// <summary>The visitors, in the order of their first hit.</summary>
    public IReadOnlyList<LensVisitor> Visitors =>
    [
        .. _entries
            .OrderBy(entry => entry.Value.Hits[0].Id)
            .Select(entry => new LensVisitor(
                entry.Key,
                [.. entry.Value.Hits.Select(hit => hit.Id)],
                [.. entry.Value.Hits.Where(hit => hit.Site is not null).Select(hit => hit.Site!).Distinct()],
                entry.Value.Hits[0].At,
                entry.Value.Hits[^1].At)),
    ];

    /// <summary>The visitor's key as it is now, after all joining.</summary>
    public string Root(string key)
    {
        while (_joinedTo.TryGetValue(key, out var next))
        {
            key = next;
        }

        return key;
    }

    /// <summary>The visitor that a hit is counted to, or null where the tracker never saw it.</summary>
    public string? VisitorOf(long hit) => _keyOfHit.TryGetValue(hit, out var key) ? Root(key) : null;

    /// <summary>Counts a hit to a visitor.</summary>
    public void Count(string key, Hit hit)
    {
        var root = Root(key);
        if (!_entries.TryGetValue(root, out var entry))
        {
            _entries[root] = entry = new Entry([]);
        }

        entry.Hits.Add(new SeenHit(hit.Id, hit.At, hit.Site));
        _keyOfHit[hit.Id] = root;
    }

    /// <summary>Finds that two visitors are one. The one that was seen first gives its key.</summary>
    public void Join(string a, string b)
    {
        var (first, second) = (Root(a), Root(b));
        if (first == second)
        {
            return;
        }

        var firstSeen = _entries.GetValueOrDefault(first);
        var secondSeen = _entries.GetValueOrDefault(second);
        if (firstSeen is null || (secondSeen is not null && secondSeen.Hits[0].Id < firstSeen.Hits[0].Id))
        {
            (first, second) = (second, first);
            (firstSeen, secondSeen) = (secondSeen, firstSeen);
        }

        _joinedTo[second] = first;
        if (secondSeen is not null)
        {
            _entries.Remove(second);
            _entries[first] = new Entry([.. firstSeen!.Hits.Concat(secondSeen.Hits).OrderBy(hit => hit.Id)]);
        }
    }

    private sealed record Entry(List<SeenHit> Hits);

    private readonly record struct SeenHit(long Id, DateTimeOffset At, string? Site);
}
