using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Rules;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;
using PixelLab.Web.Languages;
using PixelLab.Web.Vendors.Answers;

namespace PixelLab.Web.Vendors.Adnet;

/// <summary>
/// The page behind “Why this ad?”. Opening it is no hit: it tells the visitor, not the network. The lab alone notes that somebody asked, for a
/// lesson asks for it.
/// </summary>
public static class WhyEndpoints
{
    /// <summary>About as much is written down of each.</summary>
    private const int WrittenBytes = 256;

    /// <summary>Maps it.</summary>
    internal static void MapWhy(this RouteGroupBuilder host) => host.MapGet("/why/{ad}", ShowAsync);

    private static async Task<IResult> ShowAsync(
        HttpContext context, TownRequest town, string ad, AdServer ads, IEventReader log, IEventWriter writer, HitLimiter limiter, TimeProvider time)
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

        if (RequestCapture.IsOpened(context) && limiter.AdmitsBytes(context, WrittenBytes))
        {
            await writer.AppendAsync(
                [new SettingChanged { At = time.GetUtcNow(), Seat = town.Seat, Name = SettingNames.WhyAsked, Value = "on" }], CancellationToken.None);
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
