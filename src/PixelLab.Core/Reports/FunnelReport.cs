using PixelLab.Core.Events;
using PixelLab.Core.Languages;
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

    private static readonly string[] Steps = ["course", "product", "cart", "checkout", "purchase"];

    private readonly LensReading _lenses = new();
    private readonly List<(long Hit, int Step)> _hits = [];
    private readonly HitsTally[] _views = [.. Steps.Select(_ => new HitsTally())];
    private readonly HashSet<(string View, int Step)> _seen = [];
    private readonly List<(LensReading Lenses, List<(long Hit, int Step)> Hits)> _others = [];

    private static Words Words => Language.Asked[SheetText.Words];

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
            rows.Add(new(Steps[step], NameOf(step),
            [
                new(reached[step], visitors[step].Behind),
                new(step == 0 ? null : ReportText.Share(reached[step], reached[step - 1]), visitors[step].Behind),
                ReportCell.Of(_views[step].Now),
            ], Words[$"Step.{Steps[step]}.Detail"]));
        }

        return new ReportSheet
        {
            Headline = new(Words["Funnel.Headline"], ReportText.Share(reached[^1], reached[0]), ReportUnit.Percent),
            Bought = Bought(reached),
            Summary = reached[0] == 0
                ? Words["Funnel.Summary.None"]
                : Language.Asked.Sentences(
                    Words["Funnel.Summary", Language.Asked.List(reached.Select((visitors, step) => Words["Funnel.Summary.Step", NameOf(step), visitors]))],
                    _others.Count == 0 ? Words["Funnel.Summary.Own", Words[$"Funnel.By.{lens}"]] : null),
            Tables = [new("steps", Words["Funnel.Table", Words[$"Funnel.By.{lens}"]], Words["Funnel.Rows"],
                [
                    new("visitors", Words["Funnel.Reached"]),
                    new("on", Words["Funnel.On"], ReportUnit.Percent),
                    new("views", Words["PageViews"]),
                ],
                rows)],
            Plot = new("steps", ["visitors"], Words["Funnel.Reached"], Words["Funnel.Axis"]),
            Limits =
            [
                Words["Funnel.Limit.Later"],
                Words[$"Funnel.Limit.{lens}"],
                Words["Funnel.Limit.Views"],
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
            return Words["Funnel.None"];
        }

        var worst = Enumerable.Range(1, reached.Length - 1)
            .Where(step => reached[step - 1] > 0)
            .OrderByDescending(step => reached[step - 1] - reached[step])
            .First();
        var lost = reached[worst - 1] - reached[worst];
        var elsewhere = Enumerable.Range(1, reached.Length - 1).Where(step => step != worst).Max(step => reached[step - 1] - reached[step]);
        return lost == 0
            ? Words["Funnel.All", Words.Count("Funnel.Visitors", reached[^1])]
            : Words[lost == elsewhere ? "Funnel.Lost.Equal" : "Funnel.Lost", lost, Words.Count("Funnel.Visitors", reached[worst - 1]), NameOf(worst - 1)];
    }

    private static string NameOf(int step) => Words[$"Step.{Steps[step]}"];
}
