using PixelLab.Core.Languages;

namespace PixelLab.Web.Vendors.Postbox;

/// <summary>The words of the email service’s pages.</summary>
internal static class PostboxPageText
{
    private static readonly WordFile File = new(typeof(PostboxPageText));

    /// <summary>The words, by their names in <c>PostboxPageText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
