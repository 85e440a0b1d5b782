using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Vendors.Adnet;

/// <summary>A place for an ad in a page.</summary>
/// <param name="Account">The site's account at the network.</param>
/// <param name="Slot">The slot's name on the site.</param>
/// <param name="About">What the page is about, in words that <see cref="Segments"/> knows, the strongest first.</param>
public sealed record AdSlotTag(string Account, string Slot, IReadOnlyList<string> About) : PixelTag
{
    /// <summary>Whether the ad is one image with a link, rather than a frame.</summary>
    public bool IsImage { get; init; }

    /// <summary>The slot's rank on its page, 1 for the best place.</summary>
    public int Position { get; init; } = 1;

    /// <summary>The frame's width and height, or the image's.</summary>
    public (int Width, int Height) Size { get; init; } = (300, 250);

    /// <inheritdoc />
    public override string Vendor => AdnetWire.VendorName;

    /// <inheritdoc />
    public override string Event => IsImage ? VendorEvents.AdImpression : VendorEvents.AdRequest;

    /// <inheritdoc />
    public override PixelTrigger Trigger => IsImage ? PixelTrigger.Image : PixelTrigger.Frame;

    /// <inheritdoc />
    public override string Purpose => Purposes.Advertising;

    /// <inheritdoc />
    public override bool IsInSlot => true;

    /// <inheritdoc />
    public override string PathAndQuery(TagContext context)
    {
        var query = new List<KeyValuePair<string, string?>>
        {
            new("id", Account),
            new("slot", Slot),
            new("pos", Position.ToString(CultureInfo.InvariantCulture)),
            new("sz", $"{Size.Width}x{Size.Height}"),
            new("ctx", string.Join(',', About)),
            new("dl", context.PageUrl),
        };
        query.AddRange(context.Consent.AdParameters.Select(pair => new KeyValuePair<string, string?>(pair.Name, pair.Value)));
        query.Add(new("eid", context.Plant));
        return QueryHelpers.AddQueryString(IsImage ? AdnetPaths.Banner : AdnetPaths.Slot, query);
    }

    /// <summary>Where the link around an image ad leads: the network looks up which image it gave to that slot of that page.</summary>
    public string ClickPath(string plant) =>
        QueryHelpers.AddQueryString(AdnetPaths.Click, new Dictionary<string, string?> { ["slot"] = Slot, ["eid"] = plant });
}
