using System.Text.Json;
using Microsoft.Extensions.Options;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Features.Classroom;

/// <summary>
/// Takes over the rooms and closed seats that earlier versions kept in files beside the events, once. A file that is taken over gives way
/// to a note of that, without names and seats: what is erased from the store must not live on in a file.
/// </summary>
internal sealed class OldRoomFiles(IOptions<StorageOptions> storage, IRoomStore store, TimeProvider time)
{
    private const string Rooms = "rooms.json";
    private const string ClosedSeats = "closed-seats.json";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Takes over what there is.</summary>
    /// <exception cref="InvalidDataException">A file holds something else. Nothing of it is taken over then.</exception>
    public async Task TakeOverAsync()
    {
        if (storage.Value.Storage != StorageKind.Sqlite)
        {
            // Those files were never a Redis server's.
            return;
        }

        await TakeOverAsync<ClosedSeat>(ClosedSeats, "Seat", _ => true, store.CloseAsync);
        await TakeOverAsync<Room>(Rooms, "Room", IsWhole, async rooms =>
        {
            foreach (var room in rooms)
            {
                // Where it is there already, the last start broke off between this and the note.
                await store.TryChangeAsync(KeptRoom.Put(room, null));
            }
        });
    }

    private static bool IsWhole(Room room) => RoomCode.Read(room.Code) == room.Code && !room.Students.Contains(null!);

    private async Task TakeOverAsync<T>(string name, string what, Func<T, bool> isWhole, Func<IReadOnlyCollection<T>, Task> keep)
        where T : class
    {
        var path = Path.Combine(storage.Value.Folder, name);
        if (!File.Exists(path))
        {
            return;
        }

        await keep(await ReadAsync(path, what, isWhole));
        await File.WriteAllTextAsync(
            path + ".taken-over",
            ClassroomText.Text["Old.Taken", name, time.GetUtcNow()] + "\n");
        File.Delete(path);
    }

    private static async Task<List<T>> ReadAsync<T>(string path, string what, Func<T, bool> isWhole)
        where T : class
    {
        var read = new List<T>();
        var wrong = ClassroomText.Text[$"Old.NoList.{what}"];
        try
        {
            await using var file = File.OpenRead(path);
            foreach (var entry in (await JsonDocument.ParseAsync(file)).RootElement.EnumerateArray())
            {
                wrong = ClassroomText.Text[$"Old.NoEntry.{what}", read.Count + 1];
                read.Add(entry.Deserialize<T>(Strict) is { } one && isWhole(one) ? one : throw new JsonException());
            }

            return read;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException(
                ClassroomText.Text["Old.Wrong", path, wrong], broken);
        }
    }
}
