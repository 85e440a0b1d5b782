using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Postbox;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Population;

/// <summary>Messages as their sender believes them read, and as they were.</summary>
/// <param name="Sent">Messages sent.</param>
/// <param name="Believed">Messages whose pixel was fetched.</param>
/// <param name="Opened">Messages that a person opened.</param>
/// <param name="OverCounted">Messages whose pixel was fetched though nobody opened them.</param>
/// <param name="Missed">Messages that somebody opened without the pixel being fetched.</param>
public sealed record OpenScore(int Sent, int Believed, int Opened, int OverCounted, int Missed);

/// <summary>What came of a simulated town.</summary>
public sealed record PopulationResult
{
    /// <summary>The plan it was made by.</summary>
    public required PopulationPlan Plan { get; init; }

    /// <summary>The browsers that the people have.</summary>
    public required int Browsers { get; init; }

    /// <summary>The people who opened a page or a message.</summary>
    public required int ActivePeople { get; init; }

    /// <summary>The browsers with which somebody opened a page or a message.</summary>
    public required int ActiveBrowsers { get; init; }

    /// <summary>Pages opened.</summary>
    public required long Pages { get; init; }

    /// <summary>Pixels planted.</summary>
    public required long Planted { get; init; }

    /// <summary>Hits that arrived.</summary>
    public required long Hits { get; init; }

    /// <summary>Events of all kinds.</summary>
    public required long Events { get; init; }

    /// <summary>What each lens believed, held against the truth.</summary>
    public required IReadOnlyList<LensScore> Lenses { get; init; }

    /// <summary>What the sender of the newsletter believed.</summary>
    public required OpenScore Opens { get; init; }
}

/// <summary>Runs a simulated town and scores what trackers make of it, holding numbers only.</summary>
public static class PopulationRun
{
    private const int LookUpEvery = 2_000;

    /// <summary>Runs the plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="progress">Told the share that is done, 0 to 1, from time to time.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="ArgumentException">The plan can't be run; the message names what is out of bounds.</exception>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public static PopulationResult Score(PopulationPlan plan, IProgress<double>? progress, CancellationToken cancellation)
    {
        if (plan.Fault is { } fault)
        {
            throw new ArgumentException($"{fault}: out of bounds.", nameof(plan));
        }

        var people = Inhabitants.Of(plan);
        var walk = new PopulationWalk(plan, people);
        var fold = new PopulationFold();
        foreach (var happening in walk.Days())
        {
            fold.Add(happening);
            if (fold.Events % LookUpEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(plan.ShareBefore(happening.Event.At));
            }
        }

        cancellation.ThrowIfCancellationRequested();
        progress?.Report(1);
        return fold.Result(plan, people.Sum(person => person.Browsers.Count));
    }
}

/// <summary>Folds the events of a simulated town into numbers.</summary>
public sealed class PopulationFold
{
    private readonly LensScorer _scorer = new();
    private readonly HashSet<int> _people = [];
    private readonly HashSet<int> _browsers = [];
    private readonly HashSet<string> _believed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _opened = new(StringComparer.Ordinal);
    private int _sent;
    private long _pages;
    private long _planted;
    private long _hits;

    /// <summary>Events read so far.</summary>
    public long Events { get; private set; }

    /// <summary>Reads one more.</summary>
    public void Add(Happening happening)
    {
        Events++;
        if (happening.Browser >= 0)
        {
            _people.Add(happening.Person);
            _browsers.Add(happening.Browser);
        }

        switch (happening.Event)
        {
            case Visit:
                _pages++;
                Learn(happening);
                break;
            case PixelPlanted:
                _planted++;
                break;
            case Hit hit:
                _hits++;
                _scorer.Add(hit, happening.Person, happening.Browser);
                if (hit.Vendor == PostboxWire.VendorName && VendorList.EventOf(hit) == VendorEvents.EmailOpen
                    && PostboxWire.MailOf(hit.Request) is { } mail)
                {
                    _believed.Add(mail);
                }

                break;
            case MailSent:
                _sent++;
                break;
            case MailHandled { What: "opened" } handled:
                _opened.Add(handled.Mail);
                break;
            default:
                break;
        }
    }

    /// <summary>The result so far.</summary>
    /// <param name="plan">The plan it belongs to.</param>
    /// <param name="browsers">The browsers that the people have.</param>
    public PopulationResult Result(PopulationPlan plan, int browsers) => new()
    {
        Plan = plan,
        Browsers = browsers,
        ActivePeople = _people.Count,
        ActiveBrowsers = _browsers.Count,
        Pages = _pages,
        Planted = _planted,
        Hits = _hits,
        Events = Events,
        Lenses = _scorer.Scores(),
        Opens = new OpenScore(
            _sent,
            _believed.Count,
            _opened.Count,
            _believed.Count(mail => !_opened.Contains(mail)),
            _opened.Count(mail => !_believed.Contains(mail))),
    };

    private void Learn(Happening happening)
    {
        if (happening.Product == 0)
        {
            return;
        }

        _scorer.Looked(happening.Person, happening.Product);
        if (happening.Bought)
        {
            _scorer.Bought(happening.Person, happening.Product);
        }
    }
}
