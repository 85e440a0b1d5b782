using System.Globalization;
using System.Net;
using System.Text;

namespace PixelLab.Web.Tests;

/// <summary>What the lab keeps in memory does not grow with what it is sent.</summary>
public sealed class MemoryTests
{
    private const int Hits = 1000;
    private const int HeadersOfAHit = 100;
    private const int BytesOfAHeader = 2000;

    [Fact]
    public async Task A_flood_of_large_hits_is_kept_in_the_file_and_not_in_memory()
    {
        await using var server = await LabProcess.StartAsync(("Limits:HitsPerMinute", "0"));
        var seat = await Seat.NewAsync(server);
        var headers = string.Concat(Enumerable.Range(0, HeadersOfAHit).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"X-{i}: {new string('h', BytesOfAHeader)}\r\n")));
        using var connection = await RawConnection.OpenAsync(server);
        async Task SendAsync(int hits)
        {
            for (var i = 0; i < hits; i++)
            {
                await connection.SendAsync($"GET {seat.PixelPath}?n={i} HTTP/1.1\r\nHost: {seat.PixelHost}\r\n{headers}\r\n");
                Assert.Equal(200, (await connection.ReadReplyAsync()).Status);
            }
        }

        // What the program itself takes once it is at work is none of what was sent.
        await server.Http.GetStringAsync(server.Url("shop", "/"), TestContext.Current.CancellationToken);
        await SendAsync(20);
        var before = server.Memory;
        await SendAsync(Hits);

        // A character takes two bytes in memory, and a head that was read is there as text and in parts.
        const long Sent = (long)Hits * HeadersOfAHit * BytesOfAHeader;
        var held = server.Memory - before;
        Assert.True(held < 3 * Sent / 2, $"{held:n0} bytes are held after {Sent:n0} were sent");
        Assert.Equal(20 + Hits, (await seat.EventsAsync(pageSize: 20)).Count);
    }

    [Theory]
    [InlineData("Content-Length: 620000\r\n\r\n", "", 0)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n975e0\r\n", "\r\n0\r\n\r\n", 0)]
    [InlineData("Content-Length: 0\r\n\r\n", "", 100)]
    public async Task Connections_on_which_nothing_comes_any_more_hold_nothing_of_what_came(string framing, string end, int largeHeaders)
    {
        const int Connections = 200;
        const int Body = 620_000;
        await using var server = await LabProcess.StartAsync();
        var headers = string.Concat(Enumerable.Range(0, largeHeaders).Select(i =>
            string.Create(CultureInfo.InvariantCulture, $"X-{i}: {new string('h', BytesOfAHeader)}\r\n")));
        var body = framing.Contains("Length: 0", StringComparison.Ordinal) ? "" : new string('b', Body);
        var request = $"POST /healthz HTTP/1.1\r\nHost: localhost:{server.Port}\r\n{headers}{framing}{body}{end}";
        var idle = new List<RawConnection>();
        async Task AskAsync(int connections)
        {
            for (var i = 0; i < connections; i++)
            {
                var connection = await RawConnection.OpenAsync(server);
                idle.Add(connection);
                await connection.SendAsync(request);
                Assert.Equal(200, (await connection.ReadReplyAsync()).Status);
            }
        }

        try
        {
            // What the program itself takes once it is at work is none of what a connection holds.
            await AskAsync(20);
            var before = server.Memory;
            await AskAsync(Connections);
            var held = server.Memory - before;
            Assert.True(held < Connections * 400_000L, $"{held:n0} bytes are held for {Connections} connections on which nothing comes");
        }
        finally
        {
            idle.ForEach(connection => connection.Dispose());
        }
    }

    [Fact]
    public async Task Replays_that_are_opened_at_once_are_not_held_in_memory_and_a_hostile_one_ends_where_it_is_wrong()
    {
        const int Files = 4;
        const int Events = 500;
        await using var server = await LabProcess.StartAsync();
        var head = $"GET /px/PL-SHOP-1.gif HTTP/1.1\\r\\nX: {new string('h', 30_000)}";
        var written = new StringBuilder(Beginning);
        for (var i = 1; i <= Events; i++)
        {
            written.Append(CultureInfo.InvariantCulture, $$$"""
                {{{(i > 1 ? "," : "")}}}{"id":{{{i}}},"event":{"kind":"hit","at":"2026-11-24T00:00:00Z","vendor":"metrics","request":{"head":"{{{head}}}","scheme":"http",
                "path":"/px/PL-SHOP-1.gif","address":"203.0.113.7","headBytes":30000,"body":"{{{new string('b', 60_000)}}}","bodyBytes":60000},"setCookies":[]}}
                """);
        }

        var good = Encoding.ASCII.GetBytes(written.Append("]}").ToString());
        var before = server.Memory;
        var most = 0L;
        var opened = Task.WhenAll(Enumerable.Range(0, Files).Select(_ => OpenAsync(server, good)));
        while (!opened.IsCompleted)
        {
            most = Math.Max(most, server.Memory);
            using var alive = await server.Http.GetAsync(server.Url("lab", "/healthz"), TestContext.Current.CancellationToken);
        }

        Assert.All(await opened, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.Status));
        Assert.True(most - before < 8L * good.Length, $"{most - before:n0} bytes are held for {Files} files of {good.Length:n0}");

        var hostile = Encoding.ASCII.GetBytes(Beginning + string.Concat(Enumerable.Repeat("0,", 30_000_000)));
        var (status, words) = await OpenAsync(server, hostile);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("Event 1 of this replay can", words, StringComparison.Ordinal);
    }

    private const string Beginning = """{"format":"pixellab-replay","version":1,"events":[""";

    private static async Task<(HttpStatusCode Status, string Words)> OpenAsync(LabServer server, byte[] replay)
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(replay);
        form.Add(file, "replay", "replay.json");
        using var reply = await server.Http.PostAsync(server.Url("lab", "/replay"), form, TestContext.Current.CancellationToken);
        return (reply.StatusCode, await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
