using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace PixelLab.Web.Tests;

/// <summary>The stream of a seat's events: each once, in order, whatever happens to the connection.</summary>
public sealed class LiveTests
{
    private static CancellationToken Patience => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;

    [Fact]
    public async Task A_follower_gets_what_was_and_then_what_comes()
    {
        await using var server = await LabServer.StartAsync();
        var seat = await Seat.NewAsync(server);
        await HitAsync(seat, 0, 3);
        await using var connection = await ConnectAsync(server);
        await using var stream = Follow(connection, seat, "");
        Assert.Equal([0, 1, 2], Numbers(await TakeAsync(stream, 3)));
        await HitAsync(seat, 3, 6);
        Assert.Equal([3, 4, 5], Numbers(await TakeAsync(stream, 3)));
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("number")]
    public async Task The_cursor_may_be_text_or_a_number(string kind)
    {
        await using var server = await LabServer.StartAsync();
        var seat = await Seat.NewAsync(server);
        await HitAsync(seat, 0, 3);
        var second = (await seat.HitsAsync())[1].Id();
        await using var connection = await ConnectAsync(server);
        await using var stream = Follow(connection, seat, kind == "number" ? second : second.ToString(CultureInfo.InvariantCulture));
        Assert.Equal([2], Numbers(await TakeAsync(stream, 1)));
    }

    [Fact]
    public async Task No_cursor_at_all_is_the_start()
    {
        await using var server = await LabServer.StartAsync();
        var seat = await Seat.NewAsync(server);
        await HitAsync(seat, 0, 2);
        await using var connection = await ConnectAsync(server);
        await using var stream = Follow(connection, seat, null);
        Assert.Equal([0, 1], Numbers(await TakeAsync(stream, 2)));
    }

    [Theory]
    [InlineData("not a seat", "")]
    [InlineData("me", "not a cursor")]
    [InlineData("me", "-1")]
    public async Task A_seat_or_cursor_that_cannot_be_one_is_refused_and_the_connection_lives_on(string name, string after)
    {
        await using var server = await LabServer.StartAsync();
        await using var connection = await ConnectAsync(server);
        await Assert.ThrowsAsync<HubException>(async () =>
        {
            await foreach (var _ in connection.StreamAsync<JsonElement>("Follow", name, after, Patience))
            {
                Assert.Fail("Nothing should come.");
            }
        });
        var seat = await Seat.NewAsync(server);
        await HitAsync(seat, 0, 1);
        await using var stream = Follow(connection, seat, "");
        Assert.Single(await TakeAsync(stream, 1));
    }

    [Fact]
    public async Task Each_event_comes_once_and_in_order_over_reconnects_and_a_killed_server()
    {
        await using var server = await LabProcess.StartAsync(("Limits:HitsPerMinute", "0"));
        var seat = await Seat.NewAsync(server);
        var seen = new List<JsonElement>();
        for (var round = 0; round < 6; round++)
        {
            if (round == 3)
            {
                await server.KillAsync();
                await server.StartAgainAsync();
            }

            await using var connection = await ConnectAsync(server);
            await using var stream = Follow(connection, seat, seen.Count == 0 ? "" : seen[^1].Text("cursor"));
            // Half of the round's hits are awaited; the rest come while nobody is connected or has been read that far.
            var hits = HitAsync(seat, round * 100, (round + 1) * 100);
            seen.AddRange(await TakeAsync(stream, 50));
            await hits;
        }

        await using var last = await ConnectAsync(server);
        await using var rest = Follow(last, seat, seen[^1].Id().ToString(CultureInfo.InvariantCulture));
        seen.AddRange(await TakeAsync(rest, 600 - seen.Count));
        Assert.Equal(Enumerable.Range(0, 600), Numbers(seen));
    }

    [Fact]
    public async Task A_page_that_stays_open_while_the_lab_is_reset_is_told_so_and_misses_nothing_of_the_new_log()
    {
        await using var server = await LabProcess.StartAsync(("Limits:HitsPerMinute", "0"));
        var seat = await Seat.NewAsync(server);
        await HitAsync(seat, 0, 10);
        JsonElement last;
        await using (var connection = await ConnectAsync(server))
        await using (var stream = Follow(connection, seat, ""))
        {
            last = (await TakeAsync(stream, 10))[^1];
        }

        var next = (await server.GetAsync($"/api/seats/{seat.Name}/events")).Text("next");
        Assert.Equal(last.Text("cursor"), next);

        await server.KillAsync();
        foreach (var file in server.Data.GetFiles())
        {
            file.Delete();
        }

        await server.StartAgainAsync();
        await HitAsync(seat, 100, 115);
        await using (var connection = await ConnectAsync(server))
        await using (var stream = Follow(connection, seat, last.Text("cursor")))
        {
            var told = (await TakeAsync(stream, 1))[0];
            Assert.Equal(("erased", true, 0), (told.Text("kind"), told.GetProperty("newLog").GetBoolean(), told.Id()));
            Assert.Equal(Enumerable.Range(100, 15), Numbers(await TakeAsync(stream, 15)));
        }

        var page = await server.GetAsync($"/api/seats/{seat.Name}/events?limit=5&after={next}");
        Assert.True(page.GetProperty("newLog").GetBoolean());
        Assert.Equal(Enumerable.Range(100, 5), Numbers(page.GetProperty("events").EnumerateArray()));
        page = await server.GetAsync($"/api/seats/{seat.Name}/events?after={page.Text("next")}");
        Assert.False(page.TryGetProperty("newLog", out _));
        Assert.Equal(Enumerable.Range(105, 10), Numbers(page.GetProperty("events").EnumerateArray()));
    }

    [Fact]
    public async Task A_slow_reader_loses_nothing_and_holds_nobody_up()
    {
        await using var server = await LabServer.StartAsync(("Limits:HitsPerMinute", "0"));
        var seat = await Seat.NewAsync(server);
        await using var slow = await ConnectAsync(server);
        await using var slowStream = Follow(slow, seat, "");
        await using var quick = await ConnectAsync(server);
        await using var quickStream = Follow(quick, seat, "");
        await HitAsync(seat, 0, 1);
        Assert.Single(await TakeAsync(slowStream, 1));

        // More than the newest events that are held in memory, while one reader does not read on.
        await Task.WhenAll(Enumerable.Range(0, 4000).Select(i => seat.HitAsync($"?n={i}&pad={new string('p', 500)}")));
        var quickIds = (await TakeAsync(quickStream, 4001)).Select(one => one.Id()).ToList();
        var slowIds = (await TakeAsync(slowStream, 4000)).Select(one => one.Id()).ToList();
        Assert.Equal(quickIds.Order().Distinct(), quickIds);
        Assert.Equal(quickIds.Skip(1), slowIds);
    }

    [Fact]
    public async Task Followers_see_only_their_own_seat_and_are_told_of_its_end()
    {
        await using var server = await LabServer.StartAsync();
        var seat = await Seat.NewAsync(server);
        var other = await Seat.NewAsync(server);
        await using var connection = await ConnectAsync(server);
        await using var stream = Follow(connection, seat, "");
        await HitAsync(other, 0, 5);
        await HitAsync(seat, 7, 8);
        Assert.Equal([7], Numbers(await TakeAsync(stream, 1)));
        await seat.EraseAsync();
        Assert.Equal("erased", (await TakeAsync(stream, 1))[0].Text("kind"));
        await HitAsync(seat, 8, 9);
        Assert.Equal([8], Numbers(await TakeAsync(stream, 1)));
    }

    [Fact]
    public async Task A_line_that_goes_dead_is_noticed_at_both_ends_and_nothing_is_lost_or_doubled()
    {
        await using var server = await LabServer.StartAsync(("Live:KeepAlive", "00:00:00.200"), ("Live:Silence", "00:00:05"));
        await using var line = new Line(server.Port);
        var seat = await Seat.NewAsync(server);
        await HitAsync(seat, 0, 2);
        await using var connection = Connection(new Uri($"http://localhost:{line.Port}/live"));
        // Long enough that a busy machine, which keeps a living line silent for a while, is not taken for a dead one.
        connection.ServerTimeout = TimeSpan.FromSeconds(5);
        var noticed = new TaskCompletionSource();
        connection.Closed += _ =>
        {
            noticed.TrySetResult();
            return Task.CompletedTask;
        };
        await connection.StartAsync(Patience);
        await using var stream = Follow(connection, seat, "");
        var seen = await TakeAsync(stream, 2);

        line.Die();
        await HitAsync(seat, 2, 5);
        await noticed.Task.WaitAsync(Patience);
        await line.HungUp.WaitAsync(Patience);

        line.Mend();
        await using var again = Connection(new Uri($"http://localhost:{line.Port}/live"));
        await again.StartAsync(Patience);
        await using var rest = Follow(again, seat, seen[^1].Id());
        await HitAsync(seat, 5, 6);
        seen.AddRange(await TakeAsync(rest, 4));
        Assert.Equal(Enumerable.Range(0, 6), Numbers(seen));
    }

    [Theory]
    [InlineData("lab")]
    [InlineData("shop")]
    [InlineData("news")]
    public async Task The_hub_is_on_every_host_that_carries_the_dock(string host)
    {
        await using var server = await LabServer.StartAsync();
        await using var connection = await ConnectAsync(server, host);
        Assert.Equal(HubConnectionState.Connected, connection.State);
    }

    [Theory]
    [InlineData("https://attacker.example")]
    [InlineData("http://localhost.attacker.example")]
    [InlineData("http://nobody.localhost")]
    [InlineData("null")]
    public async Task A_page_outside_the_lab_may_neither_follow_nor_ask(string origin)
    {
        await using var server = await LabServer.StartAsync();
        foreach (var path in new[] { "/live/negotiate?negotiateVersion=1", "/live", "/api/seats", "/api/seats/me/events" })
        {
            using var request = new HttpRequestMessage(
                path.StartsWith("/live/", StringComparison.Ordinal) || path == "/api/seats" ? HttpMethod.Post : HttpMethod.Get, server.Url("lab", path));
            request.Headers.Add("Origin", origin);
            using var reply = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
            Assert.False(reply.Headers.Contains("Access-Control-Allow-Origin"));
        }

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            using var socket = new System.Net.WebSockets.ClientWebSocket();
            socket.Options.SetRequestHeader("Origin", origin);
            await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{server.Port}/live"), TestContext.Current.CancellationToken);
        });
    }

    private static async Task<HubConnection> ConnectAsync(LabServer server, string host = "lab")
    {
        var connection = Connection(new Uri(server.Url(host, "/live")));
        await connection.StartAsync(Patience);
        return connection;
    }

    internal static HubConnection Connection(Uri hub) =>
        new HubConnectionBuilder()
            .WithUrl(hub, http =>
            {
                http.HttpMessageHandlerFactory = _ => LoopbackHttp.Handler();
                http.WebSocketFactory = async (context, cancellation) =>
                {
                    var socket = new System.Net.WebSockets.ClientWebSocket();
                    await socket.ConnectAsync(context.Uri, new HttpMessageInvoker(LoopbackHttp.Handler()), cancellation);
                    return socket;
                };
            })
            .Build();

    private static IAsyncEnumerator<JsonElement> Follow(HubConnection connection, Seat seat, object? after) =>
        connection.StreamAsyncCore<JsonElement>("Follow", [seat.Name, after], Patience).GetAsyncEnumerator();

    private static async Task<List<JsonElement>> TakeAsync(IAsyncEnumerator<JsonElement> stream, int count)
    {
        var taken = new List<JsonElement>(count);
        while (taken.Count < count && await stream.MoveNextAsync())
        {
            taken.Add(stream.Current);
        }

        Assert.Equal(count, taken.Count);
        return taken;
    }

    private static async Task HitAsync(Seat seat, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            await seat.HitAsync(string.Create(CultureInfo.InvariantCulture, $"?n={i}"));
        }
    }

    private static IEnumerable<int> Numbers(IEnumerable<JsonElement> hits) =>
        hits.Select(hit => int.Parse(hit.Pairs("query")[0].Value, CultureInfo.InvariantCulture));
}
