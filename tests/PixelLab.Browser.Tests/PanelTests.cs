using System.Diagnostics;
using System.Text.Json;
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
    public async Task A_copied_curl_command_pasted_into_a_shell_sends_the_same_request_again()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, HitUrl("it's 100% \"quoted\" $HOME `id`"));
        request.Headers.TryAddWithoutValidation("X-Evil", "it's; `touch owned` $(touch owned) \"&\" \\");
        request.Content = new StringContent("@body='1'\n&second=line");
        (await Lab.Http.SendAsync(request, TestContext.Current.CancellationToken)).Dispose();
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await panel.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await panel.Hits().ClickAsync();
        await panel.Button("Copy as cURL").ClickAsync();
        await Expect(panel.Page.GetByText("The request as a curl command is copied.")).ToBeVisibleAsync();

        var folder = Directory.CreateTempSubdirectory("pixellab-shell-");
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", await ClipboardAsync(panel.Page) + " --silent --output reply"])
        {
            WorkingDirectory = folder.FullName,
        })!;
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, shell.ExitCode);
        Assert.Equal(["reply"], folder.EnumerateFileSystemInfos().Select(made => made.Name));
        folder.Delete(recursive: true);

        await Expect(panel.Hits()).ToHaveCountAsync(2);
        var sent = await WholeAsync();
        foreach (var member in new[] { "method", "url", "body" })
        {
            Assert.Equal(sent[0].GetProperty(member).GetString(), sent[1].GetProperty(member).GetString());
        }

        Assert.Equal(HeaderOf(sent[0], "X-Evil"), HeaderOf(sent[1], "X-Evil"));
    }

    [Fact]
    public async Task A_hit_copied_as_JSON_is_the_hit_as_the_API_tells_it()
    {
        await SendAsync("copied page");
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await panel.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await panel.Hits().ClickAsync();
        await panel.Button("Copy as JSON").ClickAsync();
        await Expect(panel.Page.GetByText("The hit is copied as JSON.")).ToBeVisibleAsync();
        var copied = JsonDocument.Parse(await ClipboardAsync(panel.Page)).RootElement;
        Assert.True(JsonElement.DeepEquals((await WholeAsync()).Single(), copied), copied.ToString());
    }

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

    private static Task<string> ClipboardAsync(IPage page) => page.EvaluateAsync<string>("() => navigator.clipboard.readText()");

    private static string HeaderOf(JsonElement hit, string name) => hit.GetProperty("headers").EnumerateArray()
        .Single(header => header.GetProperty("name").GetString() == name).GetProperty("value").GetString()!;

    private async Task<IReadOnlyList<JsonElement>> WholeAsync() =>
        [.. (await Lab.EventsAsync(Seat)).Where(kept => kept.GetProperty("kind").GetString() == "hit")];

    private static async Task<bool> HasFocusAsync(ILocator locator) =>
        await locator.EvaluateAsync<bool>("element => element.getRootNode().activeElement === element");

    private string HitUrl(string title, LabServer? server = null, string? seat = null) => (server ?? Lab).Url(
        "metrics", seat ?? Seat,
        $"/px/PL-SHOP-1.gif?v=2&tid=PL-SHOP-1&en=page_view&dl=http%3A%2F%2Fshop.localhost%2F&dt={Uri.EscapeDataString(title)}");

    private async Task SendAsync(string title) => await Lab.Http.GetByteArrayAsync(HitUrl(title));
}
