using PixelLab.Core.Events;
using PixelLab.Core.Readings;

namespace PixelLab.Core.Sandbox;

/// <summary>The page that the learner wrote last.</summary>
public sealed class WrittenPage : Reading
{
    private static readonly EventKinds Taken = EventKinds.Of(typeof(PageWritten));

    /// <summary>The page; null before the first.</summary>
    public string? Html { get; private set; }

    /// <inheritdoc />
    public override EventKinds Takes => Taken;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        if (labEvent is PageWritten written)
        {
            Html = written.Html;
        }
    }
}
