namespace PixelLab.Browser.Tests;

public sealed class AccessibilityTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_lab_and_the_panel_break_no_rule_of_axe(ColorScheme scheme)
    {
        await OpenAsync(new() { Scheme = scheme });
        await Page.GotoAsync(Lab.Url("lab", Seat, "/"));
        await AssertAccessibleAsync(Page, "the lab's front page");
        var panel = await OpenPanelAsync();
        await AssertAccessibleAsync(panel.Page, "the empty panel");
        await Shop.OpenAsync();
        await Expect(panel.Hits("adnet")).Not.ToHaveCountAsync(0);
        await AssertAccessibleAsync(panel.Page, "the panel with rows");
        await panel.Hits("adnet").First.ClickAsync();
        await Expect(panel.Sentence).ToBeVisibleAsync();
        await AssertAccessibleAsync(panel.Page, "the panel with a hit");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_shop_with_its_dock_open_breaks_no_rule_of_axe(ColorScheme scheme)
    {
        await OpenAsync(new() { Scheme = scheme });
        Expected.Add("404");
        foreach (var path in new[] { "/", "/shoes", "/search?q=shoe", "/account", "/nowhere/at/all", ShopSite.Product })
        {
            await Shop.OpenAsync(path);
            await AssertWithDockAsync(path);
        }

        await Page.GetByRole(AriaRole.Button, new() { Name = "Add to cart" }).ClickAsync();
        await AssertWithDockAsync("the cart");
        await Page.GetByRole(AriaRole.Link, new() { Name = "To the checkout" }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { NameRegex = new("Mara") }).ClickAsync();
        await AssertWithDockAsync("the checkout");
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Order for ") }).ClickAsync();
        await AssertWithDockAsync("the order");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_paper_with_its_dock_open_breaks_no_rule_of_axe(ColorScheme scheme)
    {
        await OpenAsync(new() { Scheme = scheme });
        await News.OpenAsync();
        await AssertWithDockAsync("the paper's front page");
        await News.OpenArticleAsync();
        await AssertWithDockAsync("an article");
    }

    private async Task AssertWithDockAsync(string where)
    {
        await Expect(Dock.Hits).Not.ToHaveCountAsync(0);
        await AssertAccessibleAsync(Page, where);
    }
}
