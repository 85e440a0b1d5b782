using PixelLab.Core.Rules;
using PixelLab.Core.Vendors;
using PixelLab.Web.Addressing;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Rules;

/// <summary>
/// The emulated stripping of link decoration. A browser that does it takes the parameters off before it asks; the lab
/// sends the browser on to the clean address before the site sees the request, so that pixels and page know nothing.
/// </summary>
public static class LinkStripping
{
    /// <summary>The marks of the town's own vendors, of which several may share one, and the names on the list that Firefox ships for its strict protection.</summary>
    public static readonly IReadOnlyList<string> Names =
        [.. VendorList.All.SelectMany(vendor => vendor.LinkMarks).Distinct(StringComparer.Ordinal), "fbclid", "mc_eid", "oly_anon_id", "oly_enc_id", "__s", "vero_id", "_hsenc", "mkt_tok"];

    /// <summary>Strips where the seat's switch is on.</summary>
    public static WebApplication UseLinkStripping(this WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            if (TryStrip(context.Request, out var clean) && await IsOnAsync(context))
            {
                context.Response.Headers.CacheControl = "no-store";
                context.Response.Redirect(TownRequest.Of(context).Path(context.Request.Path.ToUriComponent()) + clean);
                return;
            }

            await next(context);
        });
        return app;
    }

    /// <summary>Takes the known names out of a query and leaves everything else as it came.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool TryStrip(string query, out string clean)
    {
        var pairs = query.TrimStart('?').Split('&');
        var kept = pairs.Where(pair => !Names.Contains(NameOf(pair))).ToArray();
        clean = kept is [] or [""] ? "" : "?" + string.Join('&', kept);
        return kept.Length < pairs.Length;
    }

    private static bool TryStrip(HttpRequest request, out string clean)
    {
        clean = "";
        return HttpMethods.IsGet(request.Method)
            && request.QueryString.HasValue
            && TownRequest.Of(request.HttpContext).Host.Kind == TownKind.Site
            && TryStrip(request.QueryString.Value!, out clean);
    }

    private static async Task<bool> IsOnAsync(HttpContext context)
    {
        var readings = context.RequestServices.GetRequiredService<SeatReadings>();
        return await readings.AskAsync(
            TownRequest.Of(context).Seat, (SeatSettings settings) => settings.IsOn(SettingNames.StripLinks), context.RequestAborted);
    }

    private static string NameOf(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return Uri.UnescapeDataString(equals < 0 ? pair : pair[..equals]);
    }
}
