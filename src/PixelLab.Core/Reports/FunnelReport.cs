using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Reports.Sheets;
using PixelLab.Core.Town;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Reports;

/// <summary>How far people get in the shop: from a course over a product, the cart and the till to an order.</summary>
public sealed class FunnelReport : BusinessReport
{
    private static readonly EventKinds Taken = EventKinds.Of(typeof(Hit));

    private const int MostHits = 200_000;

    private static readonly (string Key, string Name, string Detail)[] Steps =
    [
        ("course", "Front page or department", "looked around"),
        ("product", "Product", "looked at one thing"),
        ("cart", "Cart", "put something in, or looked into it"),
        ("checkout", "Checkout", "went to the till"),
        ("purchase", "Order", "bought"),
    ];

    private readonly LensReading _lenses = new();
    private readonly List<(long Hit, int Step)> _hits = [];
    private readonly HitsTally[] _views = [.. Steps.Select(_ => new HitsTally())];
    private readonly HashSet<(string View, int Step)> _seen = [];
    private readonly List<(LensReading Lenses, List<(long Hit, int Step)> Hits)> _others = [];

    private IEnumerable<(LensReading Lenses, List<(long Hit, int Step)> Hits)> Everybody => _others.Prepend((_lenses, _hits));

    /// <inheritdoc />
    public override EventKinds Takes => Taken;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        if (labEvent is not Hit hit)
        {
            return;
        }

        _lenses.Add(hit);
        if (_hits.Count >= MostHits || StepOf(hit) is not { } step)
        {
            return;
        }

        _hits.Add((hit.Id, step));

        // Two vendors tell of the same page view: it is one.
        if (ShopHits.ViewOf(hit) is not { } view || _seen.Add((view, step)))
        {
            _views[step].Add(hit.Id);
        }
    }

    /// <inheritdoc />
    public override void TakeIn(BusinessReport others)
    {
        var other = (FunnelReport)others;
        _others.AddRange(other.Everybody);
        foreach (var (own, counted) in _views.Zip(other._views))
        {
            own.TakeIn(counted);
        }
    }

    /// <inheritdoc />
    public override ReportSheet Sheet(Lens lens)
    {
        var visitors = Visitors(lens);
        var reached = visitors.Select(step => step.Visitors).ToArray();
        var rows = new List<ReportRow>();
        for (var step = 0; step < Steps.Length; step++)
        {
            rows.Add(new(Steps[step].Key, Steps[step].Name,
            [
                new(reached[step], visitors[step].Behind),
                new(step == 0 ? null : ReportText.Share(reached[step], reached[step - 1]), visitors[step].Behind),
                ReportCell.Of(_views[step].Now),
            ], Steps[step].Detail));
        }

        return new ReportSheet
        {
            Headline = new("of visitors end with an order", ReportText.Share(reached[^1], reached[0]), ReportUnit.Percent),
            Bought = Bought(reached),
            Summary = reached[0] == 0
                ? "Nobody has been seen in the shop."
                : "Visitors who got there: " + string.Join(", ", Steps.Select((step, place) => $"{step.Name} {reached[place]}")) + ".",
            Tables = [new("steps", $"How far visitors get, told apart by {InWords(lens)}", "Step",
                [
                    new("visitors", "Visitors who got this far"),
                    new("on", "Of those before, came on", ReportUnit.Percent),
                    new("views", "Page views"),
                ],
                rows)],
            Plot = new("steps", ["visitors"], "Visitors who got this far", "Visitors"),
            Limits =
            [
                "Who got to a later step is counted at the earlier ones too, also if an ad led straight to a product.",
                LimitOf(lens),
                "“Page views” does not depend on telling visitors apart: it counts pages, and one visitor may open a page many times. So only visitors are reckoned from step to step.",
            ],
            HasAnything = Everybody.Any(people => people.Hits.Count > 0),
        };
    }

    private static int? StepOf(Hit hit)
    {
        if (hit.Site != ShopHits.Site)
        {
            return null;
        }

        if (hit.Vendor == AdnetWire.VendorName)
        {
            return VendorList.EventOf(hit) switch
            {
                VendorEvents.ViewItemList => 0,
                VendorEvents.ViewItem => 1,
                VendorEvents.AddToCart => 2,
                VendorEvents.BeginCheckout => 3,
                VendorEvents.Purchase => 4,
                VendorEvents.PageView => StepOf(ShopHits.PageOf(hit)),
                _ => null,
            };
        }

        return ShopHits.IsPageView(hit) ? StepOf(ShopHits.PageOf(hit)) : null;
    }

    private static int? StepOf(string page) => page.Split('/', 4) switch
    {
        ["", ""] => 0,
        ["", "cart"] => 2,
        ["", "checkout"] => 3,
        ["", "order"] => 4,
        ["", var category] when Catalogue.FindCategory(category) is not null => 0,
        ["", var category, _] when Catalogue.FindCategory(category) is not null => 1,
        _ => null,
    };

    private (int Visitors, HitsBehind Behind)[] Visitors(Lens lens)
    {
        var reached = new int[Steps.Length];
        var hits = Steps.Select(_ => new HitsTally()).ToArray();
        foreach (var (lenses, seen) in Everybody)
        {
            var furthest = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (hit, step) in seen)
            {
                if (lenses.VisitorOf(lens, hit) is { } visitor)
                {
                    furthest[visitor] = Math.Max(furthest.GetValueOrDefault(visitor, -1), step);

                    // A hit of a later step shows too that its visitor got this far.
                    for (var passed = 0; passed <= step; passed++)
                    {
                        hits[passed].Add(hit);
                    }
                }
            }

            for (var step = 0; step < Steps.Length; step++)
            {
                reached[step] += furthest.Values.Count(last => last >= step);
            }
        }

        return [.. Steps.Select((_, step) => (reached[step], hits[step].Now))];
    }

    private static string Bought(int[] reached)
    {
        if (reached[0] == 0)
        {
            return "Nothing yet: this way of telling visitors apart has seen nobody in the shop.";
        }

        var worst = Enumerable.Range(1, reached.Length - 1)
            .Where(step => reached[step - 1] > 0)
            .OrderByDescending(step => reached[step - 1] - reached[step])
            .First();
        var lost = reached[worst - 1] - reached[worst];
        var elsewhere = Enumerable.Range(1, reached.Length - 1).Where(step => step != worst).Max(step => reached[step - 1] - reached[step]);
        return lost == 0
            ? $"Everybody who came went all the way: {ReportText.Count(reached[^1], "visitor")} ordered, so there is nothing to mend yet."
            : $"The shop now knows where to mend: {lost} of {ReportText.Count(reached[worst - 1], "visitor")} stopped after “{Steps[worst - 1].Name}”, {(lost == elsewhere ? "and no step loses more" : "more than at any other step")}.";
    }

    private static string InWords(Lens lens) => lens switch
    {
        Lens.PixelOnly => "pixels alone",
        Lens.CookieOnly => "cookies alone",
        Lens.Both => "pixels and cookies",
    };

    private static string LimitOf(Lens lens) => lens switch
    {
        Lens.PixelOnly => "Pixels alone take people behind one address with the same browser for one visitor, and one person on two days for two.",
        Lens.CookieOnly => "Cookies alone take a browser that refuses or clears its cookies for a new visitor each time, and never see pixels that set no cookie.",
        Lens.Both => "Both together join what belongs together where a cookie or an account says so, and guess elsewhere.",
    };
}
