using PixelLab.Web.Addressing;

namespace PixelLab.Web.Frame;

/// <summary>
/// Says to browsers what the lab's and the sites' pages may load. Of vendors only that their answers are what they say they are (Fetch
/// Standard section 3.5): these are images and scripts, and a pixel's headers are part of what the lab shows.
/// </summary>
public static class SecurityHeadersSetup
{
    private static readonly HeaderPolicyCollection ForSites = Policy();

    /// <summary>
    /// The lab's own pages keep their addresses, which may name a seat, to themselves. Sample sites set no referrer
    /// policy: what a browser gives away by default is what they are there to show.
    /// </summary>
    private static readonly HeaderPolicyCollection ForLab = Policy().AddReferrerPolicySameOrigin();

    private static readonly HeaderPolicyCollection ForVendors = new HeaderPolicyCollection().AddContentTypeOptionsNoSniff();

    /// <summary>Adds the headers to pages of the lab and of the sites.</summary>
    public static WebApplication UsePageSecurityHeaders(this WebApplication app)
    {
        app.UseWhen(context => KindOf(context) == TownKind.Lab, lab => lab.UseSecurityHeaders(ForLab));
        app.UseWhen(context => KindOf(context) == TownKind.Site, site => site.UseSecurityHeaders(ForSites));
        app.UseWhen(context => KindOf(context) == TownKind.Vendor, vendor => vendor.UseSecurityHeaders(ForVendors));
        return app;
    }

    private static HeaderPolicyCollection Policy()
    {
        var content = new TownContentSecurityPolicy();
        return new HeaderPolicyCollection { [content.Header] = content }.AddContentTypeOptionsNoSniff();
    }

    private static TownKind KindOf(HttpContext context) => TownRequest.Of(context).Host.Kind;
}
