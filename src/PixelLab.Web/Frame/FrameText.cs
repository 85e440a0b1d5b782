using PixelLab.Core.Languages;

namespace PixelLab.Web.Frame;

/// <summary>
/// The words of what all of the lab's pages share, and of pages that say that something is not there. Those of the bar stand
/// with the lessons', which have them in other languages.
/// </summary>
internal static class FrameText
{
    private static readonly WordFile File = new(typeof(FrameText));

    /// <summary>The words, by their names in <c>FrameText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
