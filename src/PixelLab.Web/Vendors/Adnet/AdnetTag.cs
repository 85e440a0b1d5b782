using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Vendors.Adnet;

/// <summary>The advertising network's pixel: a bare image in the page.</summary>
/// <param name="Account">The site's account at the vendor.</param>
/// <param name="Name">The vendor's name for what is reported, for example <c>ViewContent</c>.</param>
public sealed record AdnetTag(string Account, string Name) : PixelTag
{
    /// <summary>What the page is about, as the vendor's <c>cd[…]</c> parameters, in order.</summary>
    public IReadOnlyList<NameValue> CustomData { get; init; } = [];

    /// <summary>
    /// The visitor's account, as the vendor's <c>ud[…]</c> parameters: sites pass a hash of the address they know, so that the
    /// vendor can match it with its own accounts ("advanced matching").
    /// </summary>
    public IReadOnlyList<NameValue> UserData { get; init; } = [];

    /// <summary>Whether the browser is told to fetch it only near the visible part of the page.</summary>
    public bool Lazy { get; init; }

    /// <summary>The ad click that brought the visitor, as <see cref="AdClickId"/> reads it; null for none.</summary>
    public string? ClickId { get; init; }

    /// <inheritdoc />
    public override string Vendor => AdnetWire.VendorName;

    /// <inheritdoc />
    public override string Event => AdnetWire.EventNamed(Name);

    /// <inheritdoc />
    public override PixelTrigger Trigger => Lazy ? PixelTrigger.Lazy : PixelTrigger.Image;

    /// <inheritdoc />
    public override string Purpose => Purposes.Advertising;

    /// <inheritdoc />
    public override string PathAndQuery(TagContext context) => AdnetPixel.PathAndQuery(new AdnetReport(Account, Name)
    {
        PageUrl = context.PageUrl,
        Referrer = context.Referrer,
        At = context.At,
        Plant = context.Plant,
        CustomData = CustomData,
        ClickId = ClickId,
        UserData = UserData,
        Consent = context.Consent.AdParameters,
    });
}
