namespace PixelLab.Web.Sites.Shop;

/// <summary>The shop's routes.</summary>
public static class ShopPages
{
    /// <summary>Maps the shop.</summary>
    public static WebApplication MapShop(this WebApplication app) => app;
}
