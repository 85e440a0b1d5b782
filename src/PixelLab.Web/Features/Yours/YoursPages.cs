using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Web.Addressing;
using PixelLab.Web.Languages;

namespace PixelLab.Web.Features.Yours;

/// <summary>The page to which people bring their own web, and what it gives to try.</summary>
internal static class YoursPages
{
    /// <summary>Maps <c>/yours</c>, and its examples.</summary>
    public static void MapYoursPages(this IEndpointRouteBuilder routes)
    {
        var lab = routes.MapTownHost(Town.Lab.Name);
        lab.MapGet("/yours", Show);
        lab.MapGet("/yours/examples/{name}", ShowExample);
    }

    private static RazorComponentResult<YoursPage> Show(HttpContext context, TownRequest town, ISpokenLanguages languages, string? lang)
    {
        var spoken = languages.Now();
        context.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<YoursPage>(new Dictionary<string, object?>
        {
            ["Place"] = town,
            ["Spoken"] = spoken,
            ["Text"] = spoken.Text(spoken.TagOr(lang), WordList.Yours),
            ["IsHere"] = OwnSeat.IsFromTheMachine(context),
        });
    }

    /// <summary>An example as it would be brought. They were composed after vendors' public documentation, and lie beside this.</summary>
    private static Results<FileStreamHttpResult, NotFound> ShowExample(string name) =>
        typeof(YoursPages).Assembly.GetManifestResourceStream($"yours/{name}") is { } example
            ? TypedResults.Stream(example, "text/plain; charset=utf-8")
            : TypedResults.NotFound();
}
