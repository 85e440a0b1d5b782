namespace PixelLab.Browser.Tests;

/// <summary>What the lab says where no scripts run. The search for texts passes over noscript elements, so these look for elements.</summary>
public sealed class ScriptsOffTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private const int Phone = 390;

    private ILocator Words => Page.Locator(".no-scripts");

    private ILocator Note => Page.Locator(".lab-note");

    [Theory]
    [InlineData("/panel", "The panel needs scripts")]
    [InlineData("/compare", "The comparison needs scripts")]
    [InlineData("/compare/hits?a=1&b=2", "Two hits side by side need scripts")]
    [InlineData("/classroom", "Teaching a room needs scripts")]
    [InlineData("/join", "Joining a room needs scripts")]
    [InlineData("/population", "The simulation needs scripts")]
    [InlineData("/yours", "Your own web needs scripts")]
    public async Task A_page_that_needs_scripts_says_what_does_not_work_without_them_and_what_does(string path, string title)
    {
        await OpenAsync(new() { Scripts = false, Width = Phone, Height = 844 });
        await GoAsync(path);
        await Expect(Words.Locator("h2")).ToHaveTextAsync(title);
        await Expect(Words.Locator("dt")).ToHaveTextAsync(["What does not work now", "What works all the same"]);
        await Expect(Words.Locator("dd p").Last).ToBeVisibleAsync();
        Assert.Equal(Phone, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Your_own_pixel_says_that_only_its_list_needs_scripts()
    {
        await OpenAsync(new() { Scripts = false, Width = Phone, Height = 844 });
        await GoAsync("/your-pixel");
        await Expect(Words).ToContainTextAsync("Your page and its pixel work all the same.");
    }

    [Fact]
    public async Task The_simulation_shows_no_buttons_that_would_do_nothing()
    {
        await OpenAsync(new() { Scripts = false });
        await GoAsync("/population");
        await Expect(Words).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_happens_without_scripts_waits_in_the_panel_for_whoever_comes_back_with_them()
    {
        var visitor = new Visitor { World = CookieWorld.BlockedByPreference, KeepsProfile = true };
        await OpenAsync(visitor with { Scripts = false });
        await GoAsync("/panel");
        await Words.Locator("a").First.ClickAsync();
        await ArrivedAsync("the shop's pixel", one => one.GetProperty("kind").GetString() == "hit");

        await Note.Locator("summary").ClickAsync();
        await Expect(Note.Locator("b")).ToHaveTextAsync("PixelLab, not part of this site.");
        await Note.Locator("a").ClickAsync();
        await Expect(Page).ToHaveTitleAsync("Panel · PixelLab");

        await ReopenAsync(visitor);
        var panel = await OpenPanelAsync();
        await Expect(panel.Hits("metrics")).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Everything_can_be_erased_and_the_browser_forgets_the_town_without_scripts_too()
    {
        await OpenAsync(new() { Scripts = false, World = CookieWorld.Open });
        await News.OpenAsync();
        await ArrivedAsync("a hit of the ad network", one => one.GetProperty("kind").GetString() == "hit" && one.GetProperty("vendor").GetString() == "adnet");
        Assert.NotEmpty(await Page.Context.CookiesAsync());

        await GoAsync("/");
        await Page.Locator("summary", new() { HasText = "Erase everything" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Erase it now" }).ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("went through every invented site");
        Assert.Empty(await Page.Context.CookiesAsync());
        Assert.Empty(await Lab.EventsAsync(Seat));
    }

    [Fact]
    public async Task On_a_phone_the_note_in_the_docks_place_fits_into_the_window()
    {
        await OpenAsync(new() { Scripts = false, Width = Phone, Height = 844 });
        await Shop.OpenAsync();
        await Note.Locator("summary").ClickAsync();
        await Expect(Note.Locator("a")).ToBeInViewportAsync(new() { Ratio = 1 });
        var box = await Note.BoundingBoxAsync();
        Assert.InRange(box!.X, 0, Phone);
        Assert.InRange(box.X + box.Width, box.X, Phone);
    }

    [Fact]
    public async Task Where_scripts_run_nothing_is_said_of_them()
    {
        await OpenAsync();
        await Shop.OpenAsync();
        await Expect(Dock.Hide).ToBeVisibleAsync();
        await Expect(Note).ToHaveCountAsync(0);
        var panel = await OpenPanelAsync();
        await Expect(panel.Page.Locator("#panel > :not(lab-panel, noscript)")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task What_is_said_without_scripts_breaks_no_rule_of_axe(ColorScheme scheme)
    {
        await OpenAsync(new() { Scheme = scheme });
        await Page.Context.RouteAsync("**/built/*.js", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "" }));
        foreach (var path in new[] { "/panel", "/compare", "/your-pixel", "/classroom", "/join", "/population", "/yours" })
        {
            await GoAsync(path);
            await UnwrapAsync();
            await Expect(Words).ToBeVisibleAsync();
            await AssertAccessibleAsync(Page, path);
        }

        await Shop.OpenAsync(ShopSite.Product);
        await UnwrapAsync();
        await AssertAccessibleAsync(Page, "the shop with the note closed");
        await Note.Locator("summary").ClickAsync();
        await Expect(Note.Locator("b")).ToBeVisibleAsync();
        await AssertAccessibleAsync(Page, "the shop with the note open");
    }

    /// <summary>Axe is a script, so the page is loaded with scripts that are empty, and what stands in for them is put in afterwards.</summary>
    private async Task UnwrapAsync() =>
        await Page.EvaluateAsync("() => document.querySelectorAll('noscript').forEach((none) => { none.outerHTML = none.textContent; })");

    private async Task GoAsync(string path) => await Page.GotoAsync(Lab.Url("lab", Seat, path));
}
