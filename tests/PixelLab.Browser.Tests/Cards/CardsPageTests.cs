namespace PixelLab.Browser.Tests.Cards;

/// <summary>What each company was told: seen, read out, and printed.</summary>
public sealed class CardsPageTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    [Theory]
    [InlineData(CookieWorld.Open, "Cookie")]
    [InlineData(CookieWorld.BlockedByPreference, "Address")]
    public async Task The_picture_shows_by_what_a_company_ties_the_shop_to_the_newspaper_in_this_browser(CookieWorld world, string tie)
    {
        await OpenAsync(new() { World = world });
        await WalkAsync();
        await Page.GotoAsync(Lab.Url("lab", Seat, "/known"));
        await Expect(Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "AdNet" }).Locator($"[data-tied={tie}]")).ToHaveCountAsync(1);
        await Expect(Page.Locator("section.company").Filter(new() { HasText = "What AdNet was told" })).ToContainTextAsync("Trail Runner 2");
    }

    [Fact]
    public async Task On_paper_nothing_stands_in_full_but_what_was_ticked()
    {
        await OpenAsync(new() { Width = 390, Height = 844, Scheme = ColorScheme.Dark });
        await WalkAsync();
        await Page.GotoAsync(Lab.Url("lab", Seat, "/known"));
        await AssertAccessibleAsync(Page, "what each company was told");
        var shoe = Page.Locator("section.company").Filter(new() { HasText = "What AdNet was told" }).GetByRole(AriaRole.Checkbox, new() { Name = "Trail Runner 2" }).First;
        await shoe.CheckAsync();
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(Page.Locator("section.company .value:visible")).ToHaveCountAsync(1);
        await Expect(Page.Locator("section.company dt:visible")).Not.ToHaveCountAsync(1);
        await Expect(Page.Locator("section.company a:visible")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_card_is_saved_as_a_picture_that_the_page_makes_and_sends_nowhere()
    {
        await OpenAsync();
        await WalkAsync();
        await Page.GotoAsync(Lab.Url("lab", Seat, "/known"));
        var card = Page.Locator("section.company").Filter(new() { HasText = "What AdNet was told" });
        List<IRequest> asked = [];
        var download = await Page.RunAndWaitForDownloadAsync(() =>
        {
            Page.Request += (_, request) => asked.Add(request);
            return card.GetByRole(AriaRole.Button, new() { Name = "Save as a picture" }).ClickAsync();
        });
        await using var file = await download.CreateReadStreamAsync();
        var head = new byte[8];
        await file.ReadExactlyAsync(head, TestContext.Current.CancellationToken);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], head[..4]);
        Assert.DoesNotContain(asked, request => request.Method != "GET" || request.Url.Contains('?', StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_the_dock_a_fact_comes_up_as_it_arrives()
    {
        await OpenAsync();
        await Shop.OpenAsync(ShopSite.Product);
        await Expect(Dock.Hits).Not.ToHaveCountAsync(0);
        await Page.Locator("told-card summary").ClickAsync();
        var card = Page.Locator("told-card");
        await Expect(card).ToContainTextAsync("What AdNet was told");
        await Expect(card).ToContainTextAsync("Trail Runner 2");
        var facts = await card.Locator("li").CountAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add to cart" }).ClickAsync();
        await Expect(card.Locator("li")).Not.ToHaveCountAsync(facts);
    }

    private async Task WalkAsync()
    {
        await Shop.OpenAsync(ShopSite.Product);
        await ArrivedAsync("the shoe is told", one => one.TryGetProperty("event", out var what) && what.GetString() == "view_item");
        await Page.GotoAsync(Lab.Url("news", Seat, "/town/the-bridge-that-waits"));
        await ArrivedAsync("AdNet hears of the newspaper", one => one.GetProperty("kind").GetString() == "hit"
            && one.GetProperty("vendor").GetString() == "adnet" && one.TryGetProperty("site", out var site) && site.GetString() == "news");
    }
}
