using PixelLab.Core.Languages;

namespace PixelLab.Web.Vendors.Postbox;

/// <summary>The words of the email service’s pages. They are in English alone.</summary>
internal static class PostboxPageText
{
    /// <summary>The words, by their names in <c>PostboxPageText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(PostboxPageText))];
}
