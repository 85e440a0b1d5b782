using System.Collections.Concurrent;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Storage;

/// <summary>A seat in which nothing is noted any more.</summary>
/// <param name="Seat">The seat.</param>
/// <param name="Until">Until when that is remembered.</param>
public sealed record ClosedSeat(SeatId Seat, DateTimeOffset Until);

/// <summary>
/// The seats in which nothing is noted any more: somebody sat there for a time that is over, and was told that what was kept of it is
/// erased. A page of theirs may still be open, and goes on asking. Of such a seat its name is remembered and until when, nothing else;
/// whoever closes one keeps it for the next start too.
/// </summary>
public sealed class ClosedSeats
{
    /// <summary>How many go at once, so that not each new one has to look for the oldest.</summary>
    private const int Spare = MemoryLimits.ClosedSeats / 10;

    private readonly ConcurrentDictionary<SeatId, DateTimeOffset> _until = new();

    /// <summary>Whether a seat is closed. Asked for each event that is to be kept.</summary>
    public bool Contains(SeatId seat) => _until.ContainsKey(seat);

    /// <summary>Closes a seat.</summary>
    public void Close(ClosedSeat closed)
    {
        if (_until.Count >= MemoryLimits.ClosedSeats)
        {
            foreach (var (seat, _) in _until.OrderBy(one => one.Value).Take(Spare))
            {
                _until.TryRemove(seat, out _);
            }
        }

        _until[closed.Seat] = closed.Until;
    }

    /// <summary>Lets a seat be as any other again.</summary>
    public void Open(SeatId seat) => _until.TryRemove(seat, out _);

    /// <summary>Forgets those whose time is over.</summary>
    /// <returns>Whether there were any.</returns>
    public bool Forget(DateTimeOffset now)
    {
        var any = false;
        foreach (var one in _until)
        {
            any |= one.Value <= now && _until.TryRemove(one);
        }

        return any;
    }
}
