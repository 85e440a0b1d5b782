using System.Text.Json;
using PixelLab.Core.Events;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Features.Classroom;

/// <summary>A room as it is kept.</summary>
/// <param name="Room">The room.</param>
/// <param name="Version">Grows with each change.</param>
public sealed record KeptRoom(Room Room, long Version)
{
    /// <summary>Reads a room of the store.</summary>
    /// <exception cref="JsonException">What the store has there is no room.</exception>
    public static KeptRoom Read(StoredRoom stored) => new(JsonSerializer.Deserialize<Room>(stored.Text, JsonSerializerOptions.Web)!, stored.Version);

    /// <summary>The change that puts a room in the place of an older state of it, or a new one where there is none.</summary>
    public static RoomChange Put(Room room, KeptRoom? old)
    {
        var before = SeatsOf(old?.Room);
        var after = SeatsOf(room);
        return new RoomChange(
            room.Code, old?.Version ?? 0, JsonSerializer.Serialize(room, JsonSerializerOptions.Web), [.. after.Except(before)], [.. before.Except(after)]);
    }

    /// <summary>The change that takes the room away.</summary>
    public RoomChange Remove() => new(Room.Code, Version, null, [], SeatsOf(Room));

    private static List<SeatId> SeatsOf(Room? room) => [.. room?.Students.Select(student => student.Seat) ?? []];
}
