using PixelLab.Core.Events;

namespace PixelLab.Core.Lenses;

/// <summary>Keeps visitors by key and joins two of them where a tracker finds that they are one.</summary>
internal sealed class VisitorIndex : IVisitorIndex<Hit>
{
    private readonly Dictionary<string, string> _joinedTo = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> _keyOfHit = [];

    /// <summary>The visitors, in the order of their first hit.</summary>
    public IReadOnlyList<LensVisitor> Visitors =>
        [.. _entries.OrderBy(entry => entry.Value.First).Select(entry => Visitor(entry.Key, entry.Value.InOrder()))];

    /// <summary>The visitor's key as it is now, after all joining.</summary>
    public string Root(string key)
    {
        while (_joinedTo.TryGetValue(key, out var next))
        {
            // Each step halves the way for the next who asks.
            if (_joinedTo.TryGetValue(next, out var beyond))
            {
                _joinedTo[key] = next = beyond;
            }

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
            _entries[root] = entry = new Entry(hit.Id);
        }

        entry.Add(new SeenHit(hit.Id, hit.At, hit.Site));
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
        if (firstSeen is null || (secondSeen is not null && secondSeen.First < firstSeen.First))
        {
            (first, second) = (second, first);
            (firstSeen, secondSeen) = (secondSeen, firstSeen);
        }

        _joinedTo[second] = first;
        if (secondSeen is not null)
        {
            _entries.Remove(second);
            firstSeen!.TakeIn(secondSeen);
        }
    }

    private static LensVisitor Visitor(string key, List<SeenHit> hits) => new(
        key,
        [.. hits.Select(hit => hit.Id)],
        [.. hits.Where(hit => hit.Site is not null).Select(hit => hit.Site!).Distinct()],
        hits[0].At,
        hits[^1].At);

    /// <summary>The hits of a visitor, of which the first came with the id <paramref name="first"/>.</summary>
    private sealed class Entry(long first)
    {
        private List<SeenHit> _hits = [];
        private bool _isMixed;

        public long First { get; private set; } = first;

        public void Add(SeenHit hit) => _hits.Add(hit);

        /// <summary>Puts the fewer hits to the more, so that no hit is moved often, and leaves their order to who reads them.</summary>
        public void TakeIn(Entry other)
        {
            var (more, fewer) = _hits.Count < other._hits.Count ? (other._hits, _hits) : (_hits, other._hits);
            more.AddRange(fewer);
            _hits = more;
            _isMixed = true;
            First = Math.Min(First, other.First);
        }

        public List<SeenHit> InOrder()
        {
            if (_isMixed)
            {
                _hits.Sort((a, b) => a.Id.CompareTo(b.Id));
                _isMixed = false;
            }

            return _hits;
        }
    }

    private readonly record struct SeenHit(long Id, DateTimeOffset At, string? Site);
}
