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
    public Task<bool> WasClearedAsync(SeatId seat, CancellationToken cancellation) =>
        MarkAsync(seat, student => student with { IsToClear = false }, cancellation);

    /// <summary>Notes that a page is opened in a seat.</summary>
    /// <returns>Whether the seat is in a room.</returns>
    public Task<bool> HasComeAsync(SeatId seat) => MarkAsync(seat, student => student with { HasCome = true }, CancellationToken.None);

    private async Task<bool> MarkAsync(SeatId seat, Func<Student, Student> mark, CancellationToken cancellation)
    {
        if (await OfSeatAsync(seat) is not { } room)
        {
            return false;
        }

        // Asked of what is known here first, for it comes with every page.
        if (IsNew(room))
        {
            await ChangeAsync(
                room.Code,
                old => IsNew(old) ? old with { Students = [.. old.Students.Select(one => one.Seat == seat ? mark(one) : one)] } : null,
                cancellation);
        }

        return true;

        bool IsNew(Room one) => one.Find(seat) is { } student && mark(student) != student;
    }

    /// <summary>Takes a student out of a room and erases all that is kept about them.</summary>
    public async Task LeaveAsync(SeatId seat, CancellationToken cancellation)
    {
        if (await OfSeatAsync(seat) is { } room)
        {
            await TakeOutAsync(room.Code, student => student.Seat == seat, cancellation);
        }
    }

    /// <summary>
    /// Takes students out of a room and erases all that is kept about them. Erased first, so that where that fails they are still there to
    /// be taken out again; and once more when they are out, for what their pages sent in between.
    /// </summary>
    public Task TakeOutAsync(string code, Func<Student, bool> who, CancellationToken cancellation) => InOrderAsync(
        code,
        async room =>
        {
            SeatId[] seats = [.. room.Students.Where(who).Select(student => student.Seat)];
            await EraseAsync(seats);
            await CloseAsync(seats);
            await ChangeAsync(code, old => seats.Aggregate(old, (rest, seat) => rest.Without(seat)), CancellationToken.None);
            await EraseAsync(seats);
        },
        cancellation);

    private async Task EraseAsync(IEnumerable<SeatId> seats)
    {
        foreach (var seat in seats)
        {
            await _log.EraseAsync(seat, CancellationToken.None);
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
