using Microsoft.Extensions.Time.Testing;
using PixelLab.Core.Events;
using PixelLab.Web.Features.Classroom;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>Whoever joins many times over fills a room with students who never come; they can all be taken out at once.</summary>
public sealed class AbsentStudentTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Rooms _rooms;
    private readonly RoomActions _actions;

    /// <summary>Begins without rooms.</summary>
    public AbsentStudentTests()
    {
        var log = new ScriptedLog();
        _rooms = new Rooms(new SharedShelf(), log, new ClosedSeats(), _time);
        _actions = new RoomActions(_rooms, null!, null!, log, null!, _time);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_who_joined_a_while_ago_and_opened_no_page_are_taken_out_and_nobody_else()
    {
        var code = (await _rooms.OpenAsync(Cancellation))!.Value.Room.Code;
        SeatId[] absent = [await JoinAsync(code), await JoinAsync(code)];
        var present = await JoinAsync(code);
        var simulated = await JoinAsync(code, isSimulated: true);
        Assert.True(await _rooms.HasComeAsync(present));
        _time.Advance(RoomLimits.LongestWayIn);
        var onTheWay = await JoinAsync(code);

        Assert.Null(await _actions.TakeAsync(_rooms.Find(code)!, new RemoveAbsentAction(), Cancellation));

        Assert.Equal([present, simulated, onTheWay], _rooms.Find(code)!.Students.Select(student => student.Seat));
        Assert.All(absent, seat => Assert.True(_rooms.IsOver(seat)));
        Assert.False(await _rooms.HasComeAsync(absent[0]));
    }

    [Fact]
    public async Task A_reset_sends_each_browser_once_to_forget_the_town()
    {
        var code = (await _rooms.OpenAsync(Cancellation))!.Value.Room.Code;
        var student = await JoinAsync(code);
        var simulated = await JoinAsync(code, isSimulated: true);

        await _rooms.ChangeAsync(code, room => room.Anew(), Cancellation);

        Assert.True(_rooms.Find(code)!.Find(student)!.IsToClear);
        Assert.False(_rooms.Find(code)!.Find(simulated)!.IsToClear);
        Assert.True(await _rooms.WasClearedAsync(student, Cancellation));
        Assert.False(_rooms.Find(code)!.Find(student)!.IsToClear);
        Assert.False(await _rooms.WasClearedAsync(SeatId.New(), Cancellation));
    }

    private async Task<SeatId> JoinAsync(string code, bool isSimulated = false)
    {
        var student = new Student(SeatId.New(), "Quiet Otter", "", _time.GetUtcNow(), isSimulated);
        await _rooms.ChangeAsync(code, room => room with { Students = [.. room.Students, student] }, Cancellation);
        return student.Seat;
    }
}
