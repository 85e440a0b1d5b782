using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Compare;

/// <summary>The words of the comparison's pages around what their scripts draw, and what its API refuses. They are in English alone.</summary>
internal static class ComparePageText
{
    /// <summary>The words, by their names in <c>ComparePageText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(ComparePageText))];
}
