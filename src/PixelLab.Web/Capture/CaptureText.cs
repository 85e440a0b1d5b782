using PixelLab.Core.Languages;

namespace PixelLab.Web.Capture;

/// <summary>What an address is told that asks for too much.</summary>
internal static class CaptureText
{
    private static readonly WordFile File = new(typeof(CaptureText));

    /// <summary>The words, by their names in <c>CaptureText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
