using NetEscapades.AspNetCore.SecurityHeaders.Headers;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Frame;

/// <summary>
/// The Content Security Policy of a page: scripts, images and frames from its own host and from the town's vendors, nothing
/// written into the HTML itself (Content Security Policy Level 3). The origins are those of the request's own address.
/// </summary>
internal sealed class TownContentSecurityPolicy : HtmlOnlyHeaderPolicyBase
{
    /// <inheritdoc />
    public override string Header => "Content-Security-Policy";

    /// <inheritdoc />
    protected override string GetValue(HttpContext context)
    {
        if (context.Response.Headers.ContentSecurityPolicy is { Count: > 0 } own)
        {
            // A page that needs one of its own has set it: the body of a message.
            return own.ToString();
        }

        var address = TownRequest.Of(context).Address;
        var vendors = Origins(address, Town.Vendors);
        // The lab shows a learner's own page in a frame, which can then be led nowhere else.
        var sandbox = TownRequest.Of(context).Host.Kind == TownKind.Lab ? " " + address.Origin(Town.Sandbox) : "";
        var pages = Origins(address, [Town.Lab, .. Town.Sites]);
        return string.Join("; ", [
            "default-src 'none'",
            $"script-src 'self' {vendors}",
            "style-src 'self'",
            $"img-src 'self' data: {vendors}",
            $"connect-src 'self' {vendors}",
            "font-src 'self'",
            $"frame-src 'self' {vendors}{sandbox}",
            $"form-action 'self' {pages}",
            "frame-ancestors 'none'",
            "base-uri 'none'",
        ]);
    }

    /// <summary>The hosts' origins as this browser reaches them; in path mode they are one.</summary>
    private static string Origins(TownAddress address, IEnumerable<TownHost> hosts) =>
        string.Join(' ', hosts.Select(address.Origin).Distinct(StringComparer.Ordinal));
}
