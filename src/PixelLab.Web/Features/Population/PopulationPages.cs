using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Languages;
using PixelLab.Core.Population;
using PixelLab.Web.Addressing;
using PixelLab.Web.Api;
using PixelLab.Web.Features.Replay;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Features.Population;

/// <summary>The lab's page of a simulated population, and the runs that it begins.</summary>
public static class PopulationPages
{
    /// <summary>What a curve follows that goes from one kind of banner to the next.</summary>
    public const string AlongBanners = "regime";

    /// <summary>Adds what runs populations.</summary>
    public static WebApplicationBuilder AddPopulation(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RealWalk>();
        builder.Services.AddSingleton<PopulationRuns>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PopulationRuns>());
        builder.Services.AddWireTypes(typeof(RunView));
        return builder;
    }

    /// <summary>Maps <c>/population</c> and its runs.</summary>
    public static WebApplication MapPopulation(this WebApplication app)
    {
        var lab = app.MapTownHost(Town.Lab.Name);
        lab.MapGet("/population", Show);
        lab.MapPost("/population/runs", BeginAsync);
        lab.MapGet("/population/runs/{id}", Ask);
        lab.MapPost("/population/runs/{id}/cancel", Cancel);
        return app;
    }

    private static RazorComponentResult<PopulationPage> Show(HttpContext context, TownRequest town, PopulationRuns runs)
    {
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<PopulationPage>(new Dictionary<string, object?> { ["Place"] = town, ["Run"] = runs.LatestOf(town.Seat)?.Id ?? "" });
    }

    private static async Task<IResult> BeginAsync(HttpContext context, TownRequest town, PopulationRuns runs)
    {
        if (await ReadAsync(context) is not { } wanted || wanted.Plan() is not { } plan)
        {
            return Refused(Text["Refused.Unreadable"]);
        }

        if (plan.Fault is { } fault)
        {
            return Refused(Text[$"Refused.{fault}", fault == PlanFault.People ? PopulationPlan.MostPeople : PopulationPlan.MostDays]);
        }

        PopulationJob? job;
        string? problem;
        switch (wanted.What)
        {
            case "glance":
                return runs.Glance(plan, context.RequestAborted) is { } glance
                    ? TypedResults.Json(ResultView.Of(glance))
                    : TypedResults.NoContent();
            case "score":
                job = runs.Score(town.Seat, plan, out problem);
                break;
            case "keep" when plan.People * plan.Days <= RunLimits.KeptPeopleDays:
                job = runs.Keep(town.Seat, plan, out problem);
                break;
            case "keep":
                return Refused(Text["Refused.Keep", RunLimits.KeptPeopleDays, RunLimits.KeptPeopleDays / 7]);
            case "curve" when wanted.Along == AlongBanners:
                job = runs.CurveOfRegimes(town.Seat, plan, out problem);
                break;
            case "curve" when PlanSliders.Find(wanted.Along) is { } slider:
                job = runs.Curve(town.Seat, plan, slider, out problem);
                break;
            case "walk" when plan.People <= RunLimits.WalkedPeople && plan.Days <= RunLimits.WalkedDays:
                job = runs.Walk(town.Seat, plan, town.Address, out problem);
                break;
            case "walk":
                return Refused(Text["Refused.Walk", RunLimits.WalkedPeople, RunLimits.WalkedDays]);
            default:
                return Refused(Text["Refused.Unreadable"]);
        }

        return job is null
            ? TypedResults.Problem(problem, statusCode: StatusCodes.Status409Conflict, extensions: Running(runs, town))
            : TypedResults.Json(await ViewAsync(job, town), statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> Ask(string id, TownRequest town, PopulationRuns runs) =>
        runs.Find(town.Seat, id) is { } job ? TypedResults.Json(await ViewAsync(job, town)) : TypedResults.NotFound();

    private static async Task<IResult> Cancel(string id, TownRequest town, PopulationRuns runs)
    {
        if (runs.Find(town.Seat, id) is not { } job)
        {
            return TypedResults.NotFound();
        }

        job.Cancel();
        return TypedResults.Json(await ViewAsync(job, town));
    }

    private static async Task<PopulationRequest?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength is not > 0 and <= BodyLimits.SmallForm || !context.Request.HasJsonContentType())
        {
            return null;
        }

        try
        {
            return await context.Request.ReadFromJsonAsync<PopulationRequest>(context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<RunView> ViewAsync(PopulationJob job, TownRequest town)
    {
        if (!job.Work.IsCompletedSuccessfully)
        {
            var state = job.Work.IsCanceled ? RunState.Cancelled : job.Work.IsFaulted ? RunState.Failed : RunState.Running;
            return new RunView(job.Id, state, job.Share) { Problem = (job.Work.Exception?.InnerException as ReplayException)?.Message };
        }

        var outcome = await job.Work;
        return new RunView(
            job.Id,
            RunState.Done,
            1,
            outcome.Result is { } result ? ResultView.Of(result) : null,
            outcome.Curve is { } curve
                ? [.. curve.Select(point => new PointView(point.Share, point.Label, point.People, [.. point.Lenses.Select(LensScoreView.Of)], point.Opens))]
                : null,
            outcome.Seat is { } seat
                ? new WalkView(
                    seat.Value,
                    town.Address.Url(Town.Lab, seat, "/panel"),
                    town.Address.Url(Town.Lab, seat, "/reports"),
                    town.Address.Url(Town.Lab, seat, "/compare"))
                : null)
        {
            Along = outcome.Along,
        };
    }

    private static Words Text => PopulationText.Text;

    /// <summary>The run that is in the way, so that a page which does not know of it can show it.</summary>
    private static Dictionary<string, object?> Running(PopulationRuns runs, TownRequest town) =>
        runs.LatestOf(town.Seat) is { } job ? new() { ["run"] = job.Id } : [];

    private static ProblemHttpResult Refused(string sentence) => TypedResults.Problem(sentence, statusCode: 400);
}
