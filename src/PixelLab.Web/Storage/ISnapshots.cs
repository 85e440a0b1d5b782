using PixelLab.Core.Events;

namespace PixelLab.Web.Storage;

/// <summary>
/// Keeps what readings of large seats have come to, so that a start need not read all of their events again. It goes with the seat's events: whatever
/// of them is erased or too old, nothing of it is left here.
/// </summary>
public interface ISnapshots
{
    /// <summary>What was kept last of a seat's reading; null where there is nothing.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="reading">The reading's name, which can stand in that of a file.</param>
    byte[]? Find(SeatId seat, string reading);

    /// <summary>Keeps it, unless the seat has lost events since <see cref="IEventReader.Erasures"/> was a number. Where there is no room it is not kept.</summary>
    Task KeepAsync(SeatId seat, string reading, byte[] snapshot, long since);
}
