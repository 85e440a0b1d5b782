using System.Globalization;

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
        for (var i = 0; i < Hits; i++)
        {
            await connection.SendAsync($"GET {seat.PixelPath}?n={i} HTTP/1.1\r\nHost: {seat.PixelHost}\r\n{headers}\r\n");
            Assert.Equal(200, (await connection.ReadReplyAsync()).Status);
        }

        // A character takes two bytes in memory, and a head that was read is there as text and in parts.
        const long Sent = (long)Hits * HeadersOfAHit * BytesOfAHeader;
        Assert.True(server.Memory < 2 * Sent, $"{server.Memory:n0} bytes are held after {Sent:n0} were sent");
        Assert.Equal(Hits, (await seat.EventsAsync(pageSize: 20)).Count);
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
        var before = server.Memory;
        var idle = new List<RawConnection>();
        try
        {
            for (var i = 0; i < Connections; i++)
            {
                var connection = await RawConnection.OpenAsync(server);
                idle.Add(connection);
                await connection.SendAsync(request);
                Assert.Equal(200, (await connection.ReadReplyAsync()).Status);
            }

            var held = server.Memory - before;
            Assert.True(held < Connections * 400_000L, $"{held:n0} bytes are held for {Connections} connections on which nothing comes");
        }
        finally
        {
            idle.ForEach(connection => connection.Dispose());
        }
    }
}
