using System.Text.Json.Serialization;
using PixelLab.Core.Events;
using PixelLab.Core.Readings;
using PixelLab.Core.Vendors;

namespace PixelLab.Core.Lenses;

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
    private readonly List<long> _visits = [];
    private readonly HashSet<string> _browsers = new(StringComparer.Ordinal);
    private readonly List<Trying> _tryings = [];

    /// <summary>The page views so far: a page that was open before the trying goes on reporting, and must not count.</summary>
    private readonly HashSet<string> _pageViews = new(StringComparer.Ordinal);

    /// <summary>The three trackers' books, which the table is filled from.</summary>
    public LensReading Lenses { get; } = new();

    /// <summary>The experiment that is going on, by name; null before the first.</summary>
    public string? Current => _tryings.Count == 0 ? null : _tryings[^1].Experiment.Name;

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
                _tryings.Add(new Trying(experiment, id, [.. _browsers], [.. _pageViews]));
            }

            return;
        }

        if (_tryings.Count > 0)
        {
            _tryings[^1].Take(labEvent);
        }

        if (labEvent is Hit hit)
        {
            _hits.Add(hit.Id);
            _browsers.Add(hit.Request.Header("User-Agent") ?? "");
        }
        else if (labEvent is Visit or MailHandled)
        {
            _visits.Add(labEvent.Id);
        }

        if (labEvent is Visit visit)
        {
            _pageViews.Add(visit.PageView);
        }
    }

    /// <summary>The cell of an experiment and a tracker, by the last time it was tried.</summary>
    public EvidenceCell Cell(string experiment, Lens lens)
    {
        var at = _tryings.FindLastIndex(trying => trying.Experiment.Name == experiment);
        if (at < 0)
        {
            return new EvidenceCell(Evidence.NotTried, []);
        }

        var trying = _tryings[at];
        var seen = trying.Hits.Where(hit => Lenses.VisitorOf(lens, hit) is not null).ToList();
        if (seen.Count == 0)
        {
            var to = at + 1 < _tryings.Count ? _tryings[at + 1].From : long.MaxValue;
            var wasDone = trying.Experiment.Done is not null ? trying.IsDone
                : trying.Experiment is { Begins: null, Counts: null } ? _visits.Exists(visit => visit > trying.From && visit < to)
                : trying.Hits.Count > 0;
            return new EvidenceCell(wasDone ? Evidence.NeverSeen : Evidence.NotTried, []);
        }

        var before = _hits.Where(hit => hit < trying.From).Select(hit => Lenses.VisitorOf(lens, hit)).ToHashSet();
        var recognised = seen.Where(hit => before.Contains(Lenses.VisitorOf(lens, hit))).ToList();
        return recognised.Count > 0
            ? new EvidenceCell(Evidence.Recognised, recognised)
            : new EvidenceCell(Evidence.NotRecognised, seen);
    }

    /// <summary>One time that something was tried, with what happened until the next.</summary>
    private sealed class Trying(Experiment experiment, long from, HashSet<string> browsersBefore, HashSet<string> pagesBefore)
    {
        private bool _hasBegun = experiment.Begins is null;

        public Experiment Experiment => experiment;

        public long From => from;

        public bool IsDone { get; private set; }

        public List<long> Hits { get; } = [];

        public void Take(LabEvent labEvent)
        {
            _hasBegun = _hasBegun || experiment.Begins!(labEvent);
            IsDone = IsDone || (experiment.Done?.Invoke(labEvent) ?? false);
            if (_hasBegun && labEvent is Hit hit && !pagesBefore.Contains(VendorBook.PlantOf(hit)?.Split('.', 2)[0] ?? "")
                && (experiment.Counts?.Invoke(hit, browsersBefore.Contains(hit.Request.Header("User-Agent") ?? "")) ?? true))
            {
                Hits.Add(hit.Id);
            }
        }
    }
}
