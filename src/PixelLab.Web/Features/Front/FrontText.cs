using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Front;

/// <summary>The words of the front page. They are in English alone.</summary>
internal static class FrontText
{
    /// <summary>The words, by their names in <c>FrontText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(FrontText))];
}
