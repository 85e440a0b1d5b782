using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.People;
using PixelLab.Web.Sites.Shop.Cart;
using PixelLab.Web.Vendors.Adnet;
using PixelLab.Web.Vendors.Metrics;

namespace PixelLab.Web.Sites.Shop;

/// <summary>The tags that the shop's pages carry, under the shop's accounts at the vendors.</summary>
public static class ShopTags
{
    private const string MetricsProperty = "PL-SHOP-1";
    private const string AdnetAccount = "448122";
    private const string Currency = "EUR";

    /// <summary>The two that stand on every page.</summary>
    public static void PlantPageView(this PageVisit visit)
    {
        visit.Plant(new MetricsTag(MetricsProperty));
        visit.Plant(new AdnetTag(AdnetAccount, "PageView"));
    }

    /// <summary>A department was looked at.</summary>
    public static void PlantViewCategory(this PageVisit visit, Category category) =>
        visit.Plant(new AdnetTag(AdnetAccount, "ViewCategory")
        {
            CustomData =
            [
                new("content_category", category.Slug),
                new("content_ids", string.Join(',', Catalogue.In(category).Select(product => product.Id.ToString(CultureInfo.InvariantCulture)))),
                new("content_type", "product_group"),
            ],
        });

    /// <summary>A product was looked at.</summary>
    public static void PlantViewContent(this PageVisit visit, Product product) =>
        visit.Plant(new AdnetTag(AdnetAccount, "ViewContent")
        {
            CustomData = [.. About(product), new("value", Amount(product.Price)), new("currency", Currency)],
        });

    /// <summary>A product was put into the cart.</summary>
    public static void PlantAddToCart(this PageVisit visit, CartLine line) =>
        visit.Plant(new AdnetTag(AdnetAccount, "AddToCart")
        {
            CustomData =
            [
                .. About(line.Product),
                new("num_items", line.Quantity.ToString(CultureInfo.InvariantCulture)),
                new("value", Amount(line.Price)),
                new("currency", Currency),
            ],
        });

    private static NameValue[] About(Product product) =>
    [
        new("content_name", product.Name),
        new("content_category", product.Category.Slug),
        new("content_ids", product.Id.ToString(CultureInfo.InvariantCulture)),
        new("content_type", "product"),
    ];

    private static string Amount(decimal price) => price.ToString("0.00", CultureInfo.InvariantCulture);
}
