using PixelLab.Core.Languages;

namespace PixelLab.Core.Explaining;

/// <summary>The parts of the pixel’s image: their names, and what each says.</summary>
public static class GifText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(GifText));
}
