using PixelLab.Core.Languages;

namespace PixelLab.Web.Capture;

/// <summary>What an address is told that asks for too much. It is in English alone.</summary>
internal static class CaptureText
{
    /// <summary>The words, by their names in <c>CaptureText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(CaptureText))];
}
