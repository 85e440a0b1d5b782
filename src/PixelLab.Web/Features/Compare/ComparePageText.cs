using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Compare;

/// <summary>The words of the comparison's pages around what their scripts draw, and what its API refuses.</summary>
internal static class ComparePageText
{
    private static readonly WordFile File = new(typeof(ComparePageText));

    /// <summary>The words, by their names in <c>ComparePageText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
