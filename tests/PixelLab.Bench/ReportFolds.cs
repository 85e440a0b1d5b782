using System.Diagnostics;
using System.Globalization;
using PixelLab.Core.Lenses;
using PixelLab.Core.Reports;

namespace PixelLab.Bench;

/// <summary>How many events each report folds in a second, and how long its sheet takes after them.</summary>
internal static class ReportFolds
{
    private const int Events = 50_000;
    private const int People = 500;
    private const int Rounds = 3;

    /// <summary>Measures and prints; the best of a few rounds counts.</summary>
    public static void Run()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"reports, each over {Events:n0} events of {People} people:"));
        foreach (var entry in ReportList.All)
        {
            var best = Enumerable.Range(0, Rounds).Select(_ => Measure(entry)).MinBy(round => round.Fold);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {entry.Name,-12} {Events / best.Fold.TotalSeconds,12:n0} events/s, its sheet in {best.Sheet.TotalMilliseconds:n1} ms"));
        }
    }

    /// <summary>With a log of its own, since a hit remembers its parsed parts.</summary>
    private static (TimeSpan Fold, TimeSpan Sheet) Measure(ReportEntry entry)
    {
        var log = Enumerable.Range(0, Events).Select(number => ShopWalk.Event(number, People)).ToList();
        var report = entry.Make();
        var start = Stopwatch.GetTimestamp();
        foreach (var one in log)
        {
            report.Add(one);
        }

        var fold = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        report.Sheet(Lens.Both);
        return (fold, Stopwatch.GetElapsedTime(start));
    }
}
