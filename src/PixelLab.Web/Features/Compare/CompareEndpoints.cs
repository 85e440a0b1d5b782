using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Compare;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Languages;
using PixelLab.Core.Readings;
using PixelLab.Web.Addressing;
using PixelLab.Web.Api;
using PixelLab.Web.Languages;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Compare;

/// <summary>Pixel and cookie side by side: the page, and what it asks for.</summary>
public static class CompareEndpoints
{
    /// <summary>Adds how comparisons are written.</summary>
    public static WebApplicationBuilder AddCompare(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(
            json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, CompareJson.Default));
        return builder;
    }

    /// <summary>Maps the page <c>/compare</c> and the API under a seat.</summary>
    public static WebApplication MapCompare(this WebApplication app)
    {
        var lab = app.MapTownHost(Town.Lab.Name);
        lab.MapGet("/compare", ShowPage);
        lab.MapGet("/compare/hits", ShowPairPage);
        var seat = app.MapSeatGroup();
        seat.MapGet("/compare", CompareAsync)
            .WithSummary("What three trackers make of a seat's visits: by pixels, by cookies, and by both.").WithAnswer(ExampleView);
        seat.MapGet("/pairs", PairAsync).WithSummary("The requests of two events side by side.")
            .WithAnswer(() => Pair(Example.Hit, Example.Hit, Language.English)!);
        seat.MapPost("/experiments", StartAsync)
            .WithSummary("Notes that a person is about to try something.").WithSent(new ExperimentStart(Experiments.All[0].Name));
        return app;
    }

    private static RazorComponentResult<ComparePage> ShowPage(HttpContext context, TownRequest town, string? of)
    {
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<ComparePage>(new Dictionary<string, object?>
        {
            ["Place"] = town,
            ["IsReplay"] = of == "replay",
        });
    }

    private static RazorComponentResult<PairPage> ShowPairPage(HttpContext context, TownRequest town, long? a, long? b)
    {
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<PairPage>(new Dictionary<string, object?>
        {
            ["Place"] = town,
            ["Left"] = a ?? 0,
            ["Right"] = b ?? 0,
        });
    }

    /// <summary>The state after the seat's first <paramref name="events"/> events; after all of them where it is left out.</summary>
    private static async Task<Results<Ok<CompareView>, ProblemHttpResult>> CompareAsync(
        SeatId seat, [Description("How many of the seat's events to take; all where it is left out.")] int? events, TownRequest town, PageLanguage page, SeatReadings readings, IEventReader log, CancellationToken cancellation)
    {
        if (events is < 0)
        {
            return TypedResults.Problem(ComparePageText.Text["Refused.Events"], statusCode: 400);
        }

        var cursor = log.End;
        var total = await readings.AskAsync(seat, (EventCount count) => count.Value, cancellation);
        var state = events is { } most && most < total
            ? await readings.AskAsOfAsync(seat, most, (CompareReading reading) => reading.Snapshot(page.Language), cancellation)
            : await readings.AskAsync(seat, (CompareReading reading) => reading.Snapshot(page.Language), cancellation);
        var next = state.Events < total
            ? (await log.ReadAsync(seat, state.Last, 1, cancellation)).Select(labEvent => (DateTimeOffset?)labEvent.At).FirstOrDefault()
            : null;
        return TypedResults.Ok(new CompareView(
            state, Math.Max(total, state.Events), next, [.. Experiments.All.Select(experiment => View(experiment, town.Address, seat, page.Language))], cursor));
    }

    private static async Task<Results<Ok<PairView>, NotFound>> PairAsync(
        SeatId seat, [Description("A hit or a visit, by its id.")] long a, [Description("Another one.")] long b, PageLanguage page, IEventReader log,
        CancellationToken cancellation) =>
        await log.FindAsync(seat, a, cancellation) is { } left && await log.FindAsync(seat, b, cancellation) is { } right
            && Pair(left, right, page.Language) is { } pair
            ? TypedResults.Ok(pair)
            : TypedResults.NotFound();

    /// <summary>Two events' requests side by side; null where one of them has none.</summary>
    private static PairView? Pair(LabEvent left, LabEvent right, Language language)
    {
        if (RequestOf(left) is not { } first || RequestOf(right) is not { } second)
        {
            return null;
        }

        var pairing = RequestPairing.Of(first, second);
        return new PairView(Side(left, first, language), Side(right, second, language), pairing.Parts, pairing.LeftOut);
    }

    private static CompareView ExampleView()
    {
        var reading = new CompareReading();
        reading.Add(Example.Hit);
        return new CompareView(
            reading.Snapshot(Language.English), 1, null,
            [View(Experiments.All[0], Example.Address, Example.Hit.Seat, Language.English)], Example.Cursor);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> StartAsync(
        SeatId seat, ExperimentStart start, IEventWriter log, TimeProvider time, CancellationToken cancellation)
    {
        if (Experiments.Find(start.Experiment) is not { } experiment)
        {
            return TypedResults.Problem(ComparePageText.Text["Refused.Experiment"], statusCode: 400);
        }

        await log.AppendAsync([new ExperimentStarted { At = time.GetUtcNow(), Seat = seat, Experiment = experiment.Name }], cancellation);
        return TypedResults.NoContent();
    }

    private static ExperimentView View(Experiment experiment, TownAddress address, SeatId seat, Language language) => new(
        experiment.Name, experiment.Title(language), experiment.Steps(language),
        address.Url(Town.Get(experiment.Door.Host), seat, experiment.Door.Path), PlaceOf(experiment), experiment.IsElsewhere);

    /// <summary>What is done at the lab itself is done at its switches.</summary>
    private static string PlaceOf(Experiment experiment) =>
        experiment.Door.Host == Town.Lab.Name ? ComparePageText.Text["Switches"] : Town.Get(experiment.Door.Host).Title;

    private static CapturedRequest? RequestOf(LabEvent labEvent) => labEvent switch
    {
        Hit hit => hit.Request,
        Visit visit => visit.Request,
        _ => null,
    };

    private static PairSide Side(LabEvent labEvent, CapturedRequest request, Language language) => labEvent switch
    {
        Hit hit => new PairSide(hit.Id, hit.At, hit.Vendor, HitRow.Of(hit, language).Line(hit.Vendor, language), request.HeadBytes),
        Visit visit => new PairSide(
            visit.Id, visit.At, visit.Site, language[ComparingText.Words]["PageTitled", language.QuotedValue(visit.Title), PlainText.Shown(visit.Site, 40)], request.HeadBytes),
        _ => throw new InvalidOperationException("Only hits and visits hold a request."),
    };
}
