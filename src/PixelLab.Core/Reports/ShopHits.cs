using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Metrics;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Reports;

/// <summary>Reads what the shop's own pixels tell its owner. All of it is text from outside, so every length has a bound.</summary>
internal static class ShopHits
{
    /// <summary>The business that reads the reports.</summary>
    public const string Site = "shop";

    /// <summary>The name of a page that did not say which it is.</summary>
    public const string UnknownPage = "a page that was not named";

    private const int MostPath = 100;
    private const int MostViewId = 64;

    /// <summary>Whether the analytics pixel tells of a page of the shop that was opened.</summary>
    public static bool IsPageView(Hit hit) => IsMetrics(hit) && VendorList.EventOf(hit) == VendorEvents.PageView;

    /// <summary>Whether it is a hit of the shop's analytics pixel.</summary>
    public static bool IsMetrics(Hit hit) => hit.Site == Site && hit.Vendor == MetricsWire.VendorName;

    /// <summary>The page without its query, so that one page is one line.</summary>
    public static string PageOf(Hit hit)
    {
        if (PagePlace.Read(VendorList.Find(hit.Vendor)?.PageOf(hit.Request)) is not { } place)
        {
            return UnknownPage;
        }

        var end = place.Path.IndexOf('?', StringComparison.Ordinal);
        var path = end < 0 ? place.Path : place.Path[..end];
        return PlainText.Shown(path, MostPath);
    }

    /// <summary>
    /// The view of the page that a hit belongs to, which all its pixels share; null where it does not say. The lab's plants
    /// begin with it.
    /// </summary>
    public static string? ViewOf(Hit hit)
    {
        if (VendorList.PlantOf(hit) is not { Length: > 0 } plant)
        {
            return null;
        }

        var end = plant.IndexOf('.', StringComparison.Ordinal);
        return end is 0 or > MostViewId || (end < 0 && plant.Length > MostViewId) ? null : end < 0 ? plant : plant[..end];
    }
}
