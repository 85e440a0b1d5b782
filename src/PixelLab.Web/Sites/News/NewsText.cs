using PixelLab.Core.Languages;

namespace PixelLab.Web.Sites.News;

/// <summary>The words around the paper’s articles.</summary>
internal static class NewsText
{
    private static readonly WordFile File = new(typeof(NewsText));

    /// <summary>The words, by their names in <c>NewsText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
