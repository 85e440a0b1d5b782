using PixelLab.Core.Events;

namespace PixelLab.Core.Readings;

/// <summary>
/// What can be concluded from a seat's events: a fold. It starts empty and takes the events in the log's order; its
/// state after N events depends on those N events alone, on no clock and nothing outside.
/// </summary>
public abstract class Reading
{
    /// <summary>The kinds of events that change anything in it, and no others need to be read for it; null where all may.</summary>
    public virtual EventKinds? Takes => null;

    /// <summary>Takes the next event.</summary>
    public abstract void Add(LabEvent labEvent);
}

/// <summary>Folds lists of events, for tests and for one-off questions.</summary>
public static class ReadingExtensions
{
    /// <summary>Takes events in order and returns the same reading.</summary>
    public static TReading AddAll<TReading>(this TReading reading, IEnumerable<LabEvent> events)
        where TReading : Reading
    {
        foreach (var labEvent in events)
        {
            reading.Add(labEvent);
        }

        return reading;
    }
}
