using System.Text.Json;
using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Lessons;

/// <summary>
/// The whole course by one reader who does what each lesson says, in the world of open third-party cookies and in the one where
/// they are blocked. Each check is open when its lesson is opened, whatever was done before, and ticks when the thing is done.
/// </summary>
public sealed class CourseTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private const string AdArticle = "/sport/ten-kilometres-before-breakfast";

    /// <summary>The tab with the lesson.</summary>
    private IPage? _sheet;

    [Fact]
    public void Every_lesson_of_the_course_has_a_walk_and_a_wrong_turn_of_its_own()
    {
        Assert.Equal(Slugs().Order(), Course.Select(lesson => lesson.Slug).Order());
        Assert.Empty(Slugs().Except(Walks.All.Select(walk => walk.Data.Slug)));
    }

    [Fact]
    public async Task In_an_empty_seat_every_check_is_open_and_the_first_says_what_to_do()
    {
        foreach (var slug in Slugs())
        {
            var checks = (await ChecksAsync(slug)).ToList();
            Assert.All(checks, check => Assert.False(check.GetProperty("met").GetBoolean(), $"{slug}: {check.GetProperty("id")} is ticked before anything was done."));

            // The others wait for it.
            Assert.All(checks.Index(), one => Assert.Equal(one.Index == 0, one.Item.GetProperty("open").EnumerateArray().Any()));
        }
    }

    /// <summary>Walks the whole course in its order, or as far as the lesson that <c>PIXELLAB_LESSON</c> names.</summary>
    [Theory]
    [InlineData(CookieWorld.Open)]
    [InlineData(CookieWorld.BlockedByPreference)]
    public async Task Every_check_of_the_course_ticks_for_a_reader_who_does_as_told(CookieWorld world)
    {
        var only = Environment.GetEnvironmentVariable("PIXELLAB_LESSON");
        Assert.True(only is null || Course.Any(lesson => lesson.Slug == only), $"The course has no lesson “{only}”.");

        // Opened as a page of its own, a vendor's pixel has no icon, and the browser says so.
        Expected.Add("favicon.ico");
        await OpenAsync(new() { World = world, KeepsProfile = true });
        foreach (var (slug, walkAsync) in Course)
        {
            await OpenSheetAsync(slug);
            await walkAsync();
            await TicksAsync(slug);
            if (slug == only)
            {
                return;
            }
        }
    }

    /// <summary>What the reader does for each lesson, with the switches as the lessons before have left them.</summary>
    private IReadOnlyList<(string Slug, Func<Task> WalkAsync)> Course =>
    [
        ("what-a-tracking-pixel-is", () => GoAsync("shop", ShopSite.Product)),
        ("how-it-works", ReadToTheEndAsync),
        ("what-a-hit-carries", LogInAndOutAsync),
        ("website-pixels", LookAroundAsync),
        ("advertising-pixels", FollowAdAndBuyAsync),
        ("email-pixels", ReadMailAsync),
        ("why-businesses-use-them", BuyAndSpendAsync),
        ("pixels-and-cookies", BrowseTwiceWithClearedCookiesAsync),
        ("the-law", AnswerBannersAsync),
        ("should-you-worry", AskForAppointmentAsync),
        ("what-you-can-do", DefendOneselfAsync),
        ("key-takeaways", WalkThroughTheTownAsync),
        ("fingerprints-without-cookies", ComeInAnotherWindowAsync),
        ("cookie-matching", () => GoAsync("news", "/town/the-bridge-that-waits")),
        ("link-decoration", FollowStrippedLinkAsync),
        ("cache-and-etag-ids", OpenThreePagesAsync),
        ("first-party-disguise", BlockOneAsync),
        ("bounce-tracking", FollowLinksAsync),
        ("mail-privacy-proxies", LetMailArriveAsync),
        ("gpc-and-opt-out-signals", OptOutAsync),
        ("measuring-without-tracking-people", OpenThreePagesAsync),
        ("write-your-own-pixel", () => Page.GotoAsync(Lab.Url("metrics", Seat, "/px/PL-MINE-1.gif?en=page_view&ep.mood=curious"))),
    ];

    private async Task ReadToTheEndAsync()
    {
        await GoAsync("news", "/town/the-bridge-that-waits");
        await Page.Keyboard.PressAsync("End");
        await ReportedAsync("the end of the page is reported", "ad_slot_view");
        await GoAsync("shop", ShopSite.Product);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add to cart" }).ClickAsync();
        await ReportedAsync("the click is reported", "click");
    }

    private async Task FollowLinksAsync()
    {
        await PutBackAsync();
        await GoAsync("mail");
        await Page.GetByRole(AriaRole.Link, new() { NameRegex = new("Five things") }).First.ClickAsync();
        await Page.FrameLocator("iframe[title='The message']").GetByRole(AriaRole.Link, new() { Name = "Read about the bridge" }).PressInFrameAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("news"));
        await FollowAdAsync();
    }

    private async Task OpenThreePagesAsync()
    {
        foreach (var path in new[] { "/", "/shoes", "/camp" })
        {
            await GoAsync("shop", path);
        }
    }

    private async Task ComeInAnotherWindowAsync()
    {
        await GoAsync("shop", "/camp");
        await Page.SetViewportSizeAsync(900, 700);
        await GoAsync("shop", "/camp");
    }

    private async Task LogInAndOutAsync()
    {
        await GoAsync("shop", "/jackets/5");
        await ComeAsAPhoneAsync();
        await GoAsync("shop", "/account");
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Log in as Mara") }).ClickAsync();
        await GoAsync("shop", "/shoes/1");
        await ArrivedAsync("the account is in a hit", one => one.GetProperty("kind").GetString() == "account");
        await GoAsync("shop", "/account");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Log out" }).ClickAsync();
    }

    /// <summary>Lets the browser play a phone, as its developer tools do.</summary>
    private async Task ComeAsAPhoneAsync()
    {
        var tools = await Page.Context.NewCDPSessionAsync(Page);
        await tools.SendAsync(
            "Emulation.setUserAgentOverride",
            new() { ["userAgent"] = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36" });
        await GoAsync("shop", "/jackets/5");
        await tools.DetachAsync();
    }

    /// <summary>Presses “Try it” in a row of the open lesson, so that the lab watches what comes then.</summary>
    private async Task TryItAsync(string experiment)
    {
        await _sheet!.BringToFrontAsync();
        var row = _sheet.Locator($"lesson-compare tr[data-experiment={experiment}]");
        await row.Locator("th summary").ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        await Expect(row).ToContainTextAsync("The lab is watching");
        await Page.BringToFrontAsync();
    }

    private async Task LookAroundAsync()
    {
        foreach (var path in new[] { "/", "/backpacks", "/backpacks/8", "/backpacks/9" })
        {
            await GoAsync("shop", path);
        }

        await Page.GetByRole(AriaRole.Button, new() { Name = "Add to cart" }).ClickAsync();
    }

    private async Task FollowAdAndBuyAsync()
    {
        await GoAsync("shop", ShopSite.Product);
        await GoAsync("news", AdArticle);
        await Page.Locator("iframe.ad-frame").First.ScrollIntoViewIfNeededAsync();
        await ReportedAsync("the ad in sight is reported", "ad_viewable");
        await AskWhyAsync();
        await FollowAdAsync();
        await BuyAsync();
    }

    private async Task BuyAsync()
    {
        await GoAsync("shop", ShopSite.Product);
        // A reader sees the cart before going on; who leaves it at once leaves it before its script has told of it.
        await Page.RunAndWaitForRequestFinishedAsync(
            () => Page.GetByRole(AriaRole.Button, new() { Name = "Add to cart" }).ClickAsync(),
            new() { Predicate = request => request.Url.Contains("en=page_view", StringComparison.Ordinal) && request.Url.Contains("cart", StringComparison.Ordinal) });
        await GoAsync("shop", "/checkout");
        await Page.GetByRole(AriaRole.Link, new() { NameRegex = new("Mara") }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Order for") }).ClickAsync();
        await ReportedAsync("the order is reported", "purchase");
    }

    private async Task BuyAndSpendAsync()
    {
        await BuyAsync();
        await GoAsync("adnet", "/campaign");
        await Page.GetByRole(AriaRole.Radio, new() { NameRegex = new("looked at something") }).CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Spend €100" }).ClickAsync();
        await Expect(Page.GetByText("You are one of the people")).ToBeVisibleAsync();
        // Until then the page comes again by itself, whoever is just leaving it.
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "What did it bring?" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    /// <summary>Follows “Why this ad?”, which leads to the tab of the town, so that this one stays where it is.</summary>
    private async Task AskWhyAsync()
    {
        var tab = await Page.Context.RunAndWaitForPageAsync(
            () => Page.Locator("iframe.ad-frame").First.ContentFrame.GetByRole(AriaRole.Link, new() { Name = "Why this ad?" }).PressInFrameAsync());
        await ArrivedAsync("the lab notes that the ad was asked", one => one.GetProperty("kind").GetString() == "setting" && one.GetProperty("name").GetString() == "adnet.why");
        await tab.CloseAsync();
    }

    private async Task FollowAdAsync()
    {
        await GoAsync("news", AdArticle);
        await Page.Locator("iframe.ad-frame").First.ContentFrame.Locator("a.creative").PressInFrameAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("shop\\.localhost"));
    }

    private async Task ReadMailAsync()
    {
        await GoAsync("mail");
        await Page.GetByRole(AriaRole.Link, new() { NameRegex = new("shoes have been waiting") }).ClickAsync();
        await ReportedAsync("the sender hears of the opening", "email_open");
        await ChooseMailAsync("Ask before loading");
        await Page.GetByRole(AriaRole.Link, new() { NameRegex = new("Five things") }).ClickAsync();
    }

    private async Task ChooseMailAsync(string client)
    {
        await GoAsync("mail");
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new(client) }).ClickAsync();
    }

    private async Task BrowseTwiceWithClearedCookiesAsync()
    {
        await GoAsync("shop", "/shoes");
        await GoAsync("shop", "/shoes/4");
        await TryItAsync("refuse_third_party");
        await RefuseThirdPartyAsync();
        await ClearTownAsync();
        await GoAsync("shop", "/shoes");
        await GoAsync("shop", "/shoes/4");
    }

    private async Task ClearTownAsync()
    {
        await GoAsync("lab", "/switches");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Clear the town’s cookies" }).ClickAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("done=cleared"));
    }

    private async Task FollowStrippedLinkAsync()
    {
        // By now AdNet has shown this browser the shop's ad as often as it may.
        await ClearTownAsync();
        await FollowAdAsync();
        await ClearTownAsync();
        await SwitchOnAsync("Link decoration stripped");
        await FollowAdAsync();
    }

    private async Task SwitchOnAsync(string section)
    {
        await GoAsync("lab", "/switches");
        await Section(section).GetByRole(AriaRole.Radio, new() { Name = "On", Exact = true }).CheckAsync();
        await SaveAsync(section);
    }

    private async Task PutBackAsync()
    {
        await GoAsync("lab", "/switches");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Put all switches back" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Status)).ToContainTextAsync("back where they were");
    }

    private async Task BlockOneAsync()
    {
        await PutBackAsync();
        await SwitchOnAsync("Blocker");
        await GoAsync("shop");
        await GoAsync("lab", "/switches");
        var rules = Section("Blocker").GetByRole(AriaRole.Textbox);
        if (!await rules.IsVisibleAsync())
        {
            await Section("Blocker").GetByText("Rules (").ClickAsync();
        }

        await rules.FillAsync("||adnet.");
        await SaveAsync("Blocker");
        await GoAsync("shop");
    }

    private async Task AskForAppointmentAsync()
    {
        await PutBackAsync();
        await GoAsync("clinic", "/symptoms/recurring-headaches");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Make an appointment" }).Last.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Fill in the invented patient" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Ask for this appointment" }).ClickAsync();
    }

    private async Task SetBannersAsync(string kind)
    {
        await GoAsync("lab", "/switches");
        await Page.GetByRole(AriaRole.Group, new() { Name = "All sites at once" }).GetByLabel(new Regex(kind)).CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Set all sites" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Status)).ToContainTextAsync("Done.");
    }

    private async Task AnswerBannersAsync()
    {
        await SetBannersAsync("Opt-in");
        await RefuseAtTheShopAsync();
        await GoAsync("news");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Accept all" }).ClickAsync();
        await Expect(Page.Locator(".consent-banner")).ToHaveCountAsync(0);
        await GoAsync("lab", "/switches");
        await Page.GetByText("Each site by itself").ClickAsync();
        await Page.GetByRole(AriaRole.Group, new() { Name = "Fernweh Outdoor" }).GetByLabel("Manipulative").CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Save for each site" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Status)).ToContainTextAsync("Done.");
        await ClearTownAsync();
        await GoAsync("shop");
    }

    private async Task RefuseAtTheShopAsync()
    {
        await GoAsync("shop");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Refuse all" }).ClickAsync();
        await Expect(Page.Locator(".consent-banner")).ToHaveCountAsync(0);
    }

    private async Task DefendOneselfAsync()
    {
        await PutBackAsync();
        await SwitchOnAsync("Blocker");
        await GoAsync("shop");
        await OpenQuietlyAsync();
        await PutBackAsync();
        await ClearTownAsync();
        await SetBannersAsync("Opt-in");
        await RefuseAtTheShopAsync();
        await PutBackAsync();
        await TryItAsync("clear_cookies");
        await ClearTownAsync();
        await GoAsync("shop", ShopSite.Product);
        await TryItAsync("refuse_third_party");
        await RefuseThirdPartyAsync();
        await TryItAsync("private_window");
        var window = await OpenPrivateWindowAsync();
        await window.GotoAsync(Lab.Url("shop", Seat, ShopSite.Product));
    }

    /// <summary>Opens the shop while the browser refuses third-party cookies, and lets it do again what it did before.</summary>
    private async Task RefuseThirdPartyAsync()
    {
        var settings = await Page.Context.NewCDPSessionAsync(Page);
        await settings.SendAsync("Network.enable");
        await settings.SendAsync("Network.setCookieControls", new()
        {
            ["enableThirdPartyCookieRestriction"] = true,
            ["disableThirdPartyCookieMetadata"] = true,
            ["disableThirdPartyCookieHeuristics"] = true,
        });
        await GoAsync("shop", ShopSite.Product);
        await GoAsync("news");
        await settings.DetachAsync();
    }

    private async Task WalkThroughTheTownAsync()
    {
        await GoAsync("shop");
        await GoAsync("shop", ShopSite.Product);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add to cart" }).ClickAsync();
        await GoAsync("news", AdArticle);
        await AskWhyAsync();
        await ChooseMailAsync("Load pictures directly");
        await Page.Locator("ul.messages a").First.ClickAsync();
        await Expect(Page.Locator("iframe[title='The message']")).ToBeVisibleAsync();
        await ReportedAsync("the sender hears of the opening", "email_open");
        await OpenQuietlyAsync();
        await SwitchOnAsync("Blocker");
        await GoAsync("shop");
        await PutBackAsync();
    }

    private async Task OpenQuietlyAsync()
    {
        await ChooseMailAsync("Ask before loading");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Let it arrive" }).ClickAsync();
        await GoAsync("mail");
        await Page.Locator("ul.messages a").First.ClickAsync();
        await Expect(Page.Locator("iframe[title='The message']")).ToBeVisibleAsync();
    }

    private async Task OptOutAsync()
    {
        await PutBackAsync();
        await SetBannersAsync("California");
        await GoAsync("shop");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Do Not Sell or Share My Personal Information" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Opt out" }).ClickAsync();
        await GoAsync("shop", "/shoes");
    }

    private async Task LetMailArriveAsync()
    {
        await ChooseMailAsync("Through a relay");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Let it arrive" }).ClickAsync();
        await ChooseMailAsync("Take known pixels out");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Let it arrive" }).ClickAsync();
        await GoAsync("mail");
        await Page.Locator("ul.messages a").First.ClickAsync();
    }

    private Task ReportedAsync(string what, string name) => ArrivedAsync(
        what, one => one.GetProperty("kind").GetString() == "hit" && one.GetProperty("event").GetString() == name);

    private Task<IResponse?> GoAsync(string host, string path = "/") =>
        Page.GotoAsync(Lab.Url(host, Seat, path), new() { WaitUntil = WaitUntilState.Load });

    private ILocator Section(string name) => Page.GetByRole(AriaRole.Region, new() { Name = name });

    private async Task SaveAsync(string section)
    {
        await Section(section).GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Status)).ToContainTextAsync("Done.");
    }

    /// <summary>Opens a lesson beside, and sees that no check of it is ticked by what was done before.</summary>
    private async Task OpenSheetAsync(string slug)
    {
        _sheet ??= await NewPageAsync();
        await _sheet.GotoAsync(Lab.Url("lab", Seat, "/lessons/" + slug));
        await Expect(_sheet.Locator("main[data-connection=live]")).ToBeVisibleAsync();
        foreach (var check in await ChecksAsync(slug))
        {
            Assert.False(check.GetProperty("met").GetBoolean(), $"{slug}: {check.GetProperty("id")} is ticked when the lesson is opened.");
        }

        await Expect(_sheet.Locator("[data-check].met")).ToHaveCountAsync(0);
        await Page.BringToFrontAsync();
    }

    /// <summary>Sees every check of the open lesson tick; where one stays open, says which and what it says itself.</summary>
    private async Task TicksAsync(string slug)
    {
        var open = _sheet!.Locator("[data-check]:not(.met)");
        try
        {
            await Expect(open).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        }
        catch (PlaywrightException)
        {
            Assert.Fail($"{slug} stays open: " + string.Join("; ", await open.AllInnerTextsAsync()));
        }
    }

    private async Task<IReadOnlyList<JsonElement>> ChecksAsync(string slug) =>
        [.. (await Lab.GetAsync($"/api/seats/{Seat}/lessons/{slug}")).GetProperty("checks").EnumerateArray()];

    private static IReadOnlyList<string> Slugs()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "lessons")) || !File.Exists(Path.Combine(folder.FullName, "PixelLab.sln")))
        {
            folder = folder.Parent!;
        }

        return
        [
            .. Directory.EnumerateFiles(Path.Combine(folder.FullName, "lessons"), "??-*.md")
                .Select(file => Path.GetFileNameWithoutExtension(file)[3..]).Order(),
        ];
    }
}
