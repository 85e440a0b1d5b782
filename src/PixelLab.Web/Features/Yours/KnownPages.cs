using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Web.Addressing;
using PixelLab.Web.Languages;

namespace PixelLab.Web.Features.Yours;

/// <summary>What the lab knows of real vendors, since when and from where, so that nobody has to take its explanations on trust.</summary>
public static class KnownPages
{
    /// <summary>Maps <c>/yours/known</c>.</summary>
    public static void MapKnownPage(this IEndpointRouteBuilder routes) =>
        routes.MapTownHost(Town.Lab.Name).MapGet("/yours/known", Show);

    private static RazorComponentResult<KnownPage> Show(TownRequest town, ISpokenLanguages languages, string? lang)
    {
        var spoken = languages.Now();
        return new RazorComponentResult<KnownPage>(new Dictionary<string, object?>
        {
            ["Place"] = town,
            ["Text"] = spoken.Text(spoken.TagOr(lang), WordList.Known),
            ["Language"] = spoken.Speak(spoken.TagOr(lang)),
        });
    }
}
