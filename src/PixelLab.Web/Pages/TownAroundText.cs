using PixelLab.Core.Languages;

namespace PixelLab.Web.Pages;

/// <summary>The words of the simulated town around a visitor. They are in English alone, as the reports are.</summary>
internal static class TownAroundText
{
    /// <summary>The words, by their names in <c>TownAroundText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(TownAroundText))];
}
