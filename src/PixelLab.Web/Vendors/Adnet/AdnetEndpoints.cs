using System.Security.Cryptography;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;

namespace PixelLab.Web.Vendors.Adnet;

/// <summary>The advertising network's host: a pixel that knows a browser again where the browser lets it.</summary>
public static class AdnetEndpoints
{
    private const string Hexadecimal = "0123456789abcdef";
    private const int IdLength = 16;

    /// <summary>400 days, the longest that a browser keeps a cookie (RFC 6265bis section 5.5).</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(400);

    private static readonly AdnetWire Wire = new();

    /// <summary>Maps the vendor.</summary>
    public static WebApplication MapAdnet(this WebApplication app)
    {
        var host = app.MapTownHost(AdnetWire.VendorName);
        host.Map("/tr", (HttpContext context, HitIntake intake) => intake.TakeAsync(context, Wire, NewCookies))
            .RequireRateLimiting(CaptureSetup.HitsPolicy);
        return app;
    }

    /// <summary>
    /// Gives a number to a browser that came without one. The second cookie is for browsers that refuse the first but
    /// keep a jar per site (CHIPS).
    /// </summary>
    private static List<string> NewCookies(HttpContext context)
    {
        // A browser takes SameSite=None only with Secure, and Secure only from a trustworthy origin: https, or http on
        // a localhost name. On a bare address a plain cookie is all there is.
        var trustworthy = context.Request.IsHttps || context.Request.Host.Host is "localhost" || context.Request.Host.Host.EndsWith(".localhost", StringComparison.Ordinal);
        var attributes = $"Path=/; Max-Age={Lifetime.TotalSeconds:0}; HttpOnly" + (trustworthy ? "; SameSite=None; Secure" : "");
        var cookies = new List<string>(2);
        if (!IsId(context.Request.Cookies[AdnetWire.IdCookie]))
        {
            cookies.Add($"{AdnetWire.IdCookie}={NewId()}; {attributes}");
        }

        if (trustworthy && !IsId(context.Request.Cookies[AdnetWire.PartitionedIdCookie]))
        {
            cookies.Add($"{AdnetWire.PartitionedIdCookie}={NewId()}; {attributes}; Partitioned");
        }

        return cookies;
    }

    private static string NewId() => RandomNumberGenerator.GetString(Hexadecimal, IdLength);

    private static bool IsId(string? text) => text?.Length == IdLength && text.All(Hexadecimal.Contains);
}
