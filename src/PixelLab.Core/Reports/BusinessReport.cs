using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Readings;
using PixelLab.Core.Reports.Sheets;

namespace PixelLab.Core.Reports;

/// <summary>A fold over the log that ends in what a business reads: numbers, a sentence, and the hits behind each.</summary>
public abstract class BusinessReport : Reading
{
    /// <inheritdoc />
    public abstract override EventKinds Takes { get; }

    /// <summary>The report as of the events taken so far. Asking changes nothing.</summary>
    /// <param name="lens">How visitors are told apart, where the report counts visitors.</param>
    public abstract ReportSheet Sheet(Lens lens);
}
