namespace PixelLab.Core.Population;

/// <summary>What somebody does at one moment.</summary>
public enum StepKind
{
    /// <summary>Opens the newspaper's front page.</summary>
    NewsFront,

    /// <summary>Opens an article; the thing is its place in <see cref="NewsPages"/>.</summary>
    NewsArticle,

    /// <summary>Opens the shop's front page.</summary>
    ShopFront,

    /// <summary>Opens a department; the thing is its place in the menu.</summary>
    ShopCategory,

    /// <summary>Opens a product; the thing is its number.</summary>
    ShopProduct,

    /// <summary>Puts the product into the cart, and sees its page once more.</summary>
    ShopCart,

    /// <summary>Opens the checkout with the product in the cart.</summary>
    ShopCheckout,

    /// <summary>Orders the product.</summary>
    ShopOrder,

    /// <summary>Gets a message; the thing is the mailing's place.</summary>
    MailArrives,

    /// <summary>Opens a message.</summary>
    MailOpened,

    /// <summary>Follows the link of a message.</summary>
    MailClicked,
}

/// <summary>One thing that somebody does.</summary>
/// <param name="At">When.</param>
/// <param name="Person">Who, by number.</param>
/// <param name="Browser">Which of the person's browsers, by place.</param>
/// <param name="Address">The address it comes from.</param>
/// <param name="Kind">What.</param>
/// <param name="Thing">The product, article, department or message it is about.</param>
/// <param name="Order">Its place among the day's things, so that what happens at the same time has one order.</param>
public readonly record struct Step(
    DateTimeOffset At, int Person, int Browser, string Address, StepKind Kind, int Thing, long Order)
{
    /// <summary>How many seconds the person has for what the step opens.</summary>
    public int Seconds { get; init; }

    /// <summary>Whether a visit to a site begins with it.</summary>
    public bool BeginsVisit { get; init; }

    /// <summary>What the person opens next in the same visit; null where it ends.</summary>
    public (StepKind Kind, int Thing)? Next { get; init; }

    /// <summary>The step to which an ad for a product leads.</summary>
    /// <param name="product">The product.</param>
    /// <param name="stay">What the person does with the page that shows the ad.</param>
    public Step Landed(int product, PageStay stay) => this with
    {
        Kind = StepKind.ShopProduct,
        Thing = product,
        BeginsVisit = false,
        Next = stay.OrdersAfterAd ? (StepKind.ShopCart, product) : null,
    };
}

/// <summary>An article of the newspaper, as far as trackers hear of it.</summary>
/// <param name="Section">Its section.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Headline">Its headline.</param>
public sealed record NewsPage(string Section, string Slug, string Headline)
{
    /// <summary>Its path on the newspaper's site.</summary>
    public string Path => $"/{Section}/{Slug}";
}

/// <summary>The articles that the simulated people read.</summary>
public static class NewsPages
{
    /// <summary>The article about running.</summary>
    public static NewsPage AboutRunning => All.First(page => page.Section == "sport");

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<NewsPage> All =
    [
        new("town", "the-bridge-that-waits", "The bridge that waits"),
        new("sport", "ten-kilometres-before-breakfast", "Ten kilometres before breakfast"),
        new("food", "bread-at-three-in-the-morning", "Bread at three in the morning"),
        new("nature", "the-island-that-is-let-each-summer", "The island that is let each summer"),
    ];
}
