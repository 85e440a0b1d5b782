using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Languages;
using PixelLab.Core.Readings;
using PixelLab.Web.Addressing;
using PixelLab.Web.Api;
using PixelLab.Web.Capture;
using PixelLab.Web.Features.Classroom;
using PixelLab.Web.Features.Rules;
using PixelLab.Web.Languages;
using PixelLab.Web.Live;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Seats;

/// <summary>The API of seats: make one, read its events, erase it.</summary>
public static class SeatEndpoints
{
    private const int MostEvents = 1000;

    /// <summary>Maps the API, on every host: the dock on a site asks its own host.</summary>
    public static WebApplication MapSeats(this WebApplication app)
    {
        app.MapOwnSeat();
        app.MapPost("/api/seats", Make).WithTags("Seats")
            .WithSummary("Makes a seat.").WithDescription(ApiNotes.RefusesNothing)
            .WithAnswer(() => MadeFor(Example.Address, Example.Hit.Seat));
        var seat = app.MapSeatGroup();
        seat.MapDelete("", EraseAsync).WithSummary("Erases a seat and all its events, at once and for good.").Refuses(429);
        seat.MapPost("/clearing", ClearAsync)
            .WithSummary("Where to send the seat’s browser, for it to forget all that it keeps of the town.")
            .WithDescription("The way leads through every host, since each can only have its own forgotten. It begins within five minutes.")
            .WithSent(new ClearingWanted(Example.Address.Url(Town.Get("shop"), Example.Hit.Seat, "/")))
            .WithAnswer(() => new Clearing(Example.Address.Url(Town.Get("shop"), Example.Hit.Seat, "/forget?ticket=…")));
        seat.MapGet("/events", ListAsync)
            .WithSummary("The events of a seat after a cursor, oldest first, each whole.")
            .WithDescription("A cursor is of one log. Where the lab has another one since, as after a reset, its events come from the beginning, and ‘newLog’ says so.")
            .WithAnswer(() => new EventPage([Example.View], Example.Cursor));
        seat.MapGet("/events/{id:long}", FindAsync).WithSummary("One event, whole.").WithAnswer(() => Example.View);
        seat.MapGet("/known", TellKnownAsync)
            .WithSummary("What each company was told, with the requests that told it.")
            .WithAnswer(() => new KnownView(new KnownReading().AddAll([Example.Hit]).Companies(Language.English)));
        seat.MapPost("/missing", ReportMissingAsync)
            .WithSummary("Tells that a planted pixel did not arrive, as the page that carries it saw it.")
            .WithSent(new MissingReport("q4.1", MissingReason.Blocked));
        seat.MapGet("/cookie-jar", JudgeCookieJarAsync)
            .WithSummary("What the seat's hits show of how its browser treats third-party cookies.")
            .WithAnswer(() => new CookieJarView(
                CookieJarVerdict.Blocked, "The browser was given a cookie and never sent it back.", null, null, "Firefox 140", [Example.Hit.Id]));
        return app;
    }

    private static Created<SeatMade> Make(TownRequest town)
    {
        var seat = SeatId.New();
        return TypedResults.Created($"/api/seats/{seat}", MadeFor(town.Address, seat));
    }

    private static SeatMade MadeFor(TownAddress address, SeatId seat)
    {
        string Front(TownHost host) => address.Url(host, seat, "/");
        return new SeatMade(
            seat.Value,
            Town.Sites.ToDictionary(site => site.Name, Front),
            Town.Vendors.ToDictionary(vendor => vendor.Name, Front),
            address.Url(Town.Lab, seat, "/panel"));
    }

    private static async Task<Results<Ok<EventPage>, ProblemHttpResult>> ListAsync(
        SeatId seat,
        [Description("The ‘next’ of an earlier answer; left out for the beginning.")] string? after,
        [Description("How many at most, from 1 to 1000; 500 where it is left out.")] int? limit,
        TownRequest town, PageLanguage page, IEventReader log, SeatReadings readings, CookieJars jars, CancellationToken cancellation)
    {
        if (!Cursor.TryParse(after, out var cursor))
        {
            return TypedResults.Problem(SeatText.Text["Refused.After"], statusCode: 400);
        }

        if (limit is < 1 or > MostEvents)
        {
            return TypedResults.Problem(SeatText.Text["Refused.Limit", MostEvents], statusCode: 400);
        }

        var batch = await log.ReadFromAsync(seat, cursor, limit ?? 500, cancellation);
        var letters = await readings.LettersOfAsync(seat, batch.Events, cancellation);
        var jarOf = await jars.OfHitsAsync(seat, batch.Events, cancellation);
        return TypedResults.Ok(new EventPage(
            [.. batch.Events.Select(labEvent => EventViews.Whole(labEvent, town.Address, page.Language, letters(labEvent), jarOf: jarOf))],
            batch.Events is [.., var last] ? batch.After(last) : new Cursor(batch.IsAnew ? 0 : cursor.Id, batch.Log),
            batch.IsAnew ? true : null));
    }

    private static async Task<Results<Ok<EventView>, NotFound>> FindAsync(
        SeatId seat, long id, TownRequest town, PageLanguage page, IEventReader log, SeatReadings readings, CookieJars jars, CancellationToken cancellation) =>
        await log.FindAsync(seat, id, cancellation) is { } found
            ? TypedResults.Ok(EventViews.Whole(
                found,
                town.Address,
                page.Language,
                (await readings.LettersOfAsync(seat, [found], cancellation))(found),
                jarOf: await jars.OfHitsAsync(seat, [found], cancellation)))
            : TypedResults.NotFound();

    private static async Task<Ok<KnownView>> TellKnownAsync(
        SeatId seat, PageLanguage page, SeatReadings readings, CancellationToken cancellation) =>
        TypedResults.Ok(new KnownView(
            await readings.AskAsync(seat, (KnownReading known) => known.Companies(page.Language), cancellation)));

    private static async Task<Results<NoContent, ProblemHttpResult>> EraseAsync(HttpContext context, SeatId seat, RoomActions rooms, ErasureLimiter limiter)
    {
        if (!limiter.Admits(context))
        {
            return ErasureLimiter.Refuse();
        }

        await rooms.BeginAnewAsync(seat);
        return TypedResults.NoContent();
    }

    /// <summary>A way of clearing that leads back to a page of the town, whoever asks; and to the lab from anywhere else.</summary>
    private static async Task<Ok<Clearing>> ClearAsync(
        SeatId seat, ClearingWanted wanted, TownRequest town, Rooms rooms, DoorTicket ticket, CancellationToken cancellation)
    {
        var own = town with { Seat = seat };
        var end = town.Address.Read(wanted.Then);
        var what = await rooms.WasClearedAsync(seat, cancellation) ? Forgetting.AllButPlace : Forgetting.All;
        return TypedResults.Ok(new Clearing(ClearingWay.Begin(ticket, own, what, end?.Host ?? Town.Lab, (end?.PathAndQuery ?? "/") + ClearingWay.Done)));
    }

    private static async Task<Results<NoContent, NotFound>> ReportMissingAsync(SeatId seat, MissingReport report, MissingWatch watch) =>
        await watch.ReportAsync(seat, report.Plant, report.Reason) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<Ok<CookieJarView>> JudgeCookieJarAsync(
        SeatId seat, PageLanguage page, CookieJars jars, CancellationToken cancellation)
    {
        var jar = await jars.JudgeAsync(seat, page.Language, cancellation);
        return TypedResults.Ok(new CookieJarView(jar.Verdict, jar.Why, jar.Next, jar.Remark, jar.Browser, jar.Because));
    }
}
