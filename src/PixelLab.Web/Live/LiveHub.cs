using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.SignalR;
using PixelLab.Core.Events;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Live;

/// <summary>Streams a seat's events to whoever watches it.</summary>
public sealed class LiveHub(IEventReader log) : Hub
{
    /// <summary>
    /// A seat's events after a cursor, then each one as it is kept: once, in order. The stream reads the log at the
    /// caller's pace; after a dropped connection, the id of the last event is the cursor to go on from.
    /// </summary>
    /// <exception cref="HubException">The seat or the cursor cannot be one, or the store does not answer.</exception>
    public IAsyncEnumerable<EventView> Follow(string seat, Cursor after, CancellationToken cancellation) =>
        FollowAsync(seat, after, cancellation).NamingStoreAway(cancellation);

    private async IAsyncEnumerable<EventView> FollowAsync(
        string seat, Cursor after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!SeatId.TryParse(seat, out var id))
        {
            throw new HubException("A seat is 2 to 32 lower-case letters and digits.");
        }

        var address = TownRequest.Of(Context.GetHttpContext()!).Address;
        await foreach (var batch in log.FollowAsync(id, after.Id, cancellation))
        {
            foreach (var labEvent in batch)
            {
                yield return EventViews.Row(labEvent, address);
            }
        }
    }
}
