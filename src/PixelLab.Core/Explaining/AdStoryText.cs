using PixelLab.Core.Languages;

namespace PixelLab.Core.Explaining;

/// <summary>The words of an ad’s story.</summary>
public static class AdStoryText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(AdStoryText));
}
