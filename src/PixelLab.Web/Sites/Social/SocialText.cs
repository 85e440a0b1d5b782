using PixelLab.Core.Languages;

namespace PixelLab.Web.Sites.Social;

/// <summary>The words around what people write on the social network. They are in English alone.</summary>
internal static class SocialText
{
    /// <summary>The words, by their names in <c>SocialText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(SocialText))];
}
