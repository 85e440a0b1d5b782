using Microsoft.AspNetCore.WebUtilities;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Invented;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Vendors.Invented;

/// <summary>What one of the case's companies gives a site to put into its pages.</summary>
/// <param name="Wire">The company.</param>
/// <param name="Reports">The field's name for what it reports.</param>
public sealed record InventedTag(InventedWire Wire, string Reports) : PixelTag
{
    /// <summary>The site under whose name it stands; null where it stands under the company's own.</summary>
    public string? DisguisedOn { get; init; }

    /// <summary>Whether a script of the company's fires it.</summary>
    public bool UsesScript { get; init; }

    /// <summary>Whether it is the till's frame.</summary>
    public bool IsTill { get; init; }

    /// <summary>Whether the company is to give the browser a number.</summary>
    public bool KeepsCookie { get; init; }

    /// <summary>Whether the page's address is sent along.</summary>
    public bool TellsPage { get; init; }

    /// <summary>The thing that the page shows; null where it is not told.</summary>
    public string? Good { get; init; }

    /// <summary>What the order costs; null where it is not told.</summary>
    public string? Cost { get; init; }

    /// <summary>The code of an email address; null where it is not told.</summary>
    public string? Code { get; init; }

    /// <inheritdoc />
    public override string Vendor => Wire.Name;

    /// <inheritdoc />
    public override string Host => DisguisedOn ?? Vendor;

    /// <inheritdoc />
    public override string Script => "invented";

    /// <inheritdoc />
    public override string Event => Reports;

    /// <inheritdoc />
    public override PixelTrigger Trigger => IsTill ? PixelTrigger.Frame : UsesScript ? PixelTrigger.Script : PixelTrigger.Image;

    /// <inheritdoc />
    public override string Purpose => Purposes.Analytics;

    /// <inheritdoc />
    public override bool IsInSlot => IsTill;

    /// <inheritdoc />
    public override Type Markup => UsesScript ? typeof(InventedSnippet) : typeof(PixelImage);

    /// <inheritdoc />
    public override string PathAndQuery(TagContext context) => QueryHelpers.AddQueryString(
        Path, new (string Name, string? Value)[]
        {
            ("en", Reports), ("it", Good), ("val", Cost), ("em", Code), ("dl", TellsPage ? context.PageUrl : null), ("c", KeepsCookie ? "1" : null), ("z", context.Plant),
        }.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));

    private string Path => this switch
    {
        { DisguisedOn: not null } => Wire.DisguisedPath,
        { IsTill: true } => InventedWire.TillPath,
        { Reports: VendorEvents.EmailOpen } => InventedWire.LetterPath,
        _ => InventedWire.PagePath,
    };
}
