using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Readings;
using PixelLab.Core.Reports.Sheets;

namespace PixelLab.Core.Reports;

/// <summary>All reports of a seat, folded together.</summary>
public sealed class ReportSet : Reading
{
    private readonly Dictionary<string, BusinessReport> _reports =
        ReportList.All.ToDictionary(entry => entry.Name, entry => entry.Make(), StringComparer.Ordinal);

    /// <inheritdoc />
    public override EventKinds Takes => _reports.Values.Select(report => report.Takes).Aggregate((all, kinds) => all.And(kinds));

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        foreach (var report in _reports.Values)
        {
            report.Add(labEvent);
        }
    }

    /// <summary>A report as of now.</summary>
    public ReportSheet Sheet(ReportEntry entry, Lens lens) => _reports[entry.Name].Sheet(lens);
}
