using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Replay;

/// <summary>The words of the page that gives events as a file and takes them back, and why it takes one not. They are in English alone.</summary>
internal static class ReplayText
{
    /// <summary>The words, by their names in <c>ReplayText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(ReplayText))];
}
