using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;
using StackExchange.Redis;

namespace PixelLab.Web.Storage.Redis;

/// <summary>Rooms on the Redis server that several labs share.</summary>
internal sealed class RedisRoomStore : IRoomStore
{
    private const string Channel = "rooms";

    private static readonly RedisKey Rooms = RedisServer.Key("rooms");
    private static readonly RedisKey RoomsOfSeats = RedisServer.Key("rooms-of-seats");

    /// <summary>The closed seats, by when they are forgotten. The server forgets them by itself too, should no lab be there to do it.</summary>
    private static readonly RedisKey Closed = RedisServer.Key("closed-seats");

    private readonly RedisServer _server;

    public RedisRoomStore(RedisServer server)
    {
        _server = server;
        server.Restored += () => ChangedElsewhere?.Invoke(null, 0);
    }

    public event Action<string?, long>? ChangedElsewhere;

    /// <summary>Begins to hear of what other labs change.</summary>
    public Task StartAsync() => _server.ListenAsync(Channel, Hear);

    public Task<IReadOnlyList<StoredRoom>> AllAsync(CancellationToken cancellation) => RedisServer.AskAsync<IReadOnlyList<StoredRoom>>(async () =>
        [.. (await _server.Database.HashGetAllAsync(Rooms)).Select(entry => Read(entry.Name!, entry.Value)!)]);

    public Task<StoredRoom?> FindAsync(string code) =>
        RedisServer.AskAsync(async () => Read(code, await _server.Database.HashGetAsync(Rooms, code)));

    public Task<string?> FindCodeAsync(SeatId seat) =>
        RedisServer.AskAsync(async () => (string?)await _server.Database.HashGetAsync(RoomsOfSeats, seat.Value));

    public Task<bool> TryChangeAsync(RoomChange change) => RedisServer.AskAsync(async () => (bool)await _server.Database.ScriptEvaluateAsync(
        RedisScripts.ChangeRoom,
        [Rooms, RoomsOfSeats],
        [
            change.From, change.Code, change.Text ?? "", _server.Channel(Channel), change.Came.Count,
            .. change.Came.Select(seat => (RedisValue)seat.Value), .. change.Left.Select(seat => (RedisValue)seat.Value),
        ]));

    public Task CloseAsync(IReadOnlyCollection<ClosedSeat> seats) => seats.Count == 0 ? Task.CompletedTask : RedisServer.AskAsync(async () =>
    {
        var batch = _server.Database.CreateTransaction();
        _ = batch.SortedSetAddAsync(Closed, [.. seats.Select(one => new SortedSetEntry(one.Seat.Value, one.Until.ToUnixTimeMilliseconds()))]);
        _ = batch.SortedSetRemoveRangeByRankAsync(Closed, 0, -(MemoryLimits.ClosedSeats + 1));
        _ = batch.KeyExpireAsync(Closed, seats.Max(one => one.Until).UtcDateTime);
        return await batch.ExecuteAsync();
    });

    public Task<IReadOnlyList<ClosedSeat>> ClosedAsync(DateTimeOffset now, CancellationToken cancellation) =>
        RedisServer.AskAsync<IReadOnlyList<ClosedSeat>>(async () =>
        {
            var kept = await _server.Database.SortedSetRangeByScoreWithScoresAsync(Closed, now.ToUnixTimeMilliseconds(), exclude: Exclude.Start);
            return
            [
                .. from entry in kept
                   let seat = SeatId.TryParse(entry.Element, out var read) ? read : SeatId.Default
                   where !seat.IsDefault
                   select new ClosedSeat(seat, DateTimeOffset.FromUnixTimeMilliseconds((long)entry.Score)),
            ];
        });

    public Task ForgetClosedAsync(DateTimeOffset now) => RedisServer.AskAsync(() =>
        _server.Database.SortedSetRemoveRangeByScoreAsync(Closed, double.NegativeInfinity, now.ToUnixTimeMilliseconds()));

    /// <summary>Reads what the script has written: version, space, room.</summary>
    private static StoredRoom? Read(string code, RedisValue kept)
    {
        if (kept.IsNull)
        {
            return null;
        }

        var text = kept.ToString();
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return new StoredRoom(code, long.Parse(text.AsSpan(0, space), CultureInfo.InvariantCulture), text[(space + 1)..]);
    }

    private void Hear(string message)
    {
        if (message.Split(' ') is [var code, var version])
        {
            ChangedElsewhere?.Invoke(code, long.Parse(version, CultureInfo.InvariantCulture));
        }
    }
}
