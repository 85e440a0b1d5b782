using PixelLab.Core.Events;
using PixelLab.Web.Live;

namespace PixelLab.Web.Features.Classroom.Overview;

/// <summary>A hit behind a number, with whose it is.</summary>
/// <param name="Event">The hit, without its head.</param>
/// <param name="Who">Whose it is, in words.</param>
public sealed record RoomHit(EventView Event, string Who);

/// <summary>What students are called.</summary>
internal static class RoomRoll
{
    /// <summary>The name of who sits at a seat; on a wall a number stands for it.</summary>
    public static string NameOf(Room room, SeatId seat, bool isProjected)
    {
        if (room.Find(seat) is not { } student)
        {
            return "gone";
        }

        return student.IsSimulated || !isProjected
            ? student.Name
            : $"Student {room.People.TakeWhile(other => other.Seat != seat).Count() + 1}";
    }
}
