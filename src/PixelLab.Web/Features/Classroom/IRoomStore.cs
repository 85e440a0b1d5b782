using PixelLab.Core.Events;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Features.Classroom;

/// <summary>A room as it is kept.</summary>
/// <param name="Room">The room.</param>
/// <param name="Version">Grows with each change.</param>
public sealed record KeptRoom(Room Room, long Version);

/// <summary>
/// Where rooms are kept: a file of this lab's, or a server that several labs share. What rooms are for is told by <see cref="Rooms"/>.
/// Where the store cannot be asked, everything here fails with an <see cref="EventLogException"/>: that a room cannot be found is not
/// that there is none.
/// </summary>
public interface IRoomStore
{
    /// <summary>Raised with code and version when another lab has changed a room, version 0 where it has ended; code null where changes may have been missed.</summary>
    event Action<string?, long>? ChangedElsewhere;

    /// <summary>All rooms.</summary>
    Task<IReadOnlyList<KeptRoom>> AllAsync(CancellationToken cancellation);

    /// <summary>The room of that code as it is now, or null.</summary>
    Task<KeptRoom?> FindAsync(string code);

    /// <summary>The same for those who cannot wait.</summary>
    KeptRoom? Find(string code);

    /// <summary>The code of the room that a seat is in, or null.</summary>
    string? FindCode(SeatId seat);

    /// <summary>Puts a room in the place of an older state of it, or a new one where there is none.</summary>
    /// <returns>The room as it is kept, or null where somebody else has changed it meanwhile.</returns>
    Task<KeptRoom?> TryPutAsync(Room room, KeptRoom? old);

    /// <summary>Takes a room away.</summary>
    /// <returns>Whether it was still as told; only one of several is told so.</returns>
    Task<bool> TryRemoveAsync(KeptRoom room);

    /// <summary>Remembers seats as closed, over restarts and for all labs.</summary>
    Task CloseAsync(IReadOnlyCollection<ClosedSeat> seats);

    /// <summary>The closed seats whose time is not over.</summary>
    Task<IReadOnlyList<ClosedSeat>> ClosedAsync(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Forgets the closed seats whose time is over.</summary>
    Task ForgetClosedAsync(DateTimeOffset now);
}
