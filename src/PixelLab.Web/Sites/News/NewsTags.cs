using PixelLab.Web.Vendors;
using PixelLab.Web.Vendors.Adnet;
using PixelLab.Web.Vendors.Metrics;

namespace PixelLab.Web.Sites.News;

/// <summary>The tags that the paper's pages carry, under the paper's accounts at the vendors.</summary>
public static class NewsTags
{
    private const string MetricsProperty = "PL-NEWS-1";
    private const string AdnetAccount = "448137";

    /// <summary>The two that stand on every page.</summary>
    public static void PlantPageView(this PageVisit visit)
    {
        visit.Plant(new MetricsTag(MetricsProperty));
        visit.Plant(new AdnetTag(AdnetAccount, "PageView"));
    }

    /// <summary>A place for an advertisement.</summary>
    /// <param name="visit">The view of the page.</param>
    /// <param name="place">The place's name in the paper's price list.</param>
    /// <param name="section">The section in which it stands.</param>
    /// <param name="lazy">Whether it counts only once the reader comes near it.</param>
    public static PlantedPixel PlantSlot(this PageVisit visit, string place, string section, bool lazy) =>
        visit.Plant(new AdnetTag(AdnetAccount, "AdSlot")
        {
            CustomData = [new("content_name", place), new("content_category", section)],
            Lazy = lazy,
        });
}
