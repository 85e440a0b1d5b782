using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Front;

/// <summary>The words of the front page.</summary>
internal static class FrontText
{
    private static readonly WordFile File = new(typeof(FrontText));

    /// <summary>The words, by their names in <c>FrontText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
