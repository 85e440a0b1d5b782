using PixelLab.Core.Languages;

namespace PixelLab.Web.Dock;

/// <summary>What stands in place of the dock where scripts are off. It is in English alone; what the dock itself says is the scripts’ <c>dock.json</c>.</summary>
internal static class DockText
{
    /// <summary>The words, by their names in <c>DockText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(DockText))];
}
