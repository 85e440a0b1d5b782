using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Rules;

/// <summary>The words of the page of switches, and of the way on which a browser forgets. They are in English alone.</summary>
internal static class SwitchesText
{
    /// <summary>The words, by their names in <c>SwitchesText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(SwitchesText))];
}
