using PixelLab.Core.Languages;

namespace PixelLab.Core.Compare;

/// <summary>The words of a comparison.</summary>
public static class ComparingText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(ComparingText));
}
