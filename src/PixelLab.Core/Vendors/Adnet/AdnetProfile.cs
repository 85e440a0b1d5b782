namespace PixelLab.Core.Vendors.Adnet;

/// <summary>What the network knows about one number: what it looked at, what it likes, what it was shown.</summary>
public sealed class AdnetProfile
{
    private const int MostViews = 40;
    private const int MostReasons = 8;
    private const int MostShown = 20;

    private readonly List<ProductView> _views = [];
    private readonly HashSet<int> _bought = [];
    private readonly HashSet<int> _carted = [];
    private readonly Dictionary<string, Interest> _interests = new(StringComparer.Ordinal);
    private readonly List<(string Campaign, string? PageView)> _shown = [];

    private sealed record Interest(int Count, IReadOnlyList<long> Hits, string? PageView, bool IsOfOnePage);

    /// <summary>A product, with the hits that tell of it.</summary>
    /// <param name="Product">The product's number.</param>
    /// <param name="Hits">The hits, oldest first.</param>
    public sealed record ProductView(int Product, IReadOnlyList<long> Hits);

    /// <summary>The products looked at and not bought, the latest first.</summary>
    public IEnumerable<ProductView> Unbought => _views.AsEnumerable().Reverse().Where(view => !_bought.Contains(view.Product));

    /// <summary>Those of them that were put into the cart.</summary>
    public IEnumerable<ProductView> LeftInCart => Unbought.Where(view => _carted.Contains(view.Product));

    /// <summary>The segments, the strongest first, each with the latest hits that led to it.</summary>
    public IEnumerable<(string Segment, IReadOnlyList<long> Hits)> Interests =>
        _interests.OrderByDescending(entry => entry.Value.Count)
            .ThenByDescending(entry => entry.Value.Hits[^1])
            .Select(entry => (entry.Key, entry.Value.Hits));

    /// <summary>Whether all that tells of a segment is this one view of a page: then it is what the page is about, and no liking yet.</summary>
    public bool IsOnlyOf(string segment, string? pageView) =>
        pageView is not null && _interests.GetValueOrDefault(segment) is { IsOfOnePage: true } interest && interest.PageView == pageView;

    /// <summary>Whether the campaign has been shown as often as it may: on so many views of pages, however many places it had on one.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="except">A view of a page that does not count, since its slots ask at the same moment.</param>
    public bool IsCapped(AdCampaign campaign, string? except = null)
    {
        var latest = _shown.Where(shown => except is null || shown.PageView != except).TakeLast(campaign.Cap.Of).Where(shown => shown.Campaign == campaign.Key);
        var pages = new HashSet<string>(StringComparer.Ordinal);
        return latest.Count(shown => shown.PageView is null || pages.Add(shown.PageView)) >= campaign.Cap.Most;
    }

    /// <summary>Notes that a product was looked at or put into the cart. Who looks again is shown again: what was shown before does not count against it.</summary>
    internal void Viewed(int product, long hit)
    {
        _shown.RemoveAll(shown => AdCampaigns.Find(shown.Campaign) is { ShowsWhatWasLookedAt: true });
        var earlier = _views.Find(view => view.Product == product);
        _views.RemoveAll(view => view.Product == product);
        _views.Add(new ProductView(product, Latest(earlier?.Hits, hit)));
        if (_views.Count > MostViews)
        {
            _views.RemoveAt(0);
        }
    }

    /// <summary>Notes that a product was put into the cart.</summary>
    internal void PutIntoCart(int product) => _carted.Add(product);

    /// <summary>Notes that a product was bought: it is not offered again.</summary>
    internal void Bought(int product) => _bought.Add(product);

    /// <summary>Notes that something of that segment was read or looked at.</summary>
    internal void Interested(string segment, long hit, string? pageView)
    {
        var earlier = _interests.GetValueOrDefault(segment);
        _interests[segment] = new Interest(
            (earlier?.Count ?? 0) + 1, Latest(earlier?.Hits, hit), pageView, earlier is null || (earlier.IsOfOnePage && earlier.PageView == pageView));
    }

    /// <summary>Notes that an ad was put in front of the browser.</summary>
    internal void Shown(string campaign, string? pageView)
    {
        _shown.Add((campaign, pageView));
        if (_shown.Count > MostShown)
        {
            _shown.RemoveAt(0);
        }
    }

    private static IReadOnlyList<long> Latest(IReadOnlyList<long>? earlier, long hit) =>
        [.. (earlier ?? []).Append(hit).TakeLast(MostReasons)];
}
