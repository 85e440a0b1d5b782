using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Events;
using PixelLab.Core.Sandbox;
using PixelLab.Web.Addressing;
using PixelLab.Web.Features.Lessons;
using PixelLab.Web.Languages;
using PixelLab.Web.Limits;
using PixelLab.Web.Pages;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Sandbox;

/// <summary>Write your own pixel: an editor on the lab, and the page that was written on an origin of its own.</summary>
public static class SandboxPages
{
    /// <summary>Maps <c>/your-pixel</c>; <c>?example=</c> begins with an example.</summary>
    public static void MapYourPixel(this IEndpointRouteBuilder routes)
    {
        var lab = routes.MapTownHost(Town.Lab.Name);
        lab.MapGet("/your-pixel", ShowAsync);
        lab.MapPost("/your-pixel", RunAsync);
    }

    /// <summary>Maps the page itself, reachable only by whoever knows the seat.</summary>
    public static void MapWrittenPage(this IEndpointRouteBuilder routes) =>
        routes.MapTownHost(Town.Sandbox.Name).MapGet("/", ShowWrittenAsync);

    private static async Task<IResult> ShowAsync(
        HttpContext context, TownRequest town, SeatReadings readings, IEventReader log, LessonLibrary library, string? example, string? done, string? lang)
    {
        var course = library.Course();
        var since = log.End;
        var language = course.Spoken.TagOr(lang);
        var written = await WrittenAsync(town, readings, context.RequestAborted);
        var html = Examples.Find(example)?.Html(town) ?? written ?? Examples.All[0].Html(town);
        var isTooLong = done == "long";
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<YourPixelPage>(new Dictionary<string, object?>
        {
            ["Place"] = town,
            ["Course"] = course,
            ["Text"] = course.Spoken.Text(language, WordList.YourPixel),
            ["Stopped"] = html == written && !isTooLong ? StoppedRequests.Of(html, town, course.Spoken.Speak(language)) : null,
            ["Html"] = html,
            ["IsTooLong"] = isTooLong,
            ["Since"] = since,
        });
    }

    private static async Task<IResult> RunAsync(HttpContext context, TownRequest town, IEventWriter log, LessonLibrary library, TimeProvider time, string? lang)
    {
        // Nothing but the name of a language that there is goes on into the address.
        var language = library.Course().Spoken.TagOr(lang);
        var query = language == SpokenLanguages.Default ? "" : "lang=" + language;
        var form = await context.Request.ReadFormUpToAsync(BodyLimits.WrittenPageForm);
        if (form["html"] is not [{ Length: > 0 and <= TextLimits.WrittenPage } html])
        {
            return new SeeOther(town.Path("/your-pixel?done=long" + (query.Length > 0 ? "&" + query : "")));
        }

        await log.AppendAsync([new PageWritten { At = time.GetUtcNow(), Seat = town.Seat, Html = html }], CancellationToken.None);
        return new SeeOther(town.Path("/your-pixel" + (query.Length > 0 ? "?" + query : "") + "#result"));
    }

    private static async Task<ContentHttpResult> ShowWrittenAsync(HttpContext context, TownRequest town, SeatReadings readings)
    {
        var written = await WrittenAsync(town, readings, context.RequestAborted);
        var text = new LanguageText(SpokenLanguages.Default, WordList.YourPixel);
        SandboxPolicy.Write(context, town);
        return TypedResults.Content(written ?? $"<!doctype html><title>{text["Empty.Title"]}</title><p>{text["Empty"]}", "text/html; charset=utf-8");
    }

    private static Task<string?> WrittenAsync(TownRequest town, SeatReadings readings, CancellationToken cancellation) =>
        readings.AskAsync(town.Seat, (WrittenPage page) => page.Html, cancellation);
}
