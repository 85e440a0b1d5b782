using PixelLab.Core.Compare;
using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Readings;
using PixelLab.Core.Reports;
using PixelLab.Core.Reports.Sheets;
using PixelLab.Web.Readings;
using PixelLab.Web.Telemetry;

namespace PixelLab.Web.Features.Classroom.Overview;

/// <summary>Asks what can be said of a whole room: its reports, what trackers make of it, the hits behind a number.</summary>
public sealed class RoomOverview(Rooms rooms, SeatReadings readings, IEventReader log)
{
    /// <summary>Every report as of now, in the order of their list.</summary>
    public Task<ReportSheet[]> ReportsAsync(Room room, RoomChoice choice, CancellationToken cancellation) => AskAsync(
        room, choice.WithSimulated, "all",
        (RoomReportSet<NaiveReports> set) => ReportList.All.Select(entry => set.Sheet(entry, Lens.Both)).ToArray(), cancellation);

    /// <summary>One report as of now.</summary>
    public Task<ReportSheet> ReportAsync(Room room, ReportEntry entry, RoomChoice choice, CancellationToken cancellation) =>
        choice.Report.Counting switch
        {
            Counting.Naive => ReportAsync<NaiveReports>(room, entry, choice, cancellation),
            Counting.Careful => ReportAsync<CarefulReports>(room, entry, choice, cancellation),
            Counting.Truth => ReportAsync<TrueReports>(room, entry, choice, cancellation),
        };

    /// <summary>What the three trackers make of the students; simulated people are left out, for only their walk knows who they are.</summary>
    public Task<RoomComparison> CompareAsync(Room room, CancellationToken cancellation) => AskAsync(
        room, withSimulated: false, "compare", (RoomCompareReading reading) => reading.Snapshot(), cancellation);

    /// <summary>An event of any of the room's seats, or null where the room has none of that id.</summary>
    public async Task<LabEvent?> FindAsync(Room room, long id, CancellationToken cancellation) =>
        await log.ReadAsync(null, id - 1, 1, cancellation) is [var found] && found.Id == id && room.Find(found.Seat) is not null ? found : null;

    private Task<ReportSheet> ReportAsync<TReports>(Room room, ReportEntry entry, RoomChoice choice, CancellationToken cancellation)
        where TReports : ReportSet, new() => AskAsync(
            room, choice.WithSimulated, (entry.Name, choice.Report.Lens),
            (RoomReportSet<TReports> set) => set.Sheet(entry, choice.Report.Lens), cancellation);

    private Task<TAnswer> AskAsync<TReading, TAnswer>(
        Room room, bool withSimulated, object question, Func<TReading, TAnswer> ask, CancellationToken cancellation)
        where TReading : Reading, new()
        where TAnswer : class => Traces.AroundAsync("pixellab.room.report", () => readings.AskOverSeveralAsync(
            (room.Code, withSimulated), () => SeatsOf(rooms.Find(room.Code) ?? room, withSimulated), question, ask, cancellation));

    private static List<SeatId> SeatsOf(Room room, bool withSimulated) =>
        [.. (withSimulated ? room.Students : room.People).Select(student => student.Seat)];
}
