using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Compare;

/// <summary>
/// The evidence table, each cell filled by really doing the thing in a real Chromium. The answers stand here as facts about
/// browsers: what they send, what they keep and what they keep apart.
/// </summary>
public sealed class EvidenceTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private const string Recognised = "recognised";
    private const string Stranger = "not recognised";
    private const string Unseen = "never seen";

    /// <summary>Another program by what it says of itself; a profile of its own makes it one.</summary>
    private const string OtherBrowser = "--user-agent=Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0";

    private IPage _compare = null!;

    [Theory]
    [InlineData(CookieWorld.Open)]
    [InlineData(CookieWorld.BlockedByPreference)]
    public async Task Coming_back_is_recognised_by_all_three(CookieWorld world)
    {
        // With third-party cookies blocked, the partitioned cookie still knows the browser again on the same site.
        await BeginAsync(world, "come_back");

        await VisitShopAsync(Page);

        await ExpectRowAsync("come_back", Recognised, Recognised, Recognised);
        foreach (var lens in new[] { "pixel", "cookie", "both" })
        {
            // Each cell opens the hits that fill it.
            await Row("come_back").Locator($"td[data-lens={lens}] summary").ClickAsync();
            await Expect(Row("come_back").Locator($"td[data-lens={lens}] .hits a").First).ToHaveAttributeAsync("href", new Regex(@"/panel\?hit=\d+$"));
        }
    }

    [Theory]
    [InlineData(CookieWorld.Open)]
    [InlineData(CookieWorld.BlockedByPreference)]
    public async Task Without_its_cookies_a_browser_is_still_known_by_address_and_program(CookieWorld world)
    {
        await BeginAsync(world, "clear_cookies");

        await ClearCookiesAsync();
        await VisitShopAsync(Page);

        await ExpectRowAsync("clear_cookies", Recognised, Stranger, Recognised);
    }

    [Theory]
    [InlineData(CookieWorld.Open)]
    [InlineData(CookieWorld.BlockedByPreference)]
    public async Task A_private_window_brings_no_cookie_but_the_same_address_and_program(CookieWorld world)
    {
        await BeginAsync(world, "private_window");

        await VisitShopAsync(await OpenSecondAsync(new() { World = CookieWorld.BlockedPrivately }));

        await ExpectRowAsync("private_window", Recognised, Stranger, Recognised);
    }

    [Theory]
    [InlineData(CookieWorld.Open)]
    [InlineData(CookieWorld.BlockedByPreference)]
    public async Task Another_browser_is_a_stranger_to_all_three(CookieWorld world)
    {
        await BeginAsync(world, "another_browser");

        await VisitShopAsync(await OpenSecondAsync(new() { World = world, Flags = [OtherBrowser] }));

        await ExpectRowAsync("another_browser", Stranger, Stranger, Stranger);
    }

    [Theory]
    [InlineData(CookieWorld.Open)]
    [InlineData(CookieWorld.BlockedByPreference)]
    public async Task Refusing_third_party_cookies_leaves_the_partitioned_one_on_its_own_site(CookieWorld world)
    {
        await OpenAsync(new() { World = world, KeepsProfile = true });
        await WalkAsync();
        await TryAsync("refuse_third_party");

        await ReopenAsync(new() { World = CookieWorld.BlockedByPreference });
        await VisitShopAsync(Page);

        await OpenCompareAsync();
        await ExpectRowAsync("refuse_third_party", Recognised, Recognised, Recognised);
    }

    [Theory]
    [InlineData(CookieWorld.Open)]
    [InlineData(CookieWorld.BlockedByPreference)]
    public async Task Behind_a_blocker_nobody_sees_anything(CookieWorld world)
    {
        await BeginAsync(world, "blocker");

        await Page.GotoAsync(Lab.Url("lab", Seat, "/switches"));
        var blocker = Page.GetByRole(AriaRole.Region, new() { Name = "Blocker" });
        await blocker.GetByRole(AriaRole.Radio, new() { Name = "On", Exact = true }).CheckAsync();
        await blocker.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Done.");
        await VisitShopAsync(Page);

        await ExpectRowAsync("blocker", Unseen, Unseen, Unseen);
    }

    [Theory]
    [InlineData(CookieWorld.Open)]
    [InlineData(CookieWorld.BlockedByPreference)]
    public async Task A_message_without_its_images_tells_nobody(CookieWorld world)
    {
        await BeginAsync(world, "mail_images_off");

        await OpenMessageAsync("ask");

        await ExpectRowAsync("mail_images_off", Unseen, Unseen, Unseen);
    }

    [Theory]
    [InlineData(CookieWorld.Open)]
    [InlineData(CookieWorld.BlockedByPreference)]
    public async Task An_account_joins_what_neither_pixel_nor_cookie_can(CookieWorld world)
    {
        await OpenAsync(new() { World = world });
        await WalkAsync();
        await LogInAsync(Page);
        await TryAsync("log_in");

        await LogInAsync(await OpenSecondAsync(new() { World = world, Flags = [OtherBrowser] }));

        await ExpectRowAsync("log_in", Stranger, Stranger, Recognised);
    }

    [Theory]
    [InlineData(CookieWorld.Open)]
    [InlineData(CookieWorld.BlockedByPreference)]
    public async Task A_click_in_an_email_leads_back_into_the_arms_of_all_three(CookieWorld world)
    {
        await BeginAsync(world, "email_click");

        await OpenMessageAsync("direct");
        // With the message's pictures: they have come when its pixel is in the dock.
        await Expect(Dock.Hits.First).ToBeVisibleAsync();
        await Page.FrameLocator("iframe[title='The message']").GetByRole(AriaRole.Link).First.PressInFrameAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("shop"));

        await ExpectRowAsync("email_click", Recognised, Recognised, Recognised);
    }

    [Fact]
    public async Task The_cookie_joins_two_sites_only_where_the_browser_lets_it()
    {
        await OpenAsync(new() { World = CookieWorld.Open });
        await WalkAsync();
        await OpenCompareAsync();

        await Expect(_compare.Locator("article[data-lens=cookie]")).ToContainTextAsync("1 visitor");
        await Expect(_compare.Locator("article[data-lens=cookie]")).ToContainTextAsync("shop, news");
    }

    [Fact]
    public async Task Where_third_party_cookies_are_blocked_each_site_has_its_own_visitor()
    {
        await OpenAsync(new() { World = CookieWorld.BlockedByPreference });
        await WalkAsync();
        await OpenCompareAsync();

        await Expect(_compare.Locator("article[data-lens=cookie]")).Not.ToContainTextAsync("shop, news");
        await Expect(_compare.Locator("article[data-lens=pixel]")).ToContainTextAsync("shop, news");
    }

    private async Task BeginAsync(CookieWorld world, string experiment)
    {
        await OpenAsync(new() { World = world });
        await WalkAsync();
        await TryAsync(experiment);
    }

    /// <summary>Looks around first, so that there is somebody to recognise.</summary>
    private async Task WalkAsync()
    {
        await VisitShopAsync(Page);
        await News.OpenAsync();
        await Expect(Dock.Hits.Filter(new() { HasText = "adnet" }).First).ToBeVisibleAsync();
        await VisitShopAsync(Page);
    }

    private async Task VisitShopAsync(IPage page)
    {
        await page.GotoAsync(Lab.Url("shop", Seat, ShopSite.Product), new() { WaitUntil = WaitUntilState.Load });
        await Expect(page.Locator("lab-dock")).ToBeVisibleAsync();
    }

    private async Task OpenCompareAsync()
    {
        _compare = await NewPageAsync();
        await _compare.GotoAsync(Lab.Url("lab", Seat, "/compare"));
        await Expect(_compare.GetByRole(AriaRole.Heading, new() { Name = "What each concludes" })).ToBeVisibleAsync();
    }

    /// <summary>Says on the page what is about to be tried, as a person does.</summary>
    private async Task TryAsync(string experiment)
    {
        await OpenCompareAsync();
        var row = Row(experiment);
        await row.Locator("th summary").ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        await Expect(row).ToContainTextAsync("watching");
    }

    private async Task OpenMessageAsync(string client)
    {
        await Page.GotoAsync(Lab.Url("mail", Seat, "/"));
        await Page.Locator($"button[value={client}]").ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { NameRegex = new("Fernweh") }).First.ClickAsync();

        await Expect(Page).ToHaveURLAsync(new Regex("/messages/"));
        await Expect(Page.FrameLocator("iframe[title='The message']").GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
    }

    private async Task LogInAsync(IPage page)
    {
        await page.GotoAsync(Lab.Url("shop", Seat, "/account"));
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Mara") }).ClickAsync();
        await Expect(page.Locator("lab-dock .row[data-kind=hit]").First).ToBeVisibleAsync();
        await VisitShopAsync(page);
    }

    private ILocator Row(string experiment) => _compare.Locator($"tr[data-experiment={experiment}]");

    private async Task ExpectRowAsync(string experiment, string pixel, string cookie, string both)
    {
        // The row fills while the learner watches: the page is not loaded again.
        await Expect(Cell(experiment, "both")).ToHaveTextAsync(both);
        await Expect(Cell(experiment, "pixel")).ToHaveTextAsync(pixel);
        await Expect(Cell(experiment, "cookie")).ToHaveTextAsync(cookie);
    }

    private ILocator Cell(string experiment, string lens) => Row(experiment).Locator($"td[data-lens={lens}] .word");
}
