using PixelLab.Core.Events;

namespace PixelLab.Core.Readings;

/// <summary>How many events there are.</summary>
public sealed class EventCount : Reading
{
    /// <summary>The number of events taken so far.</summary>
    public int Value { get; private set; }

    /// <inheritdoc />
    public override void Add(LabEvent labEvent) => Value++;
}
