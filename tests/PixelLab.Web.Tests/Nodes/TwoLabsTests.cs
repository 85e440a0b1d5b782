using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Tests.Classroom;

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
        await first.HealthBecomesAsync(HttpStatusCode.OK);
        await second.HealthBecomesAsync(HttpStatusCode.OK);
        await HitAsync(second, pixel, "3");

        var name = pixel.Split('/')[1][1..];
        foreach (var lab in new[] { first, second })
        {
            var events = await lab.Http.GetStringAsync(lab.Url("lab", $"/api/seats/{name}/events"), Cancellation);
            Assert.All(Enumerable.Range(1, 3), number => Assert.Contains($"n={number}", events, StringComparison.Ordinal));
            Assert.DoesNotContain("n=refused", events, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_of_two_labs_is_killed_under_load_and_every_follower_sees_each_answered_hit_once_and_in_order()
    {
        const int Walkers = 4;
        const int Hits = 150;
        await using var redis = await RedisProcess.StartAsync();
        await using var first = await LabProcess.StartAsync(redis.Settings);
        await using var second = await LabServer.StartAsync(redis.Settings);
        var seat = await Seat.NewAsync(first);
        await using var there = new Watcher(seat, first, second).Start();
        await using var here = new Watcher(seat, second).Start();
        await HitAsync(first, seat.PixelPath, "begin");
        await there.SeesAsync(1);
        await here.SeesAsync(1);

        var answered = new ConcurrentBag<string> { "begin" };
        var begun = new TaskCompletionSource();
        var killed = new TaskCompletionSource();
        var walking = Task.WhenAll(Enumerable.Range(0, Walkers).Select(walker => Task.Run(async () =>
        {
            for (var hit = 0; hit < Hits; hit++)
            {
                if (hit == Hits * 2 / 3)
                {
                    await killed.Task;
                }

                // Each by turns, as a proxy in front of both deals them out; the other one, where one does not answer.
                var number = $"{walker}.{hit}";
                foreach (var lab in hit % 2 == 0 ? new[] { first, second } : [second, first])
                {
                    if (await TryHitAsync(lab, seat.PixelPath, number) == HttpStatusCode.OK)
                    {
                        answered.Add(number);
                        break;
                    }

                    // It may have been kept before the lab was killed; nobody was told so. What comes now is another hit.
                    number += ".again";
                }

                if (hit == Hits / 3)
                {
                    begun.TrySetResult();
                }
            }
        })));
        await begun.Task.WaitAsync(Cancellation);
        await first.KillAsync();
        killed.SetResult();
        await walking;

        Assert.Equal(1 + (Walkers * Hits), answered.Count);
        await HitAsync(second, seat.PixelPath, "end");
        answered.Add("end");
        var kept = (await seat.EventsAsync(second)).Select(Number).ToList();
        foreach (var watcher in new[] { there, here })
        {
            await watcher.SeesAsync(kept.Count);
            Assert.Equal(kept, watcher.Seen.Select(Number));
            Assert.Equal(watcher.Seen.Select(one => one.Id()).Order().Distinct(), watcher.Seen.Select(one => one.Id()));
        }

        Assert.Equal(kept.Count, kept.Distinct().Count());
        Assert.Empty(answered.Except(kept));
        Assert.True(there.Connections > 1);
        Assert.Equal(1, here.Connections);
    }

    [Fact]
    public async Task Redis_is_killed_under_load_and_what_was_answered_is_kept()
    {
        const int Walkers = 4;
        await using var redis = await RedisProcess.StartAsync();
        await using var first = await LabServer.StartAsync(redis.Settings);
        await using var second = await LabServer.StartAsync(redis.Settings);
        var seat = await Seat.NewAsync(first);
        await using var watcher = new Watcher(seat, first, second).Start();

        var answered = new ConcurrentBag<string>();
        var refused = new ConcurrentBag<string>();
        using var enough = new CancellationTokenSource();
        var walking = Task.WhenAll(Enumerable.Range(0, Walkers).Select(walker => Task.Run(async () =>
        {
            for (var hit = 0; !enough.IsCancellationRequested; hit++)
            {
                var status = await TryHitAsync(hit % 2 == 0 ? first : second, seat.PixelPath, $"{walker}.{hit}");
                (status == HttpStatusCode.OK ? answered : refused).Add($"{walker}.{hit}");
            }
        })));
        await BecomesAsync(() => answered.Count > 100);
        await redis.KillAsync();
        await BecomesAsync(() => refused.Count > 20);
        await redis.StartAgainAsync();
        var before = answered.Count;
        await BecomesAsync(() => answered.Count > before + 100);
        await enough.CancelAsync();
        await walking;
        await second.HealthBecomesAsync(HttpStatusCode.OK);

        var kept = (await seat.EventsAsync(second)).Select(Number).ToList();
        Assert.Empty(answered.Except(kept));
        Assert.Equal(kept.Count, kept.Distinct().Count());
        await watcher.SeesAsync(kept.Count);
        Assert.Equal(kept, watcher.Seen.Select(Number));
    }

    [Fact]
    public async Task An_event_of_a_newer_version_is_passed_over_and_what_comes_after_it_is_seen()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var first = await LabServer.StartAsync(redis.Settings);
        var seat = await Seat.NewAsync(first);
        await HitAsync(first, seat.PixelPath, "1");
        await HitAsync(first, seat.PixelPath, "strange");
        await HitAsync(first, seat.PixelPath, "3");
        await redis.RewriteAsync((await seat.EventsAsync(first))[1].Id(), seat.Name + " {\"kind\":\"of-next-year\",\"at\":\"2027-01-01T00:00:00Z\"}");

        await using var second = await LabServer.StartAsync(redis.Settings);
        await using var watcher = new Watcher(seat, second).Start();
        await watcher.SeesAsync(2);
        await HitAsync(first, seat.PixelPath, "4");
        await watcher.SeesAsync(3);

        Assert.Equal(["1", "3", "4"], watcher.Seen.Select(Number));
        Assert.Equal(["1", "3", "4"], (await seat.EventsAsync(second)).Select(Number));
    }

    [Fact]
    public async Task Votes_that_come_through_both_labs_at_once_all_count_and_a_change_shows_at_the_other_lab()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var first = await LabServer.StartAsync(redis.Settings);
        await using var second = await LabServer.StartAsync(redis.Settings);
        var room = await TaughtRoom.OpenAsync(first);
        var students = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            students.Add((await room.JoinAsync()).Seat);
        }

        await using var hub = await ConnectAsync(second, "/room");
        await using var console = hub.StreamAsyncCore<JsonElement>("Teach", [room.Code, room.Key], Cancellation).GetAsyncEnumerator(Cancellation);
        using (var asked = await room.SendAsync(
            HttpMethod.Post, "actions", body: new { @do = "ask", question = "How many?", options = (string[])["one", "two"] }))
        {
            Assert.True(asked.IsSuccessStatusCode, $"{asked}");
        }

        await ShowsAsync(console, view => view.TryGetProperty("poll", out _));
        await Task.WhenAll(students.Select(async (student, i) =>
        {
            var lab = i % 2 == 0 ? first : second;
            using var voted = await lab.Http.PostAsJsonAsync(lab.Url("lab", $"/api/seats/{student}/room/vote"), new { option = i % 3 == 0 ? 0 : 1 }, Cancellation);
            Assert.Equal(HttpStatusCode.NoContent, voted.StatusCode);
        }));
        await ShowsAsync(console, view => view.GetProperty("poll").GetProperty("counts").EnumerateArray().Select(count => count.GetInt32()).SequenceEqual([4, 8]));
    }

    private static async Task HitAsync(LabServer lab, string pixel, string number)
    {
        using var reply = await lab.Http.GetAsync(lab.Url("metrics", $"{pixel}?n={number}"), Cancellation);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    /// <summary>Fires the pixel; null where the lab is not there. Whatever else it answers has to be the image, kept or plainly not kept.</summary>
    private static async Task<HttpStatusCode?> TryHitAsync(LabServer lab, string pixel, string number)
    {
        try
        {
            using var reply = await lab.Http.GetAsync(lab.Url("metrics", $"{pixel}?n={number}"), Cancellation);
            Assert.Equal(TransparentGif.Bytes, await reply.Content.ReadAsByteArrayAsync(Cancellation));
            if (reply.StatusCode != HttpStatusCode.OK)
            {
                Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.StatusCode);
                Assert.Equal(["not-kept"], reply.Headers.GetValues("X-PixelLab"));
            }

            return reply.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static string Number(JsonElement hit) => hit.Pairs("query").Single(pair => pair.Name == "n").Value;

    private static async Task<HubConnection> ConnectAsync(LabServer lab, string path)
    {
        var hub = new HubConnectionBuilder()
            .WithUrl(lab.Url("lab", path), http => http.HttpMessageHandlerFactory = _ => LoopbackHttp.Handler()).Build();
        await hub.StartAsync(Cancellation);
        return hub;
    }

    private static async Task ShowsAsync(IAsyncEnumerator<JsonElement> views, Func<JsonElement, bool> expected)
    {
        do
        {
            Assert.True(await views.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60), Cancellation));
        }
        while (!expected(views.Current));
    }

    private static async Task BecomesAsync(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
