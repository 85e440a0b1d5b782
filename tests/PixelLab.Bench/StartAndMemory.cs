using System.Diagnostics;

namespace PixelLab.Bench;

/// <summary>How soon the lab takes hits, and how much memory it holds.</summary>
internal static class StartAndMemory
{
    private const int Starts = 5;
    private const int Hits = 100_000;

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync()
    {
        var times = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            var clock = Stopwatch.StartNew();
            await using var started = await BenchLab.StartAsync();
            await started.Http.GetByteArrayAsync(started.Url("lab", "/healthz"));
            times.Add(clock.Elapsed.TotalSeconds);
        }

        await using var lab = await BenchLab.StartAsync();
        var idle = lab.Memory / 1e6;
        await Load.CountAsync(Hits, lab.Port, "/~bench/px/PL-SHOP-1.gif");
        var after = lab.Memory / 1e6;
        Console.WriteLine($"start to /healthz: {times.Order().ElementAt(Starts / 2):n2} s, slowest {times.Max():n2} s (aim: 1.5)");
        Console.WriteLine($"resident memory: {idle:n0} MB idle, {after:n0} MB after {Hits:n0} hits (aim: 200)");
    }
}
