using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace PixelLab.Bench;

/// <summary>How long it takes from sending a hit until a person who follows has it.</summary>
internal static class LiveLatency
{
    private const int Followers = 30;
    private const int HitsPerSecond = 200;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(3);

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync()
    {
        await using var lab = await BenchLab.StartAsync();
        await MeasureAsync(lab, "warm", Warm);
        var (latencies, expected) = await MeasureAsync(lab, "bench", Duration);
        var sorted = latencies.Order().ToList();
        Console.WriteLine($"hit to follower over SignalR, {Followers} followers, {HitsPerSecond} hits/s: p50 {At(sorted, 0.50):n1} ms (aim: 5), p99 {At(sorted, 0.99):n1} ms (aim: 25), {sorted.Count:n0} of {expected:n0} events");
    }

    private static double At(List<double> sorted, double part) => sorted[(int)((sorted.Count - 1) * part)];

    private static async Task<(IReadOnlyCollection<double> Latencies, int Expected)> MeasureAsync(LabProcess lab, string seat, TimeSpan duration)
    {
        var latencies = new ConcurrentQueue<double>();
        var hits = (int)(duration.TotalSeconds * HitsPerSecond);
        using var patience = new CancellationTokenSource(duration + TimeSpan.FromSeconds(30));
        var followers = await Task.WhenAll(Enumerable.Range(0, Followers).Select(_ => FollowAsync(lab, seat, hits, latencies, patience.Token)));
        await SendAsync(lab, seat, hits);
        await Task.WhenAll(followers.Select(follower => follower.Done));
        foreach (var (connection, _) in followers)
        {
            await connection.DisposeAsync();
        }

        return (latencies, hits * Followers);
    }

    private static async Task<(HubConnection Connection, Task Done)> FollowAsync(
        LabProcess lab, string seat, int hits, ConcurrentQueue<double> latencies, CancellationToken cancellation)
    {
        var connection = new HubConnectionBuilder().WithUrl($"http://127.0.0.1:{lab.Port}/live").Build();
        await connection.StartAsync(cancellation);
        var stream = connection.StreamAsync<JsonElement>("Follow", seat, "", cancellation);
        return (connection, ReadAsync());

        async Task ReadAsync()
        {
            var left = hits;
            await foreach (var hit in stream.WithCancellation(cancellation))
            {
                var sent = hit.GetProperty("query").EnumerateArray().First(pair => pair.GetProperty("name").ValueEquals("sent"));
                var at = long.Parse(sent.GetProperty("value").GetString()!, CultureInfo.InvariantCulture);
                latencies.Enqueue(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
                if (--left == 0)
                {
                    return;
                }
            }
        }
    }

    private static async Task SendAsync(LabProcess lab, string seat, int hits)
    {
        using var http = new HttpClient();
        var running = new List<Task>(hits);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < hits; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / HitsPerSecond) - clock.Elapsed;
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due);
            }

            running.Add(HitAsync(http, lab, seat));
        }

        await Task.WhenAll(running);
    }

    private static async Task HitAsync(HttpClient http, LabProcess lab, string seat)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, $"http://127.0.0.1:{lab.Port}/~{seat}/px/PL-SHOP-1.gif?en=page_view&sent={Stopwatch.GetTimestamp()}");
        request.Headers.Host = $"metrics.localhost:{lab.Port}";
        using var reply = await http.SendAsync(request);
        reply.EnsureSuccessStatusCode();
    }
}
