using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Web.Addressing;
using PixelLab.Web.Languages;
using PixelLab.Web.Vendors.Answers;

namespace PixelLab.Web.Vendors.Adnet;

/// <summary>The page behind “Why this ad?”. Opening it is no hit: it tells the visitor, not the network.</summary>
public static class WhyEndpoints
{
    /// <summary>Maps it.</summary>
    internal static void MapWhy(this RouteGroupBuilder host) => host.MapGet("/why/{ad}", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext context, TownRequest town, string ad, AdServer ads, IEventReader log)
    {
        if (await ads.FindAsync(context, ad) is not { } served)
        {
            return TypedResults.NotFound();
        }

        var hits = new List<Hit>();
        foreach (var id in served.Because)
        {
            if (await log.FindAsync(town.Seat, id, context.RequestAborted) is Hit hit)
            {
                hits.Add(hit);
            }
        }

        VendorPagePolicy.ForPage(context);
        return new RazorComponentResult<WhyPage>(new Dictionary<string, object?>
        {
            ["Town"] = town,
            ["Served"] = served,
            ["Story"] = AdStory.Of(served, hits, PageLanguage.Of(context)),
        });
    }
}
