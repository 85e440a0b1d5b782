using System.Globalization;
using System.Text;
using System.Text.Json;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Web.Tests;

/// <summary>
/// Whatever a request holds, the pixel answers with its image where HTTP lets the request through, and the event is kept as it
/// came or marked.
/// </summary>
public sealed class HostileInputTests(SharedLab lab) : IClassFixture<SharedLab>
{
    private static readonly int[] StandingStatuses = [200, 400, 404];

    private static readonly string[] HeadersWithText =
        ["User-Agent", "Referer", "Accept", "Accept-Language", "Origin", "Sec-CH-UA", "DNT", "Cookie", "X-Forwarded-For", "From"];

    private readonly LabServer _server = lab.Server;

    [Fact]
    public async Task A_query_of_64_kB_is_answered_and_marked_as_cut()
    {
        var seat = await Seat.NewAsync(_server);
        await AskForImageAsync(seat, "?long=" + new string('a', 64 * 1024));
        var hit = await seat.OnlyHitAsync();
        Assert.Contains(CaptureNotes.UrlCut, hit.Notes());
        Assert.StartsWith("aaaa", hit.Pairs("query").Single().Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?a=%", "a", "%")]
    [InlineData("?a=%zz&b", "a", "%zz")]
    [InlineData("?a=%E4%", "a", "%E4%")]
    [InlineData("?a=%C3%28", "a", "%C3(")]
    [InlineData("?a=%00%01%1f", "a", "\0\u0001\u001f")]
    [InlineData("?a=%0d%0aSet-Cookie:%20x=1", "a", "\r\nSet-Cookie: x=1")]
    [InlineData("?%3Cscript%3E=%3C/script%3E", "<script>", "</script>")]
    [InlineData("?a=<script>alert(1)</script>", "a", "<script>alert(1)</script>")]
    [InlineData("?a={{7*7}}${7*7}'\"", "a", "{{7*7}}${7*7}'\"")]
    [InlineData("?=nameless", "", "nameless")]
    [InlineData("?a=%u0041", "a", "%u0041")]
    [InlineData("?a=%EF%BF%BE%F4%8F%BF%BF", "a", "\uFFFE\U0010FFFF")]
    public async Task A_query_that_nobody_expects_is_kept_as_it_came(string query, string name, string value)
    {
        var seat = await Seat.NewAsync(_server);
        await AskForImageAsync(seat, query);
        var hit = await seat.OnlyHitAsync();
        Assert.Equal((name, value), hit.Pairs("query")[0]);
        Assert.EndsWith(query, hit.Text("url"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_in_a_header_are_shown_and_marked()
    {
        var seat = await Seat.NewAsync(_server);
        await AskForImageAsync(seat, "", "X-Bytes: \xFF\xFE\xE4\r\n");
        var hit = await seat.OnlyHitAsync();
        Assert.Contains(CaptureNotes.NotUtf8, hit.Notes());
        Assert.Contains(("X-Bytes", "\xFF\xFE\xE4"), hit.Pairs("headers"));
    }

    [Theory]
    [InlineData("?a=\xFF\xFE")]
    [InlineData("?a=\x01\x7f")]
    [InlineData("?a=\0")]
    [InlineData("\0")]
    [InlineData("%00")]
    public async Task A_target_that_breaks_the_rules_of_HTTP_leaves_the_lab_standing(string target)
    {
        var seat = await Seat.NewAsync(_server);
        var reply = await RawConnection.AskAsync(
            _server, $"GET {seat.PixelPath}{target} HTTP/1.1\r\nHost: {seat.PixelHost}\r\n\r\n");
        Assert.Contains(reply.Status, StandingStatuses);
        if (reply.Status == 200)
        {
            Assert.Equal(TransparentGif.Bytes, reply.Body);
            Assert.EndsWith(target, (await seat.OnlyHitAsync()).Text("url"), StringComparison.Ordinal);
        }

        await seat.HitAsync();
    }

    [Fact]
    public async Task Markup_in_every_field_is_kept_as_text()
    {
        const string Markup = "\"><img src=x onerror=alert(1)>";
        var seat = await Seat.NewAsync(_server);
        var headers = string.Concat(
            HeadersWithText.Select(name => $"{name}: {Markup}\r\n"));
        await AskForImageAsync(seat, "?en=<b>&dl=<script>&dr=<i>&dt=</title><script>&cid=<x>&z=<z>", headers);
        var hit = await seat.OnlyHitAsync();
        Assert.Equal(10, hit.Pairs("headers").Count(header => header.Value == Markup));
        Assert.Equal("127.0.0.1", hit.Text("address"));

        using var panel = await _server.Http.GetAsync(_server.Url("lab", $"/~{seat.Name}/panel"), TestContext.Current.CancellationToken);
        Assert.True(panel.IsSuccessStatusCode);
        Assert.DoesNotContain("onerror", await panel.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_headers_are_all_kept()
    {
        var seat = await Seat.NewAsync(_server);
        await AskForImageAsync(seat, "", string.Concat(Enumerable.Range(0, 200).Select(i => $"X-Header-{i}: {i}\r\n")));
        var headers = (await seat.OnlyHitAsync()).Pairs("headers");
        Assert.Equal(201, headers.Count);
        Assert.Equal(("X-Header-199", "199"), headers[^1]);
    }

    [Fact]
    public async Task More_headers_than_the_server_reads_get_a_plain_refusal()
    {
        var seat = await Seat.NewAsync(_server);
        var reply = await RawConnection.AskAsync(
            _server,
            $"GET {seat.PixelPath} HTTP/1.1\r\nHost: {seat.PixelHost}\r\n{string.Concat(Enumerable.Range(0, 400).Select(i => $"X-{i}: {i}\r\n"))}\r\n");
        Assert.Equal(431, reply.Status);
        await seat.HitAsync();
    }

    [Theory]
    [InlineData("many lines")]
    [InlineData("one long line")]
    public async Task Headers_that_the_server_does_not_read_are_noted_with_the_vendor_and_the_bound(string kind)
    {
        var seat = await Seat.NewAsync(_server);
        var headers = kind == "many lines"
            ? string.Concat(Enumerable.Range(0, 400).Select(i => $"X-{i}: {i}\r\n"))
            : $"X-Long: {new string('a', 300 * 1024)}\r\n";
        using var connection = await RawConnection.OpenAsync(_server);

        // The second request on its connection, so that what came before it must be told apart.
        await connection.SendAsync($"GET {seat.PixelPath} HTTP/1.1\r\nHost: {seat.PixelHost}\r\n\r\n");
        Assert.Equal(200, (await connection.ReadReplyAsync()).Status);
        await connection.SendAsync($"GET {seat.PixelPath} HTTP/1.1\r\nHost: {seat.PixelHost}\r\n{headers}\r\n");
        Assert.Equal(431, (await connection.ReadReplyAsync()).Status);

        var refused = await RefusedAsync(seat);
        Assert.Equal("headers_too_large", refused.Text("reason"));
        Assert.Equal("metrics", refused.Text("vendor"));
        Assert.Equal("127.0.0.1", refused.Text("address"));
        Assert.Equal(256 * 1024, refused.GetProperty("limit").GetInt64());
        Assert.Single(await seat.HitsAsync());
    }

    [Fact]
    public async Task A_target_that_the_server_does_not_read_is_noted_for_the_seat_in_its_beginning()
    {
        var seat = await Seat.NewAsync(_server);
        var reply = await RawConnection.AskAsync(
            _server, $"GET {seat.PixelPath}?long={new string('a', 300 * 1024)} HTTP/1.1\r\nHost: {seat.PixelHost}\r\n\r\n");
        Assert.Equal(414, reply.Status);

        // The Host header stands behind the target, so nobody knows which vendor was meant.
        var refused = await RefusedAsync(seat);
        Assert.Equal("target_too_long", refused.Text("reason"));
        Assert.False(refused.TryGetProperty("vendor", out _));
        Assert.Empty(await seat.HitsAsync());
    }

    [Theory]
    [InlineData("/~NO-SEAT/px/1.gif")]
    [InlineData("no path")]
    [InlineData("\0\0")]
    public async Task A_head_too_large_that_names_no_seat_leaves_the_lab_standing(string beginning)
    {
        var reply = await RawConnection.AskAsync(
            _server, $"GET {beginning}{new string('a', 300 * 1024)} HTTP/1.1\r\nHost: {new string('b', 100)}\r\n\r\n");
        Assert.InRange(reply.Status, 400, 499);
        await (await Seat.NewAsync(_server)).HitAsync();
    }

    [Fact]
    public async Task A_header_of_16_kB_is_answered_and_kept()
    {
        var seat = await Seat.NewAsync(_server);
        await AskForImageAsync(seat, "", $"X-Long: {new string('h', 16 * 1024)}\r\n");
        var hit = await seat.OnlyHitAsync();
        var value = hit.Pairs("headers").Single(header => header.Name == "X-Long").Value;
        Assert.True(value.Length == 16 * 1024 || hit.Notes().Contains(CaptureNotes.HeadersCut));
    }

    [Fact]
    public async Task Cookies_that_come_twice_are_told_twice()
    {
        var seat = await Seat.NewAsync(_server);
        await AskForImageAsync(seat, "", "Cookie: a=1; a=2; ; =x; b\r\nCookie: a=3\r\n");
        var cookies = (await seat.OnlyHitAsync()).Pairs("cookies");
        Assert.Equal(["1", "2", "3"], cookies.Where(cookie => cookie.Name == "a").Select(cookie => cookie.Value));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("OPTIONS")]
    [InlineData("DELETE")]
    [InlineData("BREW")]
    public async Task Every_method_is_answered_with_the_image(string method)
    {
        var seat = await Seat.NewAsync(_server);
        var reply = await RawConnection.AskAsync(
            _server, $"{method} {seat.PixelPath} HTTP/1.1\r\nHost: {seat.PixelHost}\r\nContent-Length: 0\r\n\r\n");
        Assert.Equal(200, reply.Status);
        Assert.Equal(TransparentGif.Bytes, reply.Body);
        Assert.Equal(method, (await seat.OnlyHitAsync()).Text("method"));
    }

    [Fact]
    public async Task HEAD_is_answered_with_the_images_headers_alone()
    {
        var seat = await Seat.NewAsync(_server);
        using var connection = await RawConnection.OpenAsync(_server);
        await connection.SendAsync($"HEAD {seat.PixelPath} HTTP/1.1\r\nHost: {seat.PixelHost}\r\n\r\n");
        var reply = await connection.ReadReplyAsync(head: true);
        Assert.Equal(200, reply.Status);
        Assert.Equal("43", reply.Headers["Content-Length"].Single());
        await connection.SendAsync($"GET {seat.PixelPath} HTTP/1.1\r\nHost: {seat.PixelHost}\r\n\r\n");
        Assert.Equal(TransparentGif.Bytes, (await connection.ReadReplyAsync()).Body);
        Assert.Equal("HEAD", (await seat.HitsAsync())[0].Text("method"));
    }

    [Fact]
    public async Task A_hundred_half_open_connections_hold_nobody_up()
    {
        var seat = await Seat.NewAsync(_server);
        var halfOpen = new List<RawConnection>();
        try
        {
            for (var i = 0; i < 100; i++)
            {
                halfOpen.Add(await RawConnection.OpenAsync(_server));
                await halfOpen[^1].SendAsync($"GET {seat.PixelPath} HTTP/1.1\r\nHost: {seat.PixelHost}\r\nX-Half: ");
            }

            for (var i = 0; i < 10; i++)
            {
                await seat.HitAsync(string.Create(CultureInfo.InvariantCulture, $"?n={i}"));
            }

            Assert.Equal(10, (await seat.HitsAsync()).Count);
        }
        finally
        {
            halfOpen.ForEach(connection => connection.Dispose());
        }
    }

    [Fact]
    public async Task A_body_of_more_than_64_kB_is_cut_and_marked()
    {
        var seat = await Seat.NewAsync(_server);
        var body = new string('b', 200 * 1024);
        var reply = await RawConnection.AskAsync(
            _server, $"POST {seat.PixelPath} HTTP/1.1\r\nHost: {seat.PixelHost}\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        Assert.Equal(200, reply.Status);
        Assert.Equal(TransparentGif.Bytes, reply.Body);
        var hit = await seat.OnlyHitAsync();
        Assert.Contains(CaptureNotes.BodyCut, hit.Notes());
        Assert.Equal(64 * 1024, hit.Text("body")!.Length);
    }

    [Fact]
    public async Task A_body_that_is_not_UTF8_is_shown_and_marked()
    {
        var seat = await Seat.NewAsync(_server);
        var reply = await RawConnection.AskAsync(
            _server, $"POST {seat.PixelPath} HTTP/1.1\r\nHost: {seat.PixelHost}\r\nContent-Length: 3\r\n\r\n\xFF\0\x80");
        Assert.Equal(200, reply.Status);
        var hit = await seat.OnlyHitAsync();
        Assert.Contains(CaptureNotes.NotUtf8, hit.Notes());
        Assert.Equal("\xFF\0\x80", hit.Text("body"));
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nabc\r\n")]
    [InlineData("Content-Length: 999999999999\r\n\r\n")]
    public async Task A_body_that_cannot_be_read_costs_neither_the_image_nor_the_event(string rest)
    {
        var seat = await Seat.NewAsync(_server);
        var reply = await RawConnection.AskAsync(_server, $"POST {seat.PixelPath} HTTP/1.1\r\nHost: {seat.PixelHost}\r\n{rest}");
        Assert.Equal(200, reply.Status);
        Assert.Equal(TransparentGif.Bytes, reply.Body);
        Assert.Contains(CaptureNotes.BodyCut, (await seat.OnlyHitAsync()).Notes());
    }

    [Theory]
    [InlineData("Content-Length: -1")]
    [InlineData("Content-Length: 99999999999999999999999")]
    [InlineData("Content-Length: many")]
    [InlineData("Transfer-Encoding: nonsense")]
    public async Task A_length_that_HTTP_forbids_is_refused_and_the_lab_lives_on(string header)
    {
        var seat = await Seat.NewAsync(_server);
        try
        {
            var reply = await RawConnection.AskAsync(_server, $"POST {seat.PixelPath} HTTP/1.1\r\nHost: {seat.PixelHost}\r\n{header}\r\n\r\n");
            Assert.InRange(reply.Status, 400, 501);
        }
        catch (EndOfStreamException)
        {
            // The server hangs up on a number that no integer holds.
        }

        Assert.Empty(await seat.HitsAsync());
        await seat.HitAsync();
    }

    [Fact]
    public async Task Deep_nesting_and_many_pairs_do_not_stop_the_explanation()
    {
        var seat = await Seat.NewAsync(_server);
        var many = new StringBuilder("?");
        for (var i = 0; i < 2000; i++)
        {
            many.Append(CultureInfo.InvariantCulture, $"p{i}=1&");
        }

        await AskForImageAsync(seat, many.ToString());
        Assert.NotEmpty((await seat.OnlyHitAsync()).GetProperty("explained").EnumerateArray());
    }

    /// <summary>The note is written beside the refusal, so it may come a moment after it.</summary>
    private static async Task<JsonElement> RefusedAsync(Seat seat)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            if (await seat.EventsAsync("refused") is [var refused, ..])
            {
                return refused;
            }

            Assert.False(patience.IsCancellationRequested, "The refusal was not noted.");
        }
    }

    private async Task AskForImageAsync(Seat seat, string query, string headers = "")
    {
        var reply = await RawConnection.AskAsync(
            _server, $"GET {seat.PixelPath}{query} HTTP/1.1\r\nHost: {seat.PixelHost}\r\n{headers}\r\n");
        Assert.Equal(200, reply.Status);
        Assert.Equal("image/gif", reply.Headers["Content-Type"].Single());
        Assert.Equal(TransparentGif.Bytes, reply.Body);
    }
}
