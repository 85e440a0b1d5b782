using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Readings;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Reports;

/// <summary>
/// The network's own view of its campaigns: impressions, viewable impressions, clicks, and the sales it claims. It
/// claims by the last click within a window, else by the last view within a shorter one.
/// </summary>
public sealed class CampaignReport : Reading
{
    private static readonly EventKinds Taken = EventKinds.Of(typeof(AdServed), typeof(Hit));

    private const int MostTouches = 20_000;
    private const int MostSales = 5_000;

    private readonly Dictionary<string, AdServed> _ads = new(StringComparer.Ordinal);
    private readonly List<Touch> _touches = [];
    private readonly HashSet<(TouchKind Kind, string Ad)> _noted = [];
    private readonly Dictionary<string, List<Touch>> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Touch> _clicks = [];
    private readonly Dictionary<long, Hit> _banners = [];
    private readonly List<Sale> _sales = [];
    private readonly Dictionary<(string Account, string Order), Sale> _byOrder = [];

    private enum TouchKind
    {
        Impression,
        Viewable,
        Click,
    }

    private sealed record Touch(TouchKind Kind, long Hit, DateTimeOffset At, AdServed Ad, IReadOnlyList<string> Numbers);

    private sealed record Sale(
        long Hit, DateTimeOffset At, string? Advertiser, string Order, decimal Value, string Currency, ClickId? Click, IReadOnlyList<string> Numbers)
    {
        public List<long> Repeats { get; } = [];
    }

    /// <inheritdoc />
    public override EventKinds Takes => Taken;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        switch (labEvent)
        {
            case AdServed served:
                Take(served);
                break;
            case Hit { Vendor: AdnetWire.VendorName } hit:
                Take(hit);
                break;
            default:
                break;
        }
    }

    /// <summary>The figures with those windows.</summary>
    public CampaignFigures Figures(AttributionWindows windows)
    {
        var sales = _sales.Select(sale => Attribute(sale, windows)).ToList();
        var lines = _touches.GroupBy(touch => touch.Ad.Campaign).Select(campaign => new CampaignLine
        {
            Campaign = campaign.Key,
            Impressions = HitsOf(campaign, TouchKind.Impression),
            Viewable = HitsOf(campaign, TouchKind.Viewable),
            Clicks = HitsOf(campaign, TouchKind.Click),
            ByClick = [.. sales.Where(sale => sale.Campaign == campaign.Key && sale.By is AttributedBy.ClickId or AttributedBy.ClickCookie)],
            ByView = [.. sales.Where(sale => sale.Campaign == campaign.Key && sale.By == AttributedBy.View)],
        });
        return new CampaignFigures(windows, [.. lines], sales);
    }

    private static IReadOnlyList<long> HitsOf(IEnumerable<Touch> touches, TouchKind kind) =>
        [.. touches.Where(touch => touch.Kind == kind).Select(touch => touch.Hit)];

    private void Take(AdServed served)
    {
        if (_ads.Count >= MostTouches)
        {
            return;
        }

        _ads[served.Ad] = served;

        // An ad that is one image was shown by the very request that asked for it, before it had an id.
        if (served.Because is [.., var request] && _banners.Remove(request, out var banner))
        {
            Note(TouchKind.Impression, banner, served);
        }
    }

    private void Take(Hit hit)
    {
        if (hit.Request.Path == AdnetPaths.Banner)
        {
            _banners[hit.Id] = hit;
            return;
        }

        switch (VendorList.EventOf(hit))
        {
            case VendorEvents.AdImpression:
                NoteOnce(TouchKind.Impression, hit);
                break;
            case VendorEvents.AdViewable:
                NoteOnce(TouchKind.Viewable, hit);
                break;
            case VendorEvents.AdClick when AdOf(hit) is { } ad:
                Note(TouchKind.Click, hit, ad);
                break;
            case VendorEvents.Purchase:
                TakeSale(hit);
                break;
            default:
                break;
        }
    }

    /// <summary>An ad is shown and seen once, however often its pixel is asked for.</summary>
    private void NoteOnce(TouchKind kind, Hit hit)
    {
        if (AdOf(hit) is { } ad && !_noted.Contains((kind, ad.Ad)))
        {
            Note(kind, hit, ad);
        }
    }

    private void Note(TouchKind kind, Hit hit, AdServed ad)
    {
        if (_touches.Count < MostTouches)
        {
            var touch = new Touch(kind, hit.Id, hit.At, ad, AdnetNumbers.Of(hit));
            _touches.Add(touch);
            _noted.Add((kind, ad.Ad));
            foreach (var number in touch.Numbers)
            {
                (_byNumber.TryGetValue(number, out var own) ? own : _byNumber[number] = []).Add(touch);
            }

            if (kind == TouchKind.Click)
            {
                _clicks[hit.Id] = touch;
            }
        }
    }

    private AdServed? AdOf(Hit hit) => hit.Request.Parameter("ad") is { } ad
        ? _ads.GetValueOrDefault(ad)
        : _ads.Values.LastOrDefault(served => IsInSlotOf(served, hit.Request));

    private static bool IsInSlotOf(AdServed served, CapturedRequest request) =>
        served.PageView is { } page && served.Slot == request.Parameter("slot")
        && request.Parameter("eid")?.StartsWith(page + ".", StringComparison.Ordinal) == true;

    private void TakeSale(Hit hit)
    {
        var request = hit.Request;
        var order = request.Parameter("cd[order_id]") ?? "";
        var account = request.Parameter("id") ?? "";
        if (order.Length > 0 && _byOrder.TryGetValue((account, order), out var known))
        {
            known.Repeats.Add(hit.Id);
            return;
        }

        if (_sales.Count >= MostSales)
        {
            return;
        }

        var sale = new Sale(
            hit.Id,
            hit.At,
            AdCampaigns.AdvertiserOf(account),
            order,
            ValueOf(request.Parameter("cd[value]")),
            request.Parameter("cd[currency]") is { Length: 3 } currency ? currency : "EUR",
            ClickId.Parse(request.Parameter(ClickId.PixelParameter)),
            AdnetNumbers.Of(hit));
        _sales.Add(sale);
        if (order.Length > 0)
        {
            _byOrder[(account, order)] = sale;
        }
    }

    private AttributedSale Attribute(Sale sale, AttributionWindows windows)
    {
        var byId = sale.Click is { } id && _clicks.TryGetValue(id.Click, out var click) && click.Ad.Ad == id.Ad
            && IsOwn(click, sale) && Within(click, sale, windows.Click) ? click : null;
        var byCookie = LastOf(sale, TouchKind.Click, windows.Click);

        // The last click counts, whichever way it is known.
        if (byCookie is not null && (byId is null || byCookie.Hit > byId.Hit))
        {
            return Claimed(sale, AttributedBy.ClickCookie, byCookie);
        }

        if (byId is not null)
        {
            return Claimed(sale, AttributedBy.ClickId, byId);
        }

        var byView = LastOf(sale, TouchKind.Impression, windows.View);
        return byView is not null ? Claimed(sale, AttributedBy.View, byView) : Claimed(sale, AttributedBy.Nothing, null);
    }

    /// <summary>The last touch of that kind by a browser with one of the sale's numbers.</summary>
    private Touch? LastOf(Sale sale, TouchKind kind, TimeSpan window) => sale.Numbers
        .Select(number => _byNumber.GetValueOrDefault(number)?.FindLast(touch =>
            touch.Kind == kind && IsOwn(touch, sale) && Within(touch, sale, window)))
        .MaxBy(touch => touch?.Hit);

    private static bool IsOwn(Touch touch, Sale sale) =>
        touch.Hit < sale.Hit && AdCampaigns.Find(touch.Ad.Campaign)?.Advertiser == sale.Advertiser;

    private static bool Within(Touch touch, Sale sale, TimeSpan window) => sale.At - touch.At <= window;

    private static AttributedSale Claimed(Sale sale, AttributedBy by, Touch? touch) =>
        new(sale.Hit, sale.Order, sale.Value, sale.Currency, by, touch?.Ad.Campaign, touch?.Ad.Ad, touch?.Hit) { Repeats = [.. sale.Repeats] };

    private static decimal ValueOf(string? text) =>
        text is { Length: <= 20 } && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
