namespace PixelLab.Core.Vendors.Wire;

/// <summary>
/// The tracking pixel itself: a complete 1×1 transparent GIF89a of 43 bytes. One shorter is in use (42 bytes), but
/// drops a data byte that the end code needs.
/// </summary>
public static class TransparentGif
{
    private static readonly byte[] Image =
    [
        0x47, 0x49, 0x46, 0x38, 0x39, 0x61,             // "GIF89a"
        0x01, 0x00, 0x01, 0x00, 0x80, 0x00, 0x00,       // logical screen: 1×1, a colour table of two entries
        0x00, 0x00, 0x00, 0xff, 0xff, 0xff,             // colour table: black, white
        0x21, 0xf9, 0x04, 0x01, 0x00, 0x00, 0x00, 0x00, // graphic control extension: colour 0 is transparent
        0x2c, 0x00, 0x00, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00, // image descriptor: 1×1 at 0,0
        0x02, 0x02, 0x44, 0x01, 0x00,                   // LZW data: clear, colour 0, end
        0x3b,                                           // trailer
    ];

    /// <summary>The image's bytes.</summary>
    public static ReadOnlyMemory<byte> Bytes => Image;
}
