using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Town;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Metrics;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Population;

/// <summary>What a pixel can tell at the moment its page is opened.</summary>
internal sealed record PixelMoment(
    DateTimeOffset At, string PageUrl, string Title, string Plant, OwnBrowser Browser, Persona? User, Persona Buyer, IReadOnlyList<NameValue> Signals)
{
    public string? ConsentMode { get; init; }

    public string? Referrer { get; init; }

    public string? AdClick { get; init; }
}

/// <summary>A pixel of a page.</summary>
internal sealed record SimulatedPixel(string Vendor, string Event, PixelTrigger Trigger, string Purpose, Func<PixelMoment, string> Target)
{
    /// <summary>The ad slot's place on its page, from 1, with its name and what the page is about; null for every other pixel.</summary>
    public (int Position, string Name, string About)? Slot { get; init; }
}

/// <summary>A page of shop or newspaper with the pixels that the real page plants, in its order.</summary>
internal sealed record SimulatedPage(string Site, string Path, string Title, int Product, IReadOnlyList<SimulatedPixel> Pixels)
{
    private const string ShopProperty = "PL-SHOP-1";
    private const string NewsProperty = "PL-NEWS-1";
    private const string ShopAccount = "448122";
    private const string NewsAccount = "448137";
    private const string Currency = "EUR";

    /// <summary>The page that a step opens.</summary>
    public static SimulatedPage Of(Step step)
    {
        switch (step.Kind)
        {
            case StepKind.NewsFront:
                return News("/", "The Harbour Post", null);
            case StepKind.NewsArticle:
                var article = NewsPages.All[step.Thing];
                return News(article.Path, article.Headline, article);
            case StepKind.ShopFront:
                return Shop("/", "Fernweh Outdoor", 0);
            case StepKind.ShopCategory:
                var category = Catalogue.Categories[step.Thing];
                return Shop($"/{category.Slug}", category.Name, 0, Ad(ShopAccount, "ViewCategory",
                    [
                        new("content_category", category.Slug),
                        new("content_ids", string.Join(',', Catalogue.In(category).Select(product => Text(product.Id)))),
                        new("content_type", "product_group"),
                    ]));
            default:
                return OfProduct(step.Kind, Catalogue.Find(step.Thing)!);
        }
    }

    /// <summary>Where the analytics script reports something that happened on the open page.</summary>
    public string Report(PixelMoment moment, ScriptReport report, int number) =>
        MetricsPixel.PathAndQuery(Seen(Site == "shop" ? ShopProperty : NewsProperty, moment), report.Name, number, report.More);

    private static SimulatedPage OfProduct(StepKind kind, Product product)
    {
        NameValue[] about =
        [
            new("content_name", product.Name),
            new("content_category", product.Category.Slug),
            new("content_ids", Text(product.Id)),
            new("content_type", "product"),
        ];
        NameValue[] goods = [new("content_ids", Text(product.Id)), new("content_type", "product"), new("num_items", "1")];
        NameValue[] price = [new("value", product.Price.ToString("0.00", CultureInfo.InvariantCulture)), new("currency", Currency)];
        var path = $"/{product.Category.Slug}/{Text(product.Id)}";
        return kind switch
        {
            StepKind.ShopCart => Shop(path, product.Name, product.Id,
                Ad(ShopAccount, "ViewContent", [.. about, .. price]),
                Ad(ShopAccount, "AddToCart", [.. about, new("num_items", "1"), .. price])),
            StepKind.ShopCheckout => Shop("/checkout", "Checkout", product.Id, Ad(ShopAccount, "InitiateCheckout", goods)),
            StepKind.ShopOrder => Shop("/order", "Thank you for your order", product.Id,
                Ad(ShopAccount, "Purchase", [.. goods, .. price], knowsBuyer: true)),
            _ => Shop(path, product.Name, product.Id, Ad(ShopAccount, "ViewContent", [.. about, .. price])),
        };
    }

    private static SimulatedPage Shop(string path, string title, int product, params SimulatedPixel[] more) =>
        new("shop", path, title, product, [Counter(ShopProperty), Ad(ShopAccount, "PageView", []), .. more]);

    private static SimulatedPage News(string path, string title, NewsPage? article) => new(
        "news",
        path,
        title,
        0,
        [
            Counter(NewsProperty),
            Ad(NewsAccount, "PageView", article is null ? [] : [new("content_name", article.Headline), new("content_category", article.Section)]),
            Slot(NewsAccount, "top", 1, article?.Section ?? "town"),
            Slot(NewsAccount, "middle", 2, article?.Section ?? "town"),
        ]);

    private static SimulatedPixel Counter(string property) => new(
        MetricsWire.VendorName,
        VendorEvents.PageView,
        PixelTrigger.Script,
        Purposes.Analytics,
        moment => MetricsPixel.PathAndQuery(Seen(property, moment)));

    private static MetricsReport Seen(string property, PixelMoment moment) => new(property)
    {
        PageUrl = moment.PageUrl,
        Title = moment.Title,
        Referrer = moment.Referrer,
        Browser = moment.Browser.Measured,
        User = moment.User?.CustomerNumber,
        Consent = moment.ConsentMode,
        Plant = moment.Plant,
    };

    private static SimulatedPixel Ad(string account, string name, IReadOnlyList<NameValue> data, bool knowsBuyer = false) => new(
        AdnetWire.VendorName,
        AdnetWire.EventNamed(name),
        PixelTrigger.Image,
        Purposes.Advertising,
        moment => AdnetPixel.PathAndQuery(new AdnetReport(account, name)
        {
            PageUrl = moment.PageUrl,
            Referrer = moment.Referrer,
            At = moment.At,
            Plant = moment.Plant,
            CustomData = knowsBuyer ? [.. data, new("order_id", "F-" + moment.Plant.Split('.')[0])] : data,
            ClickId = moment.AdClick,
            UserData = (knowsBuyer ? moment.Buyer : moment.User) is { } known ? [new("em", known.EmailHash)] : [],
            Consent = moment.Signals,
        }));

    private static SimulatedPixel Slot(string account, string slot, int position, string about) => new(
        AdnetWire.VendorName,
        VendorEvents.AdRequest,
        PixelTrigger.Frame,
        Purposes.Advertising,
        moment => QueryText.Write(
            AdnetPaths.Slot,
            [
                ("id", account),
                ("slot", slot),
                ("pos", Text(position)),
                ("sz", "720x250"),
                ("ctx", about),
                ("dl", moment.PageUrl),
                .. moment.Signals.Select(signal => (signal.Name, (string?)signal.Value)),
                ("eid", moment.Plant),
            ]))
    {
        Slot = (position, slot, about),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
