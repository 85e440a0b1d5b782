using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Reports;
using PixelLab.Core.Reports.Sheets;
using PixelLab.Web.Readings;
using PixelLab.Web.Telemetry;

namespace PixelLab.Web.Features.Reports;

/// <summary>Asks a seat's reports as of now, or as they stood after an earlier event.</summary>
public sealed class SeatReports(SeatReadings readings, IEventReader log)
{
    private const int PageSize = 1000;

    /// <summary>Every report as of now, in the book's order.</summary>
    public Task<ReportSheet[]> AllAsync(SeatId seat, CancellationToken cancellation) =>
        Traces.AroundAsync("pixellab.reports", () => readings.AskAsync(
            seat, (NaiveReports set) => ReportList.All.Select(entry => set.Sheet(entry, Lens.Both)).ToArray(), cancellation));

    /// <summary>One report in the state that is asked for.</summary>
    public Task<ReportSheet> AskAsync(SeatId seat, ReportEntry entry, ReportChoice choice, CancellationToken cancellation) =>
        Traces.AroundAsync("pixellab.report", () => choice.Until is { } last ? FoldAsync(seat, entry, choice, last, cancellation) : choice.Counting switch
        {
            Counting.Naive => readings.AskAsync(seat, (NaiveReports set) => set.Sheet(entry, choice.Lens), cancellation),
            Counting.Careful => readings.AskAsync(seat, (CarefulReports set) => set.Sheet(entry, choice.Lens), cancellation),
            Counting.Truth => readings.AskAsync(seat, (TrueReports set) => set.Sheet(entry, choice.Lens), cancellation),
        });

    /// <summary>The past is folded anew each time: nothing about it is held.</summary>
    private async Task<ReportSheet> FoldAsync(SeatId seat, ReportEntry entry, ReportChoice choice, long last, CancellationToken cancellation)
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

        return reports.Sheet(entry, choice.Lens);
    }
}
