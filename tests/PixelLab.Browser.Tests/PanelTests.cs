using System.Globalization;
using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests;

public sealed class PanelTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
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
    public async Task Until_a_row_is_chosen_the_panel_tells_how_to_read_the_list_and_opens_the_newest_hit()
    {
        await SendAsync("older page");
        await SendAsync("newer page");
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await Expect(panel.Page.GetByRole(AriaRole.Heading, new() { Name = "Choose a row to open it up" })).ToBeVisibleAsync();
        await Expect(panel.Page.GetByText("metrics counts visits")).ToBeVisibleAsync();
        await panel.Button("Open the newest hit").ClickAsync();
        await Expect(panel.Sentence).ToContainTextAsync("newer page");
    }

    [Fact]
    public async Task The_row_and_the_sentence_tell_the_time_of_the_readers_own_clock()
    {
        await SendAsync("far east");
        var at = (await Lab.EventsAsync(Seat))[0].GetProperty("at").GetDateTimeOffset();
        var inTokyo = at.ToOffset(TimeSpan.FromHours(9)).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        await OpenAsync(new() { TimeZone = "Asia/Tokyo" });
        var panel = await OpenPanelAsync();
        await Expect(panel.Hits("far east").Locator("time")).ToHaveTextAsync(inTokyo);
        await panel.Hits("far east").ClickAsync();
        await Expect(panel.Sentence).ToContainTextAsync($"At {inTokyo} Metrics was told");
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
    public async Task A_request_that_was_kept_in_part_says_so_beside_the_hit()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, HitUrl("cut page") + "&long=" + new string('a', 32 * 1024));
        request.Content = new StringContent(new string('b', 100 * 1024));
        (await Lab.Http.SendAsync(request, TestContext.Current.CancellationToken)).Dispose();
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await panel.Hits().ClickAsync();
        await Expect(panel.Page.GetByText("The address was longer than the lab keeps")).ToBeVisibleAsync();
        await Expect(panel.Page.GetByText("The body was longer than the lab reads")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_address_of_a_hit_that_was_erased_says_that_it_is_gone(int width)
    {
        await SendAsync("gone page");
        var id = (await Lab.EventsAsync(Seat))[0].GetProperty("id").GetInt64();
        using var erased = await Lab.Http.DeleteAsync(new Uri(Lab.Url("lab", Seat, "").Split('~')[0] + $"api/seats/{Seat}"), TestContext.Current.CancellationToken);
        erased.EnsureSuccessStatusCode();
        await OpenAsync(new() { Width = width });
        Expected.Add("404");
        var panel = await OpenPanelAsync($"?hit={id}");
        await Expect(panel.Page.GetByText("This hit is gone: it was erased, or it was too old.")).ToBeVisibleAsync();
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
}
