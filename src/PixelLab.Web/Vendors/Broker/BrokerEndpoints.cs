using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Broker;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;
using PixelLab.Web.Readings;
using PixelLab.Web.Vendors.Answers;

namespace PixelLab.Web.Vendors.Broker;

/// <summary>The broker's host: a link in other companies' redirects.</summary>
public static class BrokerEndpoints
{
    private const int MostShown = 100;

    private static readonly BrokerWire Wire = new();
    private static readonly ThirdPartyCookies Cookies = new(BrokerWire.IdCookie, BrokerWire.PartitionedIdCookie);

    /// <summary>Maps the vendor.</summary>
    public static void Map(WebApplication app)
    {
        var host = app.MapTownHost(BrokerWire.VendorName);
        host.MapGet(CookieMatch.Path, (HttpContext context, HitKeeper intake) =>
            CookieMatching.TakeAsync(context, intake, Wire, NewCookies));
        host.MapGet("/", ShowAsync);
    }

    private static async Task<RazorComponentResult<BrokerPage>> ShowAsync(HttpContext context, TownRequest town, SeatReadings readings)
    {
        var matches = await readings.AskAsync(
            town.Seat, (MatchTable table) => table.All.TakeLast(MostShown).ToList(), context.RequestAborted);
        VendorPagePolicy.ForPage(context);
        return new RazorComponentResult<BrokerPage>(new Dictionary<string, object?> { ["Town"] = town, ["Matches"] = matches });
    }

    private static IReadOnlyList<string> NewCookies(HttpContext context) =>
        Cookies.ForNewcomer(context, context.Request.Query["eid"].FirstOrDefault());
}
