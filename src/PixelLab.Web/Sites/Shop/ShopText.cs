using PixelLab.Core.Languages;

namespace PixelLab.Web.Sites.Shop;

/// <summary>The words of the shop’s pages. They are in English alone.</summary>
internal static class ShopText
{
    /// <summary>The words, by their names in <c>ShopText.resx</c>.</summary>
    public static Words Text { get; } = Language.English[new WordFile(typeof(ShopText))];
}
