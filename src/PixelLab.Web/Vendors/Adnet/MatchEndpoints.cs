using PixelLab.Core.Vendors.Adnet;
using PixelLab.Web.Capture;

namespace PixelLab.Web.Vendors.Adnet;

/// <summary>The network's side of cookie matching.</summary>
public static class MatchEndpoints
{
    /// <summary>Maps it.</summary>
    internal static void MapMatching(this RouteGroupBuilder hits) =>
        hits.MapGet(AdnetPaths.Match, (HttpContext context, HitKeeper intake) =>
            CookieMatching.TakeAsync(context, intake, AdnetEndpoints.Wire, AdnetEndpoints.NewCookies));
}
