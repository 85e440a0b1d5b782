using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Compare;

/// <summary>The compare page, by what a person sees and does on it.</summary>
public sealed class ComparePageTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    [Fact]
    public async Task An_empty_page_says_what_to_do_first_and_fills_while_one_walks()
    {
        await OpenAsync();
        await OpenCompareAsync();
        await Expect(Page.GetByText("Nothing has happened yet.")).ToBeVisibleAsync();
        await Expect(Page.GetByText("The advertising network has not given your browser a cookie yet.")).ToBeVisibleAsync();

        var tab = await NewPageAsync();
        await tab.GotoAsync(Lab.Url("shop", Seat, ShopSite.Product));

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "What each sent" })).ToBeVisibleAsync();
        await Expect(Page.Locator("hit-pair table")).ToContainTextAsync("You opened a page → AdNet");
        await Expect(Page.GetByRole(AriaRole.Article, new() { Name = "The cookie" })).ToContainTextAsync("anid");
    }

    [Fact]
    public async Task Three_pages_of_a_first_walk_fill_the_page_and_tick_themselves_off()
    {
        await OpenAsync();
        await OpenCompareAsync();
        var walk = Page.GetByRole(AriaRole.Region, new() { NameRegex = new("short walk|Walk on") });
        var done = walk.GetByText("done", new() { Exact = true });
        await Expect(done).ToHaveCountAsync(0);

        Task PressAsync(string stop) => walk.GetByRole(AriaRole.Link, new() { Name = stop, Exact = true }).ClickAsync();
        var town = await Page.Context.RunAndWaitForPageAsync(() => PressAsync("Open the shop"));
        await Expect(done).ToHaveCountAsync(1);
        await PressAsync("Open the newspaper");
        await Expect(done).ToHaveCountAsync(2);
        await PressAsync("Come back to the shop");
        await Expect(walk).ToHaveCountAsync(0);
        Assert.Equal([Page, town], Page.Context.Pages);

        var glance = Page.GetByRole(AriaRole.List, new() { Name = "At a glance" }).GetByRole(AriaRole.Listitem);
        await Expect(glance.Nth(0)).ToContainTextAsync("1 person");
        // What each counts is left out here: a tab that a link opens gets the test's window size only later, as another browser would have it.
        await Expect(Page.Locator("hit-pair mark").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_shops_own_cookie_keeps_a_choice_and_goes_nowhere_else()
    {
        await OpenAsync();
        await Shop.OpenAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Night", Exact = true }).ClickAsync();
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("data-look", "night");
        await Expect(Page.Locator("html")).ToHaveCSSAsync("color-scheme", "dark");

        await OpenCompareAsync();

        await Expect(Page.GetByText("fernweh_look=night")).ToBeVisibleAsync();
        var hits = (await Lab.EventsAsync(Seat)).Where(one => one.GetProperty("kind").GetString() == "hit").ToList();
        Assert.NotEmpty(hits);
        Assert.DoesNotContain(hits, hit => hit.GetProperty("cookies").GetRawText().Contains("fernweh_look", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_slider_shows_every_view_as_it_was_after_an_event()
    {
        await OpenAsync();
        await WalkAsync();
        await OpenCompareAsync();
        var slider = Page.GetByRole(AriaRole.Slider);

        await slider.FocusAsync();
        await Page.Keyboard.PressAsync("Home");
        await Expect(Page.GetByText("At this time nothing had happened yet.")).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("End");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "What each concludes" })).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "One event back" }).ClickAsync();
        await Expect(Page.Locator("time-travel")).ToContainTextAsync("After event");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Now", Exact = true }).ClickAsync();
        await Expect(Page.Locator("time-travel")).ToContainTextAsync("Showing now");
    }

    [Fact]
    public async Task Playing_runs_from_the_start_to_the_end_by_itself()
    {
        await OpenAsync();
        await WalkAsync();
        await OpenCompareAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Play 10×" }).ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Slider)).ToHaveAttributeAsync(
            "aria-valuetext", new Regex(@"^after event (\d+) of \1$"), new() { Timeout = 60_000 });
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Play 10×" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Any_two_hits_are_put_side_by_side_from_the_panel()
    {
        await OpenAsync();
        await Shop.OpenAsync();
        await ArrivedAsync("both vendors heard", one => one.GetProperty("kind").GetString() == "hit", 2);
        var panel = await OpenPanelAsync();

        await panel.Hits("metrics").First.ClickAsync();
        await panel.Button("Pin").ClickAsync();
        await panel.Hits("adnet").First.ClickAsync();
        await panel.Page.GetByRole(AriaRole.Link, new() { Name = "Put beside the pinned hit" }).ClickAsync();

        await Expect(panel.Page.Locator("hit-pair thead")).ToContainTextAsync("Metrics");
        await Expect(panel.Page.Locator("hit-pair thead")).ToContainTextAsync("AdNet");
        await Expect(panel.Page.Locator("hit-pair tr[data-verdict=different]").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_kept_replay_opens_again_in_a_seat_of_its_own()
    {
        await OpenAsync();
        await WalkAsync();
        await Page.GotoAsync(Lab.Url("lab", Seat, "/replay"));
        var download = await Page.RunAndWaitForDownloadAsync(
            () => Page.GetByRole(AriaRole.Link, new() { Name = "As a replay" }).ClickAsync());
        var file = await download.PathAsync();

        await Page.GetByLabel("The file").SetInputFilesAsync(new FilePayload
        {
            Name = "replay.json",
            MimeType = "application/json",
            Buffer = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken),
        });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Open it" }).ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "What each concludes" })).ToBeVisibleAsync();
        Assert.DoesNotContain(Seat, Page.Url, StringComparison.Ordinal);
        await Expect(Page.Locator("lab-compare .verdict")).ToContainTextAsync("whoever walked in this replay");

        // It stays somebody else's walk when its page is opened again by an address that does not say so.
        await Page.GotoAsync(Page.Url.Split('?')[0]);
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Who recognised whoever walked here?" })).ToBeVisibleAsync();
        await Expect(Page.Locator("lab-compare .verdict")).ToContainTextAsync("whoever walked in this replay");
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Try it" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_exported_http_archive_loads_and_answers_in_place_of_the_network()
    {
        await OpenAsync();
        await WalkAsync();
        var hit = (await Lab.EventsAsync(Seat)).First(one => IsHitOn(one, "shop") && one.GetProperty("event").GetString() == "page_view");
        var url = hit.GetProperty("url").GetString()!;
        await Page.GotoAsync(Lab.Url("lab", Seat, "/replay"));
        var download = await Page.RunAndWaitForDownloadAsync(
            () => Page.GetByRole(AriaRole.Link, new() { Name = "As an HTTP archive (HAR)" }).ClickAsync());
        var archive = Path.Combine(Path.GetDirectoryName(await download.PathAsync())!, "seat.har");
        await download.SaveAsAsync(archive);
        var before = (await Lab.EventsAsync(Seat)).Count;

        var tab = await NewPageAsync();
        await tab.RouteFromHARAsync(archive, new() { NotFound = HarNotFound.Abort });
        var reply = await tab.GotoAsync(url);

        Assert.Equal(200, reply!.Status);
        Assert.Equal(43, (await reply.BodyAsync()).Length);
        Assert.Equal(before, (await Lab.EventsAsync(Seat)).Count);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_pages_break_no_rule_of_axe(ColorScheme scheme)
    {
        await OpenAsync(new() { Scheme = scheme });
        await OpenCompareAsync();
        await AssertAccessibleAsync(Page, "the empty compare page");
        await WalkAsync();
        await OpenCompareAsync();
        await Page.Locator("tr[data-experiment=private_window] th summary").ClickAsync();
        await Page.Locator("tr[data-experiment=private_window]").GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        await Expect(Page.Locator("tr[data-experiment=private_window]")).ToContainTextAsync("watching");
        await AssertAccessibleAsync(Page, "the compare page");
        await Page.GotoAsync(Lab.Url("lab", Seat, "/replay"));
        await AssertAccessibleAsync(Page, "the replay page");
    }

    [Fact]
    public async Task Nothing_sticks_out_on_a_phone()
    {
        await OpenAsync(new() { Width = 390, Height = 844 });
        await WalkAsync();
        await OpenCompareAsync();
        await Expect(Page.Locator("hit-pair table")).ToBeVisibleAsync();

        Assert.True(await Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390);
    }

    [Fact]
    public async Task Without_scripts_the_summary_can_be_read()
    {
        await OpenAsync(new() { Scripts = false });
        await Page.GotoAsync(Lab.Url("lab", Seat, "/compare"));

        // Text in a noscript element is passed over by the search for texts.
        await Expect(Page.Locator("noscript .done")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Cell, new() { NameRegex = new("is an invisible image") })).ToBeVisibleAsync();
    }

    private async Task OpenCompareAsync()
    {
        await Page.GotoAsync(Lab.Url("lab", Seat, "/compare"));
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Who recognises you?" })).ToBeVisibleAsync();
    }

    private async Task WalkAsync()
    {
        await Shop.OpenAsync(ShopSite.Product);
        await ArrivedAsync("adnet hears of the shop", one => IsHitOn(one, "shop"));
        await News.OpenAsync();
        await ArrivedAsync("adnet hears of the paper", one => IsHitOn(one, "news"));
    }

    private static bool IsHitOn(System.Text.Json.JsonElement one, string site) =>
        one.GetProperty("kind").GetString() == "hit" && one.GetProperty("vendor").GetString() == "adnet"
        && one.TryGetProperty("site", out var where) && where.GetString() == site;
}
