using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Panel;

/// <summary>The words of the panel's page; what the panel itself says lies with the scripts. They are in English alone.</summary>
internal static class PanelPageText
{
    /// <summary>The words, by their names in <c>PanelPageText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(PanelPageText))];
}
