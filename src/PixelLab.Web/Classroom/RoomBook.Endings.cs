using PixelLab.Core.Events;

namespace PixelLab.Web.Classroom;

// How students leave and rooms end: nothing that was kept of them stays, also where it takes more than one try.
public sealed partial class RoomBook
{
    /// <summary>
    /// Takes a student out of a room and erases all that is kept about them. Erased first, so that where that fails the student is still
    /// there to be taken out again; and once more when they are out, for what their pages sent in between.
    /// </summary>
    public async Task LeaveAsync(SeatId seat, CancellationToken cancellation)
    {
        if (OfSeat(seat) is { } room)
        {
            await InOrderAsync(
                room.Code,
                async _ =>
                {
                    await _log.EraseAsync(seat, CancellationToken.None);
                    await ChangeAsync(room.Code, old => old.Without(seat), CancellationToken.None);
                    await _log.EraseAsync(seat, CancellationToken.None);
                },
                cancellation);
        }
    }

    /// <summary>Ends a room: it is gone, and so is everything that was kept of it.</summary>
    public async Task EndAsync(string code, CancellationToken cancellation)
    {
        await CloseDownAsync(code, cancellation);
        await ClearAsync(code, CancellationToken.None);
    }

    /// <summary>
    /// Ends every room whose time is over, and goes on with those that could not be cleared when they ended. Whoever stops it loses
    /// nothing: what is not cleared stands on the store as ended.
    /// </summary>
    public async Task EndOldAsync(CancellationToken cancellation)
    {
        foreach (var (code, entry) in _rooms)
        {
            if (entry.Kept.Room.HasEnded || entry.Kept.Room.Ends <= _time.GetUtcNow())
            {
                await CloseDownAsync(code, cancellation);
                await ClearAsync(code, cancellation);
            }
        }
    }

    /// <summary>
    /// Lets a room be over for everyone, at every lab. It stays on the store with its students, as ended, until they are erased: so
    /// nobody is in it while that goes on, and where it breaks off it is known what is left to do.
    /// </summary>
    private Task CloseDownAsync(string code, CancellationToken cancellation) => InOrderAsync(
        code, _ => ChangeAsync(code, old => old with { HasEnded = true }, CancellationToken.None), cancellation);

    /// <summary>Erases what a room that is over held, and then takes it off the store.</summary>
    private async Task ClearAsync(string code, CancellationToken cancellation)
    {
        while (await _store.FindAsync(code) is { Room.HasEnded: true } ended)
        {
            foreach (var student in ended.Room.Students)
            {
                await _log.EraseAsync(student.Seat, cancellation);
            }

            await _store.TryRemoveAsync(ended);
        }

        Drop(code);
    }
}
