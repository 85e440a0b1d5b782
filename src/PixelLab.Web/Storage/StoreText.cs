using PixelLab.Core.Languages;

namespace PixelLab.Web.Storage;

/// <summary>What ails the store, in words for whoever runs the lab: in its log, and at <c>/healthz</c>. They name no files, and are in English alone.</summary>
internal static class StoreText
{
    /// <summary>The words, by their names in <c>StoreText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(StoreText))];
}
