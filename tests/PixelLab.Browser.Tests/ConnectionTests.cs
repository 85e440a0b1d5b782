namespace PixelLab.Browser.Tests;

/// <summary>How the panel holds on to the stream of events.</summary>
public sealed class ConnectionTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private const char EndOfMessage = '\u001e';

    [Fact]
    public async Task The_stream_comes_over_a_web_socket_and_leaves_no_request_open()
    {
        await OpenAsync();
        var panel = new PanelPage(Page);
        var sockets = new List<string>();
        var asked = new List<string>();
        Page.WebSocket += (_, socket) => sockets.Add(socket.Url);
        Page.Request += (_, request) => asked.Add(request.Url);
        await Page.GotoAsync(Lab.Url("lab", Seat, "/panel"));
        await Expect(panel.Connection).ToHaveTextAsync("Live");
        Assert.Contains("/live", Assert.Single(sockets), StringComparison.Ordinal);
        Assert.DoesNotContain(asked, url => url.StartsWith("http", StringComparison.Ordinal) && url.Contains("/live", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_web_sockets_are_cut_off_the_stream_comes_over_plain_HTTP()
    {
        await OpenAsync();
        Expected.Add("WebSocket");
        await Page.RouteWebSocketAsync("**/live**", socket => socket.CloseAsync());
        var panel = new PanelPage(Page);
        await Page.GotoAsync(Lab.Url("lab", Seat, "/panel"));
        await Expect(panel.Connection).ToHaveTextAsync("Live");
        await SendAsync("on foot");
        await Expect(panel.Hits("on foot")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Hits_before_during_and_after_a_dropped_connection_each_come_once()
    {
        await OpenAsync();
        Expected.Add("WebSocket");
        Expected.Add("Failed to load resource");
        var down = false;
        IWebSocketRoute? line = null;
        await Page.RouteWebSocketAsync("**/live**", socket =>
        {
            if (Volatile.Read(ref down))
            {
                socket.CloseAsync();
                return;
            }

            line = socket;
            socket.ConnectToServer();
        });
        await Page.RouteAsync("**/live/negotiate**", route => Volatile.Read(ref down) ? route.AbortAsync() : route.ContinueAsync());
        var panel = new PanelPage(Page);
        await Page.GotoAsync(Lab.Url("lab", Seat, "/panel"));
        await Expect(panel.Connection).ToHaveTextAsync("Live");
        await SendAsync("before one");
        await SendAsync("before two");
        await Expect(panel.Hits("before")).ToHaveCountAsync(2);

        Volatile.Write(ref down, true);
        await line!.CloseAsync();
        await Expect(panel.Connection).ToContainTextAsync("lost");
        await SendAsync("during one");
        await SendAsync("during two");
        await SendAsync("during three");
        await Expect(panel.Hits("during")).ToHaveCountAsync(0);

        Volatile.Write(ref down, false);
        await Expect(panel.Connection).ToHaveTextAsync("Live", new() { Timeout = 40_000 });
        await SendAsync("after");
        await Expect(panel.Hits("after")).ToHaveCountAsync(1);
        await Expect(panel.Hits()).ToHaveCountAsync(6);
        Assert.Equal(
            ["after", "during three", "during two", "during one", "before two", "before one"],
            (await panel.Hits().Locator(".where").AllInnerTextsAsync()).Select(where => where.Replace(" on shop", "", StringComparison.Ordinal).Replace("perhaps nobody", "", StringComparison.Ordinal).Trim()));
    }

    [Fact]
    public async Task A_line_that_goes_dead_without_being_closed_is_noticed_and_taken_up_again_where_it_was()
    {
        await using var line = new Line(Lab.Port);
        await OpenAsync();
        Expected.Add("");
        await Page.Clock.InstallAsync();
        var panel = new PanelPage(Page);
        await Page.GotoAsync($"http://localhost:{line.Port}/~{Seat}/panel");
        await Expect(panel.Connection).ToHaveTextAsync("Live");
        await SendAsync("before");
        await Expect(panel.Hits("before")).ToHaveCountAsync(1);

        line.Die();
        await SendAsync("during one");
        await SendAsync("during two");
        await Page.Clock.FastForwardAsync(15_000);
        await Expect(panel.Connection).ToContainTextAsync("lost");
        await Expect(panel.Hits("during")).ToHaveCountAsync(0);

        // What calls while the line is dead is never answered, and is given up too.
        await Page.Clock.FastForwardAsync(15_000);
        line.Mend();
        // From here on the page's clock goes as fast as the world's: a call through the mended line has all its time.
        await Expect(panel.Connection).ToHaveTextAsync("Live", new() { Timeout = 60_000 });
        await SendAsync("after");
        await Expect(panel.Hits("after")).ToHaveCountAsync(1);
        await Expect(panel.Hits()).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task A_server_that_dies_and_comes_back_loses_no_hit_and_shows_none_twice()
    {
        await using var own = await LabProcess.StartAsync();
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
        await own.StartAgainAsync();
        await own.Http.GetByteArrayAsync(HitUrl("between one", own, seat), TestContext.Current.CancellationToken);
        await own.Http.GetByteArrayAsync(HitUrl("between two", own, seat), TestContext.Current.CancellationToken);
        await Expect(panel.Connection).ToHaveTextAsync("Live", new() { Timeout = 40_000 });
        await own.Http.GetByteArrayAsync(HitUrl("after", own, seat), TestContext.Current.CancellationToken);
        await Expect(panel.Hits("after")).ToHaveCountAsync(1);
        await Expect(panel.Hits()).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task A_server_that_hangs_up_at_once_is_called_less_and_less_often()
    {
        await OpenAsync();
        await Page.Clock.InstallAsync();
        var calls = 0;
        await Page.RouteWebSocketAsync("**/live**", socket => socket.OnMessage(frame =>
        {
            if (frame.Text?.Contains("\"protocol\"", StringComparison.Ordinal) == true)
            {
                socket.Send("{}" + EndOfMessage);
            }
            else if (frame.Text?.Contains("\"Follow\"", StringComparison.Ordinal) == true)
            {
                Interlocked.Increment(ref calls);
                socket.Send("""{"type":3,"invocationId":"0","error":"The log cannot be read."}""" + EndOfMessage);
            }
        }));
        await Page.GotoAsync(Lab.Url("lab", Seat, "/panel"));
        await Page.Clock.PauseAtAsync(DateTime.UtcNow.AddHours(1));

        // The page's clock stands still but for these steps, so what is counted is the page's own time: at least the pauses
        // between five calls.
        const int Step = 50;
        var from = Volatile.Read(ref calls);
        var passed = 0;
        await Eventually.TrueAsync("the panel calls again and again", async () =>
        {
            await Page.Clock.RunForAsync(Step);
            passed += Step;
            return Volatile.Read(ref calls) >= from + 5;
        }, TimeSpan.FromSeconds(60));
        Assert.True(passed >= 250 + 500 + 1000 + 2000 - Step, $"Five calls came within {passed} ms.");
    }
}
