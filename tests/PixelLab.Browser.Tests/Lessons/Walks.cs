namespace PixelLab.Browser.Tests.Lessons;

/// <summary>How a reader walks through one lesson, and which message a wrong turn gets.</summary>
/// <param name="Slug">The lesson.</param>
/// <param name="Steps">The steps, in order.</param>
public sealed record Walk(string Slug, IReadOnlyList<Step> Steps)
{
    /// <summary>What the browser does with third-party cookies. A private window is the quickest to open, and most wrong turns look the same in it.</summary>
    public CookieWorld World { get; init; } = CookieWorld.BlockedPrivately;

    /// <inheritdoc />
    public override string ToString() => Slug;
}

/// <summary>One step of a walk.</summary>
public abstract record Step;

/// <summary>Opens a page of a host in the reader's seat, in the tab beside the lesson, and waits for its images and scripts.</summary>
/// <param name="Host">The host.</param>
/// <param name="Path">Path and query there.</param>
public sealed record GoTo(string Host, string Path) : Step;

/// <summary>Clicks something in the tab beside the lesson.</summary>
/// <param name="Selector">What is clicked; the first that fits.</param>
public sealed record Click(string Selector) : Step;

/// <summary>Presses something in a frame in the tab beside the lesson.</summary>
/// <param name="Selector">What is pressed; the first that fits.</param>
public sealed record PressInFrame(string Selector) : Step;

/// <summary>Writes something into a field in the tab beside the lesson.</summary>
/// <param name="Selector">The field; the first that fits.</param>
/// <param name="Text">What is written; <c>{metrics}</c> stands for the beginning of addresses of that company.</param>
public sealed record Write(string Selector, string Text) : Step;

/// <summary>Presses a key in the tab beside the lesson.</summary>
/// <param name="Key">The key.</param>
public sealed record Press(string Key) : Step;

/// <summary>Waits until something is to be seen in the tab beside the lesson.</summary>
/// <param name="Selector">What is to be seen; the first that fits.</param>
public sealed record Sees(string Selector) : Step;

/// <summary>Waits until a hit has reached the seat.</summary>
/// <param name="Vendor">Whose hit.</param>
/// <param name="Event">What it says.</param>
public sealed record Arrives(string Vendor, string Event) : Step;

/// <summary>Expects that a check is not ticked, and that it says so.</summary>
/// <param name="Check">The check's name.</param>
/// <param name="Words">Words of what it tells the reader.</param>
public sealed record StillOpen(string Check, string Words) : Step;

/// <summary>Expects that a check ticks.</summary>
/// <param name="Check">The check's name.</param>
public sealed record Ticks(string Check) : Step;

/// <summary>
/// A wrong turn in each lesson, as readers take them, up to the sentence that helps them out. The right way through the whole course is walked in
/// <see cref="CourseTests"/>; the lesson of the tests is walked both ways here.
/// </summary>
public static class Walks
{
    private const string AdArticle = "/sport/ten-kilometres-before-breakfast";

    /// <summary>All of them.</summary>
    public static TheoryData<Walk> All =>
    [
        new Walk("a-whole-lesson",
        [
            new StillOpen("saw-a-product", "Open any product in the shop."),
            new GoTo("shop", "/"),
            new StillOpen("saw-a-product", "Open any product in the shop."),
            new GoTo("shop", "/shoes"),
            new Click("main a[href*='/shoes/']"),
            new Ticks("saw-a-product"),
        ]),

        // Looks at a department and at no product.
        new Walk("what-a-tracking-pixel-is",
        [
            new GoTo("shop", "/shoes"),
            new Arrives("adnet", "page_view"),
            new StillOpen("two-companies", "AdNet has not heard of a product yet. Open any pair of shoes in the shop"),
        ]),

        // Scrolls through the newspaper's front page, and then reads the beginning of an article.
        new Walk("how-it-works",
        [
            new GoTo("news", "/"),
            new Press("End"),
            new Arrives("metrics", "scroll"),
            new StillOpen("read-to-the-end", "Metrics has not heard of an article yet."),
            new GoTo("news", "/town/the-bridge-that-waits"),
            new StillOpen("read-to-the-end", "Scroll down in the article until the dock shows 75 percent."),
        ]),

        // Goes on looking without having logged in.
        new Walk("what-a-hit-carries",
        [
            new GoTo("shop", "/jackets/5"),
            new Arrives("metrics", "page_view"),
            new StillOpen("as-somebody", "Log in as one of the invented people."),
        ]),

        // Loads one page again and again.
        new Walk("website-pixels",
        [
            .. Enumerable.Repeat(new GoTo("shop", "/backpacks"), 5),
            new StillOpen("a-path", "Metrics has seen fewer than four pages of the shop."),
        ]),

        // Looks around, and puts nothing into the cart.
        new Walk("website-pixels",
        [
            new GoTo("shop", "/"),
            new GoTo("shop", "/backpacks"),
            new GoTo("shop", "/backpacks/8"),
            new Arrives("adnet", "view_item"),
            new StillOpen("a-path", "Now put something into the cart."),
        ]),

        // Clicks on the words below the ad, and not on its picture.
        new Walk("advertising-pixels",
        [
            new GoTo("shop", ShopSite.Product),
            new GoTo("news", AdArticle),
            new PressInFrame("iframe.ad-frame >> nth=0 >> internal:control=enter-frame >> a:has-text('Why this ad')"),
            new StillOpen("claimed", "Click on the picture of an ad, not on the words below it."),
        ]),

        // Orders something, and clicks on the ad only then.
        new Walk("advertising-pixels",
        [
            new GoTo("shop", ShopSite.Product),
            new Click("role=button[name='Add to cart']"),
            new GoTo("shop", "/checkout"),
            new Click("role=link[name=/Mara/]"),
            new Click("role=button[name=/^Order for/]"),
            new Arrives("adnet", "purchase"),
            .. ClickAnAd(),
            new StillOpen("claimed", "AdNet knows of the click. Now order something in the shop"),
        ]),

        // Reads the newspaper first, and then goes to the shop.
        new Walk("advertising-pixels",
        [
            new GoTo("news", AdArticle),
            new GoTo("shop", ShopSite.Product),
            new Arrives("adnet", "view_item"),
            new StillOpen("followed", "You have not been at the newspaper since you looked at the shoes."),
        ]),

        // Opens the message while the inbox still loads pictures.
        new Walk("email-pixels",
        [
            new GoTo("mail", "/"),
            new Click("ul.messages a"),
            new Arrives("postbox", "email_open"),
            new StillOpen("kept-quiet", "The inbox still loads pictures at once. In its setting, press “Ask before loading pictures”"),
        ]),

        // Leaves at the checkout.
        new Walk("why-businesses-use-them",
        [
            new GoTo("shop", ShopSite.Product),
            new Click("role=button[name='Add to cart']"),
            new Arrives("adnet", "add_to_cart"),
            new GoTo("shop", "/checkout"),
            new Arrives("adnet", "begin_checkout"),
            new StillOpen("business", "Somebody reached the checkout and did not order."),
            new GoTo("adnet", "/campaign"),
            new StillOpen("spent", "Nothing is booked yet."),
        ]),

        // Looks into a department and at no shoes, though AdNet knows the number well.
        new Walk("pixels-and-cookies",
        [
            new GoTo("shop", "/shoes"),
            new GoTo("shop", "/shoes"),
            new GoTo("shop", "/"),
            new StillOpen("number", "AdNet has not heard of any shoes yet."),
        ])
        { World = CookieWorld.Open },

        // Opens the shop again and again, and clears nothing.
        new Walk("pixels-and-cookies",
        [
            new GoTo("shop", "/shoes"),
            new GoTo("shop", "/shoes/4"),
            new GoTo("shop", "/shoes"),
            new StillOpen("new-number", "The town's cookies are not cleared yet."),
        ])
        { World = CookieWorld.Open },

        // Never takes a number, opens page after page, and clears nothing.
        new Walk("pixels-and-cookies",
        [
            .. Enumerable.Repeat(new GoTo("shop", ShopSite.Product), 7),
            new StillOpen("new-number", "The town's cookies are not cleared yet."),
        ]),

        // Refuses third-party cookies altogether, and opens a single page, from which AdNet hears but once.
        new Walk("pixels-and-cookies",
        [
            new GoTo("shop", "/"),
            new Arrives("adnet", "page_view"),
            new StillOpen("number", "If your browser takes no cookies from other companies, three pages are enough."),
        ])
        { World = CookieWorld.BlockedByPreference },

        // Accepts where the lesson asks for a refusal.
        new Walk("the-law",
        [
            .. AllSitesAsk("Opt-in"),
            new GoTo("shop", "/"),
            new Click("role=button[name='Accept all']"),
            new Arrives("adnet", "page_view"),
            new StillOpen("asked", "Open the shop and press “Refuse all” in its banner."),
        ]),

        // Reads about headaches and opens the form, but makes no appointment.
        new Walk("should-you-worry",
        [
            new GoTo("clinic", "/symptoms/recurring-headaches"),
            new GoTo("clinic", "/appointment"),
            new Arrives("adnet", "page_view"),
            new StillOpen("clinic-told", "Go on and make the appointment for Salma"),
        ]),

        // Opens the clinic's front page and goes no further.
        new Walk("should-you-worry",
        [
            new GoTo("clinic", "/"),
            new Arrives("adnet", "page_view"),
            new StillOpen("clinic-told", "AdNet has not heard of the page on headaches yet."),
        ]),

        // Still has the short list of another lesson in the blocker.
        new Walk("what-you-can-do",
        [
            .. BlockerOn("||adnet."),
            new GoTo("shop", "/"),
            new Arrives("metrics", "page_view"),
            new StillOpen("blocked", "AdNet was stopped, and Metrics was not. Go back to the lab's own list of rules"),
        ]),

        // Begins the last walk with the blocker on.
        new Walk("key-takeaways",
        [
            .. BlockerOn(),
            new GoTo("shop", "/"),
            new GoTo("shop", "/shoes"),
            new GoTo("shop", ShopSite.Product),
            new StillOpen("website-pixel", "If your blocker is still on, switch it off and walk a little more."),
        ]),

        // Leaves the window as it is.
        new Walk("fingerprints-without-cookies",
        [
            new GoTo("shop", "/camp"),
            new Arrives("metrics", "page_view"),
            new GoTo("shop", "/shoes"),
            new StillOpen("two-windows", "Change the size of the window, and open one more page of the shop."),
        ]),

        // Opens a site on which AdNet is not let in.
        new Walk("cookie-matching",
        [
            .. BlockerOn("||adnet."),
            new GoTo("news", "/town/the-bridge-that-waits"),
            new Arrives("metrics", "page_view"),
            new StillOpen("matched", "AdNet has not started to match yet. Open a page of the newspaper."),
        ]),

        // Strips the links, and forgets that the shop has the old number in a cookie of its own.
        new Walk("link-decoration",
        [
            .. ClickAnAd(),
            new GoTo("lab", "/switches"),
            new Click("role=region[name=/^Link decoration stripped/] >> role=radio[name='On']"),
            new Click("role=region[name=/^Link decoration stripped/] >> role=button[name='Save']"),
            new Sees("role=status >> text=Done."),
            .. ClickAnAd(),
            new StillOpen("stripped", "The shop still passes on an old number. Clear the town's cookies"),
        ]),

        // Opens one page where three are asked for.
        new Walk("cache-and-etag-ids",
        [
            new GoTo("shop", "/"),
            new Arrives("metrics", "page_view"),
            new StillOpen("never-kept", "Metrics has seen fewer than three pages of the shop. Open another one."),
        ]),

        // Switches the blocker on, and leaves the lab's rules in it.
        new Walk("first-party-disguise",
        [
            .. BlockerOn(),
            new GoTo("shop", "/"),
            new StillOpen("one-name", "other rules are still in the field."),
        ]),

        // Goes to the newspaper directly, and not by the link in the letter.
        new Walk("bounce-tracking",
        [
            new GoTo("news", "/town/the-bridge-that-waits"),
            new Arrives("metrics", "page_view"),
            new StillOpen("bounced", "No link in a message has been followed yet."),
        ]),

        // Puts the inbox behind the relay, and opens a message that was there before.
        new Walk("mail-privacy-proxies",
        [
            new GoTo("mail", "/"),
            new Click("role=button[name=/Through a relay/]"),
            new Click("ul.messages a"),
            new Sees("iframe[title='The message']"),
            new StillOpen("machine-open", "No message has arrived since then. Press “Let it arrive”."),
        ]),

        // Takes the European banner for the Californian link.
        new Walk("gpc-and-opt-out-signals",
        [
            .. AllSitesAsk("Opt-in"),
            new GoTo("shop", "/"),
            new Click("role=button[name='Refuse all']"),
            new StillOpen("opted-out", "The shop does not follow California's rules yet."),
        ]),

        // Opens one page where two are asked for.
        new Walk("measuring-without-tracking-people",
        [
            new GoTo("shop", "/"),
            new Arrives("metrics", "page_view"),
            new StillOpen("counted", "Metrics has counted fewer than two pages. Open another page of the shop."),
        ]),

        // Writes a hyphen where the dot belongs.
        new Walk("write-your-own-pixel",
        [
            new GoTo("lab", "/your-pixel"),
            new Write("textarea", "<h1>Hello</h1><img src=\"{metrics}/px/PL-MINE-1.gif?en=page_view&ep-mood=curious\" alt=\"\">"),
            new Click("role=button[name='Run it']"),
            new Arrives("metrics", "page_view"),
            new StillOpen("own-word", "No hit with a mood has come yet. Add &ep.mood= and a word of yours to the address"),
        ]),
    ];

    private static Step[] AllSitesAsk(string kind) =>
    [
        new GoTo("lab", "/switches"),
        new Click($"role=group[name='All sites at once'] >> role=radio[name=/{kind}/]"),
        new Click("role=button[name='Set all sites']"),
        new Sees("role=status >> text=Done."),
    ];

    private static Step[] BlockerOn(string? rules = null) =>
    [
        new GoTo("lab", "/switches"),
        new Click("role=region[name=/^Blocker/] >> role=radio[name='On']"),
        .. rules is null ? Array.Empty<Step>() :
        [
            new Click("role=region[name=/^Blocker/] >> text=Rules ("),
            new Write("role=region[name=/^Blocker/] >> role=textbox", rules),
        ],
        new Click("role=region[name=/^Blocker/] >> role=button[name='Save']"),
        new Sees("role=status >> text=Done."),
    ];

    private static Step[] ClickAnAd() =>
    [
        new GoTo("news", AdArticle),
        new PressInFrame("iframe.ad-frame >> nth=0 >> internal:control=enter-frame >> a.creative"),
        new Sees("[data-product], .product, main h1"),
    ];
}
