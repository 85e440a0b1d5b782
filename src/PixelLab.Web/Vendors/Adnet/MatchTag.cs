using Microsoft.AspNetCore.WebUtilities;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Vendors.Adnet;

/// <summary>The network's second pixel on a page: it starts the redirects by which the network and the broker match numbers.</summary>
/// <param name="Account">The site's account at the network.</param>
public sealed record MatchTag(string Account) : PixelTag
{
    /// <inheritdoc />
    public override string Vendor => AdnetWire.VendorName;

    /// <inheritdoc />
    public override string Event => VendorEvents.CookieMatch;

    /// <inheritdoc />
    public override PixelTrigger Trigger => PixelTrigger.Image;

    /// <inheritdoc />
    public override string Purpose => Purposes.Advertising;

    /// <inheritdoc />
    public override string PathAndQuery(TagContext context)
    {
        var query = new List<KeyValuePair<string, string?>> { new("start", Account), new("dl", context.PageUrl) };
        query.AddRange(context.Consent.AdParameters.Select(pair => new KeyValuePair<string, string?>(pair.Name, pair.Value)));
        query.Add(new("eid", context.Plant));
        return QueryHelpers.AddQueryString(CookieMatch.Path, query);
    }
}
