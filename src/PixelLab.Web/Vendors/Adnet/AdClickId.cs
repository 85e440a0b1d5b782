using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Vendors.Adnet;

/// <summary>
/// The click id of an ad on the advertiser's site: it arrives in the landing page's address, is kept in a cookie of the
/// site's own, and goes back to the network with every later pixel. No third-party cookie is needed for that.
/// </summary>
public static class AdClickId
{
    /// <summary>As long as the longest attribution window that networks offer for clicks.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>The click that brought the visitor, or null. Keeps it where the visitor has not refused advertising.</summary>
    public static string? AdClick(this PageVisit visit)
    {
        if (ClickId.Parse(visit.Context.Request.Query[ClickId.Parameter].FirstOrDefault()) is not { } arrived)
        {
            return ClickId.Parse(visit.SiteCookie(ClickId.Cookie))?.ToString();
        }

        if (visit.Consent.Allows(Purposes.Advertising))
        {
            visit.SetSiteCookie(ClickId.Cookie, arrived.ToString(), Kept);
        }

        return arrived.ToString();
    }
}
