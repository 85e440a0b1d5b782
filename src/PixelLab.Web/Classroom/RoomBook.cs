using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Classroom;

/// <summary>
/// The rooms of this server. They stand in memory and in one small file, so that a restart in the middle of a lesson is only a
/// pause. What students do stands in the event log like everybody's.
/// </summary>
public sealed class RoomBook(IOptions<StorageOptions> storage, IEventWriter log, TimeProvider time) : IDisposable
{
    private const int MostRooms = 200;
    private const string KeyLetters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int KeyLength = 26;

    private readonly ConcurrentDictionary<string, Entry> _rooms = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SeatId, string> _codeOfSeat = new();
    private readonly SemaphoreSlim _saving = new(1, 1);

    private string FilePath => Path.Combine(storage.Value.Folder, "rooms.json");

    /// <inheritdoc />
    public void Dispose() => _saving.Dispose();

    /// <summary>Opens a room.</summary>
    /// <returns>The room with the instructor's key, which is told this once; null where the server has all it can hold.</returns>
    public async Task<(Room Room, string Key)?> OpenAsync(CancellationToken cancellation)
    {
        if (_rooms.Count >= MostRooms)
        {
            return null;
        }

        var key = RandomNumberGenerator.GetString(KeyLetters, KeyLength);
        var now = time.GetUtcNow();
        while (true)
        {
            var room = new Room { Code = RoomCode.New(), KeyHash = Room.Hash(key), Opened = now, Ends = now + Room.Longest };
            if (_rooms.TryAdd(room.Code, new Entry(room)))
            {
                await SaveAsync(cancellation);
                return (room, key);
            }
        }
    }

    /// <summary>The room of that code, or null.</summary>
    public Room? Find(string? code) => RoomCode.Read(code) is { } read && _rooms.TryGetValue(read, out var entry) ? entry.Room : null;

    /// <summary>The room that a seat is in, or null.</summary>
    public Room? OfSeat(SeatId seat) => _codeOfSeat.TryGetValue(seat, out var code) ? Find(code) : null;

    /// <summary>Changes a room, wakes whoever watches it, and keeps it.</summary>
    /// <param name="code">The room.</param>
    /// <param name="change">The change, from the room as it is; it may run again, and null leaves everything as it is.</param>
    /// <param name="cancellation">Ends the keeping.</param>
    /// <returns>The room after it, or null where there is none or nothing was changed.</returns>
    public async Task<Room?> ChangeAsync(string code, Func<Room, Room?> change, CancellationToken cancellation)
    {
        if (!_rooms.TryGetValue(code, out var entry) || entry.Change(change) is not { } room)
        {
            return null;
        }

        foreach (var student in room.Students)
        {
            _codeOfSeat.TryAdd(student.Seat, code);
        }

        await SaveAsync(cancellation);
        return room;
    }

    /// <summary>Takes a student out of a room and erases all that is kept about them.</summary>
    public async Task LeaveAsync(SeatId seat, CancellationToken cancellation)
    {
        if (_codeOfSeat.TryRemove(seat, out var code))
        {
            await ChangeAsync(code, room => room.Without(seat), cancellation);
            _codeOfSeat.TryRemove(seat, out _);
        }

        await log.EraseAsync(seat, cancellation);
    }

    /// <summary>Ends a room: it is gone, and so is everything that was kept of it.</summary>
    public async Task EndAsync(string code, CancellationToken cancellation)
    {
        if (!_rooms.TryRemove(code, out var entry))
        {
            return;
        }

        entry.End();
        await SaveAsync(cancellation);
        foreach (var student in entry.Room.Students)
        {
            _codeOfSeat.TryRemove(student.Seat, out _);
            await log.EraseAsync(student.Seat, cancellation);
        }
    }

    /// <summary>Ends every room whose time is over.</summary>
    public async Task EndOldAsync(CancellationToken cancellation)
    {
        foreach (var (code, entry) in _rooms)
        {
            if (entry.Room.Ends <= time.GetUtcNow())
            {
                await EndAsync(code, cancellation);
            }
        }
    }

    /// <summary>The room now, and each time it has changed; ends with the room. A slow watcher sees the newest only.</summary>
    public async IAsyncEnumerable<Room> WatchAsync(
        string code, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        while (_rooms.TryGetValue(code, out var entry))
        {
            var changed = entry.Changed;
            yield return entry.Room;
            await changed.WaitAsync(cancellation);
        }
    }

    /// <summary>Reads the rooms that stood when the server stopped.</summary>
    internal async Task LoadAsync(CancellationToken cancellation)
    {
        if (!File.Exists(FilePath))
        {
            return;
        }

        await using var file = File.OpenRead(FilePath);
        foreach (var room in await JsonSerializer.DeserializeAsync<List<Room>>(file, JsonSerializerOptions.Web, cancellation) ?? [])
        {
            _rooms[room.Code] = new Entry(room);
            foreach (var student in room.Students)
            {
                _codeOfSeat[student.Seat] = room.Code;
            }
        }
    }

    /// <summary>Writes all rooms beside the file and puts the new one in its place, so that it is never half a file.</summary>
    private async Task SaveAsync(CancellationToken cancellation)
    {
        await _saving.WaitAsync(cancellation);
        try
        {
            Directory.CreateDirectory(storage.Value.Folder);
            var fresh = FilePath + ".new";
            await File.WriteAllBytesAsync(
                fresh, JsonSerializer.SerializeToUtf8Bytes(_rooms.Values.Select(entry => entry.Room), JsonSerializerOptions.Web), CancellationToken.None);
            File.Move(fresh, FilePath, overwrite: true);
        }
        finally
        {
            _saving.Release();
        }
    }

    private sealed class Entry(Room room)
    {
        private readonly Lock _gate = new();
        private TaskCompletionSource _changed = New();

        public Room Room { get; private set; } = room;

        /// <summary>Done at the next change, or when the room ends. To be asked before the room is read.</summary>
        public Task Changed
        {
            get
            {
                lock (_gate)
                {
                    return _changed.Task;
                }
            }
        }

        public Room? Change(Func<Room, Room?> change)
        {
            TaskCompletionSource old;
            lock (_gate)
            {
                if (change(Room) is not { } next)
                {
                    return null;
                }

                Room = next;
                (old, _changed) = (_changed, New());
            }

            old.SetResult();
            return Room;
        }

        public void End()
        {
            lock (_gate)
            {
                _changed.TrySetResult();
            }
        }

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>Brings back the rooms at the start, and ends each when its time is over.</summary>
internal sealed partial class RoomKeeper(RoomBook rooms, TimeProvider time, ILogger<RoomKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await rooms.LoadAsync(cancellationToken);
        }
        catch (Exception broken) when (broken is JsonException or IOException or UnauthorizedAccessException)
        {
            NotRead(logger, broken);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            do
            {
                await rooms.EndOldAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    [LoggerMessage(EventId = 1, EventName = "RoomsNotRead", Level = LogLevel.Warning, Message = "The rooms of an earlier run could not be read")]
    private static partial void NotRead(ILogger logger, Exception failure);
}
