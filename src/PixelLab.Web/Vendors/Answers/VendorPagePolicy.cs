using PixelLab.Web.Addressing;

namespace PixelLab.Web.Vendors.Answers;

/// <summary>The Content Security Policies of the vendors’ own pages (Content Security Policy Level 3).</summary>
internal static class VendorPagePolicy
{
    /// <summary>An ad's frame: its own pictures, stylesheet and script, and only in pages of the town's sites.</summary>
    public static void ForFrame(HttpContext context)
    {
        var address = TownRequest.Of(context).Address;
        var sites = string.Join(' ', Town.Sites.Select(address.Origin).Distinct(StringComparer.Ordinal));
        Write(context, $"frame-ancestors {sites}", "form-action 'none'", "script-src 'self'");
    }

    /// <summary>A page that people open: no scripts, no frames.</summary>
    public static void ForPage(HttpContext context) => Write(context, "frame-ancestors 'none'", "form-action 'none'");

    /// <summary>A page that people open, with a form that asks this host only.</summary>
    public static void ForForm(HttpContext context) => Write(context, "frame-ancestors 'none'", "form-action 'self'");

    private static void Write(HttpContext context, params IEnumerable<string> more)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = string.Join("; ",
            ["default-src 'none'", "img-src 'self'", "style-src 'self'", "base-uri 'none'", .. more]);
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
    }
}
