namespace PixelLab.Web.Vendors.Postbox;

/// <summary>The Content Security Policy of the email service's own pages: no scripts, no frames.</summary>
internal static class PostboxPagePolicy
{
    /// <summary>Writes it into a reply.</summary>
    public static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
    }
}
