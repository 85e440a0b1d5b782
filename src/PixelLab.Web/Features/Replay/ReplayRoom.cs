using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Features.Replay;

/// <summary>
/// Holds what is kept in a seat to what a replay may be: what can be taken out of the lab as a file can be brought back.
/// </summary>
/// <param name="limits">The bounds of a replay.</param>
internal sealed class ReplayRoom(ReplayLimits limits)
{
    private int _events;
    private long _bytes = ReplayFile.EmptyBytes;

    /// <summary>Takes in one more event, as the log holds it.</summary>
    /// <exception cref="ReplayException">A replay of all of them could not be opened.</exception>
    public void Take(LabEvent labEvent)
    {
        _events++;
        _bytes += ReplayFile.BytesOf(labEvent);
        if (_events > limits.MostEvents || _bytes > limits.MostBytes)
        {
            throw new ReplayException(ReplayText.Text["Refused.TownTooLarge", Language.English.Number(limits.MostEvents), limits.MostMegabytes]);
        }
    }
}
