namespace PixelLab.Browser.Tests;

public sealed class ViewTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    /// <summary>The colour of text on a dark page.</summary>
    private static readonly System.Text.RegularExpressions.Regex Light = new(@"^rgb\(2\d\d, 2\d\d, 2\d\d\)$");

    [Fact]
    public async Task Fifty_thousand_hits_keep_the_list_small_and_both_ends_in_reach()
    {
        const int Many = 50_000;
        await Parallel.ForAsync(
            0, Many, new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = TestContext.Current.CancellationToken },
            async (number, cancellation) => await Lab.Http.GetByteArrayAsync(
                Lab.Url("metrics", Seat, $"/px/PL-SHOP-1.gif?v=2&en=page_view&dt=page{number}"), cancellation));
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await Expect(panel.Rows.First).ToHaveAttributeAsync("aria-setsize", $"{Many}", new() { Timeout = 60_000 });
        await panel.List.PressAsync("End");
        await panel.List.PressAsync("End");
        await Expect(panel.Page.Locator($".row[aria-posinset='{Many}']")).ToHaveAttributeAsync("aria-selected", "true");
        Assert.InRange(await panel.Rows.CountAsync(), 1, 59);
        await panel.List.PressAsync("Home");
        await Expect(panel.Page.Locator(".row[aria-posinset='1']")).ToHaveAttributeAsync("aria-selected", "true");
        Assert.InRange(await panel.Rows.CountAsync(), 1, 59);

        await panel.Search.FillAsync($"page{Many / 2}");
        await Expect(panel.Hits()).ToHaveCountAsync(1);
        await panel.Search.FillAsync("");
        await Expect(panel.Rows.First).ToHaveAttributeAsync("aria-setsize", $"{Many}");
    }

    [Fact]
    public async Task Who_reads_further_down_keeps_the_place_while_hits_arrive()
    {
        for (var number = 1; number <= 40; number++)
        {
            await SendAsync($"page {number}");
        }

        await OpenAsync();
        var panel = await OpenPanelAsync();
        await Expect(panel.Rows.First).ToHaveAttributeAsync("aria-setsize", "40");
        await panel.List.EvaluateAsync("list => { list.scrollTop = list.scrollHeight * 0.45; }");
        await Expect(panel.Hits("page 20")).ToBeAttachedAsync();
        var read = panel.Hits("page 20");
        var place = (await read.BoundingBoxAsync())!.Y;
        await SendAsync("one more");
        await Expect(read).ToHaveAttributeAsync("aria-setsize", "41");
        Assert.Equal(place, (await read.BoundingBoxAsync())!.Y, 1f);
    }

    [Fact]
    public async Task A_theme_changes_at_the_first_press_is_kept_and_holds_for_the_sites()
    {
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await panel.Page.GetByRole(AriaRole.Button, new() { Name = "Colours: like the system" }).ClickAsync();
        await Expect(panel.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await ArrivedAsync("the seat knows", one => one.GetProperty("kind").GetString() == "setting");
        await panel.Page.ReloadAsync();
        await Expect(panel.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        foreach (var site in new[] { "shop", "news", "social", "clinic", "mail" })
        {
            await Page.GotoAsync(Lab.Url(site, Seat, "/"));
            await Expect(Page.Locator("body")).ToHaveCSSAsync("color", Light);
        }

        await panel.Page.GetByRole(AriaRole.Button, new() { Name = "Colours: dark" }).ClickAsync();
        await Expect(panel.Page.Locator("html")).Not.ToHaveAttributeAsync("data-theme", "dark");
        await ArrivedAsync("the seat knows", one => one.GetProperty("kind").GetString() == "setting", 2);
        await Page.GotoAsync(Lab.Url("shop", Seat, "/"));
        await Expect(Page.Locator("body")).Not.ToHaveCSSAsync("color", Light);
    }

    [Fact]
    public async Task The_menu_of_the_bar_opens_closes_and_leads_on_by_keyboard()
    {
        await OpenAsync();
        var panel = await OpenPanelAsync();
        var menu = panel.Page.GetByRole(AriaRole.Navigation, new() { Name = "The lab" }).Locator("summary");
        var switches = panel.Page.GetByRole(AriaRole.Link, new() { Name = "Switches" });
        await menu.FocusAsync();
        await panel.Page.Keyboard.PressAsync("Enter");
        await Expect(switches).ToBeVisibleAsync();
        await switches.FocusAsync();
        await panel.Page.Keyboard.PressAsync("Escape");
        await Expect(switches).ToBeHiddenAsync();
        await Expect(menu).ToBeFocusedAsync();
        await panel.Page.Keyboard.PressAsync("Enter");
        await switches.PressAsync("Enter");
        await Expect(panel.Page).ToHaveTitleAsync("Switches · PixelLab");
    }

    [Fact]
    public async Task The_dock_can_be_put_away_and_stays_away_on_the_next_page()
    {
        await OpenAsync();
        await Shop.OpenAsync();
        await Dock.Hide.ClickAsync();
        await Expect(Dock.Badge).ToBeFocusedAsync();
        await Shop.OpenAsync(ShopSite.Product);
        await Expect(Dock.Badge).ToBeVisibleAsync();
        await Dock.Badge.ClickAsync();
        await Expect(Dock.Hide).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_a_phone_the_dock_shows_itself_at_the_first_hit_and_is_a_badge_from_then_on()
    {
        await OpenAsync(new() { Width = 390, Height = 844 });
        await Shop.OpenAsync(ShopSite.Product);
        await Expect(Dock.Hits).Not.ToHaveCountAsync(0);
        await Expect(Dock.Hide).ToBeVisibleAsync();
        Assert.Equal("BODY", await Page.EvaluateAsync<string>("document.activeElement.tagName"));
        foreach (var target in await Dock.Self.Locator("button:visible, a:visible, label:visible").AllAsync())
        {
            Assert.True((await target.BoundingBoxAsync())!.Height >= 44, await target.InnerTextAsync());
        }

        var last = Page.Locator("main").GetByRole(AriaRole.Button).Last;
        await last.FocusAsync();
        var pressed = (await last.BoundingBoxAsync())!;
        Assert.True(pressed.Y + pressed.Height <= (await Dock.Self.BoundingBoxAsync())!.Y, "what has the focus lies under the dock");
        await AssertAccessibleAsync(Page, "the sheet of the dock");

        foreach (var site in new[] { "shop", "news" })
        {
            await Page.GotoAsync(Lab.Url(site, Seat, "/"));
            await Expect(Dock.Badge).Not.ToHaveTextAsync("PixelLab: 0 requests");
            await Expect(Dock.Hide).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task On_a_phone_it_comes_up_over_no_letter_by_itself()
    {
        await OpenAsync(new() { Width = 390, Height = 844 });
        await Page.GotoAsync(Lab.Url("lab", Seat, "/story/letter"));
        await Expect(Dock.Badge).ToHaveTextAsync("PixelLab: 1 request");
        await Expect(Dock.Hide).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task On_a_phone_the_panel_shows_list_or_hit()
    {
        await OpenAsync(new() { Width = 390, Height = 844 });
        await Shop.OpenAsync();
        await Expect(Dock.Hits).Not.ToHaveCountAsync(0);
        var panel = await OpenPanelAsync();
        await panel.Hits("adnet").First.ClickAsync();
        await Expect(panel.Sentence).ToBeVisibleAsync();
        await Expect(panel.List).ToBeHiddenAsync();
        await panel.Page.GetByRole(AriaRole.Button, new() { Name = "Back to the list" }).ClickAsync();
        await Expect(panel.List).ToBeVisibleAsync();
        await Expect(panel.Sentence).ToBeHiddenAsync();
    }

    [Fact]
    public async Task On_a_phone_an_empty_panel_leads_to_the_shop()
    {
        await OpenAsync(new() { Width = 390, Height = 844 });
        var panel = await OpenPanelAsync();
        var shop = panel.Page.GetByRole(AriaRole.Link, new() { Name = "Open the shop" });
        await Expect(shop).ToBeVisibleAsync();
        await Expect(panel.Button("Back to the list")).ToBeHiddenAsync();
        await SendAsync("first of all");
        await Expect(panel.Hits("first of all")).ToBeVisibleAsync();
        await Expect(shop).ToBeHiddenAsync();
    }

    [Fact]
    public async Task On_a_phone_what_is_known_of_the_cookie_jar_fits_into_the_window()
    {
        const int Wide = 390;
        await OpenAsync(new() { Width = Wide, Height = 844 });
        var panel = await OpenPanelAsync();
        await panel.Verdict.Locator("summary").ClickAsync();
        var box = await panel.Verdict.Locator("div").BoundingBoxAsync();
        Assert.InRange(box!.X, 0, Wide);
        Assert.InRange(box.X + box.Width, box.X, Wide);
        Assert.Equal(Wide, await panel.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Nothing_of_a_hit_is_cut_off(int width)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, HitUrl(new string('w', 300)));
        request.Headers.TryAddWithoutValidation("Referer", $"http://shop.localhost/{new string('x', 600)}?{new string('y', 600)}");
        request.Headers.TryAddWithoutValidation("X-Long", new string('z', 600));
        (await Lab.Http.SendAsync(request, TestContext.Current.CancellationToken)).Dispose();
        await OpenAsync(new() { Width = width });
        var panel = await OpenPanelAsync();
        await panel.Hits().ClickAsync();
        await Expect(panel.Field("X-Long")).ToBeVisibleAsync();
        var cut = await panel.Page.Locator("hit-detail .field, hit-detail .fields, hit-detail pre, hit-detail p, .reading").EvaluateAllAsync<string[]>(
            "all => all.filter(one => one.scrollWidth > one.clientWidth).map(one => `${one.className}: ${one.innerText.slice(0, 80)}`)");
        Assert.Empty(cut);
    }
}
