using PixelLab.Core.Events;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Features.Classroom;

// How students leave and rooms end: nothing that was kept of them stays, also where it takes more than one try. A page of theirs may
// still be open, so their seats are closed: nothing more is noted there (Storage/OpenSeatsLog.cs), and the next page says so
// (RoomStrip.razor). Each lab closes them when it hears of the end; the store remembers them for labs that start later.
public sealed partial class Rooms
{
    /// <summary>
    /// How long a seat stays closed: as long as a room stands, and once more, so that a laptop that was shut in class is told so when it
    /// is opened at home, or the next morning.
    /// </summary>
    public static readonly TimeSpan ClosedFor = 2 * RoomLimits.Longest;

    /// <summary>Whether a seat was in a room that is over, or that the student has left.</summary>
    public bool IsOver(SeatId seat) => _closed.Contains(seat);

    /// <summary>Notes that the browser at a seat is on its way to forget the town, so that it is not sent again.</summary>
    /// <returns>Whether the seat is in a room.</returns>
    public async Task<bool> WasClearedAsync(SeatId seat, CancellationToken cancellation)
    {
        if (await OfSeatAsync(seat) is not { } room)
        {
            return false;
        }

        await ChangeAsync(
            room.Code,
            old => old.Find(seat) is { IsToClear: true } cleared
                ? old with { Students = [.. old.Students.Select(one => one == cleared ? one with { IsToClear = false } : one)] }
                : null,
            cancellation);
        return true;
    }

    /// <summary>
    /// Takes a student out of a room and erases all that is kept about them. Erased first, so that where that fails the student is still
    /// there to be taken out again; and once more when they are out, for what their pages sent in between.
    /// </summary>
    public async Task LeaveAsync(SeatId seat, CancellationToken cancellation)
    {
        if (await OfSeatAsync(seat) is { } room)
        {
            await InOrderAsync(
                room.Code,
                async _ =>
                {
                    await _log.EraseAsync(seat, CancellationToken.None);
                    await CloseAsync([seat]);
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
    /// Ends every room whose time is over or that nobody has come into, and goes on with those that could not be cleared when they ended. Whoever stops it loses
    /// nothing: what is not cleared stands on the store as ended.
    /// </summary>
    public async Task EndOldAsync(CancellationToken cancellation)
    {
        var now = _time.GetUtcNow();
        if (_closed.Forget(now))
        {
            await _store.ForgetClosedAsync(now);
        }

        foreach (var (code, entry) in _rooms)
        {
            if (IsOver(entry.Kept.Room, now))
            {
                await CloseDownAsync(code, cancellation);
                await ClearAsync(code, cancellation);
            }
        }
    }

    private static bool IsOver(Room room, DateTimeOffset now) =>
        room.HasEnded || room.Ends <= now || (room.Students.Count == 0 && room.Opened + RoomLimits.LongestEmpty <= now);

    /// <summary>
    /// Lets a room be over for everyone, at every lab. It stays on the store with its students, as ended, until they are erased: so
    /// nobody is in it while that goes on, and where it breaks off it is known what is left to do.
    /// </summary>
    private Task CloseDownAsync(string code, CancellationToken cancellation) => InOrderAsync(
        code, _ => ChangeAsync(code, old => old with { HasEnded = true }, CancellationToken.None), cancellation);

    /// <summary>Erases what a room that is over held, and then takes it off the store.</summary>
    private async Task ClearAsync(string code, CancellationToken cancellation)
    {
        while (await ReadAsync(code) is { Room.HasEnded: true } ended)
        {
            await CloseAsync([.. ended.Room.Students.Select(student => student.Seat)]);
            foreach (var student in ended.Room.Students)
            {
                await _log.EraseAsync(student.Seat, cancellation);
            }

            await _store.TryChangeAsync(ended.Remove());
        }

        Drop(code);
    }

    /// <summary>
    /// Lets the store remember seats as closed. Before anything says that they are out: where it breaks off between, they are still in
    /// their room, and a seat in a room is open whatever the store remembers of it.
    /// </summary>
    private Task CloseAsync(IReadOnlyCollection<SeatId> seats)
    {
        var until = _time.GetUtcNow() + ClosedFor;
        return _store.CloseAsync([.. seats.Select(seat => new ClosedSeat(seat, until))]);
    }

    private void Close(SeatId seat) => _closed.Close(new ClosedSeat(seat, _time.GetUtcNow() + ClosedFor));

    private void CloseOrOpen(Room room)
    {
        foreach (var student in room.Students)
        {
            if (room.HasEnded)
            {
                Close(student.Seat);
            }
            else
            {
                _closed.Open(student.Seat);
            }
        }
    }
}
