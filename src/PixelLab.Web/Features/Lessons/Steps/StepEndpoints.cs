using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Events;
using PixelLab.Web.Addressing;
using PixelLab.Web.Api;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Features.Lessons.Steps;

/// <summary>The API of the open lesson's step.</summary>
public static class StepEndpoints
{
    /// <summary>Adds the step to every page.</summary>
    public static IServiceCollection AddSteps(this IServiceCollection services) =>
        services.AddSingleton<OpenLesson>().AddSingleton<PagePart, StepPart>();

    /// <summary>Maps the step, and what puts it away.</summary>
    public static void MapSteps(this IEndpointRouteBuilder routes)
    {
        var seat = routes.MapSeatGroup();
        seat.MapGet("/step", TellAsync)
            .WithSummary("The step of the open lesson, as it stands on a page now; nothing where no lesson is open.")
            .WithAnswer(() => new StepView(
                "What a tracking pixel is", Example.Address.Url(Town.Lab, Example.Hit.Seat, "/lessons/what-a-tracking-pixel-is#part-3"), 1, 0, 1, null,
                "Look at the page as you would in any shop.", Open: "AdNet has not heard of a product yet.", Way: "Open the shoes",
                WayUrl: Example.Address.Url(Town.Get("shop"), Example.Hit.Seat, "/shoes/3"), WayTask: "what-a-tracking-pixel-is/2"));
        seat.MapPost("/step", NoteAsync)
            .WithSummary("Notes to which task of a lesson somebody goes, which opens that lesson, and whether the dock shows its step whole; what is left out stays.")
            .WithSent(new StepNote("what-a-tracking-pixel-is/2"));
        seat.MapPost("/step/leaving", PutAwayAsync)
            .WithSummary("Puts the open lesson's step away, until it is brought back or a lesson is opened; from the page of a form that names its path as ‘back’.");
        seat.MapPost("/step/returning", BringBackAsync)
            .WithSummary("Brings the step back that was put away; from the page of a form that names its path as ‘back’.");
    }

    private static async Task<Results<Ok<StepView>, NoContent>> TellAsync(
        SeatId seat, [Description("The page: its host's name with the path there, ‘shop/shoes/3’.")] string? at, TownRequest town, OpenLesson open, CancellationToken cancellation) =>
        await open.StepAsync(town with { Seat = seat }, at ?? "", cancellation) is { } step ? TypedResults.Ok(step) : TypedResults.NoContent();

    private static async Task<NoContent> NoteAsync(HttpContext context, SeatId seat, StepNote note, LessonOpenings openings)
    {
        await openings.NoteAsync(context, seat, note);
        return TypedResults.NoContent();
    }

    private static async Task<SeeOther> PutAwayAsync(HttpContext context, SeatId seat, TownRequest town, LessonOpenings openings)
    {
        var back = await context.Request.ReadWayBackAsync();
        await openings.PutAwayAsync(context, seat);
        return new SeeOther((town with { Seat = seat }).Path(back));
    }

    private static async Task<SeeOther> BringBackAsync(HttpContext context, SeatId seat, TownRequest town, LessonOpenings openings)
    {
        var back = await context.Request.ReadWayBackAsync();
        await openings.BringBackAsync(context, seat);
        return new SeeOther((town with { Seat = seat }).Path(back));
    }
}

/// <summary>What is noted of the open lesson's step.</summary>
/// <param name="Task">The task to which somebody goes: the lesson's slug, and the place among its parts.</param>
/// <param name="Whole">Whether the dock shows the step whole; otherwise in a line.</param>
public sealed record StepNote(string? Task = null, bool? Whole = null);
