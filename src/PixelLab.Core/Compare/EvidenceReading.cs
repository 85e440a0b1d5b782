using System.Globalization;
using System.Text.Json.Serialization;
using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Readings;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Compare;

/// <summary>What came of trying something, for one tracker.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Evidence>))]
public enum Evidence
{
    /// <summary>Nobody has tried yet, or nothing has been opened since.</summary>
    [JsonStringEnumMemberName("not_tried")]
    NotTried,

    /// <summary>The tracker counted what came to a visitor it had seen before.</summary>
    [JsonStringEnumMemberName("recognised")]
    Recognised,

    /// <summary>The tracker took the visitor for a new one.</summary>
    [JsonStringEnumMemberName("not_recognised")]
    NotRecognised,

    /// <summary>Pages were opened, but the tracker saw nothing of it.</summary>
    [JsonStringEnumMemberName("never_seen")]
    NeverSeen,
}

/// <summary>A cell of the evidence table.</summary>
/// <param name="Evidence">What came of it.</param>
/// <param name="Hits">The hits it rests on, by id.</param>
public sealed record EvidenceCell(Evidence Evidence, IReadOnlyList<long> Hits);

/// <summary>
/// Fills the evidence table from what happened: a person says what they are about to try, and the hits that follow are held
/// against those that came before. What does not belong to the trying is left out: hits of a browser that was there before do
/// not count for “another browser”.
/// </summary>
public sealed class EvidenceReading : Reading
{
    private readonly List<long> _hits = [];

    /// <summary>The latest trying of each experiment: the table shows no earlier one.</summary>
    private readonly Dictionary<string, Trying> _tryings = new(StringComparer.Ordinal);

    /// <summary>The event at which each browser was first seen, by which every trying tells those that were there before it.</summary>
    private readonly Dictionary<string, long> _browsers = new(StringComparer.Ordinal);

    /// <summary>The same of each page view: a page that was open before the trying goes on reporting, and must not count.</summary>
    private readonly Dictionary<string, long> _pageViews = new(StringComparer.Ordinal);

    private Trying? _current;

    /// <summary>The three trackers' books, which the table is filled from.</summary>
    public LensReading Lenses { get; } = new();

    /// <summary>The experiment that is going on, by name; null before the first.</summary>
    public string? Current => _current?.Experiment.Name;

    /// <summary>Whether anything was seen yet that a later visit could be held against.</summary>
    public bool HasBaseline => _hits.Count > 0;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        Lenses.Add(labEvent);
        if (labEvent is ExperimentStarted { Experiment: var name, Id: var id })
        {
            if (Experiments.Find(name) is { } experiment)
            {
                _tryings[name] = _current = new Trying(experiment, id, _browsers, _pageViews);
            }

            return;
        }

        _current?.Take(labEvent);
        switch (labEvent)
        {
            case Hit hit:
                _hits.Add(hit.Id);
                _browsers.TryAdd(BrowserOf(hit), hit.Id);
                break;
            case Visit visit:
                _pageViews.TryAdd(visit.PageView, visit.Id);
                break;
            default:
                break;
        }
    }

    /// <summary>The cell of an experiment and a tracker, by the last time it was tried.</summary>
    public EvidenceCell Cell(string experiment, Lens lens)
    {
        if (!_tryings.TryGetValue(experiment, out var trying))
        {
            return new EvidenceCell(Evidence.NotTried, []);
        }

        var hits = HitsOf(trying);
        var seen = hits.Where(hit => Lenses.VisitorOf(lens, hit) is not null).ToList();
        if (seen.Count == 0)
        {
            var wasDone = trying.Experiment.Done is not null ? trying.IsDone
                : trying.Experiment is { Begins: null, Counts: null, TakesCookies: false } ? trying.IsVisited
                : hits.Count > 0;
            return new EvidenceCell(wasDone ? Evidence.NeverSeen : Evidence.NotTried, []);
        }

        var before = SeenBefore(trying, lens);
        var recognised = seen.Where(hit => before.Contains(Lenses.VisitorOf(lens, hit))).ToList();
        return recognised.Count > 0
            ? new EvidenceCell(Evidence.Recognised, recognised)
            : new EvidenceCell(Evidence.NotRecognised, seen);
    }

    /// <summary>The sites between which the ad network's cookie joins nothing any more, by the last time it was tried; empty where it does, or where one site alone was seen.</summary>
    public IReadOnlyList<string> Unjoined(string experiment) =>
        _tryings.TryGetValue(experiment, out var trying) && !trying.IsJoined && trying.SitesWithoutNumber.Count > 1 ? [.. trying.SitesWithoutNumber.Order(StringComparer.Ordinal)] : [];

    /// <summary>The hits that count for a trying.</summary>
    private List<long> HitsOf(Trying trying)
    {
        if (!trying.Experiment.TakesCookies)
        {
            return [.. trying.Hits.Select(hit => hit.Id)];
        }

        var numbers = SeenBefore(trying, Lens.CookieOnly);
        var withOldNumber = trying.Hits
            .Where(hit => Lenses.VisitorOf(Lens.CookieOnly, hit.Id) is { } number && numbers.Contains(number)).Select(hit => hit.PageView).ToHashSet();
        return [.. trying.Hits.Where(hit => !withOldNumber.Contains(hit.PageView)).Select(hit => hit.Id)];
    }

    /// <summary>Whom a tracker had seen before a trying began.</summary>
    private HashSet<string?> SeenBefore(Trying trying, Lens lens) =>
        [.. _hits.Where(hit => hit < trying.From).Select(hit => Lenses.VisitorOf(lens, hit))];

    /// <summary>The page view that a hit was planted in; one of its own where it was not.</summary>
    private static string PageViewOf(Hit hit) =>
        VendorList.PlantOf(hit)?.Split('.', 2)[0] ?? string.Create(CultureInfo.InvariantCulture, $"hit {hit.Id}");

    private static string BrowserOf(Hit hit) => hit.Request.Header("User-Agent") ?? "";

    /// <summary>One time that something was tried, with what happened until the next.</summary>
    /// <param name="experiment">What was tried.</param>
    /// <param name="from">The event at which it began.</param>
    /// <param name="browsers">The event at which each browser was first seen, also later ones: it goes on growing.</param>
    /// <param name="pageViews">The event at which each page view was first seen, likewise.</param>
    private sealed class Trying(
        Experiment experiment, long from, Dictionary<string, long> browsers, Dictionary<string, long> pageViews)
    {
        private bool _hasBegun = experiment.Begins is null;

        public Experiment Experiment => experiment;

        public long From => from;

        public bool IsDone { get; private set; }

        public bool IsVisited { get; private set; }

        public List<(long Id, string PageView)> Hits { get; } = [];

        /// <summary>Whether the ad network's number for all sites came along.</summary>
        public bool IsJoined { get; private set; }

        /// <summary>The sites from which the network heard without it.</summary>
        public HashSet<string> SitesWithoutNumber { get; } = new(StringComparer.Ordinal);

        public void Take(LabEvent labEvent)
        {
            _hasBegun = _hasBegun || experiment.Begins!(labEvent);
            IsDone = IsDone || (experiment.Done?.Invoke(labEvent) ?? false);
            IsVisited = IsVisited || labEvent is Visit or MailHandled;
            if (_hasBegun && labEvent is Hit hit && !WasThere(pageViews, PageViewOf(hit))
                && (experiment.Counts?.Invoke(hit, WasThere(browsers, BrowserOf(hit))) ?? true))
            {
                Hits.Add((hit.Id, PageViewOf(hit)));
                if (hit is { Vendor: AdnetWire.VendorName, Site: { } site })
                {
                    IsJoined = IsJoined || hit.Request.Cookie(AdnetWire.IdCookie) is not null;
                    SitesWithoutNumber.Add(site);
                }
            }
        }

        private bool WasThere(Dictionary<string, long> firsts, string one) => firsts.TryGetValue(one, out var first) && first < from;
    }
}
