using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Reports;

public sealed class ReportTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private static readonly string[] Walk = ["/", "/shoes", ShopSite.Product];

    private static readonly string[] Reports =
    [
        "/reports", "/reports/pages", "/reports/stay", "/reports/funnel", "/reports/audience", "/reports/campaigns", "/reports/retargeting",
        "/reports/newsletter",
    ];

    [Fact]
    public async Task A_walk_through_the_shop_shows_up_while_the_owner_watches()
    {
        await StayAloneAsync();
        await OpenAsync();
        await GoAsync("/reports");
        var pages = Page.Locator(".report").Filter(new() { HasText = "Pages visited most" });
        await Expect(pages).ToContainTextAsync("Nothing yet");
        var report = await NewPageAsync();
        await report.GotoAsync(Lab.Url("lab", Seat, "/reports/funnel"));

        await WalkAsync(await NewPageAsync());

        await Expect(pages.Locator(".headline b")).ToHaveTextAsync("3");
        await Expect(report.GetByRole(AriaRole.Row, new() { NameRegex = new("^Product") })).ToContainTextAsync("1");
        await Expect(report.Locator("svg.plot")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_number_opens_the_hits_behind_it_and_one_of_them_the_panel()
    {
        await StayAloneAsync();
        await OpenAsync();
        await WalkAsync(Page);
        await GoAsync("/reports/pages");
        await Page.GetByRole(AriaRole.Link, new() { Name = "1: Page views, /shoes. See what is behind it.", Exact = true }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Behind the number 1");
        await Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Hit ") }).ClickAsync();
        await Expect(new PanelPage(Page).Sentence).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true, "Asia/Tokyo", 9, "")]
    [InlineData(false, "Asia/Tokyo", 0, " UTC")]
    public async Task The_hits_behind_a_number_are_told_by_the_readers_own_clock_and_without_scripts_as_UTC(bool scripts, string zone, int ahead, string said)
    {
        await StayAloneAsync();
        await Lab.Http.GetByteArrayAsync(Lab.Url("metrics", Seat, "/px/PL-SHOP-1.gif?v=2&en=page_view&dl=http%3A%2F%2Fshop.localhost%2Fshoes%2F3"), TestContext.Current.CancellationToken);
        var at = (await Lab.EventsAsync(Seat))[0].GetProperty("at").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(ahead));
        await OpenAsync(new() { TimeZone = zone, Scripts = scripts });
        await GoAsync("/reports/pages");
        await Page.GetByRole(AriaRole.Link, new() { Name = "1: Page views, /shoes/3. See what is behind it.", Exact = true }).ClickAsync();
        await Expect(Page.Locator(".hits time")).ToHaveTextAsync(new Regex($"{at:HH:mm:ss}{said}$"));
    }

    [Fact]
    public async Task A_link_that_is_pressed_while_something_happens_is_followed()
    {
        await StayAloneAsync();
        await OpenAsync();
        await WalkAsync(Page);
        await GoAsync("/reports/pages");
        await ExpectDrawnAsync();
        await HoldDownAsync(Page.GetByRole(AriaRole.Link, new() { Name = "1: Page views, /shoes. See what is behind it.", Exact = true }));
        await Page.RunAndWaitForResponseAsync(
            () => Lab.Http.GetByteArrayAsync(Lab.Url("metrics", Seat, "/px/PL-SHOP-1.gif?v=2&en=page_view"), TestContext.Current.CancellationToken),
            reply => reply.Url.EndsWith("/reports/pages", StringComparison.Ordinal) && reply.Request.ResourceType == "fetch");
        await Page.EvaluateAsync("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        await Page.Mouse.UpAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Behind the number 1");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_reports_break_no_rule_of_axe(ColorScheme scheme)
    {
        await OpenAsync(new() { Scheme = scheme });
        await WalkAsync(Page);
        foreach (var path in Reports)
        {
            await GoAsync(path);
            await ExpectDrawnAsync();
            await AssertAccessibleAsync(Page, path);
        }
    }

    /// <summary>Every violation of the policy is an error in the console, and the test fails at any.</summary>
    [Fact]
    public async Task Drawing_the_plots_breaks_no_rule_of_the_page_s_policy()
    {
        await OpenAsync();
        await WalkAsync(Page);
        foreach (var path in new[] { "/reports/pages", "/reports/stay", "/reports/funnel", "/reports/audience" })
        {
            await GoAsync(path);
            await Expect(Page.Locator("svg.plot").First).ToBeVisibleAsync();
            Assert.Equal(0, await Page.Locator("style").CountAsync());
        }
    }

    [Fact]
    public async Task On_paper_the_plots_keep_their_colours_and_the_menus_go()
    {
        await OpenAsync();
        await WalkAsync(Page);
        await GoAsync("/reports/audience");
        await Expect(Page.Locator("svg.plot")).ToHaveCountAsync(5);
        await Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(Page.Locator("svg.plot path").First).ToHaveCSSAsync("print-color-adjust", "exact");
        await Expect(Page.Locator("svg.plot").First).ToBeVisibleAsync();
        await Expect(Page.Locator("main nav, .top").First).ToBeHiddenAsync();
        await Expect(Page.GetByRole(AriaRole.Table).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_a_phone_no_report_is_wider_than_the_screen()
    {
        await OpenAsync(new() { Width = 390, Height = 844 });
        await WalkAsync(Page);
        foreach (var path in Reports)
        {
            await GoAsync(path);
            await ExpectDrawnAsync();
            Assert.Equal(0, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
        }
    }

    [Fact]
    public async Task Without_scripts_the_numbers_and_a_drawing_are_there()
    {
        await StayAloneAsync();
        await OpenAsync(new() { Scripts = false });
        await Shop.OpenAsync();
        await ArrivedAsync("the page view arrives", IsPageView);
        await GoAsync("/reports/pages");
        await Expect(Page.Locator("tbody tr")).ToContainTextAsync("1");
        await Expect(Page.Locator("svg.bars")).ToBeVisibleAsync();
    }

    private Task<IResponse?> GoAsync(string path) => Page.GotoAsync(Lab.Url("lab", Seat, path));

    private async Task WalkAsync(IPage page)
    {
        for (var place = 0; place < Walk.Length; place++)
        {
            await page.GotoAsync(Lab.Url("shop", Seat, Walk[place]));
            await ArrivedAsync("the page view arrives", IsPageView, place + 1);
        }
    }

    /// <summary>A report with something to show has its plot; the others say what to do first.</summary>
    private async Task ExpectDrawnAsync() =>
        await Expect(Page.Locator("svg.plot, .first, .cards").First).ToBeVisibleAsync();

    /// <summary>Presses a link and does not let go. What the pages before still report may move it away under the pointer; then it is pressed again.</summary>
    private Task HoldDownAsync(ILocator link) => Eventually.TrueAsync("the pointer holds the link down", async () =>
    {
        await link.HoverAsync();
        await Page.Mouse.DownAsync();
        if (await link.EvaluateAsync<bool>("link => link.matches(':active')"))
        {
            return true;
        }

        await Page.Mouse.MoveAsync(0, 0);
        await Page.Mouse.UpAsync();
        return false;
    });

    private static bool IsPageView(System.Text.Json.JsonElement one) =>
        one.GetProperty("kind").GetString() == "hit" && one.GetProperty("vendor").GetString() == "metrics"
        && one.GetProperty("event").GetString() == "page_view";
}
