using System.Text;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Web.Tests;

/// <summary>What the lab keeps of a request is what went over the wire.</summary>
public sealed class CaptureTests(SharedLab lab) : IClassFixture<SharedLab>
{
    private readonly LabServer _server = lab.Server;

    [Fact]
    public async Task Headers_keep_the_order_and_spelling_in_which_they_came()
    {
        var seat = await Seat.NewAsync(_server);
        var request = $"GET {seat.PixelPath}?q=1 HTTP/1.1\r\nx-ODD:  spaced \r\nHost: {seat.PixelHost}\r\n"
            + "user-AGENT: first\r\nAccept: */*\r\nX-Odd: again\r\nEmpty:\r\n\r\n";
        Assert.Equal(200, (await RawConnection.AskAsync(_server, request)).Status);

        var hit = await seat.OnlyHitAsync();
        Assert.Equal(
            [("x-ODD", "spaced"), ("Host", seat.PixelHost), ("user-AGENT", "first"), ("Accept", "*/*"), ("X-Odd", "again"), ("Empty", "")],
            hit.Pairs("headers"));
        Assert.Equal(request.TrimEnd(), hit.Text("head"));
        Assert.Equal(request.Length, hit.GetProperty("headBytes").GetInt32());
        Assert.Empty(hit.Notes());
    }

    [Fact]
    public async Task The_size_of_the_head_counts_bytes_and_not_characters()
    {
        var seat = await Seat.NewAsync(_server);
        var request = Encoding.UTF8.GetBytes($"GET {seat.PixelPath} HTTP/1.1\r\nHost: {seat.PixelHost}\r\nX-Town: Zürich – 東京\r\n\r\n");
        using var connection = await RawConnection.OpenAsync(_server);
        await connection.SendAsync(request);
        Assert.Equal(200, (await connection.ReadReplyAsync()).Status);

        var hit = await seat.OnlyHitAsync();
        Assert.Equal(request.Length, hit.GetProperty("headBytes").GetInt32());
        Assert.Contains(("X-Town", "Zürich – 東京"), hit.Pairs("headers"));
    }

    [Fact]
    public async Task A_beacons_body_is_kept_and_the_next_request_on_the_connection_begins_after_it()
    {
        var seat = await Seat.NewAsync(_server);
        using var connection = await RawConnection.OpenAsync(_server);
        const string Body = "en=user_engagement&x=GET / HTTP/1.1\r\n\r\n";
        await connection.SendAsync(
            $"POST {seat.PixelPath}?n=1 HTTP/1.1\r\nHost: {seat.PixelHost}\r\nContent-Type: text/plain\r\nContent-Length: {Body.Length}\r\n\r\n{Body}");
        Assert.Equal(TransparentGif.Bytes, (await connection.ReadReplyAsync()).Body);
        var second = $"GET {seat.PixelPath}?n=2 HTTP/1.1\r\nHost: {seat.PixelHost}\r\n\r\n";
        await connection.SendAsync(second);
        Assert.Equal(TransparentGif.Bytes, (await connection.ReadReplyAsync()).Body);

        var hits = await seat.HitsAsync();
        Assert.Equal(Body, hits[0].Text("body"));
        Assert.Equal(Body.Length, hits[0].GetProperty("bodyBytes").GetInt32());
        Assert.Equal(second.TrimEnd(), hits[1].Text("head"));
        Assert.Equal(second.Length, hits[1].GetProperty("headBytes").GetInt32());
    }

    [Fact]
    public async Task A_pixel_that_asks_for_a_web_socket_is_answered_and_the_next_on_its_connection_is_kept_as_it_came()
    {
        var seat = await Seat.NewAsync(_server);
        using var connection = await RawConnection.OpenAsync(_server);
        string[] requests =
        [
            $"GET {seat.PixelPath}?n=1 HTTP/1.1\r\nHost: {seat.PixelHost}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
            $"GET {seat.PixelPath}?n=2 HTTP/1.1\r\nx-ODD: 1\r\nHost: {seat.PixelHost}\r\nuser-AGENT: second\r\n\r\n",
        ];
        foreach (var request in requests)
        {
            await connection.SendAsync(request);
            Assert.Equal(TransparentGif.Bytes, (await connection.ReadReplyAsync()).Body);
        }

        var hits = await seat.HitsAsync();
        Assert.Equal(requests.Select(request => request.TrimEnd()), hits.Select(hit => hit.Text("head")));
        Assert.All(hits, hit => Assert.Empty(hit.Notes()));
    }

    [Theory]
    [InlineData("Content-Length: 70000\r\n\r\n", "")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n11170\r\n", "\r\n0\r\n\r\n")]
    public async Task A_head_after_a_body_on_the_same_connection_keeps_the_order_and_the_letters_of_the_wire(string framing, string end)
    {
        var seat = await Seat.NewAsync(_server);
        var next = $"GET {seat.PixelPath}?n=2 HTTP/1.1\r\nx-ODD: 1\r\nHost: {seat.PixelHost}\r\nb: 2\r\nA: 3\r\n\r\n";
        using var connection = await RawConnection.OpenAsync(_server);
        await connection.SendAsync(
            $"POST {seat.PixelPath}?n=1 HTTP/1.1\r\nHost: {seat.PixelHost}\r\n{framing}{new string('b', 70_000)}{end}{next}");
        Assert.Equal(200, (await connection.ReadReplyAsync()).Status);
        Assert.Equal(200, (await connection.ReadReplyAsync()).Status);
        await connection.SendAsync(next);
        Assert.Equal(200, (await connection.ReadReplyAsync()).Status);

        var hits = await seat.HitsAsync();
        Assert.All(hits.Skip(1), hit => Assert.Equal(["x-ODD", "Host", "b", "A"], hit.Pairs("headers").Select(pair => pair.Name)));
        Assert.Equal(3, hits.Count);
    }

    [Fact]
    public async Task A_chunked_body_is_kept_as_what_it_says()
    {
        var seat = await Seat.NewAsync(_server);
        var reply = await RawConnection.AskAsync(
            _server, $"POST {seat.PixelPath} HTTP/1.1\r\nHost: {seat.PixelHost}\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
        Assert.Equal(200, reply.Status);
        Assert.Equal("abcde", (await seat.OnlyHitAsync()).Text("body"));
    }

    [Fact]
    public async Task Requests_sent_without_waiting_for_answers_are_told_apart()
    {
        var seat = await Seat.NewAsync(_server);
        using var connection = await RawConnection.OpenAsync(_server);
        var requests = Enumerable.Range(0, 20)
            .Select(i => $"GET {seat.PixelPath}?n={i} HTTP/1.1\r\nHost: {seat.PixelHost}\r\nX-Number: {i}\r\n\r\n")
            .ToList();
        await connection.SendAsync(string.Concat(requests));
        foreach (var _ in requests)
        {
            Assert.Equal(TransparentGif.Bytes, (await connection.ReadReplyAsync()).Body);
        }

        var hits = await seat.HitsAsync();
        Assert.Equal(requests.Select(request => request.TrimEnd()), hits.Select(hit => hit.Text("head")));
        Assert.Equal(requests.Select(request => request.Length), hits.Select(hit => hit.GetProperty("headBytes").GetInt32()));
    }

    [Fact]
    public async Task A_target_that_names_its_host_as_for_a_proxy_is_kept_as_it_came()
    {
        var seat = await Seat.NewAsync(_server);
        var target = $"http://{seat.PixelHost}{seat.PixelPath}?q=1";
        var reply = await RawConnection.AskAsync(_server, $"GET {target} HTTP/1.1\r\nHost: {seat.PixelHost}\r\n\r\n");
        Assert.Equal(TransparentGif.Bytes, reply.Body);
        var hit = await seat.OnlyHitAsync();
        Assert.Equal(target, hit.Text("url"));
        Assert.Equal("/px/PL-SHOP-1.gif", hit.Text("path"));
        Assert.Equal([("q", "1")], hit.Pairs("query"));
    }

    [Fact]
    public async Task A_head_that_comes_byte_by_byte_is_kept_whole()
    {
        var seat = await Seat.NewAsync(_server);
        using var connection = await RawConnection.OpenAsync(_server);
        var request = $"GET {seat.PixelPath}?slow=1 HTTP/1.1\r\nHost: {seat.PixelHost}\r\nX-A: 1\r\n\r\n";
        foreach (var character in request)
        {
            await connection.SendAsync(character.ToString());
        }

        Assert.Equal(200, (await connection.ReadReplyAsync()).Status);
        Assert.Equal(request.TrimEnd(), (await seat.OnlyHitAsync()).Text("head"));
    }
}
