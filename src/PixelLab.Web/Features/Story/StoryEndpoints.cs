using System.ComponentModel;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Languages;
using PixelLab.Core.Reports;
using PixelLab.Core.Rules;
using PixelLab.Core.Story;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Web.Addressing;
using PixelLab.Web.Api;
using PixelLab.Web.Languages;
using PixelLab.Web.Limits;
using PixelLab.Web.Pages;
using PixelLab.Web.Readings;
using PixelLab.Web.Sites.Mail;

namespace PixelLab.Web.Features.Story;

/// <summary>The story of a shoe: it begins and ends on a page of the lab, and what it says on the way is asked for under the seat.</summary>
public static class StoryEndpoints
{
    /// <summary>Adds its part of every page.</summary>
    public static WebApplicationBuilder AddStory(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PagePart, StoryPart>();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, StoryJson.Default));
        return builder;
    }

    /// <summary>Maps <c>/story</c> and the API under a seat.</summary>
    public static WebApplication MapStory(this WebApplication app)
    {
        var lab = app.MapTownHost(Town.Lab.Name);
        lab.MapGet(StoryWay.Path, ShowAsync);
        lab.MapPost(StoryWay.Path, TurnAsync);
        lab.MapGet(StoryWay.WhyPath, AskWhyAsync);
        lab.MapGet(StoryWay.LetterPath, OpenLetterAsync);
        var seat = app.MapSeatGroup();
        seat.MapPost("/story/leaving", LeaveAsync)
            .WithSummary("Leaves the story of a shoe, from the page of a form that names its path as ‘back’; the blocker that it turned on goes off.");
        seat.MapGet("/story", TellAsync)
            .WithSummary("What the story of a shoe says on a page now; nothing where it is not told.")
            .WithAnswer(() => new StoryView(
                "AdNet was told: you looked at Trail Runner 2.", true, "Now read the news",
                Example.Address.Url(Town.Get("news"), Example.Hit.Seat, "/"),
                Example.Address.Url(Town.Lab, Example.Hit.Seat, "/panel?hit=12")));
        return app;
    }

    private static async Task<RazorComponentResult<StoryPage>> ShowAsync(HttpContext context, TownRequest town, PageLanguage page, SeatReadings readings)
    {
        context.Response.Headers.CacheControl = "no-store";
        var companies = await readings.AskAsync(town.Seat, (KnownReading known) => known.Companies(page.Language), context.RequestAborted);
        return new RazorComponentResult<StoryPage>(new Dictionary<string, object?>
        {
            ["Place"] = town,
            ["State"] = await StateAsync(town.Seat, readings, context.RequestAborted),
            ["Known"] = companies.FirstOrDefault(company => company.Vendor == AdnetWire.VendorName),
        });
    }

    /// <summary>Begins a round, tells it anew, or leaves it; each is one event of the seat.</summary>
    private static async Task<IResult> TurnAsync(HttpContext context, TownRequest town, SeatReadings readings, IEventWriter log, TimeProvider time)
    {
        var round = (await context.Request.ReadFormUpToAsync(BodyLimits.SwitchesForm))["round"].ToString();
        if (!Switches.Take(SettingNames.Story, round))
        {
            return TypedResults.BadRequest(Language.English[StoryText.Words]["NoRound"]);
        }

        await NoteAsync(context, town, readings, log, time, round);
        return new SeeOther(round.Length > 0 ? town.UrlOf(StoryStep.Shoe) : town.Path("/"));
    }

    private static async Task<SeeOther> LeaveAsync(
        HttpContext context, SeatId seat, TownRequest town, SeatReadings readings, IEventWriter log, TimeProvider time)
    {
        var back = await context.Request.ReadWayBackAsync();
        var whose = town with { Seat = seat };
        await NoteAsync(context, whose, readings, log, time, "");
        return new SeeOther(whose.Path(back));
    }

    private static async Task NoteAsync(HttpContext context, TownRequest town, SeatReadings readings, IEventWriter log, TimeProvider time, string round)
    {
        var state = await StateAsync(town.Seat, readings, context.RequestAborted);
        var settings = await readings.AskAsync(town.Seat, (SeatSettings reading) => reading.Snapshot(), context.RequestAborted);
        await log.AppendAsync(StoryWay.Turned(state, settings, town.Seat, round, time.GetUtcNow()), CancellationToken.None);
    }

    private static async Task<RedirectHttpResult> AskWhyAsync(HttpContext context, TownRequest town, SeatReadings readings)
    {
        context.Response.Headers.CacheControl = "no-store";
        var state = await StateAsync(town.Seat, readings, context.RequestAborted);
        return TypedResults.Redirect(state.Ad is { } ad ? town.Url(AdnetWire.VendorName, $"/why/{ad.Ad}") : town.UrlOf(StoryStep.End));
    }

    /// <summary>To the letter that has the shoe in it, as the inbox has it: whoever opens that for the first time finds it there, too.</summary>
    private static async Task<RedirectHttpResult> OpenLetterAsync(HttpContext context, TownRequest town, SeatReadings readings, MailDelivery delivery)
    {
        context.Response.Headers.CacheControl = "no-store";
        var inbox = town with { Host = Town.Get("mail") };
        await delivery.FillAsync(inbox, await readings.MailClientAsync(inbox, context.RequestAborted), context.RequestAborted);
        var letter = await readings.AskAsync(
            town.Seat, (Mailbox box) => box.Messages.FirstOrDefault(message => message.Sent.Campaign == "sale"), context.RequestAborted);
        return TypedResults.Redirect(town.Url("mail", letter is null ? "/" : MailPages.MessagePath(letter.Sent.Mail)));
    }

    private static async Task<Results<Ok<StoryView>, NoContent>> TellAsync(
        SeatId seat,
        [Description("The page: ‘shop’, ‘news’, ‘why’ or ‘letter’; any other is no part of the story.")] StoryPlace? place,
        TownRequest town, PageLanguage page, SeatReadings readings, CancellationToken cancellation)
    {
        var whose = town with { Seat = seat };
        var state = await StateAsync(seat, readings, cancellation);
        return StoryBeat.Of(state, place ?? StoryPlace.Elsewhere, page.Language) is { } beat
            ? TypedResults.Ok(new StoryView(beat.Says, beat.IsTold, beat.Way(state.Round, page.Language), beat.Waits ? null : whose.UrlOf(beat.Next), whose.ProofOf(beat)))
            : TypedResults.NoContent();
    }

    /// <summary>
    /// How the story stands in a seat. Every page asks: where it is not told, as the switches know, no page waits until a large seat's hits are read.
    /// </summary>
    internal static async Task<StoryState> StateAsync(SeatId seat, SeatReadings readings, CancellationToken cancellation) =>
        await readings.AskAsync(seat, (SeatSettings settings) => settings.Value(SettingNames.Story), cancellation) is { Length: > 0 }
            ? await readings.AskAsync(seat, (StoryReading story) => story.State, cancellation)
            : new StoryState();
}

/// <summary>What the story says on a page.</summary>
/// <param name="Says">What has happened.</param>
/// <param name="IsTold">Whether what the page is there to show has happened.</param>
/// <param name="Next">What the way on is called, or that the class goes on together.</param>
/// <param name="Url">Where it leads; null where a class waits for its instructor.</param>
/// <param name="Request">Where the request that shows it can be seen; null where none does.</param>
public sealed record StoryView(string Says, bool IsTold, string Next, string? Url, string? Request);

/// <summary>The story's JSON.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(StoryView))]
internal sealed partial class StoryJson : JsonSerializerContext;
