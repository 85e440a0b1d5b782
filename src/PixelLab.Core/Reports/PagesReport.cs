using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Languages;
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

    private static Words Words => Language.Asked[SheetText.Words];

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
        var rows = ranked.Take(MostRows).Select(page => Row(page.Key, Words.Named(page.Key), page.Value.Title, page.Value.Views.Now)).ToList();
        if (ranked.Count > MostRows)
        {
            var rest = ranked.Skip(MostRows).ToList();
            var first = rest.SelectMany(page => page.Value.Views.Now.Events).Order().Take(HitsBehind.MostKept).ToList();
            rows.Add(Row("the-rest", Words.Count("Pages.More", rest.Count), null, new HitsBehind(rest.Sum(page => page.Value.Views.Count), first)));
        }

        return new ReportSheet
        {
            Headline = new(Words["Pages.Headline"], _all, ReportUnit.Count),
            Bought = Bought(ranked.Select(page => (page.Key, page.Value.Views.Count)).FirstOrDefault()),
            Summary = Summary(rows),
            Tables = [new("pages", Words["Pages.Table"], Words["Page"],
                [new("views", Words["PageViews"]), new("share", Words["Pages.Share"], ReportUnit.Percent)], rows)],
            Plot = new("pages", ["views"], Words["Pages.Plot"], Words["PageViews"]),
            Limits = [Words["Pages.Limit.Again"], Words["Pages.Limit.Blocked"]],
            HasAnything = _all > 0,
        };
    }

    private ReportRow Row(string key, string name, string? title, HitsBehind views) =>
        new(key, name, [ReportCell.Of(views), new(ReportText.Share(views.Count, _all), views)], title);

    private string Bought((string Page, int Views) top) => _all == 0
        ? Words["Pages.None"]
        : Words["Pages.Bought", Words.Named(top.Page), ReportText.Of(top.Views, ReportUnit.Count), Words.Count("Views", _all)];

    private static string Summary(List<ReportRow> rows) => rows.Count == 0
        ? Words["NoPage"]
        : Words["Pages.Summary", Language.Asked.List(rows.Take(3).Select(row => Words["Pages.Summary.Page", row.Name, ReportText.Of(row.Cells[0].Value, ReportUnit.Count)]))];

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
