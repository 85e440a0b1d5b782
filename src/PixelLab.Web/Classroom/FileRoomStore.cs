using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Classroom;

/// <summary>Rooms in memory and in one small file, so that a restart in the middle of a lesson is only a pause.</summary>
internal sealed class FileRoomStore(IOptions<StorageOptions> storage) : IRoomStore, IDisposable
{
    private readonly ConcurrentDictionary<string, KeptRoom> _rooms = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _saving = new(1, 1);

    /// <summary>Nobody else writes this file.</summary>
    public event Action<string?, long>? ChangedElsewhere
    {
        add { }
        remove { }
    }

    private string FilePath => Path.Combine(storage.Value.Folder, "rooms.json");

    public void Dispose() => _saving.Dispose();

    public async Task<IReadOnlyList<KeptRoom>> AllAsync(CancellationToken cancellation)
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
    }

    public Task<KeptRoom?> FindAsync(string code) => Task.FromResult(Find(code));

    public KeptRoom? Find(string code) => _rooms.GetValueOrDefault(code);

    /// <summary>Whoever asks knows all rooms of this store already.</summary>
    public string? FindCode(SeatId seat) => null;

    public async Task<KeptRoom?> TryPutAsync(Room room, KeptRoom? old)
    {
        var kept = new KeptRoom(room, (old?.Version ?? 0) + 1);
        if (!(old is null ? _rooms.TryAdd(room.Code, kept) : _rooms.TryUpdate(room.Code, kept, old)))
        {
            return null;
        }

        await SaveAsync();
        return kept;
    }

    public async Task<bool> TryRemoveAsync(KeptRoom room)
    {
        if (!_rooms.TryRemove(KeyValuePair.Create(room.Room.Code, room)))
        {
            return false;
        }

        await SaveAsync();
        return true;
    }

    /// <summary>Writes all rooms beside the file and puts the new one in its place, so that it is never half a file.</summary>
    private async Task SaveAsync()
    {
        await _saving.WaitAsync();
        try
        {
            Directory.CreateDirectory(storage.Value.Folder);
            var fresh = FilePath + ".new";
            await File.WriteAllBytesAsync(
                fresh, JsonSerializer.SerializeToUtf8Bytes(_rooms.Values.Select(kept => kept.Room), JsonSerializerOptions.Web));
            File.Move(fresh, FilePath, overwrite: true);
        }
        finally
        {
            _saving.Release();
        }
    }
}
