using PixelLab.Web.Pages;
using PixelLab.Web.Vendors.Adnet;
using PixelLab.Web.Vendors.Metrics;

namespace PixelLab.Web.Sites.Clinic;

/// <summary>
/// The tags that the clinic's pages carry: the same harmless ones as everywhere. They add nothing about the visitor; the
/// addresses of the pages are enough.
/// </summary>
public static class ClinicTags
{
    private const string MetricsProperty = "PL-CLINIC-1";
    private const string AdnetAccount = "730215";

    /// <summary>What stands on every page.</summary>
    public static void PlantPage(this PageVisit visit)
    {
        visit.Plant(new MetricsTag(MetricsProperty));
        visit.Plant(new AdnetTag(AdnetAccount, "PageView"));
        visit.Plant(new MatchTag(AdnetAccount));
    }
}
