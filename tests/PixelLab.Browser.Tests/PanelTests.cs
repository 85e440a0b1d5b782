using Microsoft.Playwright;
using PixelLab.Web.Tests;

namespace PixelLab.Browser.Tests;

/// <summary>What the panel does for whoever sits at it.</summary>
public sealed class PanelTests(LabBrowser lab) : IClassFixture<LabBrowser>
{
    [Fact]
    public async Task An_empty_panel_says_what_to_do_first()
    {
        await using var browser = await lab.OpenAsync();
        var person = await Visitor.SitDownAsync(lab, browser);

        await person.OpenPanelAsync();

        await Expect(person.Panel.GetByRole(AriaRole.Link, new() { Name = "Open the shop" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task After_a_lost_connection_nothing_is_missing_and_nothing_is_there_twice()
    {
        await using var own = await OwnLab.StartAsync();
        await using var browser = await own.Lab.OpenAsync();
        var person = await Visitor.SitDownAsync(own.Lab, browser);
        await FireAsync(own.Lab, person, 1, 3);
        await person.OpenPanelAsync();
        await Expect(person.Rows).ToHaveCountAsync(3);

        await own.Lab.Server.KillAsync();
        await Expect(person.Panel.GetByText("Connection lost")).ToBeVisibleAsync();
        await own.Lab.Server.StartAgainAsync();
        await FireAsync(own.Lab, person, 4, 8);

        await Expect(person.Rows).ToHaveCountAsync(8, new() { Timeout = 20_000 });
        for (var number = 1; number <= 8; number++)
        {
            await Expect(person.Rows.Filter(new() { HasText = $"Page {number} " })).ToHaveCountAsync(1);
        }
    }

    [Fact]
    public async Task Pausing_counts_what_waits_and_going_on_shows_it()
    {
        await using var browser = await lab.OpenAsync();
        var person = await Visitor.SitDownAsync(lab, browser);
        await FireAsync(lab, person, 1, 1);
        await person.OpenPanelAsync();
        await Expect(person.Rows).ToHaveCountAsync(1);

        await person.Panel.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await FireAsync(lab, person, 2, 3);
        await Expect(person.Panel.GetByText("2 waiting")).ToBeVisibleAsync();
        await Expect(person.Rows).ToHaveCountAsync(1);
        await person.Panel.GetByRole(AriaRole.Button, new() { Name = "Go on" }).First.ClickAsync();

        await Expect(person.Rows).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task Clearing_the_view_can_be_undone()
    {
        await using var browser = await lab.OpenAsync();
        var person = await Visitor.SitDownAsync(lab, browser);
        await FireAsync(lab, person, 1, 2);
        await person.OpenPanelAsync();
        await Expect(person.Rows).ToHaveCountAsync(2);

        await person.Panel.GetByRole(AriaRole.Button, new() { Name = "Clear view" }).ClickAsync();
        await Expect(person.Rows).ToHaveCountAsync(0);
        await person.Panel.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Expect(person.Rows).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_filter_is_a_chip_and_stands_in_the_address()
    {
        await using var browser = await lab.OpenAsync();
        var person = await Visitor.SitDownAsync(lab, browser);
        await FireAsync(lab, person, 1, 3);
        await person.OpenPanelAsync();

        await person.Panel.GetByRole(AriaRole.Searchbox).FillAsync("Page 2");
        await Expect(person.Rows).ToHaveCountAsync(1);
        Assert.Contains("text=Page+2", person.Page.Url, StringComparison.Ordinal);
        await person.Panel.GetByRole(AriaRole.Button, new() { Name = "Take off the filter text" }).ClickAsync();

        await Expect(person.Rows).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task Erasing_asks_first_and_then_nothing_is_left()
    {
        await using var browser = await lab.OpenAsync();
        var person = await Visitor.SitDownAsync(lab, browser);
        await FireAsync(lab, person, 1, 2);
        await person.OpenPanelAsync();
        await Expect(person.Rows).ToHaveCountAsync(2);

        await person.Panel.GetByRole(AriaRole.Button, new() { Name = "Erase …" }).ClickAsync();
        await person.Panel.GetByRole(AriaRole.Button, new() { Name = "Erase everything" }).ClickAsync();

        await Expect(person.Rows).ToHaveCountAsync(0);
        Assert.Empty(await person.EventsAsync("hit"));
    }

    [Fact]
    public async Task The_address_of_a_hit_opens_the_same_hit_again()
    {
        await using var browser = await lab.OpenAsync();
        var person = await Visitor.SitDownAsync(lab, browser);
        await FireAsync(lab, person, 1, 3);
        var wanted = (await person.EventsAsync("hit"))[1].Id();

        await person.GoAsync("lab", $"/panel?hit={wanted}");

        await Expect(person.Panel.GetByText("“Page 2 ”")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Everything_can_be_reached_with_the_keyboard_alone()
    {
        await using var browser = await lab.OpenAsync();
        var person = await Visitor.SitDownAsync(lab, browser);
        await FireAsync(lab, person, 1, 3);
        await person.OpenPanelAsync();
        await Expect(person.Rows).ToHaveCountAsync(3);

        await person.Page.Keyboard.PressAsync("j");
        await person.Page.Keyboard.PressAsync("j");
        await Expect(person.Panel.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync("Page 2");
        await person.Page.Keyboard.PressAsync("?");
        await Expect(person.Panel.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeVisibleAsync();
        await person.Page.Keyboard.PressAsync("Escape");
        await person.Page.Keyboard.PressAsync("/");
        await Expect(person.Panel.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await person.Page.Keyboard.PressAsync("Escape");
        await person.Page.Keyboard.PressAsync("p");

        await Expect(person.Panel.GetByText("Paused.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Many_thousand_hits_keep_only_the_rows_in_view_in_the_page()
    {
        await using var browser = await lab.OpenAsync();
        var person = await Visitor.SitDownAsync(lab, browser);
        await Parallel.ForAsync(0, 50_000, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (number, _) =>
            await FireAsync(lab, person, number, number));

        await person.OpenPanelAsync();
        var rows = person.Rows;
        await Expect(rows.First).ToHaveAttributeAsync("aria-setsize", "50000", new() { Timeout = 60_000 });
        Assert.InRange(await rows.CountAsync(), 1, 60);
        await person.Panel.GetByRole(AriaRole.Listbox).FocusAsync();
        await person.Page.Keyboard.PressAsync("End");

        await Expect(person.Panel.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option, new() { Selected = true })).ToHaveAttributeAsync("aria-posinset", "50000");
        Assert.InRange(await rows.CountAsync(), 1, 60);
    }

    [Fact]
    public async Task On_a_phone_the_dock_is_a_badge_and_the_panel_shows_list_or_hit()
    {
        await using var browser = await lab.OpenAsync(options: new() { Width = 390 });
        var person = await Visitor.SitDownAsync(lab, browser);

        await person.GoAsync("shop");
        await Expect(person.Dock.GetByRole(AriaRole.Button, new() { Name = "PixelLab: 2 hits" })).ToBeVisibleAsync();
        await person.OpenPanelAsync();
        await person.Rows.First.ClickAsync();
        await Expect(person.Rows.First).ToBeHiddenAsync();
        await person.Panel.GetByRole(AriaRole.Button, new() { Name = "Back to the list" }).ClickAsync();

        await Expect(person.Rows.First).ToBeVisibleAsync();
    }

    private static async Task FireAsync(LabBrowser lab, Visitor person, int from, int to)
    {
        for (var number = from; number <= to; number++)
        {
            using var reply = await lab.Server.Http.GetAsync(lab.Server.Url(
                "metrics", $"/~{person.Seat}/px/PL-SHOP-1.gif?en=page_view&dt=Page%20{number}%20&z={number}.1"));
            reply.EnsureSuccessStatusCode();
        }
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    /// <summary>A lab that a test may kill.</summary>
    private sealed class OwnLab(LabBrowser lab) : IAsyncDisposable
    {
        public LabBrowser Lab => lab;

        public static async Task<OwnLab> StartAsync()
        {
            var lab = new LabBrowser();
            await lab.InitializeAsync();
            return new OwnLab(lab);
        }

        public ValueTask DisposeAsync() => lab.DisposeAsync();
    }
}
