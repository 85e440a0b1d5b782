using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using PixelLab.Core.Events;
using PixelLab.Core.Rules;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;
using PixelLab.Web.Readings;
using PixelLab.Web.Vendors.Answers;

namespace PixelLab.Web.Vendors.Adnet;

/// <summary>The slots, and the way from an ad to its advertiser. Every request is a hit that is kept before its answer.</summary>
public static class AdEndpoints
{
    /// <summary>Maps slots, image ads and clicks.</summary>
    internal static void MapAds(this RouteGroupBuilder hits)
    {
        hits.MapGet(AdnetPaths.Slot, ShowFrameAsync);
        hits.MapGet(AdnetPaths.Banner, ShowBannerAsync);
        hits.MapGet(AdnetPaths.Click, FollowAsync);
    }

    private static async Task<IResult> ShowFrameAsync(HttpContext context, HitKeeper intake, AdServer ads)
    {
        if (await intake.KeepAsync(context, AdnetEndpoints.Wire, AdnetEndpoints.NewCookies) is not { } request)
        {
            return TypedResults.Empty;
        }

        var ad = await ads.ServeAsync(context, request);
        VendorPagePolicy.ForFrame(context);
        return new RazorComponentResult<AdFrame>(new Dictionary<string, object?> { ["Town"] = TownRequest.Of(context), ["Ad"] = ad });
    }

    private static async Task<IResult> ShowBannerAsync(HttpContext context, HitKeeper intake, AdServer ads)
    {
        if (await intake.KeepAsync(context, AdnetEndpoints.Wire, AdnetEndpoints.NewCookies) is not { } request)
        {
            return TypedResults.Empty;
        }

        var ad = await ads.ServeAsync(context, request);
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return TypedResults.Text(BannerPicture.Draw(ad.Campaign, ad.Product), "image/svg+xml");
    }

    /// <summary>
    /// Sends a click on to the ad's own landing page. The address names an ad, never a destination, so the redirect
    /// can't be used to send people elsewhere.
    /// </summary>
    private static async Task<IResult> FollowAsync(HttpContext context, HitKeeper intake, AdServer ads, SeatReadings readings)
    {
        var query = context.Request.Query;
        var served = query["ad"].FirstOrDefault() is { } ad
            ? await ads.FindAsync(context, ad)
            : await ads.InSlotAsync(context, AdnetEndpoints.PageViewOf(context), query["slot"].FirstOrDefault());
        if (await intake.KeepAsync(context, AdnetEndpoints.Wire, AdnetEndpoints.NewCookies, served?.Site) is not { } click)
        {
            return TypedResults.Empty;
        }

        if (served is null || AdCampaigns.Find(served.Campaign) is not { } campaign)
        {
            return TypedResults.NotFound();
        }

        var town = TownRequest.Of(context);
        var settings = await readings.AskAsync(town.Seat, (SeatSettings settings) => settings.Snapshot(), context.RequestAborted);
        context.Response.Headers.Location = LandingUrl(town, campaign, served, click, settings.IsOn(SettingNames.StripLinks));
        return TypedResults.StatusCode(StatusCodes.Status302Found);
    }

    private static string LandingUrl(TownRequest town, AdCampaign campaign, AdServed served, Hit click, bool stripped)
    {
        var query = new List<KeyValuePair<string, string?>>
        {
            new("utm_source", "adnet"),
            new("utm_medium", "display"),
            new("utm_campaign", campaign.Key),
        };

        // What browsers strip are the ids of clicks; the campaign's name is the same for everybody and stays.
        if (!stripped)
        {
            query.Add(new(ClickId.Parameter, new ClickId(served.Ad, click.Id).ToString()));
        }

        return town.Url(campaign.Advertiser, QueryHelpers.AddQueryString(campaign.LandingFor(AdServer.ProductOf(served)), query));
    }
}
