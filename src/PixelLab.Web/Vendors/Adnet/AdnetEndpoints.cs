using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;
using PixelLab.Web.Pages;
using PixelLab.Web.Vendors.Answers;

namespace PixelLab.Web.Vendors.Adnet;

/// <summary>The advertising network's host: a pixel that knows a browser again where the browser lets it, and the ads.</summary>
public static class AdnetEndpoints
{
    private static readonly ThirdPartyCookies Cookies = new(AdnetWire.IdCookie, AdnetWire.PartitionedIdCookie);

    /// <summary>The vendor's wire.</summary>
    internal static AdnetWire Wire { get; } = new();

    /// <summary>Adds what chooses ads.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AdServer>();
    }

    /// <summary>Maps the vendor.</summary>
    public static void Map(WebApplication app)
    {
        var host = app.MapTownHost(AdnetWire.VendorName);
        host.MapPixel(AdnetPaths.Pixel, Wire, NewCookies);
        host.Map(AdnetPaths.Impression, TakeForAdAsync);
        host.Map(AdnetPaths.Viewable, TakeForAdAsync);
        host.MapAds();
        host.MapMatching();
        host.MapWhy();
        host.MapCampaignReport();
        host.MapCampaign();
        host.MapTownSwitch("/report", CampaignEndpoints.Path);
    }

    /// <summary>The cookies for a browser that came without; the pixels of one page view get the same.</summary>
    internal static IReadOnlyList<string> NewCookies(HttpContext context) => Cookies.ForNewcomer(context, PageViewOf(context));

    /// <summary>The page view that a request belongs to, as the plant that it carries begins with it; or null.</summary>
    internal static string? PageViewOf(HttpContext context) => Plants.PageViewOf(context.Request.Query["eid"].FirstOrDefault());

    private static async Task TakeForAdAsync(HttpContext context, HitKeeper intake, AdServer ads)
    {
        // The pixel in an ad's frame knows nothing of the page around it; the network's own record does.
        var served = await ads.FindAsync(context, context.Request.Query["ad"].FirstOrDefault());
        if (await intake.KeepAsync(context, Wire, NewCookies, served?.Site) is not null)
        {
            HitKeeper.Answer(context);
        }
    }
}
