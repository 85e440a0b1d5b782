using System.Net;

namespace PixelLab.Web.Tests.Nodes;

/// <summary>Two labs on one Redis server.</summary>
public sealed class TwoLabsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_redis_is_away_hits_are_refused_and_no_answered_one_is_lost()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var first = await LabServer.StartAsync(redis.Settings);
        await using var second = await LabServer.StartAsync(redis.Settings);
        var pixel = (await Seat.NewAsync(first)).PixelPath;
        await HitAsync(first, pixel, "1");
        await HitAsync(second, pixel, "2");

        await redis.KillAsync();
        using (var refused = await first.Http.GetAsync(first.Url("metrics", pixel + "?n=refused"), Cancellation))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Equal(["not-kept"], refused.Headers.GetValues("X-PixelLab"));
            Assert.Equal("image/gif", refused.Content.Headers.ContentType?.MediaType);
        }

        await redis.StartAgainAsync();
        await HealthBecomesAsync(first, HttpStatusCode.OK);
        await HealthBecomesAsync(second, HttpStatusCode.OK);
        await HitAsync(second, pixel, "3");

        var name = pixel.Split('/')[1][1..];
        foreach (var lab in new[] { first, second })
        {
            var events = await lab.Http.GetStringAsync(lab.Url("lab", $"/api/seats/{name}/events"), Cancellation);
            Assert.All(Enumerable.Range(1, 3), number => Assert.Contains($"n={number}", events, StringComparison.Ordinal));
            Assert.DoesNotContain("n=refused", events, StringComparison.Ordinal);
        }
    }

    private static async Task HitAsync(LabServer lab, string pixel, string number)
    {
        using var reply = await lab.Http.GetAsync(lab.Url("metrics", $"{pixel}?n={number}"), Cancellation);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    private static async Task HealthBecomesAsync(LabServer lab, HttpStatusCode expected)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            using var reply = await lab.Http.GetAsync(lab.Url("lab", "/healthz"), patience.Token);
            if (reply.StatusCode == expected)
            {
                return;
            }

            await Task.Yield();
        }
    }
}
