using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using PixelLab.Core.Events;
using PixelLab.Web.Addressing;
using PixelLab.Web.Live;

namespace PixelLab.Web.Classroom;

/// <summary>Streams a room to its students and to its instructor, each as much as they may see.</summary>
public sealed class RoomHub(RoomBook rooms, RoomGuard guard, IEventReader log) : Hub
{
    /// <summary>The student's room, now and at each change; ends when the room ends or the student has left it.</summary>
    /// <exception cref="HubException">The seat is in no room.</exception>
    public async IAsyncEnumerable<StudentView> Attend(string seat, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!SeatId.TryParse(seat, out var id) || rooms.OfSeat(id) is not { } room)
        {
            throw new HubException("This seat is in no room.");
        }

        var address = TownRequest.Of(Context.GetHttpContext()!).Address;
        await foreach (var now in rooms.WatchAsync(room.Code, cancellation))
        {
            if (RoomViews.ForStudent(now, id, address, await SpotlightAsync(now, address, cancellation)) is not { } view)
            {
                yield break;
            }

            yield return view;
        }
    }

    /// <summary>The room for its instructor, now and at each change.</summary>
    /// <exception cref="HubException">There is no such room, or it has another key.</exception>
    public async IAsyncEnumerable<ConsoleView> Teach(string code, string key, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var room = Taught(code, key);
        var address = TownRequest.Of(Context.GetHttpContext()!).Address;
        await foreach (var now in rooms.WatchAsync(room.Code, cancellation))
        {
            yield return RoomViews.ForConsole(now, address);
        }
    }

    /// <summary>The events of every seat in the room, from a cursor on: each once, in order.</summary>
    /// <exception cref="HubException">There is no such room, or it has another key.</exception>
    public async IAsyncEnumerable<EventView> FollowAll(
        string code, string key, Cursor after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var room = Taught(code, key);
        var address = TownRequest.Of(Context.GetHttpContext()!).Address;
        await foreach (var batch in log.FollowAsync(null, after.Id, cancellation))
        {
            if (rooms.Find(room.Code) is null)
            {
                yield break;
            }

            foreach (var labEvent in batch)
            {
                if (rooms.OfSeat(labEvent.Seat)?.Code == room.Code)
                {
                    yield return EventViews.Row(labEvent, address);
                }
            }
        }
    }

    private Room Taught(string code, string key)
    {
        if (rooms.Find(code) is { } room && room.IsKey(key))
        {
            return room;
        }

        var context = Context.GetHttpContext()!;
        if (guard.IsBarred(Guessed.Key, context))
        {
            // Who guesses on gets no connection to guess over.
            Context.Abort();
        }

        guard.WasWrong(Guessed.Key, context);
        throw new HubException("There is no such room, or this is not its key.");
    }

    private async Task<JsonElement?> SpotlightAsync(Room room, TownAddress address, CancellationToken cancellation) =>
        room.Spotlight is { } spot && await log.FindAsync(spot.Seat, spot.Event, cancellation) is Hit hit
            ? RoomViews.ForAll(hit, address)
            : null;
}
