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

    private async Task WalkAsync()
    {
        await Shop.OpenAsync(ShopSite.Product);
        await ArrivedAsync("the shoe is told", one => one.TryGetProperty("event", out var what) && what.GetString() == "view_item");
        await Page.GotoAsync(Lab.Url("news", Seat, "/town/the-bridge-that-waits"));
        await ArrivedAsync("AdNet hears of the newspaper", one => one.GetProperty("kind").GetString() == "hit"
            && one.GetProperty("vendor").GetString() == "adnet" && one.TryGetProperty("site", out var site) && site.GetString() == "news");
    }
}
