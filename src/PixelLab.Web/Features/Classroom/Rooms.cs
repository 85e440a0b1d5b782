using System.Collections.Concurrent;
using System.Security.Cryptography;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Features.Classroom;

/// <summary>
/// The rooms of this lab. They are kept on a store, and here once more for whoever looks or watches; where several labs share a
/// store, it tells what the others changed. What students do stands in the event log like everybody's.
/// </summary>
public sealed partial class Rooms
{
    private const string KeyLetters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int KeyLength = 26;

    private readonly IRoomStore _store;
    private readonly IEventWriter _log;
    private readonly ClosedSeats _closed;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, RoomEntry> _rooms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SeatId, string> _codeOfSeat = new();

    /// <summary>Seats that are in no room. A seat comes into a room when it is made or never, so that stays true.</summary>
    private readonly ConcurrentDictionary<SeatId, byte> _outside = new();

    /// <summary>One after another, so that what is said of a seat is what its room said last.</summary>
    private readonly Lock _taking = new();

    /// <summary>Opens the book of a store.</summary>
    public Rooms(IRoomStore store, IEventWriter log, ClosedSeats closed, TimeProvider time)
    {
        _store = store;
        _log = log;
        _closed = closed;
        _time = time;
        store.ChangedElsewhere += (code, version) => _ = HearAsync(code, version);
    }

    /// <summary>Opens a room.</summary>
    /// <returns>The room with the instructor's key, which is told this once; null where the server has all it can hold.</returns>
    public async Task<(Room Room, string Key)?> OpenAsync(CancellationToken cancellation)
    {
        if (_rooms.Count >= RoomLimits.Rooms)
        {
            return null;
        }

        var key = RandomNumberGenerator.GetString(KeyLetters, KeyLength);
        var now = _time.GetUtcNow();
        while (true)
        {
            var room = new Room { Code = RoomCode.New(), KeyHash = Room.Hash(key), Opened = now, Ends = now + RoomLimits.Longest };
            if (await TryPutAsync(room, null) is { } kept)
            {
                Take(kept);
                return (room, key);
            }
        }
    }

    /// <summary>All rooms, as far as this lab knows.</summary>
    public IReadOnlyList<Room> All => [.. _rooms.Values.Select(Standing).OfType<Room>()];

    /// <summary>The room of that code as far as this lab knows, or null.</summary>
    public Room? Find(string? code) => RoomCode.Read(code) is { } read && _rooms.TryGetValue(read, out var entry) ? Standing(entry) : null;

    /// <summary>The room of that code, or null. Where it is not known here, another lab may have opened it a moment ago.</summary>
    public async ValueTask<Room?> FindAsync(string? code) => RoomCode.Read(code) is not { } read
        ? null
        : Standing(_rooms.TryGetValue(read, out var entry) ? entry : await TakeNewAsync(read));

    /// <summary>The room that a seat is in, or null.</summary>
    public async ValueTask<Room?> OfSeatAsync(SeatId seat)
    {
        if (_codeOfSeat.TryGetValue(seat, out var code))
        {
            return await FindAsync(code);
        }

        if (_outside.ContainsKey(seat))
        {
            return null;
        }

        if (await _store.FindCodeAsync(seat) is { } found)
        {
            // It has joined through another lab a moment ago.
            return Standing(await TakeNewAsync(found));
        }

        if (_outside.Count >= MemoryLimits.SeatsOutsideRooms)
        {
            _outside.Clear();
        }

        _outside[seat] = 0;
        return null;
    }

    /// <summary>Changes a room, wakes whoever watches it, and keeps it.</summary>
    /// <param name="code">The room.</param>
    /// <param name="change">The change, from the room as it is; it may run again, and null leaves everything as it is.</param>
    /// <param name="cancellation">Ends the waiting for others.</param>
    /// <returns>The room after it, or null where there is none or nothing was changed.</returns>
    public async Task<Room?> ChangeAsync(string code, Func<Room, Room?> change, CancellationToken cancellation)
    {
        if (!_rooms.TryGetValue(code, out var entry))
        {
            return null;
        }

        // One after another here; only with other labs it is a race, and then whoever came second begins again.
        await entry.Changing.WaitAsync(cancellation);
        try
        {
            while (await ReadAsync(code) is { Room.HasEnded: false } old && change(old.Room) is { } next)
            {
                if (await TryPutAsync(next, old) is { } kept)
                {
                    Take(kept);
                    if (entry.HasEnded)
                    {
                        // Another lab has taken it away meanwhile, and that was heard first.
                        Drop(code);
                    }

                    return kept.Room;
                }
            }

            return null;
        }
        finally
        {
            entry.Changing.Release();
        }
    }

    /// <summary>
    /// Does something to a room that is more than one change, so that what is written for its students and what the room says hold
    /// together: at one lab one such act after the other, and none in a room that has ended.
    /// </summary>
    /// <param name="code">The room.</param>
    /// <param name="act">What is done, with the room as it is now. It must not ask for its turn again.</param>
    /// <param name="cancellation">Ends the waiting for others.</param>
    public async Task InOrderAsync(string code, Func<Room, Task> act, CancellationToken cancellation)
    {
        if (!_rooms.TryGetValue(code, out var entry))
        {
            return;
        }

        await entry.Acting.WaitAsync(cancellation);
        try
        {
            if (await NowAsync(code) is { } room)
            {
                await act(room);
            }
        }
        finally
        {
            entry.Acting.Release();
        }
    }

    /// <summary>The room as the store has it, whichever lab changed it last; null where it has ended.</summary>
    public async Task<Room?> NowAsync(string code) => await ReadAsync(code) is { Room: { HasEnded: false } room } ? room : null;

    /// <summary>The room now, and each time it has changed; ends with the room. A slow watcher sees the newest only.</summary>
    public async IAsyncEnumerable<Room> WatchAsync(
        string code, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        while (_rooms.TryGetValue(code, out var entry))
        {
            var changed = entry.Changed;
            if (Standing(entry) is not { } room)
            {
                yield break;
            }

            yield return room;
            await changed.WaitAsync(cancellation);
        }
    }

    /// <summary>Takes in the rooms as they are on the store, and the seats of those that were.</summary>
    internal async Task LoadAsync(CancellationToken cancellation)
    {
        var kept = await _store.AllAsync(cancellation);
        foreach (var room in kept)
        {
            Take(KeptRoom.Read(room));
        }

        foreach (var code in _rooms.Keys.Except(kept.Select(room => room.Code)))
        {
            Drop(code);
        }

        foreach (var closed in await _store.ClosedAsync(_time.GetUtcNow(), cancellation))
        {
            if (!_codeOfSeat.ContainsKey(closed.Seat))
            {
                _closed.Close(closed);
            }
        }
    }

    private async Task HearAsync(string? code, long version)
    {
        try
        {
            if (code is null)
            {
                await LoadAsync(CancellationToken.None);
            }
            else if (version == 0)
            {
                Drop(code);
            }
            else if ((!_rooms.TryGetValue(code, out var entry) || entry.Kept.Version < version) && await ReadAsync(code) is { } kept)
            {
                Take(kept);
                if ((entry is null || entry.HasEnded) && await _store.FindAsync(code) is null)
                {
                    // It was taken away while the answer was on its way.
                    Drop(code);
                }
            }
        }
        catch (EventLogException)
        {
            // The store is away. It tells when it is back.
        }
    }

    private static Room? Standing(RoomEntry? entry) => entry?.Kept.Room is { HasEnded: false } room ? room : null;

    /// <summary>Takes in a room that was not known here, unless it was taken away while the answer was on its way.</summary>
    private async Task<RoomEntry?> TakeNewAsync(string code)
    {
        if (await ReadAsync(code) is not { } kept)
        {
            return null;
        }

        var entry = Take(kept);
        if (await _store.FindAsync(code) is not null)
        {
            return entry;
        }

        Drop(code);
        return null;
    }

    private async Task<KeptRoom?> ReadAsync(string code) => await _store.FindAsync(code) is { } stored ? KeptRoom.Read(stored) : null;

    /// <summary>Keeps a room in the place of an older state of it; null where somebody else has changed it meanwhile.</summary>
    private async Task<KeptRoom?> TryPutAsync(Room room, KeptRoom? old)
    {
        var change = KeptRoom.Put(room, old);
        return await _store.TryChangeAsync(change) ? new KeptRoom(room, change.From + 1) : null;
    }

    private RoomEntry Take(KeptRoom kept)
    {
        using var one = _taking.EnterScope();
        var entry = _rooms.GetOrAdd(kept.Room.Code, _ => new RoomEntry(kept));
        foreach (var gone in entry.Take(kept))
        {
            _codeOfSeat.TryRemove(gone, out _);
            Close(gone);
        }

        foreach (var student in entry.Kept.Room.Students)
        {
            _codeOfSeat[student.Seat] = kept.Room.Code;
            _outside.TryRemove(student.Seat, out _);
        }

        CloseOrOpen(entry.Kept.Room);
        return entry;
    }

    private void Drop(string code)
    {
        using var one = _taking.EnterScope();
        if (_rooms.TryRemove(code, out var entry))
        {
            foreach (var student in entry.Kept.Room.Students)
            {
                _codeOfSeat.TryRemove(student.Seat, out _);
                Close(student.Seat);
            }

            entry.End();
        }
    }
}
