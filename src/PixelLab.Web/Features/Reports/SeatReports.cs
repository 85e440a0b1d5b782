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
    public Task<ReportSheet[]> AllAsync(SeatId seat, Lens lens, CancellationToken cancellation) =>
        Traces.AroundAsync("pixellab.reports", () => readings.AskAsync(
            seat, (ReportSet set) => ReportList.All.Select(entry => set.Sheet(entry, lens)).ToArray(), cancellation));

    /// <summary>One report, after the event of that id or as of now.</summary>
    public Task<ReportSheet> AskAsync(SeatId seat, ReportEntry entry, Lens lens, long? until, CancellationToken cancellation) =>
        Traces.AroundAsync("pixellab.report", () => until is { } last
            ? FoldAsync(seat, entry, lens, last, cancellation)
            : readings.AskAsync(seat, (ReportSet set) => set.Sheet(entry, lens), cancellation));

    /// <summary>The past is folded anew each time: nothing about it is held.</summary>
    private async Task<ReportSheet> FoldAsync(SeatId seat, ReportEntry entry, Lens lens, long last, CancellationToken cancellation)
    {
        var report = entry.Make();
        var position = 0L;
        while (position < last)
        {
            var events = await log.ReadAsync(seat, position, PageSize, cancellation);
            foreach (var labEvent in events.TakeWhile(labEvent => labEvent.Id <= last))
            {
                report.Add(labEvent);
            }

            if (events.Count < PageSize)
            {
                break;
            }

            position = events[^1].Id;
        }

        return report.Sheet(lens);
    }
}
