using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using PixelLab.Core.Consent;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Adnet;

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
    public override string PathAndQuery(TagContext context)
    {
        var query = new List<KeyValuePair<string, string?>>
        {
            new("id", Account),
            new("ev", Name),
            new("dl", context.PageUrl),
            new("rl", context.Referrer ?? ""),
            new("if", "false"),
            new("ts", context.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
        };
        query.AddRange(CustomData.Select(pair => new KeyValuePair<string, string?>($"cd[{pair.Name}]", pair.Value)));
        if (ClickId is not null)
        {
            query.Add(new(Core.Vendors.Adnet.ClickId.PixelParameter, ClickId));
        }

        query.AddRange(UserData.Select(pair => new KeyValuePair<string, string?>($"ud[{pair.Name}]", pair.Value)));
        query.AddRange(context.Consent.AdParameters.Select(pair => new KeyValuePair<string, string?>(pair.Name, pair.Value)));
        query.Add(new("eid", context.Plant));
        return QueryHelpers.AddQueryString(AdnetPaths.Pixel, query);
    }
}
