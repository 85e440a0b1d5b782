using System.Diagnostics;
using System.Globalization;

namespace PixelLab.Bench;

/// <summary>How soon the lab takes hits, beside a web app that has nothing to prepare, and how much memory it holds.</summary>
internal static class StartAndMemory
{
    private const int Starts = 5;
    private const int Hits = 100_000;
    private const double Aim = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Measures and prints.</summary>
    public static async Task RunAsync()
    {
        await StartAsync(["dotnet", Checkout.LabProgram]);
        await using var lab = await BenchLab.StartAsync();
        var idle = lab.Memory / 1e6;
        await Load.CountAsync(Hits, lab.Port, "/~bench/px/PL-SHOP-1.gif");
        var after = lab.Memory / 1e6;
        Console.WriteLine($"resident memory: {idle:n0} MB idle, {after:n0} MB after {Hits:n0} hits (aim: 200)");
    }

    /// <summary>Starts a lab and the bare web app in turn.</summary>
    /// <param name="program">The lab's program, with what stands before it.</param>
    public static async Task StartAsync(string[] program)
    {
        var data = Directory.CreateTempSubdirectory("pixellab-bench-");
        try
        {
            var lab = new List<double>();
            var bare = new List<double>();
            for (var i = 0; i < Starts; i++)
            {
                var port = LoopbackPorts.Free();
                bare.Add(await TimeAsync(BareServer.Launch(port), port, "/"));
                port = LoopbackPorts.Free();
                var start = new ProcessStartInfo(program[0], [.. program[1..], "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")])
                {
                    WorkingDirectory = program[0] == "dotnet" ? Checkout.Lab : "",
                    RedirectStandardOutput = true,
                };
                start.Environment["PixelLab__DataDirectory"] = data.FullName;
                lab.Add(await TimeAsync(start, port, "/healthz"));
            }

            Console.WriteLine($"start to /healthz: {Median(lab):n2} s, slowest {lab.Max():n2} s; a bare web app {Median(bare):n2} s; {Median(lab) / Median(bare):n1} times as long (aim: {Aim:n0})");
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    /// <summary>Waits until a server answers with success.</summary>
    public static async Task AnswersAsync(int port, string path)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var http = new HttpClient();
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}{path}"));
                request.Headers.Host = "localhost";
                using var answer = await http.SendAsync(request, patience.Token);
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(5, patience.Token);
            }
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task<double> TimeAsync(ProcessStartInfo start, int port, string path)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        try
        {
            await AnswersAsync(port, path);
            return clock.Elapsed.TotalSeconds;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }
}
