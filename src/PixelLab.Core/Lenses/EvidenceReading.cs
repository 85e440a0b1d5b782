using PixelLab.Core.Events;
using PixelLab.Core.Readings;

namespace PixelLab.Core.Lenses;

/// <summary>What came of trying something, for one tracker.</summary>
public enum Evidence
{
    /// <summary>Nobody has tried yet, or nothing has been opened since.</summary>
    NotTried,

    /// <summary>The tracker counted what came to a visitor it had seen before.</summary>
    Recognised,

    /// <summary>The tracker took the visitor for a new one.</summary>
    NotRecognised,

    /// <summary>Pages were opened, but the tracker saw nothing of it.</summary>
    NeverSeen,
}

/// <summary>A cell of the evidence table.</summary>
/// <param name="Evidence">What came of it.</param>
/// <param name="Hits">The hits it rests on, by id.</param>
public sealed record EvidenceCell(Evidence Evidence, IReadOnlyList<long> Hits);

/// <summary>
/// Fills the evidence table from what happened: a person says what they are about to try, and the hits that follow are held
/// against those that came before.
/// </summary>
public sealed class EvidenceReading : Reading
{
    private readonly LensReading _lenses = new();
    private readonly List<long> _hits = [];
    private readonly List<long> _visits = [];
    private readonly List<(string Experiment, long Id)> _starts = [];

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        _lenses.Add(labEvent);
        switch (labEvent)
        {
            case Hit hit:
                _hits.Add(hit.Id);
                break;
            case Visit or MailHandled:
                _visits.Add(labEvent.Id);
                break;
            case ExperimentStarted started:
                _starts.Add((started.Experiment, started.Id));
                break;
            default:
                break;
        }
    }

    /// <summary>The experiment that is going on, by name; null before the first.</summary>
    public string? Current => _starts.Count == 0 ? null : _starts[^1].Experiment;

    /// <summary>Whether anything was seen yet that a later visit could be held against.</summary>
    public bool HasBaseline => _hits.Count > 0;

    /// <summary>The cell of an experiment and a tracker, by the last time it was tried.</summary>
    public EvidenceCell Cell(string experiment, Lens lens)
    {
        var at = _starts.FindLastIndex(start => start.Experiment == experiment);
        if (at < 0)
        {
            return new EvidenceCell(Evidence.NotTried, []);
        }

        var from = _starts[at].Id;
        var to = at + 1 < _starts.Count ? _starts[at + 1].Id : long.MaxValue;
        bool IsDuring(long id) => id > from && id < to;

        var seen = _hits.Where(hit => IsDuring(hit) && _lenses.VisitorOf(lens, hit) is not null).ToList();
        if (seen.Count == 0)
        {
            return new EvidenceCell(_visits.Exists(IsDuring) ? Evidence.NeverSeen : Evidence.NotTried, []);
        }

        var before = _hits.Where(hit => hit < from).Select(hit => _lenses.VisitorOf(lens, hit)).ToHashSet();
        var recognised = seen.Where(hit => before.Contains(_lenses.VisitorOf(lens, hit))).ToList();
        return recognised.Count > 0
            ? new EvidenceCell(Evidence.Recognised, recognised)
            : new EvidenceCell(Evidence.NotRecognised, seen);
    }
}
