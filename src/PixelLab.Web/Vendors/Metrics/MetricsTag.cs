using Microsoft.AspNetCore.WebUtilities;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Metrics;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Vendors.Metrics;

/// <summary>
/// The analytics snippet: a script that fires the pixel and tells more than the bare image could, and the bare image in
/// <c>noscript</c> for browsers without scripts.
/// </summary>
/// <param name="Property">The site's account at the vendor, for example <c>PL-SHOP-1</c>.</param>
public sealed record MetricsTag(string Property) : PixelTag
{
    /// <summary>The site's number for a visitor who is logged in; null for one who is not.</summary>
    public string? User { get; init; }

    /// <inheritdoc />
    public override string Vendor => MetricsWire.VendorName;

    /// <inheritdoc />
    public override string Event => VendorEvents.PageView;

    /// <inheritdoc />
    public override PixelTrigger Trigger => PixelTrigger.Script;

    /// <inheritdoc />
    public override string Purpose => Purposes.Analytics;

    /// <inheritdoc />
    public override Type Markup => typeof(MetricsSnippet);

    /// <summary>The image's path, to which the script adds its own query.</summary>
    public string Endpoint => $"/px/{Property}.gif";

    /// <summary>The <c>noscript</c> image: only what the server that renders the page can know.</summary>
    public override string PathAndQuery(TagContext context)
    {
        var query = new Dictionary<string, string?>
        {
            ["v"] = "1",
            ["tid"] = Property,
            ["en"] = VendorEvents.PageView,
            ["dl"] = context.PageUrl,
            ["dr"] = context.Referrer,
            ["dt"] = context.PageTitle,
            ["uid"] = User,
            ["gcs"] = context.Consent.ConsentMode,
            ["noscript"] = "1",
            ["z"] = context.Plant,
        };
        return QueryHelpers.AddQueryString(Endpoint, query.Where(pair => !string.IsNullOrEmpty(pair.Value)));
    }
}
