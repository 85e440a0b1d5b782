using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PixelLab.Web.Tests.Nodes;

/// <summary>A Redis server that stands still, or has no memory left, while labs run on it.</summary>
public sealed class RedisFaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_the_server_stands_still_hits_are_refused_and_health_says_so_and_after_it_all_goes_on()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var first = await LabServer.StartAsync(redis.Settings);
        await using var second = await LabServer.StartAsync(redis.Settings);
        var seat = await Seat.NewAsync(first);
        await using var watcher = new Watcher(seat, first, second).Start();
        var answered = new List<string>();
        async Task<HttpStatusCode> HitAsync(LabServer lab, string number)
        {
            using var reply = await lab.Http.GetAsync(lab.Url("metrics", $"{seat.PixelPath}?n={number}"), Cancellation);
            if (reply.StatusCode == HttpStatusCode.OK)
            {
                answered.Add(number);
            }

            return reply.StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, await HitAsync(first, "before"));
        await watcher.SeesAsync(1);
        await redis.StallAsync();

        // More than the groups that may be on their way, and all at once.
        var refused = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => HitAsync(number % 2 == 0 ? first : second, $"stalled.{number}")));
        Assert.All(refused, status => Assert.Equal(HttpStatusCode.ServiceUnavailable, status));
        foreach (var lab in new[] { first, second })
        {
            var (status, health) = await HealthAsync(lab);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Equal("away", health.GetProperty("state").GetString());
        }

        await redis.GoOnAsync();
        foreach (var lab in new[] { first, second })
        {
            await lab.HealthBecomesAsync(HttpStatusCode.OK);
            Assert.Equal(HttpStatusCode.OK, await HitAsync(lab, $"after.{lab.Port}"));
        }

        var kept = (await seat.EventsAsync(first)).Select(Number).ToList();
        Assert.Equal(3, answered.Count);
        Assert.Empty(answered.Except(kept));
        Assert.Equal(kept.Count, kept.Distinct().Count());
        await watcher.SeesAsync(kept.Count);
        Assert.Equal(kept, watcher.Seen.Select(Number));
    }

    [Fact]
    public async Task Where_the_server_has_no_memory_left_its_state_says_so_and_erasing_works_also_from_a_lab_that_starts_then()
    {
        await using var redis = await RedisProcess.StartAsync("--maxmemory-policy", "noeviction");
        await using var first = await LabServer.StartAsync(redis.Settings);
        var seat = await Seat.NewAsync(first);
        var empty = await Seat.NewAsync(first);
        for (var hit = 0; hit < 100; hit++)
        {
            await seat.HitAsync($"?n={hit}&pad={new string('p', 2000)}");
        }

        await redis.RunAsync("CONFIG", "SET", "maxmemory", "1mb");
        await first.HealthBecomesAsync(HttpStatusCode.ServiceUnavailable);
        using (var refused = await first.Http.GetAsync(first.Url("metrics", seat.PixelPath + "?n=refused"), Cancellation))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        var (_, health) = await HealthAsync(first);
        Assert.Equal("full", health.GetProperty("state").GetString());
        Assert.Contains("memory", health.GetProperty("why").GetString(), StringComparison.Ordinal);
        Assert.Contains("until some of it is erased", health.GetProperty("why").GetString(), StringComparison.Ordinal);

        await using var second = await LabServer.StartAsync(redis.Settings);
        Assert.Equal("full", (await HealthAsync(second)).Health.GetProperty("state").GetString());
        foreach (var name in new[] { empty.Name, seat.Name })
        {
            using var erased = await second.Http.DeleteAsync(second.Url("lab", $"/api/seats/{name}"), Cancellation);
            Assert.Equal(HttpStatusCode.NoContent, erased.StatusCode);
        }

        Assert.Empty(await seat.EventsAsync(first));
        await redis.RunAsync("CONFIG", "SET", "maxmemory", "0");
        await first.HealthBecomesAsync(HttpStatusCode.OK);
        await seat.HitAsync("?n=after");
        Assert.Single(await seat.EventsAsync(second));
    }

    private static string Number(JsonElement hit) => hit.Pairs("query").Single(pair => pair.Name == "n").Value;

    private static async Task<(HttpStatusCode Status, JsonElement Health)> HealthAsync(LabServer lab)
    {
        using var reply = await lab.Http.GetAsync(lab.Url("lab", "/healthz"), Cancellation);
        return (reply.StatusCode, await reply.Content.ReadFromJsonAsync<JsonElement>(Cancellation));
    }
}
