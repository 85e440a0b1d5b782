using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;
using PixelLab.Web.Storage.Sqlite;

namespace PixelLab.Bench;

/// <summary>
/// What a seat of very many events costs after a restart, when nothing of it has been read: its first page, beside that of an empty seat,
/// and its first report.
/// </summary>
internal static class LargeSeat
{
    /// <summary>How many events, where nobody says otherwise.</summary>
    private const int Usual = 1_000_000;

    private const int AtOnce = 500;
    private const int Browsers = 20;

    private static readonly SeatId Seat = SeatId.New();

    /// <summary>
    /// Measures and prints: how long it took, and how long the processors have worked for it, which is comparable also on a machine that does
    /// something else.
    /// </summary>
    /// <param name="size">How many events; as many as usual where it is empty.</param>
    public static async Task RunAsync(string[] size)
    {
        var events = size is [var told] ? int.Parse(told, CultureInfo.InvariantCulture) : Usual;
        await using var lab = await BenchLab.StartAsync();
        await lab.TerminateAsync();
        await FillAsync(lab.Data.FullName, events);
        Console.WriteLine(Text($"a seat of {events:n0} events, {lab.Data.EnumerateFiles().Sum(file => file.Length) / 1e6:n0} MB; in brackets what the processors worked"));

        // All that the lab concludes from these events for the first time, and then what it noted of that.
        await lab.StartAgainAsync();
        await AskAsync(lab, "the first time", Seat);
        await lab.TerminateAsync();

        // Each after a start of its own: what is translated for the first page of all is the same for both.
        foreach (var (name, seat) in new[] { ("an empty seat", SeatId.New()), ("the large seat", Seat) })
        {
            var start = Stopwatch.GetTimestamp();
            await lab.StartAgainAsync();
            Console.WriteLine(Text($"  a start: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:n0} ms ({lab.ProcessorTime.TotalMilliseconds:n0})"));
            await AskAsync(lab, name, seat);
            await lab.TerminateAsync();
        }
    }

    private static async Task AskAsync(LabProcess lab, string name, SeatId seat)
    {
        Console.WriteLine($"  {name}:");
        foreach (var (what, url) in new[]
                 {
                     ("first page", lab.Url("shop", seat.Value, "/")), ("first ad", lab.Url("adnet", seat.Value, "/slot?slot=top&ctx=sport")),
                     ("first report", lab.Url("lab", $"/api/seats/{seat.Value}/reports/pages")),
                     ("report again", lab.Url("lab", $"/api/seats/{seat.Value}/reports/pages")),
                 })
        {
            Console.WriteLine($"    {what,-12} {await TimeAsync(lab, url)}");
        }

        // What is noted for the next start is written after the answer.
        await Task.Delay(TimeSpan.FromSeconds(5));
        Console.WriteLine(Text($"    the lab holds {lab.Memory / 1e6:n0} MB"));
    }

    private static async Task<string> TimeAsync(LabProcess lab, string url)
    {
        using var http = LoopbackHttp.Client();
        http.Timeout = Timeout.InfiniteTimeSpan;
        var (start, worked) = (Stopwatch.GetTimestamp(), lab.ProcessorTime);
        using var reply = await http.GetAsync(url);
        reply.EnsureSuccessStatusCode();
        await reply.Content.ReadAsByteArrayAsync();
        return Text($"{Stopwatch.GetElapsedTime(start).TotalMilliseconds,8:n0} ms ({(lab.ProcessorTime - worked).TotalMilliseconds,8:n0})");
    }

    private static async Task FillAsync(string folder, int events)
    {
        await using var file = new SqliteDatabase(Options.Create(new StorageOptions { DataDirectory = folder }));
        await using var log = new SqliteEventLog(
            file,
            new Holdings(Options.Create(new CaptureLimits())),
            new StoreState(TimeProvider.System, NullLogger<StoreState>.Instance),
            TimeProvider.System,
            NullLogger<SqliteEventLog>.Instance);
        var first = DateTimeOffset.UtcNow.AddHours(-2);
        for (var number = 0; number < events; number += AtOnce)
        {
            await log.AppendAsync([.. Enumerable.Range(number, AtOnce).Select(one => ShopWalk.Event(one, Browsers) with { Seat = Seat, At = first.AddMilliseconds(one) })]);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
