using PixelLab.Core.Languages;

namespace PixelLab.Core.Yours.Known;

/// <summary>The words about parts of real requests: what they are, and what would stop or blur them.</summary>
public static class KnownText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(KnownText));
}
