using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using PixelLab.Core.Population;
using PixelLab.Core.Rules;
using PixelLab.Web.Addressing;
using PixelLab.Web.Features.Replay;
using PixelLab.Web.Features.Rules;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Features.Population;

/// <summary>
/// The runs of this server: one a seat and two at once, each ended when the page that began it has been gone for a while.
/// </summary>
public sealed partial class PopulationRuns(
    RealWalk realWalk, IEventWriter log, IOptions<ReplayLimits> limits, TimeProvider time, ILogger<PopulationRuns> logger) : BackgroundService
{
    /// <summary>The people of each town that a curve is drawn from, at most.</summary>
    public const int CurvePeople = 300;

    /// <summary>The points of a curve, from nobody to everybody.</summary>
    public const int CurvePoints = 11;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, PopulationJob> _jobs = new(StringComparer.Ordinal);
    private readonly Lock _starting = new();
    private readonly SemaphoreSlim _glances = new(RunLimits.GlancesAtOnce);

    /// <summary>The last run that was begun from a seat, as long as it is remembered; or null.</summary>
    public PopulationJob? LatestOf(SeatId owner) => _jobs.Values.FirstOrDefault(job => job.Owner == owner);

    /// <summary>
    /// What a small town of the plan comes to, for whoever moves a slider. Null where others look at theirs already: the next move asks again.
    /// </summary>
    public PopulationResult? Glance(PopulationPlan plan, CancellationToken cancellation)
    {
        if (!_glances.Wait(0, cancellation))
        {
            return null;
        }

        try
        {
            return PopulationRun.Score(
                plan with { People = Math.Min(plan.People, RunLimits.GlancePeople), Days = Math.Min(plan.Days, RunLimits.GlanceDays) }, null, cancellation);
        }
        finally
        {
            _glances.Release();
        }
    }

    /// <summary>The run of that name, or null.</summary>
    public PopulationJob? Find(SeatId owner, string id)
    {
        if (!_jobs.TryGetValue(id, out var job) || job.Owner != owner)
        {
            return null;
        }

        job.Asked(time);
        return job;
    }

    /// <summary>Runs the plan and scores it. Null where too much is under way; the sentence says what.</summary>
    public PopulationJob? Score(SeatId owner, PopulationPlan plan, out string? problem) => Start(
        owner, job => Task.Run(() => new PopulationOutcome { Result = PopulationRun.Score(plan, job, job.End) }, job.End), out problem);

    /// <summary>Runs a small town at each point of a slider.</summary>
    public PopulationJob? Curve(SeatId owner, PopulationPlan plan, PlanSlider slider, out string? problem)
    {
        var shares = Enumerable.Range(0, CurvePoints).Select(place => place / (CurvePoints - 1.0));
        return Curve(owner, plan, slider.Name, [.. shares.Select(share => (share, "", slider.With(plan, share)))], out problem);
    }

    /// <summary>Runs a small town with each kind of banner.</summary>
    public PopulationJob? CurveOfRegimes(SeatId owner, PopulationPlan plan, out string? problem)
    {
        Regime[] regimes = [.. Regimes.All];
        var places = regimes.Select((regime, place) => (place / (regimes.Length - 1.0), RulesText.Title(regime), plan with { Regime = regime }));
        return Curve(owner, plan, PopulationPages.AlongBanners, [.. places], out problem);
    }

    /// <summary>Runs the plan, scores it, and keeps its events in a seat of its own, as many as a replay may hold.</summary>
    public PopulationJob? Keep(SeatId owner, PopulationPlan plan, out string? problem) => Start(
        owner,
        job => Task.Run(
            () => InSeatOfItsOwnAsync(async seat =>
            {
                var now = time.GetUtcNow();
                var room = new ReplayRoom(limits.Value);
                foreach (var opening in await log.AppendAsync(TownSeat.Openings(plan, seat, DayPlanner.Start, now), job.End))
                {
                    room.Take(opening);
                }

                var intake = new EventImport(log, now, room.Take);
                var people = Inhabitants.Of(plan);
                var fold = new PopulationFold();
                foreach (var happening in new PopulationWalk(plan, people).Days())
                {
                    job.End.ThrowIfCancellationRequested();
                    fold.Add(happening);
                    await intake.KeepAsync(happening.Event with { Seat = seat }, job.End);
                    job.Report(plan.ShareBefore(happening.Event.At));
                }

                await intake.FlushAsync(job.End);
                return fold.Result(plan, people.Sum(person => person.Browsers.Count));
            }),
            job.End),
        out problem);

    /// <summary>Walks the people through the running town, in a seat of its own.</summary>
    public PopulationJob? Walk(SeatId owner, PopulationPlan plan, TownAddress town, out string? problem) => Start(
        owner,
        job => Task.Run(
            () => InSeatOfItsOwnAsync(seat => realWalk.WalkAsync(plan, town, seat, job, RealWalk.RequestsPerSecond, job.End)),
            job.End),
        out problem);

    /// <summary>Ends what is under way, and waits until each run has taken back what it had begun to keep.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var job in _jobs.Values)
        {
            job.Cancel();
        }

        Task ended = Task.WhenAll(_jobs.Values.Select(job => job.Work));
        await ended.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        foreach (var id in _jobs.Keys)
        {
            Forget(id);
        }

        _glances.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (id, job) in _jobs)
            {
                if (!job.Work.IsCompleted && job.Silence(time) > Patience)
                {
                    job.Cancel();
                }
                else if (job.Work.IsCompleted && job.Silence(time) > Kept)
                {
                    Forget(id);
                }
            }
        }
    }

    private void Forget(string id)
    {
        if (_jobs.TryRemove(id, out var job))
        {
            job.Dispose();
        }
    }

    /// <summary>A run that breaks off is told to whoever looks after the lab; the page says only that it did.</summary>
    private async Task<PopulationOutcome> WatchedAsync(Task<PopulationOutcome> work)
    {
        try
        {
            return await work;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(logger, failure);
            throw;
        }
    }

    [LoggerMessage(EventId = 1, EventName = "PopulationRunFailed", Level = LogLevel.Error, Message = "A run of the simulated town broke off")]
    private static partial void Failed(ILogger logger, Exception failure);

    /// <summary>Fills a fresh seat. Where that is cancelled or breaks off, nothing of it stays.</summary>
    private async Task<PopulationOutcome> InSeatOfItsOwnAsync(Func<SeatId, Task<PopulationResult>> fill)
    {
        var seat = SeatId.New();
        try
        {
            return new PopulationOutcome { Result = await fill(seat), Seat = seat };
        }
        catch
        {
            await log.EraseAsync(seat, CancellationToken.None);
            throw;
        }
    }

    private PopulationJob? Curve(
        SeatId owner, PopulationPlan plan, string along, IReadOnlyList<(double Share, string Label, PopulationPlan Plan)> places, out string? problem) => Start(
        owner,
        job => Task.Run(
            () =>
            {
                var points = new List<CurvePoint>(places.Count);
                foreach (var (share, label, there) in places)
                {
                    var small = there with { People = Math.Min(plan.People, CurvePeople) };
                    var result = PopulationRun.Score(small, null, job.End);
                    points.Add(new CurvePoint(share, label, result.ActivePeople, result.Lenses, result.Opens));
                    job.Report((double)points.Count / places.Count);
                }

                return new PopulationOutcome { Curve = points, Along = along };
            },
            job.End),
        out problem);

    private PopulationJob? Start(SeatId owner, Func<PopulationJob, Task<PopulationOutcome>> work, out string? problem)
    {
        lock (_starting)
        {
            var running = _jobs.Values.Where(job => !job.Work.IsCompleted).ToList();
            problem = running.Exists(job => job.Owner == owner)
                ? PopulationText.Text["Refused.UnderWay"]
                : running.Count >= RunLimits.AtOnce ? PopulationText.Text["Refused.Busy"] : null;
            if (problem is not null)
            {
                return null;
            }

            // A seat keeps its last run only.
            foreach (var earlier in _jobs.Values.Where(job => job.Owner == owner))
            {
                Forget(earlier.Id);
            }

            var job = new PopulationJob(RandomNumberGenerator.GetHexString(16, lowercase: true), owner, time);
            job.Work = WatchedAsync(work(job));
            _jobs[job.Id] = job;
            return job;
        }
    }
}
