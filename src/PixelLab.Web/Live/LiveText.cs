using PixelLab.Core.Languages;

namespace PixelLab.Web.Live;

/// <summary>What the hubs refuse. It is in English alone.</summary>
internal static class LiveText
{
    /// <summary>The words, by their names in <c>LiveText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(LiveText))];
}
