using PixelLab.Core.Vendors.Metrics;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;

namespace PixelLab.Web.Vendors.Metrics;

/// <summary>The analytics vendor's host: one pixel, never a cookie.</summary>
public static class MetricsEndpoints
{
    private static readonly MetricsWire Wire = new();

    /// <summary>Maps the vendor.</summary>
    public static void Map(WebApplication app)
    {
        var host = app.MapTownHost(MetricsWire.VendorName);
        host.MapPixel("/px/{property}.gif", Wire);

        // What it tells the sites stands on the lab's own pages.
        host.MapGet("/", (TownRequest town) => TypedResults.Redirect(town.LabUrl("/reports")));
    }
}
