using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Explaining.UserAgents;
using PixelLab.Core.Languages;
using PixelLab.Core.Lenses;
using PixelLab.Core.Readings;
using PixelLab.Core.Rules;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Metrics;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Compare;

/// <summary>
/// The same visits, read by a tracker with pixels but no cookies, by one with cookies alone and by one with both, and what
/// really happened. A fold: after N events it is the state after event N.
/// </summary>
public sealed class CompareReading : Reading
{
    private const int MostRuns = 120;
    private const int MostVisitors = 24;
    private const int MostHitsNamed = 50;
    private const int MostDigits = 6;

    private readonly EvidenceReading _evidence = new();
    private readonly List<HitFact> _facts = [];
    private readonly Dictionary<string, int> _browserNumbers = new(StringComparer.Ordinal);
    private readonly List<string> _browsers = [];
    private readonly CookieTrail _tracking = new(AdnetWire.IdCookie, AdnetWire.VendorName);
    private readonly CookieTrail _partitioned = new(AdnetWire.PartitionedIdCookie, AdnetWire.VendorName);
    private readonly CookieTrail _preference = new(PreferenceCookie.Name, PreferenceCookie.Site);
    private readonly CookieSummaries _summary = new();
    private int _browserBefore;
    private int _events;
    private long _last;
    private DateTimeOffset? _at;
    private int? _people;
    private (string PageView, Hit Hit)? _pixelPage;
    private (Hit Pixel, Hit Cookie)? _lastVisit;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        _events++;
        _last = labEvent.Id;
        _at = labEvent.At;
        _evidence.Add(labEvent);
        _summary.Add(labEvent);
        switch (labEvent)
        {
            case Hit hit:
                AddHit(hit);
                break;
            case SettingChanged { Name: SettingNames.People } said when _people is null:
                _people = PeopleIn(said.Value);
                break;
            case Visit { Site: PreferenceCookie.Site } visit:
                _preference.Take(visit.Id, visit.Request, []);
                break;
            default:
                break;
        }
    }

    /// <summary>The whole as of now, with its words in a language. It stays as it is when the reading goes on.</summary>
    public Comparison Snapshot(Language language)
    {
        var numbers = EachLens.Of(Numbers);
        var runs = Runs(numbers);
        return new Comparison
        {
            Events = _events,
            Hits = _facts.Count,
            Last = _last,
            At = _at,
            Image = _facts.Count == 0 ? null : _facts[^1].Id,
            Tracking = Further(_tracking, _partitioned).Specimen(language),
            Preference = _preference.Specimen(language),
            LastVisit = LastVisit(language),
            Lenses = [.. numbers.Pairs.Select(entry => View(entry.Lens, entry.Value))],
            Browsers = [.. _browsers.Select(userAgent => Browser(userAgent, language))],
            People = _people,
            Runs = [.. runs.TakeLast(MostRuns)],
            EarlierHits = runs.SkipLast(MostRuns).Sum(run => run.Hits),
            Evidence = [.. Experiments.All.Select(Row)],
            Trying = _evidence.Current,
            Summary = _summary.Snapshot(),
        };
    }

    private void AddHit(Hit hit)
    {
        var wire = VendorList.Find(hit.Vendor);
        var eventCode = VendorList.EventOf(hit);
        var detail = wire?.DetailOf(hit.Request) ?? EventDetail.None;
        _facts.Add(new HitFact(
            hit.Id, hit.Site, BrowserOf(hit), eventCode,
            detail.Subject is { } subject ? PlainText.Shown(subject, 60) : null,
            detail.Worth is { } worth ? PlainText.Shown(worth, 40) : null,
            HitMarks.Of(hit).Person));
        if (hit.Vendor == AdnetWire.VendorName)
        {
            _tracking.Take(hit.Id, hit.Request, hit.SetCookies);
            _partitioned.Take(hit.Id, hit.Request, hit.SetCookies);
        }

        PairPage(hit, eventCode);
    }

    /// <summary>Finds the page view that both web analytics and the advertising network reported.</summary>
    private void PairPage(Hit hit, string eventCode)
    {
        if (eventCode != VendorEvents.PageView || VendorList.PlantOf(hit)?.Split('.', 2)[0] is not { Length: > 0 } pageView)
        {
            return;
        }

        if (_pixelPage is { } waiting && waiting.PageView == pageView && waiting.Hit.Vendor != hit.Vendor)
        {
            var pixel = hit.Vendor == MetricsWire.VendorName ? hit : waiting.Hit;
            var cookie = hit.Vendor == MetricsWire.VendorName ? waiting.Hit : hit;
            _lastVisit = (pixel, cookie);
        }

        _pixelPage = (pageView, hit);
    }

    private LastVisit? LastVisit(Language language) => _lastVisit is not ({ } pixel, { } cookie)
        ? null
        : new LastVisit(
            VendorList.Find(pixel.Vendor)?.TitleOf(pixel.Request) is { } title ? PlainText.Shown(title, 80) : language[ComparingText.Words]["Page"],
            pixel.Site, pixel.Id, cookie.Id);

    private static string Browser(string userAgent, Language language) =>
        UserAgentReader.Read(userAgent).InWords(language)
        ?? (userAgent.Length > 0 ? PlainText.Shown(userAgent, 60) : language[ComparingText.Words]["UnnamedBrowser"]);

    /// <summary>The browser that really was behind a hit; behind that of a mail service or a robot, the one before.</summary>
    private int BrowserOf(Hit hit) => FetchReader.Of(hit) is { IsMailServices: false, IsNobodys: false }
        ? _browserBefore = BrowserNumber(hit.Request.Header("User-Agent") ?? "")
        : _browserBefore;

    private int BrowserNumber(string userAgent)
    {
        if (!_browserNumbers.TryGetValue(userAgent, out var number))
        {
            number = _browsers.Count;
            _browserNumbers[userAgent] = number;
            _browsers.Add(userAgent);
        }

        return number;
    }

    /// <summary>The number of each of a tracker's visitors, by its key, from 1.</summary>
    private Dictionary<string, int> Numbers(Lens lens) =>
        _evidence.Lenses.Visitors(lens).Select((visitor, index) => (visitor.Key, index)).ToDictionary(
            pair => pair.Key, pair => pair.index + 1, StringComparer.Ordinal);

    private List<TimeRun> Runs(EachLens<Dictionary<string, int>> numbers)
    {
        var runs = new List<TimeRun>();
        foreach (var fact in _facts)
        {
            int Number(Lens lens) => _evidence.Lenses.VisitorOf(lens, fact.Id) is { } key ? numbers[lens][key] : 0;
            var (pixel, cookie, both) = EachLens.Of(Number);
            var run = new TimeRun(fact.Id, fact.Id, 1, fact.Site, fact.Browser, pixel, cookie, both);
            if (runs.Count > 0 && runs[^1] with { First = run.First, Last = run.Last, Hits = 1 } == run)
            {
                runs[^1] = runs[^1] with { Last = run.Last, Hits = runs[^1].Hits + 1 };
            }
            else
            {
                runs.Add(run);
            }
        }

        return runs;
    }

    private LensView View(Lens lens, Dictionary<string, int> numbers)
    {
        var visitors = _evidence.Lenses.Visitors(lens);
        var facts = _facts.ToDictionary(fact => fact.Id);
        return new LensView(
            lens, visitors.Count,
            [.. visitors.TakeLast(MostVisitors).Select(visitor => Profile(lens, visitor, numbers[visitor.Key], facts))]);
    }

    private static VisitorProfile Profile(Lens lens, LensVisitor visitor, int number, Dictionary<long, HitFact> facts)
    {
        var own = visitor.Hits.Select(hit => facts[hit]).ToList();
        return new VisitorProfile(
            number, own.Count, own[0].Id, own[^1].Id,
            [.. visitor.Sites.Take(8)],
            [.. own
                .Where(fact => fact is { Subject: not null, Event: VendorEvents.ViewItem or VendorEvents.ViewItemList or VendorEvents.Search })
                .GroupBy(fact => fact.Subject!)
                .OrderByDescending(group => group.Count())
                .Take(5)
                .Select(group => group.Key)],
            [.. own.Where(fact => fact is { Event: VendorEvents.Purchase, Worth: not null }).Select(fact => fact.Worth!).Take(5)],
            own.Count(fact => fact.Event == VendorEvents.EmailOpen),
            LinksPeople(lens) && own.LastOrDefault(fact => fact.Person is not null)?.Person is { } person ? PlainText.Shown(person, 60) : null);
    }

    /// <summary>Only the tracker that uses everything links an account or a recipient to what it saw.</summary>
    private static bool LinksPeople(Lens lens) => lens switch
    {
        Lens.PixelOnly or Lens.CookieOnly => false,
        Lens.Both => true,
    };

    private EvidenceRow Row(Experiment experiment)
    {
        EvidenceCell Cell(Lens lens)
        {
            var cell = _evidence.Cell(experiment.Name, lens);
            return cell with { Hits = [.. cell.Hits.Take(MostHitsNamed)] };
        }

        var (pixel, cookie, both) = EachLens.Of(Cell);
        return new EvidenceRow(experiment.Name, pixel, cookie, both, _evidence.Unjoined(experiment.Name));
    }

    private static int? PeopleIn(string text) =>
        text.Length <= MostDigits && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var people) ? people : null;

    /// <summary>The cookie that came back, before one that was only given; and the one for all sites before its twin.</summary>
    private static CookieTrail Further(CookieTrail cookie, CookieTrail twin) =>
        !cookie.IsSeen || (cookie.Carried == 0 && twin.Carried > 0) ? twin : cookie;

    private sealed record HitFact(
        long Id, string? Site, int Browser, string Event, string? Subject, string? Worth, string? Person);
}
