using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Capture;

namespace PixelLab.Web.Live;

/// <summary>What a hit was answered with.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers that matter, in order; <c>Set-Cookie</c> once for each cookie.</param>
/// <param name="Parts">The image byte for byte, with the names of its format; empty where something else was answered.</param>
public sealed record ReplyView(int Status, IReadOnlyList<NameValue> Headers, IReadOnlyList<PartView> Parts)
{
    /// <summary>The reply to a hit. Only an answered hit is kept, so what was answered follows from the hit.</summary>
    public static ReplyView Of(Hit hit, Language language) => (VendorList.Find(hit.Vendor)?.ReplyOf(hit) ?? VendorReply.Image) switch
    {
        VendorReply.Redirect => new(StatusCodes.Status302Found, HeadersOf(hit, []), []),
        VendorReply.Page => new(StatusCodes.Status200OK, HeadersOf(hit, [new("Content-Type", "text/html")]), []),
        VendorReply.Picture => new(StatusCodes.Status200OK, HeadersOf(hit, [new("Content-Type", "image/svg+xml")]), []),
        _ => new(StatusCodes.Status200OK, HeadersOf(hit, PixelReply.Headers), Gif(language)),
    };

    private static IReadOnlyList<PartView> Gif(Language language) =>
        [.. GifAnatomy.Parts(language).Select(part => new PartView(part.Offset, part.Bytes, part.Name, part.Meaning))];

    private static IReadOnlyList<NameValue> HeadersOf(Hit hit, IReadOnlyList<NameValue> own) =>
        [.. own, .. hit.SetCookies.Select(cookie => new NameValue("Set-Cookie", cookie))];
}

/// <summary>A part of the image.</summary>
/// <param name="Offset">Where it begins, counted from 0.</param>
/// <param name="Hex">Its bytes, two digits each, parted by spaces.</param>
/// <param name="Name">The format's name for it.</param>
/// <param name="Meaning">What it says, in plain words.</param>
public sealed record PartView(int Offset, string Hex, string Name, string Meaning);
