using System.Runtime.CompilerServices;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Wire;

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
    /// <summary>How many bytes each part has, and what its words are called.</summary>
    private static readonly (int Length, string Word)[] Plan =
    [
        (3, "Signature"),
        (3, "Version"),
        (2, "ScreenWidth"),
        (2, "ScreenHeight"),
        (1, "ScreenFields"),
        (1, "Background"),
        (1, "AspectRatio"),
        (3, "Black"),
        (3, "White"),
        (2, "ControlLabel"),
        (1, "ControlSize"),
        (1, "ControlFields"),
        (2, "Delay"),
        (1, "Transparent"),
        (1, "ControlEnd"),
        (1, "Separator"),
        (2, "Left"),
        (2, "Top"),
        (2, "Width"),
        (2, "Height"),
        (1, "ImageFields"),
        (1, "CodeSize"),
        (1, "DataSize"),
        (2, "Codes"),
        (1, "DataEnd"),
        (1, "Trailer"),
    ];

    private static readonly ConditionalWeakTable<Language, IReadOnlyList<GifPart>> Known = [];

    /// <summary>All its bytes in hexadecimal, two digits each, parted by spaces.</summary>
    public static string Bytes { get; } = Hex(TransparentGif.Bytes.Span);

    /// <summary>Every byte of <see cref="TransparentGif.Bytes"/> exactly once, in order.</summary>
    public static IReadOnlyList<GifPart> Parts(Language language) => Known.GetValue(language, TakeApart);

    private static IReadOnlyList<GifPart> TakeApart(Language language)
    {
        var words = language[GifText.Words];
        var image = TransparentGif.Bytes.Span;
        var parts = new List<GifPart>(Plan.Length);
        var offset = 0;
        foreach (var (length, word) in Plan)
        {
            parts.Add(new GifPart(offset, Hex(image.Slice(offset, length)), words[word], words[$"{word}.Says"]));
            offset += length;
        }

        return parts;
    }

    private static string Hex(ReadOnlySpan<byte> bytes) => string.Join(' ', Convert.ToHexStringLower(bytes).Chunk(2).Select(pair => new string(pair)));
}
