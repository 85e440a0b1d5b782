using System.Diagnostics;
using System.Globalization;

namespace PixelLab.Bench;

/// <summary>
/// Reports and trackers' views over a room of 300 with 200,000 events, as its instructor asks for them: the first time, when all
/// of it has to be read, and once more after some hits.
/// </summary>
internal static class RoomFolds
{
    private const int Students = 300;
    private const int Events = 200_000;
    private const int AtOnce = 64;
    private const int Products = 24;

    /// <summary>On two processors. Whoever asks first waits the longest, for a lab that has read nothing back yet is slow at it.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(4);

    /// <summary>Measures and prints; whether no answer took longer than its bound.</summary>
    public static async Task<bool> RunAsync()
    {
        await using var lab = await BenchLab.StartAsync();
        using var room = await RoomOfTheBench.OpenAsync(lab, Students);
        await Parallel.ForAsync(0, Events, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, (number, _) => new ValueTask(HitAsync(room, number)));
        Console.WriteLine(Text($"a room of {Students} with {Events:n0} events; the lab holds {lab.Memory / 1e6:n0} MB before anybody asks:"));
        var isQuick = true;
        foreach (var (name, path) in new[]
                 {
                     ("one report", $"/api/rooms/{room.Code}/reports/pages"), ("all reports", $"/classroom/{room.Code}/reports"),
                     ("trackers' views", $"/api/rooms/{room.Code}/compare"),
                 })
        {
            var first = await TimeAsync(room, path);
            for (var number = 0; number < Products; number++)
            {
                await HitAsync(room, number);
            }

            // An answer is good for a second, which is not what is measured here.
            await Task.Delay(TimeSpan.FromSeconds(1.1));
            var next = await TimeAsync(room, path);
            isQuick &= first < Bound && next < Bound;
            Console.WriteLine(Text($"  {name,-18} first {first.TotalMilliseconds,7:n0} ms, then {next.TotalMilliseconds,7:n0} ms (bound: {Bound.TotalMilliseconds:n0}); the lab holds {lab.Memory / 1e6:n0} MB"));
        }

        return isQuick;
    }

    private static Task HitAsync(RoomOfTheBench room, int number)
    {
        var student = number % Students;
        var seat = room.Seats[student];
        var view = number / Students;
        var product = ((view / 3) % Products) + 1;
        var page = $"http%3A%2F%2Fshop.localhost%2Fshoes%2F{product}";
        return (view % 3) switch
        {
            0 => room.FireAsync("metrics", $"/~{seat}/px/PL-SHOP-1.gif?en=page_view&dl={page}&dt=Shoe&z=v{number}.1"),
            1 => room.FireAsync(
                "adnet", $"/~{seat}/tr?id=448122&ev=ViewContent&cd[content_ids]={product}&dl={page}&eid=v{number}.2",
                Text($"anid=1763.{student:d6}.aaaaaaaa")),
            _ => room.FireAsync("metrics", $"/~{seat}/px/PL-SHOP-1.gif?en=user_engagement&_et={number % 60_000}&dl={page}&z=v{number}.m2"),
        };
    }

    private static async Task<TimeSpan> TimeAsync(RoomOfTheBench room, string path)
    {
        var start = Stopwatch.GetTimestamp();
        await room.ReadAsync(path);
        return Stopwatch.GetElapsedTime(start);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
