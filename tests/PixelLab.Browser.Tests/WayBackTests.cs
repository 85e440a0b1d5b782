using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests;

/// <summary>The browser's own Back and Forward in the panel: on a phone they close and open the hit, as in any app there.</summary>
public sealed class WayBackTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private static readonly Regex OfHit = new("[?&]hit=\\d+");
    private static readonly Regex OfList = new("/panel(\\?(?!.*hit=).*)?$");

    [Fact]
    public async Task On_a_phone_Back_closes_the_hit_and_Forward_opens_it_again()
    {
        var panel = await OpenPhoneAsync();
        await panel.Hits("first page").ClickAsync();
        await ReadsAsync(panel, "first page");

        await panel.Page.GoBackAsync();
        await ListsAsync(panel);
        await Expect(panel.List).ToBeFocusedAsync();
        await panel.Page.GoForwardAsync();
        await ReadsAsync(panel, "first page");

        await panel.Page.GoBackAsync();
        await ListsAsync(panel);
        await LeavesAsync(panel);
    }

    [Theory]
    [InlineData("button")]
    [InlineData("Escape")]
    public async Task On_a_phone_closing_the_hit_takes_its_entry_away_again(string how)
    {
        var panel = await OpenPhoneAsync();
        await panel.Hits("first page").ClickAsync();
        await ReadsAsync(panel, "first page");
        await (how == "button" ? panel.Button("Back to the list").ClickAsync() : panel.Page.Keyboard.PressAsync(how));
        await ListsAsync(panel);
        await Expect(panel.List).ToBeFocusedAsync();
        await LeavesAsync(panel);
    }

    [Fact]
    public async Task On_a_phone_hits_chosen_one_after_the_other_share_one_entry()
    {
        var panel = await OpenPhoneAsync();
        await panel.Hits("second page").ClickAsync();
        await ReadsAsync(panel, "second page");
        await panel.Page.Keyboard.PressAsync("j");
        await ReadsAsync(panel, "first page");
        await panel.Page.GoBackAsync();
        await ListsAsync(panel);

        await panel.Hits("second page").ClickAsync();
        await ReadsAsync(panel, "second page");
        await panel.Page.GoBackAsync();
        await ListsAsync(panel);
        await LeavesAsync(panel);
    }

    [Fact]
    public async Task On_a_phone_a_hit_that_is_loaded_anew_still_closes_to_the_list()
    {
        var panel = await OpenPhoneAsync();
        await panel.Hits("first page").ClickAsync();
        await ReadsAsync(panel, "first page");
        await panel.Page.ReloadAsync();
        await ReadsAsync(panel, "first page");
        await panel.Button("Back to the list").ClickAsync();
        await ListsAsync(panel);
        await LeavesAsync(panel);
    }

    [Fact]
    public async Task On_a_phone_the_address_of_a_hit_leads_back_to_where_it_was_followed_from()
    {
        await SendAsync("linked page");
        var id = (await Lab.EventsAsync(Seat))[0].GetProperty("id").GetInt64();
        await OpenAsync(new() { Width = 390, Height = 844 });
        var panel = new PanelPage(Page);
        await GoAsync("/lessons");
        await GoAsync($"/panel?hit={id}");
        await ReadsAsync(panel, "linked page");
        await LeavesAsync(panel);

        await Page.GoForwardAsync();
        await ReadsAsync(panel, "linked page");
        await panel.Button("Back to the list").ClickAsync();
        await ListsAsync(panel);
        await LeavesAsync(panel);
    }

    [Fact]
    public async Task On_a_phone_Back_keeps_the_filter_as_it_is_now()
    {
        var panel = await OpenPhoneAsync();
        await panel.Hits("first page").ClickAsync();
        await ReadsAsync(panel, "first page");
        await panel.Page.Keyboard.PressAsync("v");
        await Expect(panel.Page).ToHaveURLAsync(new Regex("show=everything"));
        await panel.Page.GoBackAsync();
        await ListsAsync(panel);
        await Expect(panel.Page).ToHaveURLAsync(new Regex("show=everything"));
    }

    [Fact]
    public async Task A_hit_that_covers_the_list_once_the_window_is_narrow_is_closed_by_Back_too()
    {
        var panel = await OpenPhoneAsync(width: 1000);
        await panel.Hits("first page").ClickAsync();
        await Expect(panel.Sentence).ToContainTextAsync("first page");
        await panel.Page.SetViewportSizeAsync(390, 844);
        await ReadsAsync(panel, "first page");
        await panel.Page.GoBackAsync();
        await ListsAsync(panel);
        await LeavesAsync(panel);
    }

    [Fact]
    public async Task Beside_the_list_a_hit_makes_no_entry()
    {
        var panel = await OpenPhoneAsync(width: 1280);
        await panel.Hits("first page").ClickAsync();
        await Expect(panel.Sentence).ToContainTextAsync("first page");
        await panel.Hits("second page").ClickAsync();
        await Expect(panel.Sentence).ToContainTextAsync("second page");
        await Expect(panel.Page).ToHaveURLAsync(OfHit);
        await panel.Page.Keyboard.PressAsync("Escape");
        await Expect(panel.Sentence).ToContainTextAsync("second page");
        await LeavesAsync(panel);
    }

    /// <summary>Opens the panel with two hits, from the lessons: whoever leaves it comes back to them.</summary>
    private async Task<PanelPage> OpenPhoneAsync(int width = 390)
    {
        await SendAsync("first page");
        await SendAsync("second page");
        await OpenAsync(new() { Width = width, Height = 844 });
        var panel = new PanelPage(Page);
        await GoAsync("/lessons");
        await GoAsync("/panel");
        await Expect(panel.Hits()).ToHaveCountAsync(2);
        return panel;
    }

    private async Task GoAsync(string path) => await Page.GotoAsync(Lab.Url("lab", Seat, path));

    private static async Task ReadsAsync(PanelPage panel, string words)
    {
        await Expect(panel.Sentence).ToContainTextAsync(words);
        await Expect(panel.List).ToBeHiddenAsync();
        await Expect(panel.Page).ToHaveURLAsync(OfHit);
    }

    private static async Task ListsAsync(PanelPage panel)
    {
        await Expect(panel.List).ToBeVisibleAsync();
        await Expect(panel.Sentence).ToBeHiddenAsync();
        await Expect(panel.Page).ToHaveURLAsync(OfList);
    }

    private static async Task LeavesAsync(PanelPage panel)
    {
        await panel.Page.GoBackAsync();
        await Expect(panel.Page).ToHaveURLAsync(new Regex("/lessons$"));
    }
}
