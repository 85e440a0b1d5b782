using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PixelLab.Core.Events;
using PixelLab.Web.Features.Classroom;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>Seats of rooms that are over: each lab knows them, also one that starts later, for some time, and takes no other seat for one.</summary>
public sealed class ClosedSeatTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedLog _log = new();
    private readonly SharedShelf _shelf = new();
    private readonly Rooms _rooms;

    /// <summary>Begins without rooms.</summary>
    public ClosedSeatTests() => _rooms = Lab();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_leaves_or_is_in_a_room_that_ends_has_a_closed_seat_at_every_lab()
    {
        var other = Lab();
        var (code, seats) = await OpenAsync();
        _shelf.Tell(code, _shelf.Find(code)!.Version);
        Assert.DoesNotContain(seats, seat => _rooms.IsOver(seat) || other.IsOver(seat));

        await _rooms.LeaveAsync(seats[0], Cancellation);
        _shelf.Tell(code, _shelf.Find(code)!.Version);
        Assert.True(_rooms.IsOver(seats[0]) && other.IsOver(seats[0]));
        Assert.False(_rooms.IsOver(seats[1]) || other.IsOver(seats[1]));

        await _rooms.EndAsync(code, Cancellation);
        _shelf.Tell(code, 0);
        Assert.All(seats, seat => Assert.True(_rooms.IsOver(seat) && other.IsOver(seat)));
        Assert.False(_rooms.IsOver(SeatId.New()));
    }

    [Fact]
    public async Task A_seat_is_closed_before_it_is_erased_also_where_the_end_breaks_off()
    {
        var (code, seats) = await OpenAsync();
        _log.BeforeErase = seat => _rooms.IsOver(seat) ? throw new EventLogException("The log is away.", new IOException()) : Task.CompletedTask;

        await Assert.ThrowsAsync<EventLogException>(() => _rooms.EndAsync(code, Cancellation));

        var later = Lab();
        _shelf.Tell(null, 0);
        Assert.All(seats, seat => Assert.True(_rooms.IsOver(seat) && later.IsOver(seat)));
    }

    [Fact]
    public async Task It_is_remembered_for_labs_that_start_later_until_its_time_is_over()
    {
        var (code, seats) = await OpenAsync();
        await _rooms.EndAsync(code, Cancellation);
        _time.Advance(Rooms.ClosedFor - TimeSpan.FromMinutes(1));
        await _rooms.EndOldAsync(Cancellation);
        var later = Lab();
        _shelf.Tell(null, 0);
        Assert.All(seats, seat => Assert.True(_rooms.IsOver(seat) && later.IsOver(seat)));

        _time.Advance(TimeSpan.FromMinutes(1));
        await _rooms.EndOldAsync(Cancellation);

        Assert.DoesNotContain(seats, _rooms.IsOver);
        Assert.Empty(await _shelf.ClosedAsync(DateTimeOffset.MinValue, Cancellation));
    }

    [Fact]
    public async Task A_room_that_nobody_has_come_into_goes_after_half_an_hour_and_no_other()
    {
        var (taught, _) = await OpenAsync();
        var empty = (await _rooms.OpenAsync(Cancellation))!.Value.Room.Code;
        _time.Advance(RoomLimits.LongestEmpty - TimeSpan.FromSeconds(1));
        await _rooms.EndOldAsync(Cancellation);
        Assert.NotNull(_rooms.Find(empty));

        _time.Advance(TimeSpan.FromSeconds(1));
        await _rooms.EndOldAsync(Cancellation);

        Assert.Null(_rooms.Find(empty));
        Assert.NotNull(_rooms.Find(taught));
    }

    [Fact]
    public async Task A_student_who_is_in_the_room_still_has_an_open_seat_whatever_the_store_remembers()
    {
        var (_, seats) = await OpenAsync();
        await _shelf.CloseAsync([new ClosedSeat(seats[0], DateTimeOffset.MaxValue)]);

        var later = Lab();
        _shelf.Tell(null, 0);

        Assert.False(later.IsOver(seats[0]));
    }

    [Fact]
    public async Task A_room_that_was_taken_for_gone_and_is_found_again_has_open_seats()
    {
        var (code, seats) = await OpenAsync();
        _shelf.Tell(code, 0);
        Assert.True(_rooms.IsOver(seats[0]));

        Assert.NotNull(await _rooms.FindAsync(code));

        Assert.False(_rooms.IsOver(seats[0]));
    }

    [Fact]
    public async Task The_log_takes_nothing_of_a_closed_seat_and_all_of_the_others()
    {
        var closed = new ClosedSeats();
        var gone = SeatId.New();
        closed.Close(new ClosedSeat(gone, DateTimeOffset.MaxValue));
        SettingChanged Event(SeatId seat, string name) => new() { At = default, Seat = seat, Name = name, Value = "" };
        var seat = SeatId.New();
        IReadOnlyList<LabEvent> kept = [];
        _log.BeforeAppend = events =>
        {
            kept = events;
            return Task.CompletedTask;
        };

        var open = new OpenSeatsLog(_log, closed, new Holdings(Options.Create(new CaptureLimits())), new HttpContextAccessor());
        var all = await open.AppendAsync([Event(seat, "a"), Event(gone, "b"), Event(seat, "c")], Cancellation);

        Assert.Equal(["a", "c"], kept.Cast<SettingChanged>().Select(one => one.Name));
        Assert.Equal(["a", "b", "c"], all.Cast<SettingChanged>().Select(one => one.Name));
    }

    [Fact]
    public void So_many_are_remembered_and_no_more()
    {
        var closed = new ClosedSeats();
        var start = _time.GetUtcNow();
        SeatId[] seats = [.. Enumerable.Range(0, MemoryLimits.ClosedSeats + 1).Select(_ => SeatId.New())];
        for (var place = 0; place < seats.Length; place++)
        {
            closed.Close(new ClosedSeat(seats[place], start.AddSeconds(place)));
        }

        Assert.False(closed.Contains(seats[0]));
        Assert.True(closed.Contains(seats[^2]));
        Assert.True(closed.Contains(seats[^1]));
        Assert.InRange(seats.Count(closed.Contains), MemoryLimits.ClosedSeats / 2, MemoryLimits.ClosedSeats);
    }

    private Rooms Lab() => new(_shelf, _log, new ClosedSeats(), _time);

    private async Task<(string Code, SeatId[] Seats)> OpenAsync()
    {
        var (room, _) = (await _rooms.OpenAsync(Cancellation))!.Value;
        SeatId[] seats = [SeatId.New(), SeatId.New()];
        await _rooms.ChangeAsync(
            room.Code, old => old with { Students = [.. seats.Select(seat => new Student(seat, seat.Value, "", old.Opened))] }, Cancellation);
        return (room.Code, seats);
    }
}
