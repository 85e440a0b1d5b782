using System.Runtime.InteropServices;

namespace PixelLab.Core.Lenses;

/// <summary>
/// Visitors as bare numbers: which keys are one, and how many hits each has of each browser. A hit leaves nothing else behind,
/// so millions of them fit.
/// </summary>
internal sealed class VisitorClusters : IVisitorIndex<int>
{
    private readonly Dictionary<string, int> _numberOf = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];
    private readonly List<int> _parents = [];
    private readonly List<bool> _seen = [];
    private readonly List<bool> _named = [];
    private readonly List<AdMemory?> _memories = [];
    private readonly Dictionary<long, int> _hits = [];

    /// <summary>The visitor that the latest hit was counted to.</summary>
    public int Latest { get; private set; } = -1;

    /// <summary>Hits counted.</summary>
    public long Hits { get; private set; }

    /// <summary>The visitors with a hit, after all joining.</summary>
    public int Visitors => Enumerable.Range(0, _parents.Count).Count(key => _parents[key] == key && _seen[key]);

    /// <inheritdoc />
    public string Root(string key) => _numberOf.TryGetValue(key, out var number) ? _keys[RootOf(number)] : key;

    /// <inheritdoc />
    /// <param name="key">The visitor.</param>
    /// <param name="seen">The number of the browser in truth; below 0 for a machine, which counts as a visitor but is nobody.</param>
    public void Count(string key, int seen)
    {
        var number = NumberOf(key);
        Latest = RootOf(number);
        _seen[Latest] = true;
        Hits++;
        if (seen >= 0)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_hits, ((long)number << 32) | (uint)seen, out _)++;
        }
    }

    /// <inheritdoc />
    public void Join(string a, string b)
    {
        var (first, second) = (RootOf(NumberOf(a)), RootOf(NumberOf(b)));
        if (first == second)
        {
            return;
        }

        // The older key stays, so that what was made first keeps its name.
        var (kept, gone) = first < second ? (first, second) : (second, first);
        _parents[gone] = kept;
        _seen[kept] |= _seen[gone];
        _named[kept] |= _named[gone];
        if (_memories[gone] is { } memory)
        {
            _memories[kept] = _memories[kept]?.And(memory) ?? memory;
            _memories[gone] = null;
        }
    }

    /// <summary>What the tracker remembers of the latest hit's visitor.</summary>
    public AdMemory MemoryOfLatest() => _memories[RootOf(Latest)] ??= new AdMemory();

    /// <summary>The number of hits of each visitor and browser.</summary>
    public IEnumerable<(int Visitor, int Browser, long Hits)> Cells() =>
        _hits.Select(cell => (RootOf((int)(cell.Key >> 32)), (int)(uint)cell.Key, (long)cell.Value));

    /// <summary>Whether a visitor is known by more than a cookieless mark: by a cookie or an account.</summary>
    public bool IsNamed(int visitor) => _named[visitor];

    private int NumberOf(string key)
    {
        if (!_numberOf.TryGetValue(key, out var number))
        {
            _numberOf[key] = number = _parents.Count;
            _keys.Add(key);
            _parents.Add(number);
            _seen.Add(false);
            _named.Add(!key.StartsWith(LensRules.MarkPrefix, StringComparison.Ordinal));
            _memories.Add(null);
        }

        return number;
    }

    private int RootOf(int number)
    {
        while (_parents[number] != number)
        {
            number = _parents[number] = _parents[_parents[number]];
        }

        return number;
    }
}
