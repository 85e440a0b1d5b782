using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Rules;

/// <summary>The words of banners, of what sites say about privacy, and of their purposes.</summary>
internal static class ConsentText
{
    private static readonly WordFile File = new(typeof(ConsentText));

    /// <summary>The words, by their names in <c>ConsentText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
