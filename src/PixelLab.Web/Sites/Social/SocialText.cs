using PixelLab.Core.Languages;

namespace PixelLab.Web.Sites.Social;

/// <summary>The words around what people write on the social network.</summary>
internal static class SocialText
{
    private static readonly WordFile File = new(typeof(SocialText));

    /// <summary>The words, by their names in <c>SocialText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
