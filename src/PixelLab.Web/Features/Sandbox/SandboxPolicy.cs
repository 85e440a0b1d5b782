using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Yours;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Features.Sandbox;

/// <summary>
/// What a learner's page may do (Content Security Policy Level 3): run its own scripts, and load from and talk to the lab's vendors. No
/// frames, no forms, no new windows, no plug-ins, no way up to the page around it. In the lab's frame it can't be led elsewhere either, by
/// the <c>frame-src</c> of the lab's page. Opened as a page of its own it can still lead its own tab away: no policy that browsers
/// follow forbids that (<c>navigate-to</c> was given up), and there is nothing in it that could be taken along but what its writer wrote. The same holds of WebRTC, whose directive
/// (<c>webrtc 'block'</c>) Chromium does not know as yet.
/// </summary>
internal static class SandboxPolicy
{
    /// <summary>Writes it into a reply.</summary>
    public static void Write(HttpContext context, TownRequest town)
    {
        var address = town.Address;

        // Where its cookies would not be its own alone it gets an origin that nothing shares, at the price of the referrer, which browsers do
        // not send from such a page (Referrer Policy, section 8.3).
        var origin = address.SandboxHasOrigin ? " allow-same-origin" : "";

        var vendors = string.Join(' ', VendorsOf(address));
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = string.Join("; ", [
            "default-src 'none'",
            $"script-src 'unsafe-inline' {vendors}",
            "style-src 'unsafe-inline'",
            $"img-src data: {vendors}",
            $"connect-src {vendors}",
            "form-action 'none'",
            "base-uri 'none'",
            $"frame-ancestors {address.Origin(Town.Lab)}",
            $"sandbox allow-scripts{origin}",
        ]);
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["X-DNS-Prefetch-Control"] = "off";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), display-capture=()";
    }

    /// <summary>
    /// Whether it stops what a page asks for by itself. A page that leads itself elsewhere is another matter: that is forbidden by the page around it.
    /// </summary>
    public static bool Stops(BroughtRequest request, TownAddress address) => request.Means switch
    {
        FetchMeans.Navigation => false,
        FetchMeans.Frame or FetchMeans.Style or FetchMeans.Media => true,
        _ => !Uri.TryCreate(request.Url, UriKind.Absolute, out var url)
            || !VendorsOf(address).Any(vendor => url.AbsoluteUri.StartsWith(vendor.TrimEnd('/') + "/", StringComparison.Ordinal)),
    };

    /// <summary>The vendors, as sources of the policy. In path mode all hosts are one origin, so they are told apart by their paths.</summary>
    private static IEnumerable<string> VendorsOf(TownAddress address) => Town.Vendors.Select(vendor =>
        address.Mount(vendor) is { Length: > 0 } mount ? $"{address.Origin(vendor)}{mount}/" : address.Origin(vendor));
}
