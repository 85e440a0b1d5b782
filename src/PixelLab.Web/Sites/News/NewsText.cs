using PixelLab.Core.Languages;

namespace PixelLab.Web.Sites.News;

/// <summary>The words around the paper’s articles. They are in English alone.</summary>
internal static class NewsText
{
    /// <summary>The words, by their names in <c>NewsText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(NewsText))];
}
