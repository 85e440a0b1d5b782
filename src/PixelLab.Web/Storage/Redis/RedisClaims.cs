using StackExchange.Redis;

namespace PixelLab.Web.Storage.Redis;

/// <summary>Claims among the labs on one Redis server.</summary>
internal sealed class RedisClaims(RedisServer server) : IClaims
{
    /// <summary>Who holds a claim, so that one who could not go on with what it claimed may try again.</summary>
    private readonly RedisValue _me = Guid.NewGuid().ToString("N");

    public async Task<bool> TryTakeAsync(string what, TimeSpan memory)
    {
        try
        {
            var key = RedisServer.Key("claim:" + what);
            return await server.Database.StringSetAsync(key, _me, memory, When.NotExists) || await server.Database.StringGetAsync(key) == _me;
        }
        catch (Exception failure) when (RedisServer.IsFault(failure))
        {
            throw RedisServer.Away(failure);
        }
    }
}
