using PixelLab.Core.Events;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests.Storage;

/// <summary>What every store of rooms promises, wherever it keeps them.</summary>
public abstract class RoomStoreTests(Engine engine) : IAsyncLifetime
{
    private const string Code = "ABCDEF";

    private static readonly SeatId First = SeatId.New();
    private static readonly SeatId Second = SeatId.New();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IRoomStore Store => engine.Of<IRoomStore>();

    /// <summary>The store as the last of the labs has it.</summary>
    private IRoomStore There => engine.Of<IRoomStore>(engine.Labs - 1);

    [Fact]
    public async Task A_room_is_found_as_it_was_put_last_by_its_code_and_by_the_seats_that_are_in_it()
    {
        Assert.True(await Store.TryChangeAsync(Put(0, "one \u00e9\u4e2d", came: [First, Second])));
        Assert.True(await Store.TryChangeAsync(new RoomChange("GHJKLM", 0, "other", [], [])));
        Assert.Equal(new StoredRoom(Code, 1, "one \u00e9\u4e2d"), await There.FindAsync(Code));
        Assert.Equal([Code, Code], [await There.FindCodeAsync(First), await There.FindCodeAsync(Second)]);

        Assert.True(await There.TryChangeAsync(Put(1, "two", left: [First])));
        Assert.Equal(new StoredRoom(Code, 2, "two"), await Store.FindAsync(Code));
        Assert.Equal([null, Code], [await Store.FindCodeAsync(First), await Store.FindCodeAsync(Second)]);
        Assert.Equal(["other", "two"], (await Store.AllAsync(Cancellation)).Select(room => room.Text).Order());

        Assert.True(await Store.TryChangeAsync(Put(2, null, left: [Second])));
        Assert.Null(await There.FindAsync(Code));
        Assert.Null(await There.FindCodeAsync(Second));
        Assert.Equal("other", Assert.Single(await There.AllAsync(Cancellation)).Text);
        Assert.Null(await Store.FindAsync("NPQRST"));
    }

    [Fact]
    public async Task A_change_of_what_the_room_no_longer_is_changes_nothing()
    {
        Assert.False(await Store.TryChangeAsync(Put(1, "of none")));
        Assert.False(await Store.TryChangeAsync(Put(1, null)));
        Assert.True(await Store.TryChangeAsync(Put(0, "one", came: [First])));
        Assert.True(await Store.TryChangeAsync(Put(1, "two")));

        Assert.False(await There.TryChangeAsync(Put(0, "new again", came: [Second], left: [First])));
        Assert.False(await There.TryChangeAsync(Put(1, "late", came: [Second], left: [First])));
        Assert.False(await There.TryChangeAsync(Put(1, null, left: [First])));

        Assert.Equal(new StoredRoom(Code, 2, "two"), await Store.FindAsync(Code));
        Assert.Equal([Code, null], [await Store.FindCodeAsync(First), await Store.FindCodeAsync(Second)]);
    }

    [Fact]
    public async Task Of_many_who_change_a_room_at_once_each_is_told_whether_it_was_the_one()
    {
        await Store.TryChangeAsync(Put(0, "0"));
        for (var version = 1; version <= 20; version++)
        {
            var from = version;
            var told = await Task.WhenAll(Enumerable.Range(0, 10).Select(
                one => Task.Run(() => engine.Of<IRoomStore>(one % engine.Labs).TryChangeAsync(Put(from, $"{one}")), Cancellation)));
            var winner = Assert.Single(Enumerable.Range(0, 10), one => told[one]);
            Assert.Equal(new StoredRoom(Code, from + 1, $"{winner}"), await Store.FindAsync(Code));
        }
    }

    [Fact]
    public async Task What_was_kept_is_there_at_the_next_start()
    {
        var until = DateTimeOffset.UnixEpoch.AddYears(200);
        await Store.TryChangeAsync(Put(0, "one", came: [First]));
        await Store.TryChangeAsync(Put(1, "two"));
        await Store.CloseAsync([new ClosedSeat(Second, until)]);

        await engine.OpenAgainAsync();

        Assert.Equal([new StoredRoom(Code, 2, "two")], await Store.AllAsync(Cancellation));
        Assert.Equal(Code, await Store.FindCodeAsync(First));
        Assert.Equal([new ClosedSeat(Second, until)], await Store.ClosedAsync(DateTimeOffset.UtcNow, Cancellation));
    }

    [Fact]
    public async Task What_cannot_be_kept_is_said_and_is_not_taken_for_kept()
    {
        await Store.TryChangeAsync(Put(0, "one", came: [First]));

        await engine.BreakAsync();
        await Assert.ThrowsAsync<EventLogException>(() => Store.TryChangeAsync(Put(1, "two", came: [Second])));
        await Assert.ThrowsAsync<EventLogException>(() => Store.TryChangeAsync(new RoomChange("GHJKLM", 0, "other", [Second], [])));
        await Assert.ThrowsAsync<EventLogException>(() => Store.TryChangeAsync(Put(1, null, left: [First])));
        await engine.MendAsync();

        Assert.Equal([new StoredRoom(Code, 1, "one")], await AnsweredAsync(() => Store.AllAsync(Cancellation)));
        Assert.Equal([Code, null], [await Store.FindCodeAsync(First), await Store.FindCodeAsync(Second)]);
        Assert.True(await Store.TryChangeAsync(Put(1, "two")));
    }

    [Fact]
    public async Task A_closed_seat_is_remembered_until_its_time_is_over()
    {
        var now = DateTimeOffset.UnixEpoch.AddYears(100);
        ClosedSeat first = new(First, now.AddHours(1));
        ClosedSeat second = new(Second, now.AddHours(2));
        await Store.CloseAsync([]);
        await Store.CloseAsync([first with { Until = now }, second]);
        await Store.CloseAsync([first]);
        Assert.Equal([first, second], await There.ClosedAsync(now, Cancellation));
        Assert.Equal([second], await There.ClosedAsync(now.AddHours(1), Cancellation));

        await Store.ForgetClosedAsync(now.AddHours(1));
        Assert.Equal([second], await There.ClosedAsync(now, Cancellation));
        await Store.ForgetClosedAsync(now.AddHours(2));
        Assert.Empty(await There.ClosedAsync(now, Cancellation));
    }

    [Fact]
    public async Task Of_closed_seats_so_many_are_remembered_and_no_more_those_that_end_last()
    {
        var now = DateTimeOffset.UnixEpoch.AddYears(100);
        ClosedSeat[] seats = [.. Enumerable.Range(1, MemoryLimits.ClosedSeats + 1).Select(hour => new ClosedSeat(SeatId.New(), now.AddSeconds(hour)))];
        await Store.CloseAsync(seats);
        var kept = await There.ClosedAsync(now, Cancellation);
        Assert.Equal(seats.Skip(1).ToHashSet(), kept.ToHashSet());
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => await engine.OpenAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return engine.DisposeAsync();
    }

    private static RoomChange Put(long from, string? text, SeatId[]? came = null, SeatId[]? left = null) => new(Code, from, text, came ?? [], left ?? []);

    /// <summary>The first answer of a store that was away a moment ago.</summary>
    private static async Task<T> AnsweredAsync<T>(Func<Task<T>> ask)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (EventLogException) when (!patience.IsCancellationRequested)
            {
                await Task.Yield();
            }
        }
    }
}

/// <summary>Rooms in a folder.</summary>
public sealed class SqliteRoomStoreTests() : RoomStoreTests(new SqliteEngine());

/// <summary>Rooms on a Redis server.</summary>
public sealed class RedisRoomStoreTests() : RoomStoreTests(new RedisEngine());
