using PixelLab.Core.Case;
using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Case;

/// <summary>The words of the case's desk and sheet.</summary>
internal static class CasePageText
{
    private static readonly WordFile File = new(typeof(CasePageText));

    /// <summary>The words, by their names in <c>CasePageText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];

    /// <summary>The words of goods, facts and ties.</summary>
    public static Words Core => Language.Asked[CaseText.Words];
}
