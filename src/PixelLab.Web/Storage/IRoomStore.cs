using PixelLab.Core.Events;

namespace PixelLab.Web.Storage;

/// <summary>A room as a store keeps it. What is in it is the matter of whoever keeps it there.</summary>
/// <param name="Code">The code that it is found by.</param>
/// <param name="Version">Grows with each change.</param>
/// <param name="Text">The room, written down.</param>
public sealed record StoredRoom(string Code, long Version, string Text);

/// <summary>A change of a room. It says what it was made from, so that none overwrites another.</summary>
/// <param name="Code">The room.</param>
/// <param name="From">The version that it was made from; 0 where there was none. The next one is one more.</param>
/// <param name="Text">The room after it; null where it is taken away.</param>
/// <param name="Came">The seats that came into the room.</param>
/// <param name="Left">The seats that left it.</param>
public sealed record RoomChange(string Code, long From, string? Text, IReadOnlyCollection<SeatId> Came, IReadOnlyCollection<SeatId> Left);

/// <summary>
/// Where rooms are kept, beside the events. Where the store cannot be asked, everything here fails with an
/// <see cref="EventLogException"/>: that a room cannot be found is not that there is none.
/// </summary>
public interface IRoomStore
{
    /// <summary>Raised with code and version when another lab has changed a room, version 0 where it has ended; code null where changes may have been missed.</summary>
    event Action<string?, long>? ChangedElsewhere;

    /// <summary>All rooms.</summary>
    Task<IReadOnlyList<StoredRoom>> AllAsync(CancellationToken cancellation);

    /// <summary>The room of that code as it is now, or null.</summary>
    Task<StoredRoom?> FindAsync(string code);

    /// <summary>The code of the room that a seat is in, or null.</summary>
    Task<string?> FindCodeAsync(SeatId seat);

    /// <summary>Changes a room.</summary>
    /// <returns>Whether it was still as the change says; of several changes made from one version, one is told so.</returns>
    Task<bool> TryChangeAsync(RoomChange change);

    /// <summary>Remembers seats as closed, over restarts and for all labs.</summary>
    Task CloseAsync(IReadOnlyCollection<ClosedSeat> seats);

    /// <summary>The closed seats whose time is not over.</summary>
    Task<IReadOnlyList<ClosedSeat>> ClosedAsync(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Forgets the closed seats whose time is over.</summary>
    Task ForgetClosedAsync(DateTimeOffset now);
}
