using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Readings;
using PixelLab.Core.Reports.Sheets;

namespace PixelLab.Core.Reports;

/// <summary>
/// All reports over the seats of a room, as a business that has them all for visitors reads them. Seats are the lab's own and no
/// business knows of them, so they are left out: two students behind one address with the same kind of browser look like one
/// visitor to whoever has no cookies, as they would outside.
/// </summary>
/// <typeparam name="TReports">The reports, in one way of counting.</typeparam>
public sealed class RoomReportSet<TReports> : Reading where TReports : ReportSet, new()
{
    private readonly TReports _reports = new();

    /// <inheritdoc />
    public override void Add(LabEvent labEvent) => _reports.Add(labEvent with { Seat = SeatId.Default });

    /// <summary>A report as of now.</summary>
    public ReportSheet Sheet(ReportEntry entry, Lens lens) => _reports.Sheet(entry, lens);
}
