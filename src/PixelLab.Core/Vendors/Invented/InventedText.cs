using PixelLab.Core.Languages;

namespace PixelLab.Core.Vendors.Invented;

/// <summary>What the parameters and cookies of the case’s companies tell.</summary>
public static class InventedText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(InventedText));
}
