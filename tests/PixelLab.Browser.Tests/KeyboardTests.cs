namespace PixelLab.Browser.Tests;

/// <summary>The panel without a mouse.</summary>
public sealed class KeyboardTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    [Fact]
    public async Task Every_key_that_the_question_mark_lists_does_what_it_says()
    {
        await Lab.Http.GetStringAsync(Lab.Url("shop", Seat, "/"), TestContext.Current.CancellationToken);
        await SendAsync("older page");
        await SendAsync("newer page");
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await Expect(panel.Hits()).ToHaveCountAsync(2);
        var keys = panel.Page.Keyboard;
        await keys.PressAsync("?");
        var listed = panel.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" }).Locator("dt");
        await Expect(listed).ToHaveTextAsync(["↓ or j", "↑ or k", "Home, End", "Enter", "Esc", "/", "p", "v", "x", "c", "?"]);
        await keys.PressAsync("Escape");

        await keys.PressAsync("j");
        await Expect(panel.Rows.First).ToHaveAttributeAsync("aria-selected", "true");
        await keys.PressAsync("j");
        await Expect(panel.Rows.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await keys.PressAsync("k");
        await Expect(panel.Rows.First).ToHaveAttributeAsync("aria-selected", "true");
        await keys.PressAsync("x");
        await Expect(panel.Rows.First).ToContainTextAsync("Pinned · ");
        await keys.PressAsync("p");
        await Expect(panel.Page.GetByText("Paused.")).ToBeVisibleAsync();
        await keys.PressAsync("p");
        await Expect(panel.Page.GetByText("Paused.")).ToBeHiddenAsync();
        await keys.PressAsync("v");
        await Expect(panel.Page.Locator(".row[data-kind=visit]")).ToHaveCountAsync(1);
        await keys.PressAsync("v");
        await Expect(panel.Page.Locator(".row[data-kind=visit]")).ToHaveCountAsync(0);
        await keys.PressAsync("c");
        await Expect(panel.Hits()).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Everything_can_be_done_from_the_keyboard()
    {
        await SendAsync("older page");
        await SendAsync("newer page");
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await Expect(panel.Hits()).ToHaveCountAsync(2);
        var keys = panel.Page.Keyboard;
        for (var i = 0; i < 40 && !await HasFocusAsync(panel.List); i++)
        {
            await keys.PressAsync("Tab");
        }

        await Expect(panel.List).ToBeFocusedAsync();
        await keys.PressAsync("ArrowDown");
        await Expect(panel.Sentence).ToContainTextAsync("newer page");
        await keys.PressAsync("ArrowDown");
        await Expect(panel.Sentence).ToContainTextAsync("older page");
        await keys.PressAsync("Enter");
        await Expect(panel.Page.Locator(".reading")).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Expect(panel.List).ToBeFocusedAsync();
        await keys.PressAsync("/");
        await Expect(panel.Search).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await keys.PressAsync("?");
        await Expect(panel.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Expect(panel.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_first_key_leads_past_the_bar_into_the_panel()
    {
        await OpenAsync();
        var panel = await OpenPanelAsync();
        var keys = panel.Page.Keyboard;
        await keys.PressAsync("Tab");
        await Expect(panel.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(panel.Page.Locator("#panel")).ToBeFocusedAsync();
        await keys.PressAsync("Tab");
        await Expect(panel.Page.Locator("lab-panel")).ToBeFocusedAsync();
    }

    private static async Task<bool> HasFocusAsync(ILocator locator) =>
        await locator.EvaluateAsync<bool>("element => element.getRootNode().activeElement === element");
}
