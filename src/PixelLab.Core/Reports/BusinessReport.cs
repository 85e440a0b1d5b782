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

    /// <summary>
    /// Takes in what another report of this kind has counted of other people. It costs what the numbers are, not what the events were, and is
    /// for a report that is asked once: no events are added to it afterwards.
    /// </summary>
    public abstract void TakeIn(BusinessReport others);
}
