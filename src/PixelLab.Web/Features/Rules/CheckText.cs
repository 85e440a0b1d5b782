using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Rules;

/// <summary>The words of the policy check. They are in English alone.</summary>
internal static class CheckText
{
    /// <summary>The words, by their names in <c>CheckText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(CheckText))];
}
