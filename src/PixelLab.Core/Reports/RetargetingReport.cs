using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Lenses;
using PixelLab.Core.Reports.Sheets;
using PixelLab.Core.Town;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Reports;

/// <summary>What became of products that somebody looked at: shown again elsewhere, clicked, bought.</summary>
public sealed class RetargetingReport : BusinessReport
{
    private static readonly EventKinds Taken = EventKinds.Of(typeof(AdServed), typeof(Hit));

    private const int MostRemembered = 50_000;
    private const int MostIds = 50;
    private const int MostIdText = 400;

    private readonly ServedAds _served = new();
    private readonly Dictionary<int, Line> _lines = [];
    private readonly Dictionary<long, Hit> _banners = [];
    private readonly Dictionary<string, int> _productOfAd = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private readonly HashSet<(string Number, int Product)> _shownTo = [];
    private readonly HashSet<string> _orders = new(StringComparer.Ordinal);

    private static Words Words => Language.Asked[SheetText.Words];

    /// <inheritdoc />
    public override EventKinds Takes => Taken;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        _served.Add(labEvent);
        switch (labEvent)
        {
            case AdServed { Reason: AdReasons.Retargeting } served when ProductOf(served.Product) is { } product:
                Take(served, product);
                break;
            case Hit { Vendor: AdnetWire.VendorName } hit:
                Take(hit);
                break;
            default:
                break;
        }
    }

    /// <inheritdoc />
    public override void TakeIn(BusinessReport others)
    {
        foreach (var (product, counted) in ((RetargetingReport)others)._lines)
        {
            var line = LineOf(product);
            line.Looked.TakeIn(counted.Looked);
            line.Shown.TakeIn(counted.Shown);
            line.CameBack.TakeIn(counted.CameBack);
            line.Bought.TakeIn(counted.Bought);
        }
    }

    /// <inheritdoc />
    public override ReportSheet Sheet(Lens lens)
    {
        var lines = _lines.OrderByDescending(line => line.Value.Shown.Count)
            .ThenByDescending(line => line.Value.Looked.Count).ThenBy(line => line.Key).ToList();
        var shown = lines.Sum(line => line.Value.Shown.Count);
        var back = lines.Sum(line => line.Value.CameBack.Count);
        var bought = lines.Sum(line => line.Value.Bought.Count);
        return new ReportSheet
        {
            Headline = new(Words["Again.Headline"], shown, ReportUnit.Count),
            Bought = shown == 0
                ? Words["Again.None"]
                : Words["Again.Bought", Words.Count("Ads", shown), Words.Count("Times", back), Words.Count("Again.Orders", bought)],
            Summary = lines.Count == 0
                ? Words["Again.Summary.None"]
                : Language.Asked.Sentences(lines.Take(3).Select(line => Words["Again.Summary",
                    Name(line.Key), Words.Count("Times", line.Value.Looked.Count), Words.Count("Times", line.Value.Shown.Count), line.Value.CameBack.Count, line.Value.Bought.Count])),
            Tables = [new("products", Words["Again.Table"], Words["Again.Rows"],
                [new("looked", Words["Again.Looked"]), new("shown", Words["Again.Shown"]), new("back", Words["Again.Back"]), new("bought", Words["Again.Afterwards"])],
                [.. lines.Take(20).Select(line => new ReportRow(
                    line.Key.ToString(CultureInfo.InvariantCulture),
                    Name(line.Key),
                    [
                        ReportCell.Of(line.Value.Looked.Now),
                        ReportCell.Of(line.Value.Shown.Now),
                        ReportCell.Of(line.Value.CameBack.Now),
                        ReportCell.Of(line.Value.Bought.Now),
                    ]))])],
            Plot = new("products", ["looked", "shown"], Words["Again.Plot"], Words["Again.Axis"]),
            MorePlots = [new("products", ["back", "bought"], Words["Again.Plot.Back"], Words["Again.Axis"])],
            Limits = [Words["Again.Limit.Afterwards"], Words["Again.Limit.Cookies"]],
            HasAnything = lines.Count > 0,
        };
    }

    private void Take(AdServed served, int product)
    {
        if (_productOfAd.Count < MostRemembered)
        {
            _productOfAd[served.Ad] = product;
        }

        // An ad that is one image was shown by the very request that asked for it.
        if (served.Because is [.., var request] && _banners.Remove(request, out var banner))
        {
            NoteShown(served.Ad, product, banner);
        }
    }

    private void Take(Hit hit)
    {
        switch (VendorList.EventOf(hit))
        {
            case VendorEvents.AdImpression when hit.Request.Path == AdnetPaths.Banner:
                if (_banners.Count >= MostRemembered)
                {
                    _banners.Clear();
                }

                _banners[hit.Id] = hit;
                break;
            case VendorEvents.AdImpression when AdOf(hit) is { } ad && _productOfAd.TryGetValue(ad, out var product):
                NoteShown(ad, product, hit);
                break;
            case VendorEvents.AdClick when AdOf(hit) is { } ad && _productOfAd.TryGetValue(ad, out var product):
                LineOf(product).CameBack.Add(hit.Id);
                break;
            case VendorEvents.ViewItem when IsShops(hit):
                foreach (var product in ProductsOf(hit))
                {
                    LineOf(product).Looked.Add(hit.Id);
                }

                break;
            case VendorEvents.Purchase when IsShops(hit) && IsNewOrder(hit):
                TakeOrder(hit);
                break;
            default:
                break;
        }
    }

    private void TakeOrder(Hit hit)
    {
        var clicked = ClickId.Parse(hit.Request.Parameter(ClickId.PixelParameter)) is { } click
            && _productOfAd.TryGetValue(click.Ad, out var known) ? known : (int?)null;
        var numbers = AdnetNumbers.Of(hit);
        foreach (var product in ProductsOf(hit))
        {
            if (product == clicked || numbers.Any(number => _shownTo.Contains((number, product))))
            {
                LineOf(product).Bought.Add(hit.Id);
            }
        }
    }

    private void NoteShown(string ad, int product, Hit hit)
    {
        if (_shown.Count >= MostRemembered || !_shown.Add(ad))
        {
            return;
        }

        LineOf(product).Shown.Add(hit.Id);
        foreach (var number in AdnetNumbers.Of(hit))
        {
            if (_shownTo.Count < MostRemembered)
            {
                _shownTo.Add((number, product));
            }
        }
    }

    private string? AdOf(Hit hit) => hit.Request.Parameter("ad")
        ?? _served.InSlot(ShopHits.ViewOf(hit), hit.Request.Parameter("slot"))?.Ad;

    private static bool IsShops(Hit hit) => AdCampaigns.AdvertiserOf(hit.Request.Parameter("id")) == ShopHits.Site;

    private bool IsNewOrder(Hit hit) => hit.Request.Parameter("cd[order_id]") is not { Length: > 0 and <= 64 } order
        || _orders.Count >= MostRemembered || _orders.Add(order);

    private Line LineOf(int product) => _lines.TryGetValue(product, out var line) ? line : _lines[product] = new Line();

    private static HashSet<int> ProductsOf(Hit hit) => hit.Request.Parameter("cd[content_ids]") is { Length: > 0 and <= MostIdText } ids
        ? [.. ids.Split(',', MostIds + 1).Take(MostIds).Select(ProductOf).OfType<int>()]
        : [];

    private static int? ProductOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Catalogue.Find(id) is not null ? id : null;

    private static string Name(int product) => Catalogue.Find(product)!.Name;

    private sealed class Line
    {
        public HitsTally Looked { get; } = new();

        public HitsTally Shown { get; } = new();

        public HitsTally CameBack { get; } = new();

        public HitsTally Bought { get; } = new();
    }
}
