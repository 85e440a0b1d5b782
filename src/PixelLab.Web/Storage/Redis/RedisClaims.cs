using StackExchange.Redis;

namespace PixelLab.Web.Storage.Redis;

/// <summary>Claims among the labs on one Redis server.</summary>
internal sealed class RedisClaims(RedisServer server) : IClaims
{
    /// <summary>Who holds a claim, so that one who could not go on with what it claimed may try again.</summary>
    private readonly RedisValue _me = Guid.NewGuid().ToString("N");

    public Task<bool> TryTakeAsync(string what, TimeSpan memory) => RedisServer.AskAsync(() => TakeAsync(Key(what), memory));

    public Task<bool> TryHoldAsync(string what, TimeSpan memory) => RedisServer.AskAsync(async () =>
    {
        // Where it runs out in between, it is taken anew the next time.
        return await TakeAsync(Key(what), memory) && await server.Database.KeyExpireAsync(Key(what), memory);
    });

    private static RedisKey Key(string what) => RedisServer.Key("claim:" + what);

    private async Task<bool> TakeAsync(RedisKey key, TimeSpan memory) =>
        await server.Database.StringSetAsync(key, _me, memory, When.NotExists) || await server.Database.StringGetAsync(key) == _me;
}
