using PixelLab.Core.Events;
using PixelLab.Core.Readings;

namespace PixelLab.Core.Yours;

/// <summary>Where that stands in the log which somebody kept last of their own web. It may be long, and is read when it is asked for.</summary>
public sealed class KeptThings : Reading
{
    private static readonly EventKinds Taken = EventKinds.Of(typeof(ThingsKept));

    /// <summary>The event's id; null before the first.</summary>
    public long? Latest { get; private set; }

    /// <inheritdoc />
    public override EventKinds Takes => Taken;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        if (labEvent is ThingsKept kept)
        {
            Latest = kept.Id;
        }
    }
}
