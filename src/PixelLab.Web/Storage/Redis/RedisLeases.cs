using StackExchange.Redis;

namespace PixelLab.Web.Storage.Redis;

/// <summary>Leases among the labs on one Redis server.</summary>
internal sealed class RedisLeases(RedisServer server) : ILeases
{
    /// <summary>Who holds a lease, so that one who could not go on with what it was taken for may try again.</summary>
    private readonly RedisValue _me = Guid.NewGuid().ToString("N");

    public Task<bool> TryTakeAsync(string what, TimeSpan term) => RedisServer.AskAsync(() => TakeAsync(Key(what), term));

    public Task<bool> TryHoldAsync(string what, TimeSpan term) => RedisServer.AskAsync(async () =>
    {
        // Where it runs out in between, it is taken anew the next time.
        return await TakeAsync(Key(what), term) && await server.Database.KeyExpireAsync(Key(what), term);
    });

    private static RedisKey Key(string what) => RedisServer.Key("claim:" + what);

    private async Task<bool> TakeAsync(RedisKey key, TimeSpan term) =>
        await server.Database.StringSetAsync(key, _me, term, When.NotExists) || await server.Database.StringGetAsync(key) == _me;
}
