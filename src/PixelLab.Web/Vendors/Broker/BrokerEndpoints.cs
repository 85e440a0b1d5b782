using PixelLab.Core.Vendors.Broker;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;

namespace PixelLab.Web.Vendors.Broker;

/// <summary>The broker's host: a link in other companies' redirects.</summary>
public static class BrokerEndpoints
{
    private static readonly BrokerWire Wire = new();
    private static readonly ThirdPartyCookies Cookies = new(BrokerWire.IdCookie, BrokerWire.PartitionedIdCookie);

    /// <summary>Maps the vendor.</summary>
    public static WebApplication MapBroker(this WebApplication app)
    {
        var host = app.MapTownHost(BrokerWire.VendorName);
        host.MapGet(MatchTable.Path, (HttpContext context, HitIntake intake) =>
                CookieMatching.TakeAsync(context, intake, Wire, NewCookies))
            .RequireRateLimiting(CaptureSetup.HitsPolicy);
        return app;
    }

    private static IReadOnlyList<string> NewCookies(HttpContext context) =>
        Cookies.ForNewcomer(context, context.Request.Query["eid"].FirstOrDefault());
}
