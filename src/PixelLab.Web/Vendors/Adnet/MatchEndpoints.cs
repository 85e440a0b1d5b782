using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;
using PixelLab.Web.Vendors.Answers;

namespace PixelLab.Web.Vendors.Adnet;

/// <summary>The network's side of cookie matching.</summary>
public static class MatchEndpoints
{
    /// <summary>Maps it.</summary>
    internal static void MapMatching(this RouteGroupBuilder hits) =>
        hits.MapGet(CookieMatch.Path, (HttpContext context, HitKeeper intake) =>
            CookieMatching.TakeAsync(context, intake, AdnetEndpoints.Wire, AdnetEndpoints.NewCookies));
}
