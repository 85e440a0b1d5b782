using Microsoft.Extensions.Time.Testing;
using PixelLab.Core.Events;
using PixelLab.Web.Features.Classroom;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>A room's end, where something comes between: nothing that was kept of it stays, and it does not come back.</summary>
public sealed class RoomEndingTests
{
    private readonly ScriptedLog _log = new();
    private readonly SharedShelf _shelf = new();
    private readonly ClosedSeats _closed = new();
    private readonly Rooms _rooms;

    /// <summary>Begins without rooms.</summary>
    public RoomEndingTests() => _rooms = new Rooms(_shelf, _log, _closed, new FakeTimeProvider());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_ends_a_room_and_goes_away_leaves_nothing_of_it()
    {
        var (code, seats) = await OpenAsync();
        using var request = new CancellationTokenSource();
        _log.BeforeErase = _ => request.CancelAsync();

        await _rooms.EndAsync(code, request.Token);

        Assert.Equal(seats, _log.Erased);
        Assert.Null(_shelf.Find(code));
    }

    [Fact]
    public async Task An_end_that_breaks_off_is_over_for_everyone_and_goes_on_later()
    {
        var (code, seats) = await OpenAsync();
        await using var watcher = _rooms.WatchAsync(code, Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await watcher.MoveNextAsync());
        _log.BeforeErase = seat => seat == seats[1] ? throw Away() : Task.CompletedTask;

        await Assert.ThrowsAsync<EventLogException>(() => _rooms.EndAsync(code, Cancellation));

        Assert.False(await watcher.MoveNextAsync());
        Assert.Null(await _rooms.FindAsync(code));
        Assert.Null(await _rooms.OfSeatAsync(seats[2]));
        Assert.Empty(_rooms.All);
        Assert.Null(await _rooms.ChangeAsync(code, old => old with { IsFrozen = true }, Cancellation));

        // Also where the lab was started anew in between.
        _log.BeforeErase = _ => Task.CompletedTask;
        var later = new Rooms(_shelf, _log, _closed, new FakeTimeProvider());
        _shelf.Tell(code, _shelf.Find(code)!.Version);
        await later.EndOldAsync(Cancellation);
        Assert.Equal(seats.ToHashSet(), _log.Erased.ToHashSet());
        Assert.Null(_shelf.Find(code));
    }

    [Fact]
    public async Task Who_could_not_be_erased_is_still_in_the_room_to_be_taken_out_again()
    {
        var (code, seats) = await OpenAsync();
        _log.BeforeErase = _ => throw Away();
        await Assert.ThrowsAsync<EventLogException>(() => _rooms.LeaveAsync(seats[0], Cancellation));
        Assert.Equal(code, (await _rooms.OfSeatAsync(seats[0]))?.Code);

        using var request = new CancellationTokenSource();
        _log.BeforeErase = _ => request.CancelAsync();
        await _rooms.LeaveAsync(seats[0], request.Token);
        Assert.Null(await _rooms.OfSeatAsync(seats[0]));
        Assert.Contains(seats[0], _log.Erased);
    }

    [Fact]
    public async Task A_room_whose_removal_is_heard_before_an_older_answer_comes_stays_away()
    {
        var (code, seats) = await OpenAsync();
        var changed = _shelf.ChangeElsewhere(code, old => old with { IsFrozen = true });
        var answer = new TaskCompletionSource();
        _shelf.BeforeAnswer = () => answer.Task;
        _shelf.Tell(code, changed.Version);

        _shelf.RemoveElsewhere(code);
        _shelf.Tell(code, 0);
        answer.SetResult();

        Assert.Empty(_rooms.All);
        Assert.Null(await _rooms.FindAsync(code));
        Assert.Null(await _rooms.OfSeatAsync(seats[0]));
    }

    [Fact]
    public async Task A_room_that_another_lab_takes_away_while_it_is_changed_here_stays_away()
    {
        var (code, _) = await OpenAsync();
        _shelf.AfterPut = () =>
        {
            _shelf.RemoveElsewhere(code);
            _shelf.Tell(code, 0);
            return Task.CompletedTask;
        };

        await _rooms.ChangeAsync(code, old => old with { IsFrozen = true }, Cancellation);

        Assert.Empty(_rooms.All);
        Assert.Null(await _rooms.FindAsync(code));
    }

    private static EventLogException Away() => new("The log is away.", new IOException());

    private async Task<(string Code, SeatId[] Seats)> OpenAsync()
    {
        var (room, _) = (await _rooms.OpenAsync(Cancellation))!.Value;
        SeatId[] seats = [SeatId.New(), SeatId.New(), SeatId.New()];
        await _rooms.ChangeAsync(
            room.Code, old => old with { Students = [.. seats.Select(seat => new Student(seat, seat.Value, "", old.Opened))] }, Cancellation);
        return (room.Code, seats);
    }
}
