using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Reports;
using PixelLab.Core.Reports.Sheets;
using PixelLab.Web.Readings;
using PixelLab.Web.Telemetry;

namespace PixelLab.Web.Features.Reports;

/// <summary>Asks a seat's reports as of now, or as they stood after an earlier event.</summary>
public sealed class SeatReports(SeatReadings readings, IEventReader log, InventedTown invented)
{
    private const int PageSize = 1000;

    /// <summary>Every report as of now, in the book's order.</summary>
    public Task<ReportSheet[]> AllAsync(SeatId seat, bool withTown, CancellationToken cancellation) =>
        Traces.AroundAsync("pixellab.reports", async () =>
        {
            var around = await AroundAsync(withTown, Counting.Naive);
            return await readings.AskAsync(
                seat, (NaiveReports set) => ReportList.All.Select(entry => SheetOf(set, entry, Lens.Both, around)).ToArray(), cancellation);
        });

    /// <summary>One report in the state that is asked for.</summary>
    public Task<ReportSheet> AskAsync(SeatId seat, ReportEntry entry, ReportChoice choice, bool withTown, CancellationToken cancellation) =>
        Traces.AroundAsync("pixellab.report", async () =>
        {
            var around = await AroundAsync(withTown, choice.Counting);
            return choice.Until is { } last ? await FoldAsync(seat, entry, choice, last, around, cancellation) : await (choice.Counting switch
            {
                Counting.Naive => readings.AskAsync(seat, (NaiveReports set) => SheetOf(set, entry, choice.Lens, around), cancellation),
                Counting.Careful => readings.AskAsync(seat, (CarefulReports set) => SheetOf(set, entry, choice.Lens, around), cancellation),
                Counting.Truth => readings.AskAsync(seat, (TrueReports set) => SheetOf(set, entry, choice.Lens, around), cancellation),
            });
        });

    private async Task<ReportSet?> AroundAsync(bool withTown, Counting counting) => !withTown ? null : counting switch
    {
        Counting.Naive => await invented.ReadAsync<NaiveReports>(),
        Counting.Careful => await invented.ReadAsync<CarefulReports>(),
        Counting.Truth => await invented.ReadAsync<TrueReports>(),
    };

    private static ReportSheet SheetOf(ReportSet set, ReportEntry entry, Lens lens, ReportSet? around)
    {
        if (around is null)
        {
            return set.Sheet(entry, lens);
        }

        lock (around)
        {
            return set.Sheet(entry, lens, around);
        }
    }

    /// <summary>The past is folded anew each time: nothing about it is held.</summary>
    private async Task<ReportSheet> FoldAsync(
        SeatId seat, ReportEntry entry, ReportChoice choice, long last, ReportSet? around, CancellationToken cancellation)
    {
        var reports = new ReportSet(choice.Counting, [entry]);
        var position = 0L;
        while (position < last)
        {
            var events = await log.ReadAsync(seat, position, PageSize, cancellation);
            foreach (var labEvent in events.TakeWhile(labEvent => labEvent.Id <= last))
            {
                reports.Add(labEvent);
            }

            if (events.Count < PageSize)
            {
                break;
            }

            position = events[^1].Id;
        }

        return SheetOf(reports, entry, choice.Lens, around);
    }
}
