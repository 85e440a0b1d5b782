using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Reports;

/// <summary>Invented people around the visitor in reports, and the switch that sends them away.</summary>
public sealed class TownAroundTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_visitor_is_marked_among_them_and_a_switch_that_holds_sends_them_away(bool scripts)
    {
        await OpenAsync(new() { Scripts = scripts });
        await Shop.OpenAsync();
        await ArrivedAsync("the page view arrives", one => one.GetProperty("kind").GetString() == "hit");
        await GoAsync("/reports/pages");
        await Expect(Page.GetByText("You and 1,000 invented people.")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Row, new() { NameRegex = new("you are in it") })).ToContainTextAsync("1 yours");

        var away = Page.GetByRole(AriaRole.Button, new() { Name = "Show only me" });
        await away.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByText("Only you.")).ToBeVisibleAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("/reports/pages"));
        await GoAsync("/reports/pages");

        await Expect(Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Show the town around me" }).ClickAsync();
        await Expect(Page.GetByText("You and 1,000 invented people.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_the_visitor_does_meanwhile_is_added_to_the_plot_and_marked()
    {
        await OpenAsync();
        await GoAsync("/reports/funnel");
        await Expect(Page.GetByText("You are not in it yet.")).ToBeVisibleAsync();
        await Expect(Page.Locator("svg.plot")).ToBeVisibleAsync();

        await (await NewPageAsync()).GotoAsync(Lab.Url("shop", Seat, ShopSite.Product));

        await Expect(Page.GetByText("You alone:")).ToBeVisibleAsync();
        await Expect(Page.Locator("svg.plot")).ToContainTextAsync("Product ●");
    }

    private Task<IResponse?> GoAsync(string path) => Page.GotoAsync(Lab.Url("lab", Seat, path));
}
