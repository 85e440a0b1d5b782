using PixelLab.Core.Languages;

namespace PixelLab.Core.Yours.Known;

/// <summary>The words about values by their shape, whoever sent them.</summary>
public static class ShapeText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(ShapeText));
}
