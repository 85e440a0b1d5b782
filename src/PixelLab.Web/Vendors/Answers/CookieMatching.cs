using Microsoft.AspNetCore.WebUtilities;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;

namespace PixelLab.Web.Vendors.Answers;

/// <summary>
/// Cookie matching: one company sends the browser's image request on to another with its own number in the address; the
/// other notes it beside its own number, which its cookie brings, and sends the browser back in the same way.
/// </summary>
public static class CookieMatching
{
    /// <summary>Takes a step of the chain; whatever sends nobody on ends in the image.</summary>
    public static async Task TakeAsync(
        HttpContext context, HitKeeper intake, IVendorWire vendor, Func<HttpContext, IReadOnlyList<string>> cookies)
    {
        if (await intake.KeepAsync(context, vendor, cookies) is not { } hit)
        {
            return;
        }

        if (vendor.Match is not { } match || !CookieMatch.SendsOn(vendor, hit))
        {
            HitKeeper.Answer(context);
            return;
        }

        var own = vendor.NumbersOf(hit)[0];
        var next = QueryHelpers.AddQueryString(CookieMatch.Path, new Dictionary<string, string?>
        {
            ["partner"] = vendor.Name,
            ["id"] = own,
            ["eid"] = ShortEnough(hit.Request.Parameter("eid")),
        });
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = TownRequest.Of(context).Url(match.Partner, next);
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
    }

    private static string? ShortEnough(string? plant) => plant is { Length: <= 64 } ? plant : null;
}
