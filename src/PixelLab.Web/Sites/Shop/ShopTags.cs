using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Town;
using PixelLab.Web.Pages;
using PixelLab.Web.Sites.Shop.Account;
using PixelLab.Web.Sites.Shop.Cart;
using PixelLab.Web.Sites.Shop.Checkout;
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
        visit.Plant(new MetricsTag(MetricsProperty) { User = visit.Customer()?.CustomerNumber });
        visit.PlantAd("PageView", []);
    }

    /// <summary>A department was looked at.</summary>
    public static void PlantViewCategory(this PageVisit visit, Category category) =>
        visit.PlantAd(
            "ViewCategory",
            [
                new("content_category", category.Slug),
                new("content_ids", Ids(Catalogue.In(category))),
                new("content_type", "product_group"),
            ]);

    /// <summary>A product was looked at.</summary>
    public static void PlantViewContent(this PageVisit visit, Product product) =>
        visit.PlantAd("ViewContent", [.. About(product), new("value", Amount(product.Price)), new("currency", Currency)]);

    /// <summary>A product was put into the cart.</summary>
    public static void PlantAddToCart(this PageVisit visit, CartLine line) =>
        visit.PlantAd(
            "AddToCart",
            [
                .. About(line.Product),
                new("num_items", Count(line.Quantity)),
                new("value", Amount(line.Price)),
                new("currency", Currency),
            ]);

    /// <summary>Something was searched for: the words go to the network, as they do in real shops.</summary>
    public static void PlantSearch(this PageVisit visit, string words) => visit.PlantAd("Search", [new("search_string", words)]);

    /// <summary>The checkout was opened.</summary>
    public static void PlantBeginCheckout(this PageVisit visit, ShopCart cart) => visit.PlantAd("InitiateCheckout", About(cart));

    /// <summary>An order was placed: this is what the network counts as a sale.</summary>
    public static void PlantPurchase(this PageVisit visit, ShopOrder order) =>
        visit.PlantAd(
            "Purchase",
            [
                .. About(order.Goods),
                new("order_id", order.Number),
                new("value", Amount(order.Total)),
                new("currency", Currency),
            ],
            order.Customer);

    /// <summary>Somebody signed up for the newsletter.</summary>
    public static void PlantSignUp(this PageVisit visit, Persona person) => visit.PlantAd("Subscribe", [], person);

    /// <summary>Somebody logged in.</summary>
    public static void PlantLogin(this PageVisit visit) => visit.PlantAd("Login", []);

    private static void PlantAd(this PageVisit visit, string name, IReadOnlyList<NameValue> data, Persona? person = null) =>
        visit.Plant(new AdnetTag(AdnetAccount, name)
        {
            CustomData = data,
            ClickId = visit.AdClick(),
            UserData = (person ?? visit.Customer()) is { } known ? [new("em", known.EmailHash)] : [],
        });

    private static NameValue[] About(ShopCart cart) =>
    [
        new("content_ids", Ids(cart.Lines.Select(line => line.Product))),
        new("content_type", "product"),
        new("num_items", Count(cart.Count)),
    ];

    private static string Ids(IEnumerable<Product> products) =>
        string.Join(',', products.Select(product => product.Id.ToString(CultureInfo.InvariantCulture)));

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static NameValue[] About(Product product) =>
    [
        new("content_name", product.Name),
        new("content_category", product.Category.Slug),
        new("content_ids", product.Id.ToString(CultureInfo.InvariantCulture)),
        new("content_type", "product"),
    ];

    private static string Amount(decimal price) => price.ToString("0.00", CultureInfo.InvariantCulture);
}
