using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace PixelLab.Bench;

/// <summary>
/// An honest class of thirty walks through the shop, first in quiet, then while one visitor from elsewhere does whatever might take the lab
/// away from them. Their pages and pixels must not become more than three times as slow, nothing of theirs may be lost, and the lab's memory
/// has a bound. The lab and the class share this machine; the visitor, who would be at another, has what they leave of it.
/// </summary>
internal static class HostileClass
{
    private const int Students = 30;
    private const int PixelsOfPage = 3;
    private const double MostTimes = 3;
    private const double MostMegabytes = 600;

    /// <summary>The bound of quiet: below it, three times as long is what a machine's other work makes of it.</summary>
    private const double LeastBound = 30;

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Hostile = TimeSpan.FromMinutes(2);

    /// <summary>As long as it takes to see what one trick does.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Measures and prints; whether every bound was kept.</summary>
    /// <param name="tricks">Words of the tricks that are tried; none for all of them.</param>
    public static async Task<bool> RunAsync(IReadOnlyList<string> tricks)
    {
        var time = tricks.Count == 0 ? Hostile : Glance;
        await using var lab = await LabProcess.StartAsync(("Addressing:TrustedProxies:0", "127.0.0.1"));
        using var room = await RoomOfTheBench.OpenAsync(lab, Students);
        await WalkAsync(room, Warm);
        var quiet = await WalkAsync(room, Quiet);
        using var end = new CancellationTokenSource();
        var memory = MemoryAsync(lab, end.Token);
        using var visitor = HostileVisitor.Start(lab.Port, room.Code, tricks);
        var hostile = await WalkAsync(room, time);
        visitor.StandardInput.Close();
        var report = await visitor.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await visitor.WaitForExitAsync(CancellationToken.None);
        var wasThere = visitor.ExitCode == 0;
        await end.CancelAsync();
        var megabytes = await memory;

        var pixelsKept = 0;
        foreach (var seat in room.Seats)
        {
            pixelsKept += (await lab.EventsAsync(seat)).Count(one => one.GetProperty("kind").ValueEquals("hit"));
        }

        var sent = room.Fired;
        var kept = pixelsKept == sent && hostile.Failed == 0;
        Console.WriteLine(Text($"a class of {Students} beside one hostile visitor, {time.TotalSeconds:n0} s, {Environment.ProcessorCount} processors for all:"));
        var isQuick = IsQuick("pages", quiet.Pages, hostile.Pages) & IsQuick("pixels", quiet.Pixels, hostile.Pixels);
        Console.WriteLine(Text($"  pixels of the class    {sent:n0} answered, {pixelsKept:n0} kept; {hostile.Failed} requests failed"));
        Console.WriteLine(Text($"  memory                 {megabytes:n0} MB at most (bound: {MostMegabytes})"));
        Console.Write(wasThere ? report : "    THE VISITOR BROKE OFF\n");
        var isKept = wasThere && isQuick && kept && megabytes <= MostMegabytes;
        Console.WriteLine(isKept ? "  all bounds kept" : "  A BOUND WAS MISSED");
        return isKept;
    }

    private static bool IsQuick(string what, IReadOnlyCollection<double> quiet, IReadOnlyCollection<double> hostile)
    {
        var (before, now) = (At(quiet, 0.99), At(hostile, 0.99));
        var bound = Math.Max(LeastBound, before * MostTimes);
        Console.WriteLine(Text($"  {what,-22} p99 {before:n1} ms in quiet, {now:n1} ms (bound: {bound:n1}); p50 {At(quiet, 0.5):n1} and {At(hostile, 0.5):n1} ms"));
        return now <= bound;
    }

    private static double At(IReadOnlyCollection<double> times, double part) => times.Order().ElementAt((int)((times.Count - 1) * part));

    private static async Task<Walk> WalkAsync(RoomOfTheBench room, TimeSpan time)
    {
        var walk = new Walk();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(room.Seats.Select(async (seat, place) =>
        {
            await Task.Delay(Pause * place / Students);
            while (clock.Elapsed < time)
            {
                await walk.TimeAsync(walk.Pages, () => room.LookAsync("shop.", $"/~{seat}/shoes/3"));
                for (var pixel = 0; pixel < PixelsOfPage; pixel++)
                {
                    await walk.TimeAsync(walk.Pixels, () => room.FireAsync("metrics", $"/~{seat}/px/PL-SHOP-1.gif?en=page_view&z={pixel}"));
                }

                await Task.Delay(Pause);
            }
        }));
        return walk;
    }

    private static async Task<double> MemoryAsync(LabProcess lab, CancellationToken end)
    {
        var most = 0d;
        while (!end.IsCancellationRequested)
        {
            most = Math.Max(most, lab.Memory / 1e6);
            await Task.Delay(250, CancellationToken.None);
        }

        return most;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class Walk
    {
        private int _failed;

        public ConcurrentBag<double> Pages { get; } = [];

        public ConcurrentBag<double> Pixels { get; } = [];

        public int Failed => _failed;

        public async Task TimeAsync(ConcurrentBag<double> times, Func<Task> ask)
        {
            var start = Stopwatch.GetTimestamp();
            try
            {
                await ask();
            }
            catch (HttpRequestException)
            {
                Interlocked.Increment(ref _failed);
            }

            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }
}
