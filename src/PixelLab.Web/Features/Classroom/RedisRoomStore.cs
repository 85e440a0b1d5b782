using System.Globalization;
using System.Text.Json;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;
using PixelLab.Web.Storage.Redis;
using StackExchange.Redis;

namespace PixelLab.Web.Features.Classroom;

/// <summary>Rooms on the Redis server that several labs share. Each change says what it was made from, so none overwrites another.</summary>
internal sealed class RedisRoomStore : IRoomStore
{
    private const string Channel = "rooms";

    private static readonly RedisKey Rooms = RedisServer.Key("rooms");
    private static readonly RedisKey RoomsOfSeats = RedisServer.Key("rooms-of-seats");

    /// <summary>The closed seats, by when they are forgotten. The server forgets them by itself too, should no lab be there to do it.</summary>
    private static readonly RedisKey ClosedSeats = RedisServer.Key("closed-seats");

    private readonly RedisServer _server;

    public RedisRoomStore(RedisServer server)
    {
        _server = server;
        server.Restored += () => ChangedElsewhere?.Invoke(null, 0);
        server.ListenAsync(Channel, Hear).GetAwaiter().GetResult();
    }

    public event Action<string?, long>? ChangedElsewhere;

    public Task<IReadOnlyList<KeptRoom>> AllAsync(CancellationToken cancellation) => RedisServer.AskAsync<IReadOnlyList<KeptRoom>>(async () =>
        [.. (await _server.Database.HashGetAllAsync(Rooms)).Select(entry => Read(entry.Value)!)]);

    public Task<KeptRoom?> FindAsync(string code) => RedisServer.AskAsync(async () => Read(await _server.Database.HashGetAsync(Rooms, code)));

    public KeptRoom? Find(string code) => AskNow(() => Read(_server.Database.HashGet(Rooms, code)));

    public string? FindCode(SeatId seat) => AskNow(() => (string?)_server.Database.HashGet(RoomsOfSeats, seat.Value));

    public async Task<KeptRoom?> TryPutAsync(Room room, KeptRoom? old)
    {
        var before = SeatsOf(old?.Room).ToHashSet();
        var after = SeatsOf(room).ToHashSet();
        RedisValue[] came = [.. after.Where(seat => !before.Contains(seat))];
        RedisValue[] left = [.. before.Where(seat => !after.Contains(seat))];
        var version = await ChangeAsync(RedisScripts.PutRoom,
        [
            old?.Version ?? 0, room.Code, JsonSerializer.SerializeToUtf8Bytes(room, JsonSerializerOptions.Web), _server.Channel(Channel),
            came.Length, .. came, .. left,
        ]);
        return version == 0 ? null : new KeptRoom(room, version);
    }

    public async Task<bool> TryRemoveAsync(KeptRoom room) =>
        await ChangeAsync(RedisScripts.RemoveRoom, [room.Version, room.Room.Code, _server.Channel(Channel), .. SeatsOf(room.Room)]) == 1;

    public Task CloseAsync(IReadOnlyCollection<ClosedSeat> seats) => seats.Count == 0 ? Task.CompletedTask : RedisServer.AskAsync(async () =>
    {
        var batch = _server.Database.CreateTransaction();
        _ = batch.SortedSetAddAsync(ClosedSeats, [.. seats.Select(one => new SortedSetEntry(one.Seat.Value, one.Until.ToUnixTimeMilliseconds()))]);
        _ = batch.SortedSetRemoveRangeByRankAsync(ClosedSeats, 0, -(MemoryLimits.ClosedSeats + 1));
        _ = batch.KeyExpireAsync(ClosedSeats, seats.Max(one => one.Until).UtcDateTime);
        return await batch.ExecuteAsync();
    });

    public Task<IReadOnlyList<ClosedSeat>> ClosedAsync(DateTimeOffset now, CancellationToken cancellation) =>
        RedisServer.AskAsync<IReadOnlyList<ClosedSeat>>(async () =>
        {
            var kept = await _server.Database.SortedSetRangeByScoreWithScoresAsync(ClosedSeats, now.ToUnixTimeMilliseconds(), exclude: Exclude.Start);
            return
            [
                .. from entry in kept
                   let seat = SeatId.TryParse(entry.Element, out var read) ? read : SeatId.Default
                   where !seat.IsDefault
                   select new ClosedSeat(seat, DateTimeOffset.FromUnixTimeMilliseconds((long)entry.Score)),
            ];
        });

    public Task ForgetClosedAsync(DateTimeOffset now) => RedisServer.AskAsync(() =>
        _server.Database.SortedSetRemoveRangeByScoreAsync(ClosedSeats, double.NegativeInfinity, now.ToUnixTimeMilliseconds()));

    private static IEnumerable<RedisValue> SeatsOf(Room? room) => room?.Students.Select(student => (RedisValue)student.Seat.Value) ?? [];

    private Task<long> ChangeAsync(string script, RedisValue[] values) => RedisServer.AskAsync(async () =>
        (long)await _server.Database.ScriptEvaluateAsync(script, [Rooms, RoomsOfSeats], values));

    private static T AskNow<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception failure) when (RedisServer.IsFault(failure))
        {
            throw RedisServer.Away(failure);
        }
    }

    /// <summary>Reads what the scripts have written: version, space, room.</summary>
    private static KeptRoom? Read(RedisValue kept)
    {
        if (kept.IsNull)
        {
            return null;
        }

        var text = kept.ToString();
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return new KeptRoom(
            JsonSerializer.Deserialize<Room>(text.AsSpan(space + 1), JsonSerializerOptions.Web)!,
            long.Parse(text.AsSpan(0, space), CultureInfo.InvariantCulture));
    }

    private void Hear(string message)
    {
        if (message.Split(' ') is [var code, var version])
        {
            ChangedElsewhere?.Invoke(code, long.Parse(version, CultureInfo.InvariantCulture));
        }
    }
}
