using PixelLab.Core.Languages;

namespace PixelLab.Web.Dock;

/// <summary>What stands in place of the dock where scripts are off. What the dock itself says is the scripts’ <c>dock.json</c>.</summary>
internal static class DockText
{
    private static readonly WordFile File = new(typeof(DockText));

    /// <summary>The words, by their names in <c>DockText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
