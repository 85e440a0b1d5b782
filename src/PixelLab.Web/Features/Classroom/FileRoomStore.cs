using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Features.Classroom;

/// <summary>Rooms in memory and in one small file, so that a restart in the middle of a lesson is only a pause; closed seats in another.</summary>
internal sealed class FileRoomStore(IOptions<StorageOptions> storage) : IRoomStore, IDisposable
{
    private readonly ConcurrentDictionary<string, KeptRoom> _rooms = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _saving = new(1, 1);
    private IReadOnlyList<ClosedSeat> _closed = [];

    /// <summary>Nobody else writes this file.</summary>
    public event Action<string?, long>? ChangedElsewhere
    {
        add { }
        remove { }
    }

    private string FilePath => Path.Combine(storage.Value.Folder, "rooms.json");

    private string ClosedPath => Path.Combine(storage.Value.Folder, "closed-seats.json");

    public void Dispose() => _saving.Dispose();

    public Task<IReadOnlyList<KeptRoom>> AllAsync(CancellationToken cancellation) => AskAsync<IReadOnlyList<KeptRoom>>(async () =>
    {
        if (_rooms.IsEmpty && File.Exists(FilePath))
        {
            await using var file = File.OpenRead(FilePath);
            foreach (var room in await JsonSerializer.DeserializeAsync<List<Room>>(file, JsonSerializerOptions.Web, cancellation) ?? [])
            {
                _rooms[room.Code] = new KeptRoom(room, 1);
            }
        }

        return [.. _rooms.Values];
    });

    public Task<KeptRoom?> FindAsync(string code) => Task.FromResult(Find(code));

    public KeptRoom? Find(string code) => _rooms.GetValueOrDefault(code);

    /// <summary>Whoever asks knows all rooms of this store already.</summary>
    public string? FindCode(SeatId seat) => null;

    public async Task<KeptRoom?> TryPutAsync(Room room, KeptRoom? old)
    {
        var kept = new KeptRoom(room, (old?.Version ?? 0) + 1);
        return await TryChangeAsync(room.Code, old, kept) ? kept : null;
    }

    public Task<bool> TryRemoveAsync(KeptRoom room) => TryChangeAsync(room.Room.Code, room, null);

    public Task CloseAsync(IReadOnlyCollection<ClosedSeat> seats) => seats.Count == 0 ? Task.CompletedTask : ChangeClosedAsync(
        old => [.. old.ExceptBy(seats.Select(one => one.Seat), one => one.Seat).Concat(seats).TakeLast(MemoryLimits.ClosedSeats)]);

    public async Task<IReadOnlyList<ClosedSeat>> ClosedAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (_closed.Count == 0 && File.Exists(ClosedPath))
        {
            _closed = await AskAsync(async () =>
            {
                await using var file = File.OpenRead(ClosedPath);
                return await JsonSerializer.DeserializeAsync<List<ClosedSeat>>(file, JsonSerializerOptions.Web, cancellation) ?? [];
            });
            await ForgetClosedAsync(now);
        }

        return _closed;
    }

    public Task ForgetClosedAsync(DateTimeOffset now) =>
        _closed.Any(one => one.Until <= now) ? ChangeClosedAsync(old => [.. old.Where(one => one.Until > now)]) : Task.CompletedTask;

    private async Task ChangeClosedAsync(Func<IReadOnlyList<ClosedSeat>, IReadOnlyList<ClosedSeat>> change)
    {
        await _saving.WaitAsync();
        try
        {
            var next = change(_closed);
            await AskAsync(() => SaveAsync(ClosedPath, next));
            _closed = next;
        }
        finally
        {
            _saving.Release();
        }
    }

    /// <summary>Puts one state of a room in the place of another, null being no room. What could not be written is not taken in either.</summary>
    private async Task<bool> TryChangeAsync(string code, KeptRoom? old, KeptRoom? next)
    {
        await _saving.WaitAsync();
        try
        {
            if (Find(code) != old)
            {
                return false;
            }

            var others = _rooms.Values.Where(kept => kept.Room.Code != code);
            await AskAsync(() => SaveAsync<IReadOnlyList<Room>>(FilePath, [.. (next is null ? others : others.Append(next)).Select(kept => kept.Room)]));
            if (next is null)
            {
                _rooms.TryRemove(code, out _);
            }
            else
            {
                _rooms[code] = next;
            }

            return true;
        }
        finally
        {
            _saving.Release();
        }
    }

    /// <summary>Writes all beside the file and puts the new one in its place, so that it is never half a file.</summary>
    private async Task<bool> SaveAsync<T>(string path, T all)
    {
        Directory.CreateDirectory(storage.Value.Folder);
        var fresh = path + ".new";
        await File.WriteAllBytesAsync(fresh, JsonSerializer.SerializeToUtf8Bytes(all, JsonSerializerOptions.Web));
        File.Move(fresh, path, overwrite: true);
        return true;
    }

    private static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new EventLogException("The file that keeps the rooms could not be read or written.", failure);
        }
    }
}
