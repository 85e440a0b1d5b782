using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Explaining.UserAgents;
using PixelLab.Core.Languages;
using PixelLab.Core.Lenses;
using PixelLab.Core.Reports.Sheets;
using PixelLab.Core.Vendors;

namespace PixelLab.Core.Reports;

/// <summary>Where the shop's page views come from and with what: referrers, devices, browsers, languages, places.</summary>
public sealed class AudienceReport : BusinessReport
{
    private static readonly EventKinds Taken = EventKinds.Of(typeof(Hit));

    private const int MostViews = 100_000;
    private const int MostValues = 300;
    private const int MostRows = 12;
    private const int MostText = 60;
    private const string Others = "everything else";
    private const string NotTold = "not told";

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dimension _browsers = new("browsers", "Browsers", "Browser");
    private readonly Dimension _devices = new("devices", "Devices", "Device");
    private readonly Dimension _referrers = new("referrers", "Where people came from", "The page before");
    private readonly Dimension _languages = new("languages", "Languages", "Language");
    private readonly Dimension _places = new("places", "Places, by an invented map", "Place (invented)");

    private Dimension[] Dimensions => [_devices, _browsers, _referrers, _languages, _places];

    private int _all;

    /// <inheritdoc />
    public override EventKinds Takes => Taken;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        if (labEvent is not Hit hit || !ShopHits.IsPageView(hit)
            || (ShopHits.ViewOf(hit) is { } view && _seen.Count < MostViews && !_seen.Add(view)))
        {
            return;
        }

        var agent = UserAgentReader.Read(hit.Request.Header("User-Agent"));
        _all++;
        _browsers.Count(agent.Browser ?? NotTold, hit.Id);
        _devices.Count(FetchReader.ByOf(hit.Request) == FetchedBy.Robot ? "a robot" : DeviceOf(agent, hit.Request), hit.Id);
        _referrers.Count(ReferrerOf(hit), hit.Id);
        _languages.Count(LanguageOf(hit.Request), hit.Id);
        _places.Count(InventedPlaces.Of(hit.Request.Address), hit.Id);
    }

    /// <inheritdoc />
    public override void TakeIn(BusinessReport others)
    {
        var other = (AudienceReport)others;
        _all += other._all;
        foreach (var (own, counted) in Dimensions.Zip(other.Dimensions))
        {
            own.TakeIn(counted);
        }
    }

    /// <inheritdoc />
    public override ReportSheet Sheet(Lens lens)
    {
        var tables = Dimensions.Select(dimension => dimension.Table(_all)).ToList();
        return new ReportSheet
        {
            Headline = _all == 0
                ? new("of page views from one kind of device", null, ReportUnit.Percent)
                : new($"of page views came from {Lead(tables[0], "an unknown device")}", tables[0].Rows[0].Cells[1].Value, ReportUnit.Percent),
            Bought = _all == 0
                ? "Nothing yet: nobody has come, so there is nothing to say about where from and with what."
                : $"The shop now knows for whom to build: {Leads(tables)}.",
            Summary = _all == 0 ? "No page has been opened yet." : string.Join(" ", tables.Select(table =>
                $"{table.Title}: {string.Join(", ", table.Rows.Take(3).Select(row => $"{row.Name} {ReportText.Of(row.Cells[1].Value, ReportUnit.Percent)}"))}.")),
            Tables = tables,
            Plot = new("devices", ["views"], "Page views by device", "Page views"),
            MorePlots =
            [
                new("browsers", ["views"], "Page views by browser", "Page views"),
                new("referrers", ["views"], "Page views by the page before", "Page views"),
                new("languages", ["views"], "Page views by language", "Page views"),
                new("places", ["views"], "Page views by place (invented)", "Page views"),
            ],
            Limits =
            [
                "Page views are counted, not people: somebody who opens ten pages counts ten times.",
                "The places are made up. Real trackers look an address up in a bought map; this map knows only addresses that are set aside for examples.",
                "A browser may hide which page came before. Then it counts as “nothing was told”.",
            ],
            HasAnything = _all > 0,
        };
    }

    /// <summary>The first of each, and how much of all it is: what leads need not be the most.</summary>
    private string Leads(List<ReportTable> tables)
    {
        var views = ReportText.Count(_all, "page view");
        var (device, browser, language) = (tables[0], tables[1], tables[3]);
        var came = $"came from {Lead(device, "an unknown device")}";
        var with = $"in {Lead(browser, "an unknown browser")}";
        var reading = $"in {Lead(language, "an unknown language")}";
        return new[] { device, browser, language }.All(table => table.Rows[0].Cells[0].Value == _all)
            ? $"{(_all == 1 ? "the one page view" : "all of " + views)} {came}, {with}, {reading}"
            : $"of {views}, {Part(device)} {came}, {Part(browser)} {with} and {Part(language)} {reading}";
    }

    private string Part(ReportTable table) => table.Rows[0].Cells[0].Value switch
    {
        { } count when count == _all => "all",
        { } count when count * 2 > _all => "most",
        var count => ReportText.Of(count, ReportUnit.Count),
    };

    private static string Lead(ReportTable table, string unknown) => table.Rows[0].Name is var name && name == NotTold ? unknown : name;

    private static string DeviceOf(UserAgent agent, CapturedRequest request)
    {
        var text = request.Header("User-Agent") ?? "";
        return agent.Os switch
        {
            "iOS" when text.Contains("iPad", StringComparison.Ordinal) => "a tablet",
            "iOS" => "a phone",
            // Android tablets leave the word out, as Chrome's own guide to its user agent says.
            "Android" => request.Header("sec-ch-ua-mobile") == "?1" || text.Contains("Mobile", StringComparison.Ordinal) ? "a phone" : "a tablet",
            null => NotTold,
            _ => "a computer",
        };
    }

    private static string ReferrerOf(Hit hit)
    {
        var wire = VendorList.Find(hit.Vendor)!;
        if (PagePlace.Read(wire.ReferrerOf(hit.Request)) is not { } from)
        {
            return "nothing was told";
        }

        return PagePlace.Read(wire.PageOf(hit.Request))?.Authority == from.Authority
            ? "another page of the shop"
            : PlainText.Shown(from.Name, MostText);
    }

    private static string LanguageOf(CapturedRequest request)
    {
        if (request.Parameter("ul") is { Length: > 0 } told)
        {
            return NameOf(told);
        }

        return LanguageNames.Preferred(request.Header("Accept-Language") ?? "") is [var first, ..] ? NameOf(first) : NotTold;
    }

    private static string NameOf(string tag) => LanguageNames.Plain(tag, Language.English) ?? PlainText.Shown(tag, MostText);

    private sealed class Dimension(string key, string title, string rowsAre)
    {
        private readonly Dictionary<string, HitsTally> _values = new(StringComparer.Ordinal);

        public void Count(string value, long hit) => TallyOf(value).Add(hit);

        public void TakeIn(Dimension others)
        {
            foreach (var (value, tally) in others._values)
            {
                TallyOf(value).TakeIn(tally);
            }
        }

        private HitsTally TallyOf(string value)
        {
            if (_values.TryGetValue(value, out var tally))
            {
                return tally;
            }

            value = _values.Count < MostValues ? value : Others;
            return _values.TryGetValue(value, out var known) ? known : _values[value] = new HitsTally();
        }

        public ReportTable Table(int all) => new(
            key,
            title,
            rowsAre,
            [new("views", "Page views"), new("share", "Share", ReportUnit.Percent)],
            [
                .. _values.OrderByDescending(value => value.Value.Count).ThenBy(value => value.Key, StringComparer.Ordinal)
                    .Take(MostRows)
                    .Select(value => new ReportRow(
                        value.Key, value.Key, [ReportCell.Of(value.Value.Now), new(ReportText.Share(value.Value.Count, all), value.Value.Now)])),
            ]);
    }
}
