namespace PixelLab.Browser.Tests.Story;

/// <summary>The story of a shoe as people take it: three taps from the front page, in one tab.</summary>
public sealed class ThreeTapsTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private const int Phone = 390;

    private ILocator Strip => Page.Locator("lab-story section");

    private ILocator Next => Strip.Locator(".next");

    [Fact]
    public async Task Where_cookies_are_open_the_shoe_comes_along_and_the_blocker_stops_the_same_walk()
    {
        await OpenAsync(new() { World = CookieWorld.Open });
        await BeginAsync();
        await Expect(Strip).ToContainTextAsync("AdNet was told: you looked at Trail Runner 2.");
        var panel = await Page.Context.RunAndWaitForPageAsync(() => Strip.GetByRole(AriaRole.Link, new() { Name = "See the request" }).ClickAsync());
        await Expect(panel.Locator("hit-detail")).ToContainTextAsync("looked at the product “Trail Runner 2”");
        await panel.CloseAsync();
        await Next.ClickAsync();
        await Expect(Strip).ToContainTextAsync("The newspaper knows nothing of shoes. AdNet put them here.");
        await Expect(Page.FrameLocator("#middle iframe").GetByText("Trail Runner 2")).ToBeInViewportAsync();
        await Expect(Page.Locator(".running")).ToContainTextAsync("The Harbour Post");
        Assert.True((await Page.Locator("#middle").BoundingBoxAsync())!.Y >= (await Page.Locator(".running").BoundingBoxAsync())!.Height);
        await Next.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Why this ad?" })).ToBeVisibleAsync();
        await Expect(Page.GetByText("looked at the product “Trail Runner 2”")).ToBeVisibleAsync();
        await Expect(Strip).ToContainTextAsync("notes about you in");
        await Next.ClickAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Make it stop" }).ClickAsync();
        await Expect(Strip).ToContainTextAsync("AdNet was told nothing: the blocker stopped the invisible picture.");
        await Next.ClickAsync();
        await Expect(Strip).ToContainTextAsync("No ad of AdNet’s");
        await Next.ClickAsync();
        var rows = Page.GetByRole(AriaRole.Row);
        await Expect(rows.Nth(1)).ToHaveTextAsync("AdNet was told about the shoeYesNo");
        await Expect(rows.Nth(2)).ToHaveTextAsync("The shoe came along to the newspaperYesNo");
        await Expect(rows.Nth(3)).ToContainTextAsync("0");
        Assert.Single(Page.Context.Pages, page => page.Url.Contains(Seat, StringComparison.Ordinal));

        await Page.GetByRole(AriaRole.Button, new() { Name = "Leave the story" }).ClickAsync();
        await Page.GotoAsync(Lab.Url("shop", Seat, "/shoes/3"));
        await Expect(Dock.Hits.Filter(new() { HasText = "adnet" })).Not.ToHaveCountAsync(0);
        await Expect(Strip).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Where_the_browser_keeps_cookies_back_the_story_has_an_ending_of_its_own()
    {
        await OpenAsync(new() { World = CookieWorld.BlockedByPreference });
        await BeginAsync();
        await Expect(Strip).ToContainTextAsync("AdNet was told: you looked at Trail Runner 2.");
        await Next.ClickAsync();
        await Expect(Strip).ToContainTextAsync("Your browser kept AdNet from following you here.");
        await Next.ClickAsync();
        await Expect(Strip).ToContainTextAsync("But it saw the same internet address and the same browser both times.");
        await Next.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "your shoes have been waiting for autumn" })).ToBeVisibleAsync();
        await Expect(Strip).ToContainTextAsync("Postbox was told: Mara opened this letter");
        await Next.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "It could not join them" })).ToBeVisibleAsync();
        await Expect(Page.Locator(".both")).ToContainTextAsync("127.0.0.1");
        await Expect(Page.Locator(".letter")).ToContainTextAsync("mara.lindqvist@");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Three things you can do" })).ToBeVisibleAsync();
        await AssertAccessibleAsync(Page, "the end");
        await AssertNarrowAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "How they find you all the same" }).ClickAsync();
        await Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/lessons/link-decoration$"));
    }

    [Fact]
    public async Task In_Firefox_as_it_comes_each_site_has_a_jar_of_its_own_and_the_story_says_what_that_changes()
    {
        await using var firefox = await Firefox.StartAsync();
        await firefox.GoAsync(Lab.Url("lab", Seat, "/"));
        await PressAsync("[...document.querySelectorAll('button')].find(button => button.textContent.includes('Look at this shoe'))");
        await SaysAsync("AdNet was told: you looked at Trail Runner 2.");
        await PressAsync("document.querySelector('lab-story').shadowRoot.querySelector('.next')");
        await SaysAsync("Your browser kept AdNet from following you here.");
        await PressAsync("document.querySelector('lab-story').shadowRoot.querySelector('.next')");

        // By whether the page's pixel was answered before its ad was asked for, no number came along or another one.
        await SaysAsync("It cannot be sure that all were you: ");

        // The press leads to another page, which is waited for by what stands on it.
        Task PressAsync(string element) => firefox.AskAsync($"{element}.click()");
        Task SaysAsync(string words) => Eventually.TrueAsync(
            $"the strip says “{words}”",
            async () => (await firefox.AskAsync("document.querySelector('lab-story')?.shadowRoot?.querySelector('.says')?.textContent")).Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_the_connection_is_cut_it_stands_and_goes_on_and_what_arrived_is_told_when_it_is_back()
    {
        Expected.Add("WebSocket");
        Expected.Add("Failed to load resource");
        var isDown = true;
        await OpenAsync(new() { World = CookieWorld.Open });
        await Page.RouteWebSocketAsync("**/live**", socket =>
        {
            if (Volatile.Read(ref isDown))
            {
                socket.CloseAsync();
            }
            else
            {
                socket.ConnectToServer();
            }
        });
        await Page.RouteAsync("**/live/negotiate**", route => Volatile.Read(ref isDown) ? route.AbortAsync() : route.ContinueAsync());
        await Page.RouteAsync("**/story?place=*", route => Volatile.Read(ref isDown) ? route.AbortAsync() : route.ContinueAsync());
        await BeginAsync();
        await Expect(Strip).ToContainTextAsync("In this page is a picture that nobody can see.");
        await ArrivedAsync("the look at the shoe", one => one.TryGetProperty("event", out var what) && what.GetString() == "view_item");

        Volatile.Write(ref isDown, false);
        await Expect(Strip).ToContainTextAsync("AdNet was told: you looked at Trail Runner 2.", new() { Timeout = 60_000 });

        Volatile.Write(ref isDown, true);
        await Next.ClickAsync();
        await Expect(Strip).ToContainTextAsync("This page has a place for an ad.");
        await Next.ClickAsync();
        await Expect(Page.GetByText("looked at the product “Trail Runner 2”")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_scripts_it_is_told_all_the_same()
    {
        await OpenAsync(new() { World = CookieWorld.Open, Scripts = false });
        await BeginAsync();
        await Expect(Strip).ToContainTextAsync("In this page is a picture that nobody can see.");
        await ArrivedAsync("the look at the shoe", one => one.TryGetProperty("event", out var what) && what.GetString() == "view_item");
        await Next.ClickAsync();
        await ArrivedAsync("the ad", one => one.GetProperty("kind").GetString() == "ad");
        await Next.ClickAsync();
        await Expect(Page.GetByText("looked at the product “Trail Runner 2”")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task It_can_be_taken_with_the_keyboard_alone()
    {
        await OpenAsync(new() { World = CookieWorld.Open });
        await Page.GotoAsync(Lab.Url("lab", Seat, "/"));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Look at this shoe" }).PressAsync("Enter");
        await Expect(Strip).ToContainTextAsync("AdNet was told: you looked at");
        await Next.PressAsync("Enter");
        await Expect(Strip).ToContainTextAsync("The newspaper knows nothing of shoes.");
        await Next.PressAsync("Enter");
        await Expect(Strip).ToContainTextAsync("notes about you in");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Its_pages_break_no_rule_of_axe_and_need_no_scrolling_sideways(ColorScheme scheme)
    {
        await OpenAsync(new() { Scheme = scheme, World = CookieWorld.Open, Width = Phone, Height = 844 });
        await BeginAsync();
        await Expect(Strip).ToContainTextAsync("AdNet was told: you looked at");
        await AssertAccessibleAsync(Page, "the shop");
        await AssertNarrowAsync();
        await Next.ClickAsync();
        await Expect(Strip).ToContainTextAsync("The newspaper knows nothing of shoes.");
        await AssertNarrowAsync();
        await Next.ClickAsync();
        await AssertAccessibleAsync(Page, "why this ad");
        await AssertNarrowAsync();
        await Next.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Make it stop" })).ToBeVisibleAsync();
        await AssertAccessibleAsync(Page, "the end");
        await AssertNarrowAsync();
    }

    private async Task BeginAsync()
    {
        await Page.GotoAsync(Lab.Url("lab", Seat, "/"));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Look at this shoe" }).ClickAsync();
    }

    private async Task AssertNarrowAsync()
    {
        foreach (var width in new[] { Phone, 320 })
        {
            await Page.SetViewportSizeAsync(width, 844);
            Assert.Equal(width, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }
}
