using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Reports;
using PixelLab.Web.Addressing;
using PixelLab.Web.Api;
using PixelLab.Web.Features.Reports;
using PixelLab.Web.Live;
using PixelLab.Web.Readings;
using DescriptionAttribute = System.ComponentModel.DescriptionAttribute;

namespace PixelLab.Web.Features.Classroom.Overview;

/// <summary>
/// The instructor's views of a whole room. A page is asked for twice: by the browser, which cannot send the key and gets an empty
/// frame, and by the page's script, which sends it as a header and gets the same page with what is in it.
/// </summary>
public static class RoomOverviewEndpoints
{
    private const string NeverKept = "no-store";

    /// <summary>Adds what keeps the views.</summary>
    public static WebApplicationBuilder AddRoomOverview(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RoomOverview>();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, RoomOverviewJson.Default));
        return builder;
    }

    /// <summary>Maps the pages under <c>/classroom/{code}</c> and the API under <c>/api/rooms/{code}</c>.</summary>
    public static WebApplication MapRoomOverview(this WebApplication app)
    {
        var lab = app.MapTownHost(Town.Lab.Name);
        var pages = lab.MapGroup("/classroom/{code}").AddEndpointFilter(RoomGuard.AskKeyWhereGivenAsync);
        pages.MapGet("/reports", ShowReportsAsync);
        pages.MapGet("/reports/{name}", ShowReportAsync);
        pages.MapGet("/reports/{name}/hits", ShowHitsAsync);
        pages.MapGet("/compare", ShowCompare);
        var room = lab.MapTaughtRoom();
        room.MapGet("/reports/{name}", AnswerReportAsync).WithSummary("A report of what the business sees of a whole room.").Refuses(400)
            .WithAnswer(ReportView.Example);
        room.MapGet("/hits/{id:long}", AnswerHitAsync).WithSummary("A hit of a room, whole; on a wall without whose it is.").WithAnswer(() => Example.View);
        room.MapGet("/compare", AnswerCompareAsync).WithSummary("What three trackers make of a whole room.").WithAnswer(() => RoomCompareView.Example);
        return app;
    }

    private static Task<IResult> ShowReportsAsync(HttpContext context, TownRequest town, string code, [AsParameters] Asked asked) =>
        ShowAsync<RoomReportsPage>(context, town, code, asked, async (room, choice) => new()
        {
            ["Sheets"] = await asked.Overview.ReportsAsync(room, choice, context.RequestAborted),
        });

    private static async Task<IResult> ShowReportAsync(
        HttpContext context, TownRequest town, string code, string name, [AsParameters] Asked asked) =>
        ReportList.Find(name) is not { } entry
            ? TypedResults.NotFound()
            : await ShowAsync<RoomReportPage>(
                context, town, code, asked,
                async (room, choice) => new() { ["Sheet"] = await asked.Overview.ReportAsync(room, entry, choice, context.RequestAborted) },
                ("Entry", entry));

    private static async Task<IResult> ShowHitsAsync(
        HttpContext context, TownRequest town, string code, string name, string? table, string? row, string? column, [AsParameters] Asked asked) =>
        ReportList.Find(name) is not { } entry
            ? TypedResults.NotFound()
            : await ShowAsync<RoomHitsPage>(
                context, town, code, asked,
                async (room, choice) =>
                {
                    var sheet = await asked.Overview.ReportAsync(room, entry, choice, context.RequestAborted);
                    if (sheet.Find(table, row, column) is not { } found)
                    {
                        return [];
                    }

                    var events = new List<LabEvent>();
                    foreach (var id in found.Cell.Behind.Events)
                    {
                        if (await asked.Overview.FindAsync(room, id, context.RequestAborted) is { } one)
                        {
                            events.Add(one);
                        }
                    }

                    return new()
                    {
                        ["Number"] = found,
                        ["Events"] = events.ConvertAll(one => new RoomHit(EventViews.Row(one, town.Address, Language.Asked), RoomRoll.NameOf(room, one.Seat, choice.IsProjected))),
                    };
                },
                ("Entry", entry));

    private static RazorComponentResult<RoomComparePage> ShowCompare(HttpContext context, TownRequest town, string code, bool? projected)
    {
        context.Response.Headers.CacheControl = NeverKept;
        return new RazorComponentResult<RoomComparePage>(new Dictionary<string, object?>
        {
            ["Place"] = town,
            ["Code"] = RoomCode.Read(code),
            ["IsProjected"] = projected ?? false,
        });
    }

    /// <summary>A page without its content where no key came; with it where the room's came; nothing for every other key.</summary>
    private static async Task<IResult> ShowAsync<TPage>(
        HttpContext context, TownRequest town, string code, Asked asked, Func<Room, RoomChoice, Task<Dictionary<string, object?>>> read,
        params (string Name, object Value)[] more)
        where TPage : IComponent
    {
        if (RoomChoice.TryRead(asked.Lens, asked.Counting, asked.People, asked.Projected, out var choice) is not null)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = NeverKept;
        var parameters = new Dictionary<string, object?>();
        if (RoomGuard.Taught(context) is { } room)
        {
            // Before the reading is asked, so that nothing is missed between it and what is followed from here.
            var since = asked.Log.End;
            parameters = await read(room, choice);
            parameters["Since"] = since;
            parameters["HasSimulated"] = room.Students.Any(student => student.IsSimulated);
        }

        parameters["Place"] = town;
        parameters["Code"] = RoomCode.Read(code);
        parameters["Choice"] = choice;
        foreach (var (name, value) in more)
        {
            parameters[name] = value;
        }

        return new RazorComponentResult<TPage>(parameters);
    }

    private static async Task<Results<Ok<ReportView>, NotFound, ProblemHttpResult>> AnswerReportAsync(
        HttpContext context, string name, [AsParameters] Asked asked)
    {
        if (ReportList.Find(name) is not { } entry)
        {
            return TypedResults.NotFound();
        }

        if (RoomChoice.TryRead(asked.Lens, asked.Counting, asked.People, asked.Projected, out var choice) is { } wrong)
        {
            return TypedResults.Problem(wrong, statusCode: 400);
        }

        var sheet = await asked.Overview.ReportAsync(RoomGuard.Taught(context)!, entry, choice, context.RequestAborted);
        return TypedResults.Ok(ReportView.Of(entry, choice.Report, sheet));
    }

    /// <summary>One hit, whole; on a wall without whose it is.</summary>
    private static async Task<Results<Ok<EventView>, NotFound>> AnswerHitAsync(
        HttpContext context, TownRequest town, long id, [Description("Whether it stands on a wall.")] bool? projected, RoomOverview overview, CookieJars jars)
    {
        if (await overview.FindAsync(RoomGuard.Taught(context)!, id, context.RequestAborted) is not Hit hit)
        {
            return TypedResults.NotFound();
        }

        var jarOf = await jars.OfHitsAsync(hit.Seat, [hit], context.RequestAborted);
        var whole = EventViews.Whole(hit, town.Address, Language.Asked, isOwn: false, jarOf: jarOf);
        return TypedResults.Ok(projected is true ? ClassPrivacy.Of(whole) : whole);
    }

    private static async Task<Ok<RoomCompareView>> AnswerCompareAsync(
        HttpContext context, [Description("Whether it stands on a wall: names are left out.")] bool? projected, RoomOverview overview, IEventReader log)
    {
        var room = RoomGuard.Taught(context)!;
        var since = log.End;
        var state = await overview.CompareAsync(room, context.RequestAborted);
        return TypedResults.Ok(RoomCompareView.Of(room, state, since, projected ?? false));
    }

    /// <summary>What every view of reports is asked with.</summary>
    /// <param name="Lens">How visitors are told apart.</param>
    /// <param name="Counting">Which requests count.</param>
    /// <param name="People">Who counts.</param>
    /// <param name="Projected">Whether the page stands on a wall.</param>
    /// <param name="Overview">Asks the readings.</param>
    /// <param name="Log">The log.</param>
    internal sealed record Asked(string? Lens, string? Counting, string? People, bool? Projected, RoomOverview Overview, IEventReader Log);
}
