using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.SignalR;
using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Web.Addressing;
using PixelLab.Web.Languages;
using PixelLab.Web.Limits;
using PixelLab.Web.Live;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Features.Classroom;

/// <summary>
/// Streams a room to its students and to its instructor, each as much as they may see. Where the store does not answer, a stream
/// breaks off and says so; so does one too many (<see cref="LiveStreams"/>).
/// </summary>
public sealed class RoomHub(Rooms rooms, RoomGuard guard, IEventReader log, LiveStreams streams, StoreState state, Refusals refusals, TimeProvider time) : StoreTellingHub(state, time)
{
    private static readonly TimeSpan PulsePause = TimeSpan.FromSeconds(1);

    /// <summary>How long a view of the room stands at least. In a class of 300 each answer would be 300 messages otherwise.</summary>
    private static readonly TimeSpan ViewPause = TimeSpan.FromMilliseconds(250);

    /// <summary>How often it is looked whether the lab has refused something. A flood is a few messages.</summary>
    private static readonly TimeSpan RefusalPause = TimeSpan.FromSeconds(5);

    /// <summary>The student's room, now and whenever something in it has changed for this student; ends when the room ends or the student has left it.</summary>
    /// <exception cref="HubException">The seat is in no room.</exception>
    public IAsyncEnumerable<StudentView> Attend(string seat, CancellationToken cancellation) =>
        streams.PlaceAsync(Context, AttendAsync(seat, cancellation), cancellation);

    /// <summary>The room for its instructor, now and at each change.</summary>
    /// <exception cref="HubException">There is no such room, or it has another key.</exception>
    public IAsyncEnumerable<ConsoleView> Teach(string code, string key, CancellationToken cancellation) =>
        streams.PlaceAsync(Context, TeachAsync(code, key, cancellation), cancellation);

    /// <summary>The events of every seat in the room, from a cursor on: each once, in order.</summary>
    /// <exception cref="HubException">There is no such room, or it has another key.</exception>
    public IAsyncEnumerable<EventView> FollowAll(string code, string key, Cursor after, CancellationToken cancellation) =>
        streams.PlaceAsync(Context, FollowAllAsync(code, key, after, cancellation), cancellation);

    /// <summary>
    /// Says that the room's events have become more or less since a cursor, and by which cursor that was known; at most once a
    /// second. For views that are asked for anew then.
    /// </summary>
    /// <exception cref="HubException">There is no such room, or it has another key.</exception>
    public IAsyncEnumerable<Cursor> Pulse(string code, string key, Cursor after, CancellationToken cancellation) =>
        streams.PlaceAsync(Context, PulseAsync(code, key, after, cancellation), cancellation);

    /// <summary>What the whole lab has refused because a budget was used up, as soon as it has refused something and when that becomes more.</summary>
    /// <exception cref="HubException">There is no such room, or it has another key.</exception>
    public IAsyncEnumerable<LabRefusalsView> Refused(string code, string key, CancellationToken cancellation) =>
        streams.PlaceAsync(Context, RefusedAsync(code, key, cancellation), cancellation);

    private async IAsyncEnumerable<StudentView> AttendAsync(string seat, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!SeatId.TryParse(seat, out var id) || await rooms.OfSeatAsync(id) is not { } room)
        {
            throw new HubException(ClassroomText.Text["Refused.NoSeat"]);
        }

        var address = TownRequest.Of(Context.GetHttpContext()!).Address;
        var language = PageLanguage.Of(Context.GetHttpContext()!);
        await foreach (var view in ViewsAsync(
            room.Code, now => RoomViews.ForStudent(now, id, address, language), RoomJson.Default.StudentView, cancellation))
        {
            yield return view;
        }
    }

    /// <summary>Somebody's view of the room, each time it is another one than before, until there is none. Of changes close together the last is told.</summary>
    private async IAsyncEnumerable<TView> ViewsAsync<TView>(
        string code, Func<Room, TView?> viewOf, JsonTypeInfo<TView> written, [EnumeratorCancellation] CancellationToken cancellation) where TView : class
    {
        byte[] before = [];
        await foreach (var now in rooms.WatchAsync(code, cancellation))
        {
            if (viewOf(now) is not { } view)
            {
                yield break;
            }

            var text = JsonSerializer.SerializeToUtf8Bytes(view, written);
            if (!text.AsSpan().SequenceEqual(before))
            {
                before = text;
                yield return view;
                await Task.Delay(ViewPause, Time, cancellation);
            }
        }
    }

    private async IAsyncEnumerable<ConsoleView> TeachAsync(string code, string key, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var room = await TaughtAsync(code, key);
        var address = TownRequest.Of(Context.GetHttpContext()!).Address;
        await foreach (var view in ViewsAsync(room.Code, now => RoomViews.ForConsole(now, address), RoomJson.Default.ConsoleView, cancellation))
        {
            yield return view;
        }
    }

    private async IAsyncEnumerable<LabRefusalsView> RefusedAsync(string code, string key, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var room = await TaughtAsync(code, key);
        IReadOnlyList<Refusal> told = [];
        while (rooms.Find(room.Code) is not null)
        {
            var all = refusals.All;
            if (!all.SequenceEqual(told))
            {
                told = all;
                yield return new LabRefusalsView([.. all.Select(refusal => new LabRefusalView(refusal.Name, refusal.Count, refusal.Latest.UtcDateTime))]);
            }

            await Task.Delay(RefusalPause, Time, cancellation);
        }
    }

    private async IAsyncEnumerable<EventView> FollowAllAsync(
        string code, string key, Cursor after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var room = await TaughtAsync(code, key);
        var address = TownRequest.Of(Context.GetHttpContext()!).Address;
        await foreach (var batch in log.FollowAsync(null, after, cancellation))
        {
            if (rooms.Find(room.Code) is null)
            {
                yield break;
            }

            if (batch.IsAnew)
            {
                yield return EventViews.NewLog(null, batch, Time.GetUtcNow());
            }

            foreach (var labEvent in batch.Events)
            {
                if ((await rooms.OfSeatAsync(labEvent.Seat))?.Code == room.Code)
                {
                    // Where one seat is erased, what the others did before may be still to come.
                    yield return labEvent is SeatErased
                        ? EventViews.Row(labEvent, address, Language.English)
                        : EventViews.Row(labEvent, batch, address, Language.English);
                }
            }
        }
    }

    private async IAsyncEnumerable<Cursor> PulseAsync(
        string code, string key, Cursor after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var room = await TaughtAsync(code, key);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var ending = CancelAtEndAsync(room.Code, end);
        try
        {
            var seen = after;
            while (await ChangedAsync(room.Code, seen, end.Token))
            {
                var erasures = log.Erasures;
                seen = log.End;
                yield return seen;
                await Task.Delay(PulsePause, Time, cancellation);

                // An erasure is told to whoever follows just then, and nobody did.
                if (log.Erasures != erasures && rooms.Find(room.Code) is not null)
                {
                    seen = log.End;
                    yield return seen;
                }
            }
        }
        finally
        {
            await end.CancelAsync();
            await ending;
        }
    }

    /// <summary>Waits for an event of the room; false where the room has ended.</summary>
    private async Task<bool> ChangedAsync(string code, Cursor after, CancellationToken end)
    {
        try
        {
            await foreach (var batch in log.FollowAsync(null, after, end))
            {
                if (batch.IsAnew)
                {
                    return true;
                }

                foreach (var labEvent in batch.Events)
                {
                    if (labEvent is SeatErased || (await rooms.OfSeatAsync(labEvent.Seat))?.Code == code)
                    {
                        return true;
                    }
                }
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The room has ended, or its watcher has gone.
        }

        return false;
    }

    private async Task CancelAtEndAsync(string code, CancellationTokenSource end)
    {
        try
        {
            await foreach (var _ in rooms.WatchAsync(code, end.Token))
            {
                // What changes in it does not matter here.
            }

            await end.CancelAsync();
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Its watcher has gone.
        }
    }

    private async Task<Room> TaughtAsync(string code, string key)
    {
        if (await rooms.FindAsync(code) is { } room && room.IsKey(key))
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
        throw new HubException(ClassroomText.Text["Refused.Key"]);
    }
}
