using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using PixelLab.Core.Population;

namespace PixelLab.Bench;

/// <summary>The simulated town: 10,000 people for 7 days, and visits a second by both roads.</summary>
internal static class PopulationRun
{
    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync()
    {
        Straight();
        await ByRequestsAsync();
    }

    private static void Straight()
    {
        var plan = new PopulationPlan { People = PopulationPlan.MostPeople, Days = 7 };
        var clock = Stopwatch.StartNew();
        var result = Core.Population.PopulationRun.Score(plan, null, CancellationToken.None);
        var seconds = clock.Elapsed.TotalSeconds;
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(
            $"{plan.People:n0} people × {plan.Days} days, straight through capture and scored by three lenses: {seconds:n1} s, "
            + $"{result.Pages / seconds:n0} visits/s ({result.Events:n0} events, {result.Hits:n0} hits), "
            + $"peak {self.PeakWorkingSet64 / 1024.0 / 1024.0:n0} MB (aim: 1,000)");
    }

    private static async Task ByRequestsAsync()
    {
        await using var lab = await BenchLab.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{lab.Port}") };
        var clock = Stopwatch.StartNew();
        using var begun = await http.PostAsJsonAsync(
            "/~bench/population/runs", new { what = "walk", people = 40, days = 1, seed = 1, regime = "none" });
        begun.EnsureSuccessStatusCode();
        var run = await begun.Content.ReadFromJsonAsync<JsonElement>();
        var address = $"/~bench/population/runs/{run.GetProperty("id").GetString()}";
        while (run.GetProperty("state").GetString() == "running")
        {
            await Task.Delay(100);
            run = await http.GetFromJsonAsync<JsonElement>(address);
        }

        var result = run.GetProperty("result");
        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine(
            $"by real requests, held to 100 a second: {result.GetProperty("pages").GetInt64() / seconds:n1} visits/s, "
            + $"{result.GetProperty("hits").GetInt64() / seconds:n0} hits/s");
    }
}
