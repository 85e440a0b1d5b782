namespace PixelLab.Browser.Tests;

public sealed class StoryTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    [Fact]
    public async Task A_newcomer_goes_from_the_lab_to_a_product_and_the_paper_and_sees_every_hit()
    {
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await Page.GotoAsync(Lab.Url("lab", Seat, "/"));
        await Page.GetByRole(AriaRole.Link, new() { Name = "visit the shop" }).ClickAsync();
        await Expect(Dock.Hits).Not.ToHaveCountAsync(0);

        await Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { NameRegex = new("^See the ") }).ClickAsync();
        var product = await Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();
        await Expect(Dock.Hits.Filter(new() { HasText = "adnet" })).Not.ToHaveCountAsync(0);
        await Expect(Dock.Hits.Filter(new() { HasText = "metrics" })).Not.ToHaveCountAsync(0);

        await News.OpenAsync();
        await Expect(Dock.Hits).Not.ToHaveCountAsync(0);
        await Expect(panel.Hits("on news")).Not.ToHaveCountAsync(0);

        await panel.Hits(product).First.ClickAsync();
        await Expect(panel.Sentence).ToContainTextAsync(product);
        await Expect(panel.Sentence).ToContainTextAsync("shop");
        await Expect(panel.Sentence).ToContainTextAsync("Chrom");
    }

    [Fact]
    public async Task A_chosen_hit_shows_where_each_field_came_from_the_request_as_sent_and_43_bytes_of_reply()
    {
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await Shop.OpenAsync(ShopSite.Product);
        await panel.Hits("adnet").First.ClickAsync();

        await Expect(panel.Page.GetByRole(AriaRole.Heading, new() { Name = "Added by the browser, by itself" })).ToBeVisibleAsync();
        await Expect(panel.Field("User-Agent")).ToContainTextAsync("Mozilla/5.0");
        await Expect(panel.Field("User-Agent")).ToContainTextAsync("What would stop it:");
        var request = panel.Page.Locator("hit-detail pre").First;
        await Expect(request).ToContainTextAsync("Host: adnet.localhost");
        await Expect(request.Locator(".labs")).ToHaveTextAsync($"/~{Seat}");
        await Expect(panel.Page.GetByText("The picture itself: 43 bytes")).ToBeVisibleAsync();
        await panel.Page.Locator(".bytes button").First.ClickAsync();
        await Expect(panel.Page.Locator(".meaning")).Not.ToBeEmptyAsync();
    }

    [Theory]
    [InlineData(CookieWorld.Open, "open")]
    [InlineData(CookieWorld.BlockedByPreference, "blocked")]
    [InlineData(CookieWorld.BlockedPrivately, "blocked")]
    public async Task The_panel_tells_from_what_happened_what_the_browser_does_with_third_party_cookies(CookieWorld world, string verdict)
    {
        await OpenAsync(new() { World = world, KeepsProfile = world != CookieWorld.BlockedPrivately });
        var panel = await OpenPanelAsync();
        await Shop.OpenAsync();
        await Expect(Dock.Hits.Filter(new() { HasText = "adnet" })).Not.ToHaveCountAsync(0);
        await Shop.OpenAsync(ShopSite.Product);
        await Expect(Dock.Hits.Filter(new() { HasText = "adnet" })).Not.ToHaveCountAsync(0);
        await News.OpenAsync();
        await Expect(Dock.Hits.Filter(new() { HasText = "adnet" })).Not.ToHaveCountAsync(0);
        await Expect(panel.Verdict).ToHaveAttributeAsync("data-verdict", verdict);
    }
}
