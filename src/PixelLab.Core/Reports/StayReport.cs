using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Lenses;
using PixelLab.Core.Reports.Sheets;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Metrics;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Reports;

/// <summary>
/// How long people stay on a page: the times in view that the analytics script reports every 15 seconds and as the page is
/// left, added up for each view.
/// </summary>
public sealed class StayReport : BusinessReport
{
    private static readonly EventKinds Taken = EventKinds.Of(typeof(Hit));

    /// <summary>No single report of time can be longer: beyond it, somebody made it up.</summary>
    public static readonly TimeSpan LongestBelieved = TimeSpan.FromHours(1);

    private const int MostViews = 50_000;
    private const int MostRows = 15;

    private static readonly (string Key, decimal Below)[] Spans =
    [
        ("under-5", 5),
        ("5-15", 15),
        ("15-30", 30),
        ("30-60", 60),
        ("1-3-min", 180),
        ("over-3-min", decimal.MaxValue),
    ];

    private readonly Dictionary<string, View> _views = new(StringComparer.Ordinal);
    private readonly HitsTally _unbelieved = new();

    private static Words Words => Language.Asked[SheetText.Words];

    /// <inheritdoc />
    public override EventKinds Takes => Taken;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        if (labEvent is not Hit hit || !ShopHits.IsMetrics(hit) || ShopHits.ViewOf(hit) is not { } id)
        {
            return;
        }

        var what = VendorList.EventOf(hit);
        if (what is VendorEvents.PageView)
        {
            if (ViewOf(id) is { Page: null } view)
            {
                view.Page = ShopHits.PageOf(hit);
                view.Opened = hit.Id;
            }
        }
        else if (what is VendorEvents.Engagement)
        {
            TakeTime(hit, id);
        }
    }

    /// <inheritdoc />
    public override void TakeIn(BusinessReport others)
    {
        var other = (StayReport)others;
        _unbelieved.TakeIn(other._unbelieved);
        foreach (var (id, view) in other._views)
        {
            // Views of other people are other views, whatever they are called.
            _views[string.Create(CultureInfo.InvariantCulture, $"{_views.Count} {id}")] = view;
        }
    }

    /// <inheritdoc />
    public override ReportSheet Sheet(Lens lens)
    {
        var opened = _views.Values.Where(view => view.Page is not null).OrderBy(view => view.Opened).ToList();
        var known = opened.Where(view => view.Times.Count > 0).ToList();
        var times = known.Select(view => view.Seconds).Order().ToList();
        return new ReportSheet
        {
            Headline = new(Words[times.Count == 1 ? "Stay.Headline.One" : "Stay.Headline"], Quantile(times, 0.5m), ReportUnit.Seconds),
            Bought = Bought(times, opened.Count),
            Summary = Summary(known, times),
            Tables = [Spread(known), Pages(opened)],
            Plot = new("spread", ["views"], Words["Stay.Plot"], Words["PageViews"]),
            Limits =
            [
                Words["Stay.Limit.View"],
                .. Silent(opened.Count - known.Count),
                Words["Stay.Limit.Open"],
                .. Unbelieved(),
            ],
            HasAnything = opened.Count > 0,
        };
    }

    /// <summary>The value below which that part of the sorted numbers lies, straight between two where it falls between them.</summary>
    internal static decimal? Quantile(IReadOnlyList<decimal> sorted, decimal part)
    {
        if (sorted.Count == 0)
        {
            return null;
        }

        var place = part * (sorted.Count - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return Math.Round(sorted[below] + ((place - below) * (sorted[above] - sorted[below])), 1);
    }

    private void TakeTime(Hit hit, string id)
    {
        if (VendorList.Find(MetricsWire.VendorName)!.DetailOf(hit.Request).Engaged is not { } engaged)
        {
            return;
        }

        if (engaged > LongestBelieved)
        {
            _unbelieved.Add(hit.Id);
        }
        else if (ViewOf(id) is { } view)
        {
            view.Seconds += (decimal)engaged.TotalSeconds;
            view.Times.Add(hit.Id);
        }
    }

    private View? ViewOf(string id) => _views.TryGetValue(id, out var view) ? view
        : _views.Count < MostViews ? _views[id] = new View() : null;

    private static ReportTable Spread(List<View> known)
    {
        var from = 0m;
        var rows = new List<ReportRow>();
        foreach (var (key, below) in Spans)
        {
            var within = known.Where(view => view.Seconds >= from && view.Seconds < below).ToList();
            var evidence = new HitsBehind(within.Count, [.. within.Select(view => view.Opened).Take(HitsBehind.MostKept)]);
            rows.Add(new(key, Words[$"Span.{key}"], [ReportCell.Of(evidence), new(ReportText.Share(within.Count, known.Count), evidence)]));
            from = below;
        }

        return new("spread", Words["Stay.Spread"], Words["Stay.Spread.Rows"],
            [new("views", Words["PageViews"]), new("share", Words["Share"], ReportUnit.Percent)], rows);
    }

    private static ReportTable Pages(List<View> opened)
    {
        var rows = opened.GroupBy(view => view.Page!)
            .OrderByDescending(page => page.Count()).ThenBy(page => page.Key, StringComparer.Ordinal)
            .Take(MostRows)
            .Select(page =>
            {
                var told = page.Where(view => view.Times.Count > 0).ToList();
                var times = told.Select(view => view.Seconds).Order().ToList();
                var evidence = HitsBehind.Of(told.SelectMany(view => view.Times.Now.Events).Order());
                return new ReportRow(page.Key, Words.Named(page.Key),
                [
                    new(Quantile(times, 0.5m), evidence),
                    new(Quantile(times, 0.25m), evidence),
                    new(Quantile(times, 0.75m), evidence),
                    ReportCell.Of(HitsBehind.Of(told.Select(view => view.Opened))),
                    ReportCell.Of(HitsBehind.Of(page.Where(view => view.Times.Count == 0).Select(view => view.Opened))),
                ]);
            });
        return new("pages", Words["Stay.Pages"], Words["Page"],
            [
                new("median", Words["Stay.Median"], ReportUnit.Seconds),
                new("lower", Words["Stay.Lower"], ReportUnit.Seconds),
                new("upper", Words["Stay.Upper"], ReportUnit.Seconds),
                new("known", Words["Stay.Known"]),
                new("unknown", Words["Stay.Unknown"]),
            ],
            [.. rows]);
    }

    private static string Bought(List<decimal> times, int opened) => (times.Count, opened) switch
    {
        (0, 0) => Words["Stay.None"],
        (0, _) => Words["Stay.NoTime"],
        (1, _) => Words["Stay.Bought.One", ReportText.Seconds(times[0])],
        _ => Words["Stay.Bought", Words.Count("Views", times.Count), ReportText.Seconds(Quantile(times, 0.5m)!.Value)],
    };

    private static string Summary(List<View> known, List<decimal> times) => times.Count == 0
        ? Words["Stay.Summary.None"]
        : times.Count == 1 ? Words["Stay.Summary.One", ReportText.Seconds(times[0])]
        : Words["Stay.Summary", Words.Count("Views", known.Count), ReportText.Seconds(Quantile(times, 0.5m)!.Value), ReportText.Seconds(Quantile(times, 0.25m)!.Value), ReportText.Seconds(Quantile(times, 0.75m)!.Value)];

    private static IEnumerable<string> Silent(int views)
    {
        if (views > 0)
        {
            yield return Words.Count("Stay.Limit.Silent", views);
        }
    }

    private IEnumerable<string> Unbelieved()
    {
        if (_unbelieved.Count > 0)
        {
            yield return Words.Count("Stay.Limit.Long", _unbelieved.Count);
        }
    }

    private sealed class View
    {
        public string? Page { get; set; }

        public long Opened { get; set; }

        public decimal Seconds { get; set; }

        public HitsTally Times { get; } = new();
    }
}
