using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.UserAgents;
using PixelLab.Core.Languages;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;
using PixelLab.Web.Features.Classroom;
using PixelLab.Web.Features.Lessons;
using PixelLab.Web.Features.Rules;
using PixelLab.Web.Limits;
using PixelLab.Web.Pages;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Features.Front;

/// <summary>The lab's front page. It carries no pixel and is no visit.</summary>
public static class FrontPages
{
    private const int MostText = 300;

    /// <summary>Maps the front page.</summary>
    public static WebApplication MapFront(this WebApplication app)
    {
        var lab = app.MapTownHost(Town.Lab.Name);
        lab.MapGet("/", ShowFrontAsync);
        lab.MapPost("/erase", EraseAsync);
        return app;
    }

    private static Task<RazorComponentResult<FrontPage>> ShowFrontAsync(
        HttpContext context, TownRequest town, Rooms rooms, LessonLibrary library, IOptions<StorageOptions> storage) =>
        PageAsync(context, town, rooms, library, storage, isRefused: false);

    private static async Task<RazorComponentResult<FrontPage>> PageAsync(
        HttpContext context, TownRequest town, Rooms rooms, LessonLibrary library, IOptions<StorageOptions> storage, bool isRefused)
    {
        // The page tells what the browser sent with this very request, so no copy of it may be shown later.
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<FrontPage>(new Dictionary<string, object?>
        {
            ["Place"] = town,
            ["Greeting"] = Read(context),
            ["Course"] = library.Course(),
            ["HasOwnSeat"] = !town.Seat.IsDefault && await rooms.OfSeatAsync(town.Seat) is null,
            ["KeepHours"] = storage.Value.KeepHours,
            ["Done"] = context.Request.Query["done"].ToString(),
            ["IsRefused"] = isRefused,
        });
    }

    /// <summary>Erases what is kept of the visitor, and leads the browser to forget its part of it, unless that is to stay.</summary>
    private static async Task<IResult> EraseAsync(HttpContext context, TownRequest town, RoomActions actions, Rooms rooms, LessonLibrary library, DoorTicket ticket, ErasureLimiter limiter, IOptions<StorageOptions> storage)
    {
        if (!limiter.Admits(context))
        {
            var page = await PageAsync(context, town, rooms, library, storage, isRefused: true);
            page.StatusCode = StatusCodes.Status429TooManyRequests;
            return page;
        }

        var form = await context.Request.ReadFormUpToAsync(BodyLimits.SwitchesForm);
        await actions.BeginAnewAsync(town.Seat);
        if (form.ContainsKey("keep"))
        {
            return new SeeOther(town.Path("/?done=erased#kept"));
        }

        var what = await rooms.WasClearedAsync(town.Seat, CancellationToken.None) ? Forgetting.AllButPlace : Forgetting.All;
        return new SeeOther(ClearingWay.Begin(ticket, town, what, Town.Lab, "/?done=cleared#kept"));
    }

    private static BrowserGreeting Read(HttpContext context)
    {
        var headers = context.Request.Headers;
        var userAgent = Cut(headers.UserAgent.ToString());
        var languages = Cut(headers.AcceptLanguage.ToString());
        return new BrowserGreeting(
            RequestCapture.AddressOf(context),
            UserAgentReader.Read(userAgent).InWords(Language.Asked) ?? (userAgent.Length > 0 ? userAgent : "nothing"),
            LanguageNames.InWords(languages, Language.Asked) ?? (languages.Length > 0 ? languages : "nothing"));
    }

    private static string Cut(string text) => text.Length <= MostText ? text : text[..MostText];
}

/// <summary>What a browser says of itself to every page that it opens, in words.</summary>
/// <param name="Address">The address it came from.</param>
/// <param name="Browser">Which browser on which system.</param>
/// <param name="Languages">The languages it asks for.</param>
public sealed record BrowserGreeting(string Address, string Browser, string Languages);
