using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Lenses;
using PixelLab.Core.Reports.Sheets;
using PixelLab.Core.Vendors;

namespace PixelLab.Core.Reports;

/// <summary>Which of the shop's pages are opened most, as its analytics pixel tells.</summary>
public sealed class PagesReport : BusinessReport
{
    private static readonly EventKinds Taken = EventKinds.Of(typeof(Hit));

    private const int MostViews = 100_000;
    private const int MostPages = 2_000;
    private const int MostRows = 20;
    private const int MostTitle = 80;
    private const string Others = "all other pages";

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Line> _pages = new(StringComparer.Ordinal);
    private int _all;

    /// <inheritdoc />
    public override EventKinds Takes => Taken;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        if (labEvent is not Hit hit || !ShopHits.IsPageView(hit) || !IsNew(hit))
        {
            return;
        }

        var line = LineOf(ShopHits.PageOf(hit));
        _all++;
        line.Views.Add(hit.Id);
        if (VendorList.Find(hit.Vendor)?.TitleOf(hit.Request) is { Length: > 0 } title)
        {
            line.Title = PlainText.Shown(title, MostTitle);
        }
    }

    /// <inheritdoc />
    public override void TakeIn(BusinessReport others)
    {
        var other = (PagesReport)others;
        _all += other._all;
        foreach (var (page, counted) in other._pages)
        {
            var line = LineOf(page);
            line.Views.TakeIn(counted.Views);
            line.Title ??= counted.Title;
        }
    }

    /// <inheritdoc />
    public override ReportSheet Sheet(Lens lens)
    {
        var ranked = _pages.OrderByDescending(page => page.Value.Views.Count).ThenBy(page => page.Key, StringComparer.Ordinal).ToList();
        var rows = ranked.Take(MostRows).Select(page => Row(page.Key, page.Key, page.Value.Title, page.Value.Views.Now)).ToList();
        if (ranked.Count > MostRows)
        {
            var rest = ranked.Skip(MostRows).ToList();
            var first = rest.SelectMany(page => page.Value.Views.Now.Events).Order().Take(HitsBehind.MostKept).ToList();
            rows.Add(Row("the-rest", ReportText.Count(rest.Count, "more page"), null, new HitsBehind(rest.Sum(page => page.Value.Views.Count), first)));
        }

        return new ReportSheet
        {
            Headline = new("page views", _all, ReportUnit.Count),
            Bought = Bought(ranked.Select(page => (page.Key, page.Value.Views.Count)).FirstOrDefault()),
            Summary = Summary(rows),
            Tables = [new("pages", "Pages of the shop, the most visited first", "Page",
                [new("views", "Page views"), new("share", "Share of all", ReportUnit.Percent)], rows)],
            Plot = new("pages", ["views"], "Pages visited most", "Page views"),
            Limits =
            [
                "A page counts each time it is opened. Loading it again counts again.",
                "Whoever blocks the analytics pixel, or said no to it, is not in these numbers.",
            ],
            HasAnything = _all > 0,
        };
    }

    private ReportRow Row(string key, string name, string? title, HitsBehind views) =>
        new(key, name, [ReportCell.Of(views), new(ReportText.Share(views.Count, _all), views)], title);

    private string Bought((string Page, int Views) top) => _all == 0
        ? "Nothing yet: nobody has opened a page of the shop with its pixel switched on."
        : $"The shop now knows where to put what it wants seen: “{top.Page}” got {ReportText.Of(top.Views, ReportUnit.Count)} of {ReportText.Count(_all, "page view")}.";

    private static string Summary(List<ReportRow> rows) => rows.Count == 0
        ? "No page has been opened yet."
        : "Most opened: " + string.Join(", ", rows.Take(3).Select(row => $"{row.Name} ({ReportText.Of(row.Cells[0].Value, ReportUnit.Count)})")) + ".";

    private Line LineOf(string page)
    {
        if (_pages.TryGetValue(page, out var line))
        {
            return line;
        }

        page = _pages.Count < MostPages ? page : Others;
        return _pages.TryGetValue(page, out var known) ? known : _pages[page] = new Line();
    }

    /// <summary>A pixel that is asked for twice is still one view; one without an id counts by itself.</summary>
    private bool IsNew(Hit hit) => ShopHits.ViewOf(hit) is not { } view || _seen.Count >= MostViews || _seen.Add(view);

    private sealed class Line
    {
        public HitsTally Views { get; } = new();

        public string? Title { get; set; }
    }
}
