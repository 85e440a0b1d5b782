using System.Diagnostics;
using System.Globalization;

namespace PixelLab.Bench;

/// <summary>
/// A class of 300: each student's page follows its own seat and the room, the console follows all of them, and each seat sends
/// two hits a second for a minute. Nobody may miss an event or get one twice, and the console must be quick. Then the instructor teaches,
/// and a question may cost a student two short messages. Clients and server share this machine.
/// </summary>
internal static class ClassLoad
{
    private const int Students = 300;
    private const int HitsPerSecond = Students * 2;
    private const int Bound = 100;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Measures and prints; whether every bound was kept.</summary>
    public static async Task<bool> RunAsync()
    {
        await using var lab = await BenchLab.StartAsync();
        using var room = await RoomOfTheBench.OpenAsync(lab, Students);
        var hits = (int)((Warm + Duration).TotalSeconds * HitsPerSecond);
        var warm = (int)(Warm.TotalSeconds * HitsPerSecond);
        using var patience = new CancellationTokenSource(Warm + Duration + Patience);
        var students = await Task.WhenAll(room.Seats.Select((seat, place) =>
            FollowedStream.StartAsync(lab, "live", "Follow", [seat, ""], place, Students, hits, warm, patience.Token)));
        var strips = await Task.WhenAll(room.Seats.Select(seat => Strip.StartAsync(lab, "Attend", [seat], patience.Token)));
        await using var taught = await Strip.StartAsync(lab, "Teach", [room.Code, room.Key], patience.Token);
        var console = await FollowedStream.StartAsync(lab, "room", "FollowAll", [room.Code, room.Key, ""], 0, 1, hits, warm, patience.Token);
        var (server, self) = (TimeSpan.Zero, TimeSpan.Zero);
        await SendAsync(room, hits, warm, () => (server, self) = (lab.ProcessorTime, Environment.CpuUsage.TotalTime));
        await Task.WhenAll(students.Append(console).Select(stream => stream.Done));
        server = lab.ProcessorTime - server;
        self = Environment.CpuUsage.TotalTime - self;

        var sound = students.Append(console).All(stream => stream.IsSound);
        var quick = console.At(0.99) < Bound;
        Console.WriteLine(Text($"a class of {Students}, {HitsPerSecond} hits/s for {Duration.TotalSeconds:n0} s, {Environment.ProcessorCount} processors for server and clients:"));
        Console.WriteLine(Text($"  console, all seats     {console.Seen:n0} of {hits:n0} events, {console.Doubled:n0} twice or out of order; hit to client p50 {console.At(0.5):n1} ms, p99 {console.At(0.99):n1} ms (bound: {Bound}), longest {console.At(1):n0} ms"));
        Console.WriteLine(Text($"  students, own seats    {students.Sum(one => one.Seen):n0} of {hits:n0} events, {students.Sum(one => one.Doubled):n0} twice or out of order; p99 of the slowest {students.Max(one => one.At(0.99)):n1} ms"));
        Console.WriteLine(Text($"  server                 {lab.Memory / 1e6:n0} MB resident, {100 * server / Duration:n0} % of one processor; the clients {100 * self / Duration:n0} %"));
        patience.CancelAfter(Patience);
        var quiet = await new RoomLoad(room, strips, taught, patience.Token).RunAsync();
        Console.WriteLine(sound && quick && quiet ? "  all bounds kept" : "  A BOUND WAS MISSED");
        foreach (var strip in strips)
        {
            await strip.DisposeAsync();
        }

        foreach (var stream in students.Append(console))
        {
            await stream.DisposeAsync();
        }

        return sound && quick && quiet;
    }

    private static async Task SendAsync(RoomOfTheBench room, int hits, int warm, Action warmed)
    {
        var running = new List<Task>(hits);
        var clock = Stopwatch.StartNew();
        for (var hit = 0; hit < hits; hit++)
        {
            if (hit == warm)
            {
                warmed();
            }

            var due = TimeSpan.FromSeconds((double)hit / HitsPerSecond) - clock.Elapsed;
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due);
            }

            var seat = room.Seats[hit % room.Seats.Count];
            running.Add(room.FireAsync("metrics", $"/~{seat}/px/PL-SHOP-1.gif?en=page_view&hit={hit}&sent={Stopwatch.GetTimestamp()}"));
        }

        await Task.WhenAll(running);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
