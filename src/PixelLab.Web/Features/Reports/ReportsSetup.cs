using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Population;
using PixelLab.Core.Reports;
using PixelLab.Web.Addressing;
using PixelLab.Web.Api;
using PixelLab.Web.Live;
using PixelLab.Web.Pages;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Reports;

/// <summary>What the business sees: its reports as pages of the lab, and as JSON.</summary>
public static class ReportsSetup
{
    /// <summary>Adds how reports are written.</summary>
    public static WebApplicationBuilder AddReports(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SeatReports>();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ReportJson.Default));
        return builder;
    }

    /// <summary>Maps <c>/reports</c> at the lab, and the reports in the API of seats.</summary>
    public static WebApplication MapReports(this WebApplication app)
    {
        app.MapSeatGroup().MapGet("/reports/{name}", AnswerAsync).WithSummary("A report of what the business sees of a seat.")
            .WithAnswer(ReportView.Example);
        var lab = app.MapTownHost(Town.Lab.Name);
        lab.MapGet("/reports", ShowAllAsync);
        lab.MapGet("/reports/{name}", ShowAsync);
        lab.MapGet("/reports/{name}/hits", ShowHitsAsync);
        lab.MapTownSwitch("/reports");
        return app;
    }

    private static async Task<Results<Ok<ReportView>, NotFound, ProblemHttpResult>> AnswerAsync(
        SeatId seat, string name,
        [Description("How visitors are told apart: pixel, cookie or both, which it is where it is left out.")] string? lens,
        [Description("Which requests count: naive (whoever fetched), which it is where it is left out, careful (people alone) or truth (the pages and messages that people opened).")] string? counting,
        [Description("The event after which it is the state, by its id; left out for now.")] string? until,
        [Description("Whether a simulated town is counted too: on, which says in each count how much of it is the seat's own, or left out for the seat alone.")] string? town,
        SeatReports reports, CancellationToken cancellation)
    {
        if (ReportList.Find(name) is not { } entry)
        {
            return TypedResults.NotFound();
        }

        if (ReportChoice.TryRead(lens, counting, until, out var choice) is { } wrong)
        {
            return TypedResults.Problem(wrong, statusCode: 400);
        }

        if (town is not (null or "" or "on"))
        {
            return TypedResults.Problem(ReportPageText.Text["Refused.Town"], statusCode: 400);
        }

        var withTown = town == "on";
        var sheet = await reports.AskAsync(seat, entry, choice, withTown, cancellation);
        return TypedResults.Ok(ReportView.Of(entry, choice, sheet) with { InventedPeople = withTown ? TownAround.Plan.People : null });
    }

    private static async Task<IResult> ShowAllAsync(HttpContext context, TownRequest town, SeatReadings readings, SeatReports reports, IEventReader log)
    {
        // Before the reports are asked, so that nothing is missed between them and what is followed from here.
        var since = log.End;
        var settings = await TownSwitch.SettingsAsync(readings, town.Seat, context.RequestAborted);
        var sheets = await reports.AllAsync(town.Seat, settings.HasTownAround, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<ReportsPage>(new Dictionary<string, object?>
        {
            ["Place"] = town,
            ["Settings"] = settings,
            ["Sheets"] = sheets,
            ["Since"] = since,
        });
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, TownRequest town, string name, string? lens, string? counting, string? until, SeatReadings readings, SeatReports reports, IEventReader log)
    {
        if (ReportList.Find(name) is not { } entry || ReportChoice.TryRead(lens, counting, until, out var choice) is not null)
        {
            return TypedResults.NotFound();
        }

        var since = log.End;
        var settings = await TownSwitch.SettingsAsync(readings, town.Seat, context.RequestAborted);
        var sheet = await reports.AskAsync(town.Seat, entry, choice, settings.HasTownAround, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<ReportPage>(new Dictionary<string, object?>
        {
            ["Place"] = town,
            ["Entry"] = entry,
            ["Choice"] = choice,
            ["Settings"] = settings,
            ["Sheet"] = sheet,
            ["Since"] = since,
        });
    }

    private static async Task<IResult> ShowHitsAsync(
        HttpContext context, TownRequest town, string name, string? table, string? row, string? column, string? lens, string? counting, string? until,
        SeatReadings readings, SeatReports reports, IEventReader log)
    {
        if (ReportList.Find(name) is not { } entry || ReportChoice.TryRead(lens, counting, until, out var choice) is not null)
        {
            return TypedResults.NotFound();
        }

        var settings = await TownSwitch.SettingsAsync(readings, town.Seat, context.RequestAborted);
        var sheet = await reports.AskAsync(town.Seat, entry, choice, settings.HasTownAround, context.RequestAborted);
        if (sheet.Find(table, row, column) is not { } found)
        {
            return TypedResults.NotFound();
        }

        var events = new List<EventView>();
        foreach (var id in found.Cell.Behind.Events)
        {
            if (await log.FindAsync(town.Seat, id, context.RequestAborted) is { } one)
            {
                events.Add(EventViews.Row(one, town.Address, Language.Asked));
            }
        }

        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<ReportHitsPage>(new Dictionary<string, object?>
        {
            ["Place"] = town,
            ["Entry"] = entry,
            ["Choice"] = choice,
            ["HasTownAround"] = settings.HasTownAround,
            ["Table"] = found.Table,
            ["Row"] = found.Row,
            ["Column"] = found.Column,
            ["Cell"] = found.Cell,
            ["Events"] = events,
        });
    }
}
