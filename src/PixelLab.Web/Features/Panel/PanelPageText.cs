using PixelLab.Core.Languages;

namespace PixelLab.Web.Features.Panel;

/// <summary>The words of the panel's page; what the panel itself says lies with the scripts.</summary>
internal static class PanelPageText
{
    private static readonly WordFile File = new(typeof(PanelPageText));

    /// <summary>The words, by their names in <c>PanelPageText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
