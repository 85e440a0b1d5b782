using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.SignalR;
using PixelLab.Core.Events;
using PixelLab.Web.Addressing;
using PixelLab.Web.Languages;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Live;

/// <summary>
/// Streams a seat's events to whoever watches it. A row says in words what a hit reports, since lists show it as it comes; those words are in the
/// language of the page that made the connection, which it says in the address. Reasons, switches and the like go as codes, and scripts have words
/// for them.
/// </summary>
public sealed class LiveHub(IEventReader log, LiveStreams streams, StoreState state, TimeProvider time) : StoreTellingHub(state, time)
{
    /// <summary>
    /// A seat's events after a cursor, then each one as it is kept: once, in order. The stream reads the log at the
    /// caller's pace; after a dropped connection, the cursor of the last event is the one to go on from. Where that is of another log, an
    /// <see cref="ErasedView"/> says so, and all comes from the beginning.
    /// </summary>
    /// <exception cref="HubException">The seat or the cursor cannot be one, there are too many streams, or the store does not answer.</exception>
    public IAsyncEnumerable<EventView> Follow(string seat, Cursor after, CancellationToken cancellation) =>
        streams.PlaceAsync(Context, FollowAsync(seat, after, cancellation), cancellation);

    private async IAsyncEnumerable<EventView> FollowAsync(
        string seat, Cursor after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!SeatId.TryParse(seat, out var id))
        {
            throw new HubException(AddressingText.Text["Seat.Malformed"]);
        }

        var context = Context.GetHttpContext()!;
        if (id.IsDefault && !TownRequest.Of(context).IsAtTheMachine)
        {
            throw new HubException(LiveText.Text["Refused.Seat"]);
        }

        var (address, language) = (TownRequest.Of(context).Address, PageLanguage.Of(context));
        await foreach (var batch in log.FollowAsync(id, after, cancellation))
        {
            if (batch.IsAnew)
            {
                yield return EventViews.NewLog(id, batch, Time.GetUtcNow());
            }

            foreach (var labEvent in batch.Events)
            {
                yield return EventViews.Row(labEvent, batch, address, language);
            }

            await streams.PaceAsync(context, batch.Events, cancellation);
        }
    }
}
