using PixelLab.Core.Languages;

namespace PixelLab.Web.Sites.Shop;

/// <summary>The words of the shop’s pages.</summary>
internal static class ShopText
{
    private static readonly WordFile File = new(typeof(ShopText));

    /// <summary>The words, by their names in <c>ShopText.resx</c>.</summary>
    public static Words Text => Language.Asked[File];
}
