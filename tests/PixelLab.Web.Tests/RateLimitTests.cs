using System.Net;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Web.Tests;

/// <summary>How many hits one address may send.</summary>
public sealed class RateLimitTests
{
    [Fact]
    public async Task Hits_beyond_the_limit_get_the_image_with_429_and_are_noted_once()
    {
        await using var server = await LabServer.StartAsync(("Limits:HitsPerMinute", "5"));
        var seat = await Seat.NewAsync(server);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 20; i++)
        {
            using var reply = await server.Http.GetAsync(server.Url("metrics", seat.PixelPath), TestContext.Current.CancellationToken);
            statuses.Add(reply.StatusCode);
            Assert.Equal(TransparentGif.Bytes, await reply.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }

        // The limiter's minute may turn in between and let five more through; the note is then made once a minute.
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.Equal(statuses.Count(status => status == HttpStatusCode.OK), (await seat.HitsAsync()).Count);
        var refused = await seat.EventsAsync("refused");
        Assert.InRange(refused.Count, 1, 2);
        Assert.Equal("too_many_hits", refused[0].Text("reason"));
        Assert.Equal(5, refused[0].GetProperty("limit").GetInt64());
        Assert.Equal("127.0.0.1", refused[0].Text("address"));
    }

    [Fact]
    public async Task A_limit_of_0_is_none()
    {
        await using var server = await LabServer.StartAsync(("Limits:HitsPerMinute", "0"));
        var seat = await Seat.NewAsync(server);
        await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => seat.HitAsync()));
        Assert.Equal(400, (await seat.HitsAsync()).Count);
        Assert.Empty(await seat.EventsAsync("refused"));
    }
}
