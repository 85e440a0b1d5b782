using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests;

public sealed class PanelTests(LabServer lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    [Fact]
    public async Task Pausing_holds_the_list_still_and_counts_what_waits()
    {
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await panel.Button("Pause").ClickAsync();
        await SendAsync("held");
        await Expect(panel.Page.GetByText("Paused. 1 waiting.")).ToBeVisibleAsync();
        await Expect(panel.Hits()).ToHaveCountAsync(0);
        await panel.Button("Go on").First.ClickAsync();
        await Expect(panel.Hits("held")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Clearing_the_view_can_be_undone()
    {
        await SendAsync("kept");
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await Expect(panel.Hits("kept")).ToHaveCountAsync(1);
        await panel.Button("Clear view").ClickAsync();
        await Expect(panel.Hits()).ToHaveCountAsync(0);
        await panel.Button("Undo").ClickAsync();
        await Expect(panel.Hits("kept")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_filter_stands_in_the_address_and_as_a_chip_that_takes_it_off()
    {
        await SendAsync("first page");
        await SendAsync("second page");
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await panel.Search.FillAsync("second");
        await Expect(panel.Hits()).ToHaveCountAsync(1);
        await Expect(panel.Page).ToHaveURLAsync(new Regex("[?&]text=second"));

        await panel.Page.ReloadAsync();
        await Expect(panel.Search).ToHaveValueAsync("second");
        await Expect(panel.Hits()).ToHaveCountAsync(1);
        await panel.Button("Take off the filter text: second").ClickAsync();
        await Expect(panel.Hits()).ToHaveCountAsync(2);

        await panel.Page.GetByLabel("All vendors").SelectOptionAsync("metrics");
        await Expect(panel.Page).ToHaveURLAsync(new Regex("[?&]vendor=metrics"));
    }

    [Fact]
    public async Task A_pinned_hit_stays_on_top_and_through_a_cleared_view()
    {
        await SendAsync("pinned page");
        await SendAsync("other page");
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await panel.Hits("pinned page").ClickAsync();
        await panel.Button("Pin").ClickAsync();
        await Expect(panel.Rows.First).ToContainTextAsync("Pinned · ");
        await panel.Button("Clear view").ClickAsync();
        await Expect(panel.Hits()).ToHaveCountAsync(1);
        await Expect(panel.Hits("pinned page")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_address_of_a_chosen_hit_opens_the_same_hit()
    {
        await SendAsync("linked page");
        await SendAsync("other page");
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await panel.Hits("linked page").ClickAsync();
        await Expect(panel.Page).ToHaveURLAsync(new Regex("[?&]hit=\\d+"));
        var again = await NewPageAsync();
        await again.GotoAsync(panel.Page.Url);
        await Expect(again.Locator("hit-detail .sentence")).ToContainTextAsync("linked page");
    }

    [Fact]
    public async Task An_answer_that_comes_late_does_not_take_the_place_of_a_newer_choice()
    {
        await SendAsync("slow page");
        await SendAsync("quick page");
        var slow = (await Lab.EventsAsync(Seat))[0].GetProperty("id").GetInt64();
        await OpenAsync();
        var panel = await OpenPanelAsync();
        var release = new TaskCompletionSource();
        await panel.Page.RouteAsync($"**/events/{slow}", async route =>
        {
            await release.Task;
            await route.ContinueAsync();
        });
        await panel.Hits("slow page").ClickAsync();
        await panel.Hits("quick page").ClickAsync();
        await Expect(panel.Sentence).ToContainTextAsync("quick page");

        var late = panel.Page.WaitForResponseAsync($"**/events/{slow}");
        release.SetResult();
        await (await late).FinishedAsync();

        // Another question and its answer: what the late one had to do is done by then.
        await panel.Page.EvaluateAsync("() => fetch('/healthz').then((reply) => reply.text())");
        await Expect(panel.Sentence).ToContainTextAsync("quick page");
        await Expect(panel.Page).ToHaveURLAsync(new Regex($"[?&]hit=(?!{slow}$)\\d+$"));
    }

    [Fact]
    public async Task A_request_that_was_turned_away_unread_is_a_row_in_plain_words()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, HitUrl("never read"));
        request.Headers.Add("X-Long", new string('a', 300 * 1024));
        using var reply = await Lab.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(431, (int)reply.StatusCode);
        await OpenAsync();
        var panel = await OpenPanelAsync();
        var row = panel.Rows.Filter(new() { HasText = "turned away unread" });
        await Expect(row).ToContainTextAsync("larger than 262,144 bytes");
        await row.ClickAsync();
        await Expect(panel.Page.GetByRole(AriaRole.Heading, new() { Name = "A request was turned away" })).ToBeVisibleAsync();
        await Expect(panel.Page.GetByText("It came for metrics")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Copying_as_curl_leaves_no_quote_open_to_the_shell()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, HitUrl("quoted"));
        request.Headers.TryAddWithoutValidation("X-Evil", "it's; touch /nowhere/owned");
        (await Lab.Http.SendAsync(request, TestContext.Current.CancellationToken)).Dispose();
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await panel.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await panel.Hits("quoted").ClickAsync();
        await panel.Button("Copy as cURL").ClickAsync();
        await Expect(panel.Page.GetByText("The request as a curl command is copied.")).ToBeVisibleAsync();
        var copied = await panel.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Contains(@"-H 'X-Evil: it'\''s; touch /nowhere/owned'", copied, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_asks_first_and_then_empties_the_view_and_the_log()
    {
        await SendAsync("gone soon");
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await panel.Button("Erase …").ClickAsync();
        await panel.Button("Keep them").ClickAsync();
        await Expect(panel.Hits()).ToHaveCountAsync(1);

        await panel.Button("Erase …").ClickAsync();
        await panel.Button("Erase everything").ClickAsync();
        await Expect(panel.Hits()).ToHaveCountAsync(0);
        Assert.DoesNotContain(await Lab.EventsAsync(Seat), kept => kept.GetProperty("kind").GetString() == "hit");
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
        for (var i = 0; i < 20 && !await HasFocusAsync(panel.List); i++)
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
    public async Task Hostile_text_is_shown_as_text()
    {
        const string Hostile = "<img src=x onerror=alert(1)>";
        using var request = new HttpRequestMessage(HttpMethod.Get, HitUrl(Hostile));
        request.Headers.TryAddWithoutValidation("X-Hostile", Hostile);
        (await Lab.Http.SendAsync(request, TestContext.Current.CancellationToken)).Dispose();
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await panel.Hits(Hostile).ClickAsync();
        await Expect(panel.Sentence).ToContainTextAsync(Hostile);
        await Expect(panel.Field("X-Hostile")).ToContainTextAsync(Hostile);
        await Expect(panel.Page.Locator("img")).ToHaveCountAsync(0);

        await Shop.OpenAsync("/search?q=" + Uri.EscapeDataString(Hostile));
        await Expect(Dock.Hits).Not.ToHaveCountAsync(0);
        await Dock.Hits.Filter(new() { HasText = "adnet" }).First.ClickAsync();
        await Expect(Dock.Self.Locator(".detail")).ToBeVisibleAsync();
        await Expect(Dock.Self.Locator("img")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_server_that_dies_and_comes_back_loses_no_hit_and_shows_none_twice()
    {
        await using var own = new LabServer();
        await own.InitializeAsync();
        var seat = await own.MakeSeatAsync();
        await OpenAsync();
        Expected.Add("");
        var panel = new PanelPage(Page);
        await Page.GotoAsync(own.Url("lab", seat, "/panel"));
        await Expect(panel.Connection).ToHaveTextAsync("Live");
        await own.Http.GetByteArrayAsync(HitUrl("before", own, seat), TestContext.Current.CancellationToken);
        await Expect(panel.Hits("before")).ToHaveCountAsync(1);

        await own.KillAsync();
        await Expect(panel.Connection).ToContainTextAsync("lost");
        await own.StartAsync();
        await own.Http.GetByteArrayAsync(HitUrl("between one", own, seat), TestContext.Current.CancellationToken);
        await own.Http.GetByteArrayAsync(HitUrl("between two", own, seat), TestContext.Current.CancellationToken);
        await Expect(panel.Connection).ToHaveTextAsync("Live", new() { Timeout = 40_000 });
        await own.Http.GetByteArrayAsync(HitUrl("after", own, seat), TestContext.Current.CancellationToken);
        await Expect(panel.Hits("after")).ToHaveCountAsync(1);
        await Expect(panel.Hits()).ToHaveCountAsync(4);
    }

    private static async Task<bool> HasFocusAsync(ILocator locator) =>
        await locator.EvaluateAsync<bool>("element => element.getRootNode().activeElement === element");

    private string HitUrl(string title, LabServer? server = null, string? seat = null) => (server ?? Lab).Url(
        "metrics", seat ?? Seat,
        $"/px/PL-SHOP-1.gif?v=2&tid=PL-SHOP-1&en=page_view&dl=http%3A%2F%2Fshop.localhost%2F&dt={Uri.EscapeDataString(title)}");

    private async Task SendAsync(string title) => await Lab.Http.GetByteArrayAsync(HitUrl(title));
}
