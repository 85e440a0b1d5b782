using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Readings;

namespace PixelLab.Core.Compare;

/// <summary>
/// The hits of a room's seats, read by the three trackers as one crowd, and held against the truth: a seat is a student, and
/// each kind of browser that a seat used is one browser. It keeps numbers, never hits, so it grows with visitors alone.
/// </summary>
public sealed class RoomCompareReading : Reading
{
    /// <summary>The most visitors of a tracker that are shown one by one.</summary>
    public const int MostShown = 60;

    private const int MostInOne = 40;

    private readonly LensScorer _scorer = new();
    private readonly Dictionary<SeatId, int> _students = [];
    private readonly Dictionary<(int Student, string Agent), int> _browsers = [];
    private readonly List<int> _studentOf = [];
    private readonly HashSet<string> _addresses = new(StringComparer.Ordinal);
    private long _hits;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        if (labEvent is not Hit hit)
        {
            return;
        }

        // Seats are the lab's own; no tracker knows of them.
        var seen = hit with { Seat = SeatId.Default };
        if (hit.Request.Notes?.Contains(CaptureNotes.Emulated) == true)
        {
            // A machine's: a mail service that fetches a picture before anybody looks.
            _scorer.Add(seen, LensScorer.Nobody, LensScorer.Nobody);
            return;
        }

        _hits++;
        _addresses.Add(hit.Request.Address);
        var student = StudentOf(hit.Seat);
        _scorer.Add(seen, student, BrowserOf(student, hit.Request.Header("User-Agent") ?? ""));
    }

    /// <summary>The whole as of now. It stays as it is when the reading goes on.</summary>
    public RoomComparison Snapshot()
    {
        var students = _students.OrderBy(student => student.Value).Select(student => student.Key).ToList();
        return new RoomComparison
        {
            Students = students,
            Browsers = _browsers.Count,
            Addresses = _addresses.Count,
            Hits = _hits,
            Lenses = [.. _scorer.Scores().Select(score => View(score, students.Count))],
        };
    }

    private RoomLens View(LensScore score, int students)
    {
        var visitors = new Dictionary<int, Believed>();
        foreach (var cell in _scorer.Cells(score.Lens))
        {
            if (!visitors.TryGetValue(cell.Visitor, out var believed))
            {
                visitors[cell.Visitor] = believed = new Believed();
            }

            believed.Take(cell, _studentOf[cell.Browser]);
        }

        var seen = Enumerable.Range(0, students).Select(_ => new Seen()).ToList();

        // What a tracker can put down to nobody in particular mixes nobody up, unless it is all one student's.
        foreach (var visitor in visitors.Values.Where(visitor => visitor.IsSomebody || visitor.Students.Count == 1))
        {
            foreach (var student in visitor.Students)
            {
                seen[student].Visitors++;
                if (visitor.Students.Count > 1)
                {
                    seen[student].Others.UnionWith(visitor.Students);
                }
            }
        }

        return new RoomLens
        {
            Lens = score.Lens,
            Visitors = score.Visitors,
            Right = score.People.Precision,
            Found = score.People.Recall,
            Students = [.. seen.Select(one => new StudentSeen(one.Visitors, Math.Max(0, one.Others.Count - 1)))],
            Shown =
            [
                .. visitors.Values.OrderByDescending(visitor => visitor.Students.Count).ThenBy(visitor => visitor.Students.Min)
                    .Take(MostShown)
                    .Select(visitor => new BelievedVisitor(
                        [.. visitor.Students.Take(MostInOne)], Math.Max(0, visitor.Students.Count - MostInOne), visitor.IsSomebody, visitor.Hits)),
            ],
        };
    }

    private int StudentOf(SeatId seat)
    {
        if (!_students.TryGetValue(seat, out var student))
        {
            _students[seat] = student = _students.Count;
        }

        return student;
    }

    private int BrowserOf(int student, string agent)
    {
        if (!_browsers.TryGetValue((student, agent), out var browser))
        {
            _browsers[(student, agent)] = browser = _studentOf.Count;
            _studentOf.Add(student);
        }

        return browser;
    }

    private sealed class Believed
    {
        public SortedSet<int> Students { get; } = [];

        public bool IsSomebody { get; private set; }

        public long Hits { get; private set; }

        public void Take(LensCell cell, int student)
        {
            Students.Add(student);
            IsSomebody = cell.IsSomebody;
            Hits += cell.Hits;
        }
    }

    private sealed class Seen
    {
        public int Visitors { get; set; }

        public HashSet<int> Others { get; } = [];
    }
}
