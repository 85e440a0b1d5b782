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
    private readonly Dimension _browsers = new("browsers");
    private readonly Dimension _devices = new("devices");
    private readonly Dimension _referrers = new("referrers");
    private readonly Dimension _languages = new("languages");
    private readonly Dimension _places = new("places");

    private static Words Words => Language.Asked[SheetText.Words];

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
                ? new(Words["Audience.Headline.None"], null, ReportUnit.Percent)
                : new(Words["Audience.Headline", Lead(tables[0], "Audience.Unknown.Device")], tables[0].Rows[0].Cells[1].Value, ReportUnit.Percent),
            Bought = _all == 0 ? Words["Audience.None"] : Leads(tables),
            Summary = _all == 0 ? Words["NoPage"] : Language.Asked.Sentences(tables.Select(table => Words["Audience.Summary", table.Title,
                Language.Asked.List(table.Rows.Take(3).Select(row => Words["Audience.Summary.Row", row.Name, ReportText.Of(row.Cells[1].Value, ReportUnit.Percent)]))])),
            Tables = tables,
            Plot = _devices.Plot,
            MorePlots = [_browsers.Plot, _referrers.Plot, _languages.Plot, _places.Plot],
            Limits = [Words["Audience.Limit.Views"], Words["Audience.Limit.Places"], Words["Audience.Limit.Referrer"]],
            HasAnything = _all > 0,
        };
    }

    /// <summary>The first of each, and how much of all it is: what leads need not be the most.</summary>
    private string Leads(List<ReportTable> tables)
    {
        var (device, browser, language) = (tables[0], tables[1], tables[3]);
        var from = Lead(device, "Audience.Unknown.Device");
        var with = Lead(browser, "Audience.Unknown.Browser");
        var reading = Lead(language, "Audience.Unknown.Language");
        return new[] { device, browser, language }.All(table => table.Rows[0].Cells[0].Value == _all)
            ? Words.Count("Audience.All", _all, from, with, reading)
            : Words["Audience.Parts", Words.Count("Views", _all), Part(device), from, Part(browser), with, Part(language), reading];
    }

    private string Part(ReportTable table) => table.Rows[0].Cells[0].Value switch
    {
        { } count when count == _all => Words["Audience.Part.All"],
        { } count when count * 2 > _all => Words["Audience.Part.Most"],
        var count => ReportText.Of(count, ReportUnit.Count),
    };

    private static string Lead(ReportTable table, string unknown) => table.Rows[0].Key == NotTold ? Words[unknown] : table.Rows[0].Name;

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

    private sealed class Dimension(string key)
    {
        private readonly Dictionary<string, HitsTally> _values = new(StringComparer.Ordinal);

        public ReportPlot Plot => new(key, ["views"], Words[$"Audience.{key}.Plot"], Words["PageViews"]);

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
            Words[$"Audience.{key}"],
            Words[$"Audience.{key}.Rows"],
            [new("views", Words["PageViews"]), new("share", Words["Share"], ReportUnit.Percent)],
            [
                .. _values.OrderByDescending(value => value.Value.Count).ThenBy(value => value.Key, StringComparer.Ordinal)
                    .Take(MostRows)
                    .Select(value => new ReportRow(
                        value.Key, Words.Named(value.Key), [ReportCell.Of(value.Value.Now), new(ReportText.Share(value.Value.Count, all), value.Value.Now)])),
            ]);
    }
}
