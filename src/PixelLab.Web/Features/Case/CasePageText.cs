using PixelLab.Core.Case;
using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Case;

/// <summary>The words of the case's desk and sheet. They are in English alone.</summary>
internal static class CasePageText
{
    /// <summary>The words, by their names in <c>CasePageText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(CasePageText))];

    /// <summary>The words of goods, facts and ties.</summary>
    public static Words Core { get; } = Language.English[CaseText.Words];
}
