using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Classroom;

/// <summary>The instructor's console: who may have it, what of it stands on a wall, and how it holds on to its streams.</summary>
public sealed class ConsoleTests(SharedLab lab, Browsers browsers) : ClassroomTest(lab, browsers)
{
    private const char EndOfMessage = '\u001e';

    [Fact]
    public async Task A_browser_without_the_key_is_asked_for_it()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        var key = await Page.Locator(".tools code").TextContentAsync();
        var other = await OpenGuestAsync();
        await other.GotoAsync(Lab.Url("lab", "me", $"/classroom/{code}"));

        await other.GetByLabel("The instructor’s key").FillAsync("not the key");
        await other.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(other.GetByText("this is not its key")).ToBeVisibleAsync();
        await other.GetByLabel("The instructor’s key").FillAsync(key!);
        await other.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();

        await Expect(other.Locator(".code")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wall_shows_no_name_no_seat_and_no_whole_address()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        var (student, name, _) = await JoinWithWordsAsync(code);
        var seat = SeatOf(student);
        await student.GotoAsync(Lab.Url("shop", seat, ShopSite.Product));
        await Page.Locator("merged-stream [role=option]").Filter(new() { HasText = "adnet" }).First.ClickAsync();
        await Expect(Page.Locator("room-spotlight")).ToContainTextAsync(name);
        await Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await Page.GetByRole(AriaRole.Button, new() { Name = "Projector view" }).ClickAsync();
        await Expect(Page.Locator("room-spotlight")).ToContainTextAsync("Student 1");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Copy as cURL" }).ClickAsync();
        await Expect(Page.GetByText("is copied")).ToBeVisibleAsync();

        var shown = await Page.Locator("lab-console").InnerTextAsync()
            + await Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Contains("curl ", shown, StringComparison.Ordinal);
        foreach (var hidden in new[] { name, seat, "127.0.0.1", "::1" })
        {
            Assert.DoesNotContain(hidden, shown, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_stream_is_narrowed_held_and_cleared_by_keys_as_the_panel_is()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        var (first, name, _) = await JoinWithWordsAsync(code);
        var second = await JoinAsync(code, isPhone: false);
        foreach (var student in new[] { first, second })
        {
            await student.GotoAsync(Lab.Url("shop", SeatOf(student), ShopSite.Product));
        }

        var rows = Page.Locator("merged-stream [role=option]");
        await Expect(Page.Locator(".roster li").Filter(new() { HasText = "3 hits" })).ToHaveCountAsync(2);
        await Page.Locator("merged-stream select").First.SelectOptionAsync(new SelectOptionValue { Label = name });
        await Expect(rows).ToHaveCountAsync(3);
        await Expect(rows.Locator(".whose")).ToHaveTextAsync([name, name, name]);
        await Page.GetByLabel("What is shown").SelectOptionAsync("visit");
        await Expect(rows).ToHaveTextAsync([new Regex("page opened")]);
        await Page.GetByLabel("What is shown").SelectOptionAsync("arrivals");

        await Page.Locator("h1").ClickAsync();
        await Page.Keyboard.PressAsync("p");
        await first.ReloadAsync();
        await Expect(Page.GetByText(new Regex("[1-9][0-9]* waiting"))).ToBeVisibleAsync();
        await Expect(rows).ToHaveCountAsync(3);
        await Page.Keyboard.PressAsync("p");
        // The page that was left, or a slow script, may still report while the view is clear; this row comes once a page.
        var products = rows.Filter(new() { HasText = "looked at the product" });
        await Expect(products).ToHaveCountAsync(2);
        await Page.Keyboard.PressAsync("c");
        await Expect(products).ToHaveCountAsync(0);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(products).ToHaveCountAsync(2);
        await Page.Keyboard.PressAsync("?");
        await Expect(Page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_fault_of_the_server_is_no_end_of_the_room_and_the_console_goes_on_by_itself()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        await JoinAsync(code);
        var faults = 0;
        await FailingAsync("An error occurred on the server while streaming results.", () => Interlocked.Increment(ref faults) <= 4);

        await Page.ReloadAsync();

        await Expect(Page.GetByText("1 in the room · Live")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(Page.GetByLabel("The instructor’s key")).ToHaveCountAsync(0);
        Assert.True(faults > 4, $"Only {faults} streams were asked for.");
    }

    [Fact]
    public async Task While_the_store_is_away_console_and_panel_say_so_and_not_that_the_connection_is_lost()
    {
        await OpenAsync();
        await OpenRoomAsync();
        var away = true;
        await FailingAsync("An error occurred on the server while streaming results. HubException: store-away", () => Volatile.Read(ref away));

        await Page.ReloadAsync();
        await Expect(Page.GetByText("The lab’s store does not answer. Hits are refused until it is back.")).ToBeVisibleAsync();
        Volatile.Write(ref away, false);
        await Expect(Page.GetByText("0 in the room · Live")).ToBeVisibleAsync(new() { Timeout = 60_000 });

        Volatile.Write(ref away, true);
        var panel = new PanelPage(Page);
        await Page.GotoAsync(Lab.Url("lab", Seat, "/panel"));
        await Expect(panel.Connection).ToHaveTextAsync("The lab’s store does not answer. Hits are refused until it is back.");
        Volatile.Write(ref away, false);
        await Expect(panel.Connection).ToHaveTextAsync("Live", new() { Timeout = 60_000 });
    }

    /// <summary>Lets the server's hubs fail as it does itself, as long as wanted: each stream that is asked for ends with an error at once.</summary>
    private Task FailingAsync(string error, Func<bool> fails) => Page.RouteWebSocketAsync(new Regex("/(room|live)(\\?|$)"), socket =>
    {
        var server = socket.ConnectToServer();
        socket.OnMessage(frame =>
        {
            if (Regex.Match(frame.Text ?? "", "\"invocationId\":\"(\\d+)\".*\"target\"|\"target\".*\"invocationId\":\"(\\d+)\"") is { Success: true } asked && fails())
            {
                var id = asked.Groups[1].Success ? asked.Groups[1].Value : asked.Groups[2].Value;
                socket.Send($$"""{"type":3,"invocationId":"{{id}}","error":"{{error}}"}""" + EndOfMessage);
            }
            else
            {
                server.Send(frame.Text!);
            }
        });
    });
}
