namespace PixelLab.Core.Population;

/// <summary>What one browser holds at a moment of the simulation: cookies, answers to banners, and whether it is logged in.</summary>
internal sealed class BrowserState
{
    private readonly Dictionary<string, string> _partitioned = new(StringComparer.Ordinal);

    /// <summary>The network's number that works on all sites, or null.</summary>
    public string? Id { get; set; }

    /// <summary>The sites on whose banner an answer was given.</summary>
    public HashSet<string> Answered { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the shop knows the person.</summary>
    public bool IsLoggedIn { get; set; }

    /// <summary>The click id that the shop keeps in a cookie of its own, or null.</summary>
    public string? AdClick { get; set; }

    /// <summary>The address of the page that is open, or null.</summary>
    public string? Page { get; set; }

    /// <summary>The network's number that works on one site only, or null.</summary>
    public string? PartitionedId(string site) => _partitioned.GetValueOrDefault(site);

    /// <summary>Keeps such a number.</summary>
    public void KeepPartitioned(string site, string id) => _partitioned[site] = id;

    /// <summary>Clears all cookies; the site's login and its banner's answer are cookies too.</summary>
    public void Clear()
    {
        Id = null;
        IsLoggedIn = false;
        AdClick = null;
        _partitioned.Clear();
        Answered.Clear();
    }
}
