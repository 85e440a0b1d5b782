using PixelLab.Core.Languages;

namespace PixelLab.Core.Vendors.Adnet;

/// <summary>What the advertising network’s parameters and cookies tell, and its segments in words.</summary>
public static class AdnetText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(AdnetText));
}
