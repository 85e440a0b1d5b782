using Microsoft.Extensions.Time.Testing;
using PixelLab.Core.Events;
using PixelLab.Web.Features.Classroom;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>What is done to a room at the same time: what its students were given and what the room says of it agree afterwards.</summary>
public sealed class RoomOrderTests
{
    private const string Blocker = "blocker";

    private readonly ScriptedLog _log = new();
    private readonly SharedShelf _shelf = new();
    private readonly SeatId _seat = SeatId.New();
    private readonly Rooms _rooms;
    private readonly RoomActions _actions;

    /// <summary>Begins without rooms.</summary>
    public RoomOrderTests()
    {
        var time = new FakeTimeProvider();
        _rooms = new Rooms(_shelf, _log, new ClosedSeats(), time);
        _actions = new RoomActions(_rooms, null!, null!, _log, null!, time);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_two_switches_the_second_holds_for_room_and_students()
    {
        var room = await OpenAsync();
        var first = new TaskCompletionSource();
        _log.BeforeAppend = events => events.OfType<SettingChanged>().Any(one => one.Value == "on") ? first.Task : Task.CompletedTask;
        var on = TurnAsync(room, "on");
        var off = TurnAsync(room, "off");

        first.SetResult();

        Assert.Equal([null, null], await Task.WhenAll(on, off));
        Assert.Equal("off", _log.Last(_seat, Blocker));
        Assert.Equal("off", _rooms.Find(room.Code)!.Switches[Blocker]);
    }

    [Fact]
    public async Task What_is_switched_during_a_reset_holds_after_it()
    {
        var room = await OpenAsync();
        await TurnAsync(room, "on");
        var erasing = new TaskCompletionSource();
        _log.BeforeErase = _ => erasing.Task;
        var reset = ResetAsync(room);
        Assert.Equal("on", _rooms.Find(room.Code)!.Switches[Blocker]);
        var off = TurnAsync(room, "off");

        erasing.SetResult();

        Assert.Equal([null, null], await Task.WhenAll(reset, off));
        Assert.Equal("off", _log.Last(_seat, Blocker));
        Assert.Equal("off", _rooms.Find(room.Code)!.Switches[Blocker]);
    }

    [Fact]
    public async Task A_reset_erases_those_too_who_came_since_the_instructor_asked_for_it_or_at_another_lab()
    {
        var room = await OpenAsync();
        var (since, elsewhere) = (SeatId.New(), SeatId.New());
        await _rooms.ChangeAsync(room.Code, old => With(old, since), Cancellation);
        _log.BeforeErase = seat =>
        {
            if (seat == _seat)
            {
                _shelf.ChangeElsewhere(room.Code, old => With(old, elsewhere));
            }

            return Task.CompletedTask;
        };

        Assert.Null(await ResetAsync(room));

        Assert.Equal([_seat, since, elsewhere], _log.Erased);
    }

    [Fact]
    public async Task A_reset_that_fails_can_be_asked_for_again()
    {
        var room = await OpenAsync();
        await TurnAsync(room, "on");
        _log.BeforeErase = _ => throw new EventLogException("The log is away.", new IOException());

        await Assert.ThrowsAsync<EventLogException>(() => ResetAsync(room));
        Assert.Equal("on", _rooms.Find(room.Code)!.Switches[Blocker]);

        using var request = new CancellationTokenSource();
        _log.BeforeErase = _ => request.CancelAsync();
        await _actions.TakeAsync(room, new ResetAction(), request.Token);
        Assert.Empty(_rooms.Find(room.Code)!.Switches);
        Assert.Equal([_seat], _log.Erased);
    }

    [Theory]
    [InlineData("off")]
    [InlineData("")]
    public async Task Who_comes_in_while_another_lab_turns_a_switch_ends_with_the_newest(string newest)
    {
        var room = await OpenAsync();
        await TurnAsync(room, "on");
        var joined = (await _rooms.ChangeAsync(room.Code, old => With(old, SeatId.New()), Cancellation))!;
        var seat = joined.Students[^1].Seat;
        _log.BeforeAppend = _ =>
        {
            _log.BeforeAppend = _ => Task.CompletedTask;
            _shelf.ChangeElsewhere(
                room.Code,
                old => old with { Switches = newest.Length == 0 ? new Dictionary<string, string>() : new() { [Blocker] = newest } });
            return Task.CompletedTask;
        };

        await _actions.CatchUpAsync(joined, seat);

        Assert.Equal(newest, _log.Last(seat, Blocker));
    }

    [Fact]
    public async Task Nothing_is_written_about_a_student_who_left_at_another_lab_meanwhile()
    {
        var room = await OpenAsync();
        _log.BeforeAppend = _ =>
        {
            _shelf.ChangeElsewhere(room.Code, old => old.Without(_seat));
            return Task.CompletedTask;
        };

        Assert.Null(await TurnAsync(room, "on"));

        Assert.Null(_log.Last(_seat, Blocker));
    }

    [Fact]
    public async Task Who_erases_what_is_kept_of_them_while_a_switch_is_turned_has_it_turned_after()
    {
        var room = await OpenAsync();
        await TurnAsync(room, "on");
        var erasing = new TaskCompletionSource();
        _log.BeforeErase = _ => erasing.Task;
        var anew = _actions.BeginAnewAsync(_seat);
        await TurnAsync(room, "off");

        erasing.SetResult();
        await anew;

        Assert.Equal("off", _log.Last(_seat, Blocker));
    }

    private static Room With(Room room, SeatId seat) =>
        room with { Students = [.. room.Students, new Student(seat, seat.Value, "", room.Opened)] };

    private Task<string?> TurnAsync(Room room, string value) => _actions.TakeAsync(room, new SwitchAction(Blocker, value), Cancellation);

    private Task<string?> ResetAsync(Room room) => _actions.TakeAsync(room, new ResetAction(), Cancellation);

    private async Task<Room> OpenAsync()
    {
        var (room, _) = (await _rooms.OpenAsync(Cancellation))!.Value;
        return (await _rooms.ChangeAsync(room.Code, old => With(old, _seat), Cancellation))!;
    }
}
