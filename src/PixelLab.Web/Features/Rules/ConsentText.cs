using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Rules;

/// <summary>The words of banners, of what sites say about privacy, and of their purposes. They are in English alone.</summary>
internal static class ConsentText
{
    /// <summary>The words, by their names in <c>ConsentText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(ConsentText))];
}
