using PixelLab.Core.Vendors;

namespace PixelLab.Core.Explaining;

/// <summary>A part of the pixel's image.</summary>
/// <param name="Offset">Where it begins, counted from 0.</param>
/// <param name="Bytes">Its bytes in hexadecimal, two digits each, parted by spaces.</param>
/// <param name="Name">The format's name for it.</param>
/// <param name="Meaning">What it says, in plain words.</param>
public sealed record GifPart(int Offset, string Bytes, string Name, string Meaning);

/// <summary>
/// The pixel's image byte for byte, with the names of the format (GIF89a specification, CompuServe 1990, sections 17 to 27
/// and appendix F).
/// </summary>
public static class GifAnatomy
{
    private static readonly (int Length, string Name, string Meaning)[] Plan =
    [
        (3, "Signature", "The letters “GIF”: what kind of file this is."),
        (3, "Version", "The letters “89a”: the version of the format, from 1989, the first that knows transparency."),
        (2, "Logical screen width", "The picture is 1 pixel wide. The smaller byte comes first."),
        (2, "Logical screen height", "And 1 pixel high: smaller than the full stop at the end of this sentence."),
        (1, "Screen descriptor: packed fields", "One bit says that a colour table follows; the others say it has two colours."),
        (1, "Background colour index", "The colour for parts no image covers: number 0. There are no such parts."),
        (1, "Pixel aspect ratio", "0: nothing is said about the shape of the pixels, so they are square."),
        (3, "Global colour table: colour 0", "Black, as its shares of red, green and blue. It will never be seen."),
        (3, "Global colour table: colour 1", "White. Two colours are the fewest a table can hold, so a spare one comes along."),
        (2, "Graphic control extension: introducer and label", "Announces a block that says how the image is shown."),
        (1, "Graphic control extension: block size", "Four bytes follow."),
        (1, "Graphic control extension: packed fields", "The one bit that is set says: one of the colours is transparent."),
        (2, "Graphic control extension: delay time", "0: this is no animation, so there is nothing to wait for."),
        (1, "Graphic control extension: transparent colour index", "Colour 0 is the transparent one. This is what makes the pixel invisible."),
        (1, "Graphic control extension: block terminator", "The block ends here."),
        (1, "Image descriptor: separator", "A comma: an image begins."),
        (2, "Image descriptor: left position", "It stands at the left edge."),
        (2, "Image descriptor: top position", "And at the top edge."),
        (2, "Image descriptor: width", "It is 1 pixel wide."),
        (2, "Image descriptor: height", "And 1 pixel high."),
        (1, "Image descriptor: packed fields", "Nothing special: no colours of its own, lines in their usual order."),
        (1, "Image data: LZW minimum code size", "The compressed data begins with 2 bits for a colour."),
        (1, "Image data: block size", "Two bytes of data follow."),
        (2, "Image data: LZW codes", "Three codes: start afresh, one pixel of colour 0, the end. The end code needs the second byte."),
        (1, "Image data: block terminator", "No more data."),
        (1, "Trailer", "A semicolon: the file ends."),
    ];

    /// <summary>Every byte of <see cref="TransparentGif.Bytes"/> exactly once, in order.</summary>
    public static IReadOnlyList<GifPart> Parts { get; } = TakeApart();

    private static List<GifPart> TakeApart()
    {
        var image = TransparentGif.Bytes.Span;
        var parts = new List<GifPart>(Plan.Length);
        var offset = 0;
        foreach (var (length, name, meaning) in Plan)
        {
            var bytes = Convert.ToHexStringLower(image.Slice(offset, length));
            parts.Add(new GifPart(offset, string.Join(' ', bytes.Chunk(2).Select(pair => new string(pair))), name, meaning));
            offset += length;
        }

        return parts;
    }
}
