using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PixelLab.Web.Capture;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Tests;

/// <summary>What one visitor may use up, and what is said where it is more.</summary>
public sealed class BudgetTests
{
    private const int Class = 300;
    private const int BytesOfABrowser = 1500;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_has_so_many_streams_and_one_more_is_refused_in_words_until_another_ends()
    {
        await using var server = await LabServer.StartAsync();
        var seat = await Seat.NewAsync(server);
        await seat.HitAsync();
        await using var connection = LiveTests.Connection(new Uri(server.Url("lab", "/live")));
        await connection.StartAsync(Cancellation);
        using var first = new CancellationTokenSource();
        var streams = new List<IAsyncEnumerator<JsonElement>> { await FollowAsync(connection, seat, first.Token) };
        for (var i = 1; i < ConnectionLimits.StreamsOfConnection; i++)
        {
            streams.Add(await FollowAsync(connection, seat, Cancellation));
        }

        var refused = await Assert.ThrowsAsync<HubException>(() => FollowAsync(connection, seat, Cancellation));
        Assert.Contains($"{ConnectionLimits.StreamsOfConnection} streams already", refused.Message, StringComparison.Ordinal);
        await using var another = LiveTests.Connection(new Uri(server.Url("lab", "/live")));
        await another.StartAsync(Cancellation);
        await FollowAsync(another, seat, Cancellation);

        await first.CancelAsync();
        while (true)
        {
            try
            {
                await FollowAsync(connection, seat, Cancellation);
                break;
            }
            catch (HubException)
            {
                // The place is free when the server has heard of the stream's end.
                await Task.Yield();
            }
        }

        var health = await server.GetAsync("/healthz");
        Assert.Equal("ready", health.Text("state"));
        Assert.Contains(health.GetProperty("refused").EnumerateArray(), one => one.Text("budget") == "streams_of_connection");
    }

    [Fact]
    public async Task A_class_of_300_behind_one_address_has_a_panel_a_dock_and_a_strip_each()
    {
        await using var server = await LabServer.StartAsync();
        var seat = await Seat.NewAsync(server);
        await seat.HitAsync();
        var connections = Enumerable.Range(0, Class).Select(_ => LiveTests.Connection(new Uri(server.Url("lab", "/live")))).ToList();
        foreach (var connection in connections)
        {
            await connection.StartAsync(Cancellation);
            await Task.WhenAll(FollowAsync(connection, seat, Cancellation), FollowAsync(connection, seat, Cancellation), FollowAsync(connection, seat, Cancellation));
        }

        Assert.Empty((await server.GetAsync("/healthz")).GetProperty("refused").EnumerateArray());
        await Task.WhenAll(connections.Select(connection => connection.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task A_full_seat_keeps_nothing_more_until_it_is_erased_and_says_so_once_and_others_are_none_the_worse()
    {
        await using var server = await LabServer.StartAsync(("Limits:MegabytesOfSeat", "1"));
        var (full, other) = (await Seat.NewAsync(server), await Seat.NewAsync(server));
        for (var i = 0; i < 100; i++)
        {
            await full.HitAsync($"?pad={new string('p', 15_000)}");
        }

        await other.HitAsync();
        Assert.InRange((await full.HitsAsync()).Count, 60, 80);
        Assert.Single(await other.HitsAsync());
        var refused = Assert.Single(await full.EventsAsync("refused"));
        Assert.Equal("full", refused.Text("reason"));
        Assert.Equal(1024 * 1024, refused.GetProperty("limit").GetInt64());
        using (var visit = await server.Http.GetAsync(server.Url("shop", full.Name, "/"), Cancellation))
        {
            Assert.Equal(HttpStatusCode.OK, visit.StatusCode);
        }

        Assert.Empty(await full.EventsAsync("visit"));
        Assert.Contains((await server.GetAsync("/healthz")).GetProperty("refused").EnumerateArray(), one => one.Text("budget") == "bytes_of_seat");

        await full.EraseAsync();
        await full.HitAsync();
        Assert.Single(await full.HitsAsync());
    }

    [Fact]
    public async Task A_visitor_who_begins_seat_after_seat_fills_half_of_the_lab_and_not_that_of_others()
    {
        await using var server = await LabServer.StartAsync(
            ("Limits:MegabytesOfAddress", "1"), ("Limits:MegabytesOfLab", "2"), ("Addressing:TrustedProxies:0", "127.0.0.1"));
        var seats = new List<Seat>();
        for (var i = 0; i < 200; i++)
        {
            seats.Add(await Seat.NewAsync(server));
            await HitFromAsync(server, seats[^1], "203.0.113.7", $"?pad={new string('p', 15_000)}");
        }

        var kept = 0;
        foreach (var seat in seats)
        {
            kept += (await seat.HitsAsync()).Count;
        }

        Assert.InRange(kept, 60, 80);
        var other = await Seat.NewAsync(server);
        await HitFromAsync(server, other, "203.0.113.8");
        await HitFromAsync(server, seats[^1], null);
        Assert.Single(await other.HitsAsync());
        Assert.Single(await seats[^1].HitsAsync());
        Assert.Contains((await server.GetAsync("/healthz")).GetProperty("refused").EnumerateArray(), one => one.Text("budget") == "bytes_of_seats_of_address");

        // Erasing gives it back to whom it counted for.
        await seats[0].EraseAsync();
        await seats[1].EraseAsync();
        await HitFromAsync(server, seats[0], "203.0.113.7");
        Assert.Single(await seats[0].HitsAsync());
    }

    [Fact]
    public async Task An_address_sends_so_many_bytes_a_minute_and_what_is_more_gets_its_image_and_is_not_kept()
    {
        await using var server = await LabServer.StartAsync(("Limits:MegabytesPerMinute", "1"));
        var seat = await Seat.NewAsync(server);
        for (var i = 0; i < 200; i++)
        {
            await seat.HitAsync($"?pad={new string('p', 15_000)}");
        }

        // The limiter's minute may turn in between.
        Assert.InRange((await seat.HitsAsync()).Count, 60, 150);
        Assert.Equal("too_many_bytes", (await seat.EventsAsync("refused"))[0].Text("reason"));
    }

    [Fact]
    public async Task What_takes_more_to_keep_than_to_send_counts_for_what_it_takes()
    {
        await using var server = await LabServer.StartAsync(("Limits:MegabytesPerMinute", "2"));
        var seat = await Seat.NewAsync(server);
        var url = server.Url("metrics", seat.Name, "/px/PL-SHOP-1.gif");
        for (var i = 0; i < 12; i++)
        {
            using var zeros = new ByteArrayContent(new byte[CaptureLimits.KeptBody]);
            using var reply = await server.Http.PostAsync(new Uri(url), zeros, Cancellation);
            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        }

        // Each is written as six times as much; the limiter's minute may turn in between.
        Assert.InRange((await seat.HitsAsync()).Count, 5, 11);
    }

    [Fact]
    public async Task An_address_sends_so_many_bytes_of_replays_and_hears_in_words_that_it_was_too_much()
    {
        await using var server = await LabServer.StartAsync();
        const int Largest = 64 * CaptureLimits.Megabyte;
        var announced = new List<RawConnection>();
        for (var bytes = 0L; bytes < (long)ReplayLimits.MegabytesInTenMinutes * CaptureLimits.Megabyte; bytes += Largest)
        {
            announced.Add(await RawConnection.OpenAsync(server));
            await announced[^1].SendAsync($"POST /replay HTTP/1.1\r\nHost: localhost:{server.Port}\r\nContent-Length: {Largest}\r\n\r\n");
        }

        // Whichever of them came too late for its bytes: what is left of them is gone after so many small ones, and these wait for none of the large.
        string page;
        do
        {
            using var file = new ByteArrayContent(new byte[CaptureLimits.Megabyte]);
            using var reply = await server.Http.PostAsync(new Uri(server.Url("lab", "/replay")), file, Cancellation);
            page = await reply.Content.ReadAsStringAsync(Cancellation);
        }
        while (!page.Contains($"{ReplayLimits.MegabytesInTenMinutes} MB of replays", StringComparison.Ordinal));

        announced.ForEach(connection => connection.Dispose());
        Assert.Contains((await server.GetAsync("/healthz")).GetProperty("refused").EnumerateArray(), one => one.Text("budget") == "bytes_of_files");
    }

    [Fact]
    public async Task Who_sends_what_nobody_wants_is_heard_out_and_answered_and_keeps_nobody_waiting()
    {
        await using var server = await LabServer.StartAsync();
        var seat = await Seat.NewAsync(server);
        var pixel = new Uri(server.Url("metrics", seat.Name, "/px/PL-SHOP-1.gif"));
        var large = Enumerable.Range(0, 40).Select(async _ =>
        {
            using var body = new ByteArrayContent(new byte[CaptureLimits.ServerBody]);
            using var reply = await server.Http.PostAsync(pixel, body, Cancellation);
            return reply.StatusCode;
        }).ToList();

        await seat.HitAsync();
        using var small = new ByteArrayContent(new byte[10]);
        using var other = await server.Http.PostAsync(pixel, small, Cancellation);
        Assert.Contains(large, one => !one.IsCompleted);
        Assert.All(await Task.WhenAll(large), status => Assert.Equal(HttpStatusCode.OK, status));
    }

    [Fact]
    public void A_class_of_300_behind_one_address_begins_anew_at_once_and_whoever_goes_on_and_on_does_not()
    {
        var refusals = new Refusals(TimeProvider.System);
        using var limiter = new ErasureLimiter(refusals);
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse("203.0.113.7") } };

        Assert.All(Enumerable.Range(0, Class), _ => Assert.True(limiter.Admits(context)));
        Assert.Contains(false, Enumerable.Range(0, 2 * RateLimits.ErasuresPerMinute).Select(_ => limiter.Admits(context)));
        Assert.Equal(Budget.ErasuresOfAddress, Assert.Single(refusals.All).Budget);
    }

    [Theory]
    [InlineData("DELETE", "/api/seats/SEAT")]
    [InlineData("POST", "/~SEAT/erase")]
    public async Task Whoever_has_erased_too_many_seats_erases_none_in_any_way(string method, string path)
    {
        await using var server = await LabServer.StartAsync();
        var seat = await Seat.NewAsync(server);
        await seat.HitAsync();
        var here = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Loopback } };
        var limiter = server.Services.GetRequiredService<ErasureLimiter>();

        // The minute begins with the first of these.
        while (limiter.Admits(here))
        {
        }

        using var request = new HttpRequestMessage(new HttpMethod(method), server.Url("lab", path.Replace("SEAT", seat.Name, StringComparison.Ordinal)))
        {
            Content = new FormUrlEncodedContent([]),
        };
        using var reply = await server.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.TooManyRequests, reply.StatusCode);
        Assert.Equal(method == "POST" ? "text/html" : "application/problem+json", reply.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Wait a minute", await reply.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Single(await seat.HitsAsync());
    }

    [Fact]
    public void A_class_of_300_behind_one_address_sends_a_hit_a_second_each()
    {
        using var limiter = new HitLimiter(Options.Create(new CaptureLimits()));
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse("203.0.113.7") } };

        Assert.All(Enumerable.Range(0, Class * 60), _ => Assert.True(limiter.Admits(context) && limiter.AdmitsBytes(context, BytesOfABrowser)));
    }

    [Theory]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void Whoever_has_a_network_of_addresses_is_one_sender(string one, string other, bool same) =>
        Assert.Equal(same, Sender.Of(IPAddress.Parse(one)).Equals(Sender.Of(IPAddress.Parse(other))));

    /// <summary>Every limit on what somebody uses up; how large a single thing may be is told where it is sent.</summary>
    public static TheoryData<string, string> Limits()
    {
        var told = new TheoryData<string, string>();
        foreach (var type in new[] { typeof(ConnectionLimits), typeof(RateLimits), typeof(RoomLimits), typeof(ReplayLimits), typeof(RunLimits), typeof(ExplainLimits) })
        {
            foreach (var constant in type.GetFields().Where(field => field is { IsLiteral: true, FieldType: var kind } && kind == typeof(int)))
            {
                told.Add($"{type.Name}.{constant.Name}", $"{constant.GetRawConstantValue()}");
            }
        }

        foreach (var settings in new object[] { new CaptureLimits(), new ReplayLimits() })
        {
            foreach (var setting in settings.GetType().GetProperties().Where(property => property.SetMethod is not null))
            {
                told.Add($"{settings.GetType().Name}.{setting.Name}", $"{setting.GetValue(settings)}");
            }
        }

        return told;
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task The_readme_names_each_limit_with_its_default(string name, string value) => Assert.Contains(
        $"| `{name}` | {value} |", await File.ReadAllTextAsync(Path.Combine(Checkout.Folder, "README.md"), Cancellation), StringComparison.Ordinal);

    [Fact]
    public void Places_are_given_back_and_of_who_has_none_nothing_is_remembered()
    {
        var places = new Places<string>(2);
        Assert.True(places.TryTake("a"));
        Assert.True(places.TryTake("a"));
        Assert.False(places.TryTake("a"));
        Assert.True(places.TryTake("b"));
        places.GiveBack("a");
        Assert.True(places.TryTake("a"));
        places.GiveBack("a");
        places.GiveBack("a");
        places.GiveBack("b");
        Assert.Equal(0, places.Takers);
    }

    [Fact]
    public async Task An_address_has_so_many_connections_and_one_more_is_told_so()
    {
        await using var server = await LabServer.StartAsync();
        var places = server.Services.GetRequiredService<ConnectionCount>().Of;
        while (places.TryTake(IPAddress.Loopback))
        {
            // As that many connections would.
        }

        var reply = await RawConnection.AskAsync(server, "");
        Assert.Equal(503, reply.Status);
        Assert.Contains("connections from your address", System.Text.Encoding.ASCII.GetString(reply.Body), StringComparison.Ordinal);
        places.GiveBack(IPAddress.Loopback);
        Assert.Contains((await server.GetAsync("/healthz")).GetProperty("refused").EnumerateArray(), one => one.Text("budget") == "connections_of_address");
    }

    /// <summary>Follows, up to the first event.</summary>
    private static async Task<IAsyncEnumerator<JsonElement>> FollowAsync(HubConnection connection, Seat seat, CancellationToken cancellation)
    {
        var stream = connection.StreamAsync<JsonElement>("Follow", seat.Name, "", cancellation).GetAsyncEnumerator(cancellation);
        Assert.True(await stream.MoveNextAsync());
        return stream;
    }

    /// <summary>Fires a pixel as a trusted proxy would pass it on.</summary>
    private static async Task HitFromAsync(LabServer server, Seat seat, string? from, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url("metrics", seat.PixelPath + query));
        if (from is not null)
        {
            request.Headers.Add("X-Forwarded-For", from);
        }

        using var reply = await server.Http.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }
}
