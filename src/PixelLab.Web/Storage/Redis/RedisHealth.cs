using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PixelLab.Web.Storage.Redis;

/// <summary>Whether hits can be kept, found out by keeping something: a server that answers may still take nothing in.</summary>
internal sealed class RedisHealth(RedisServer server, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await server.Database.StringSetAsync(RedisServer.Key("health"), time.GetUtcNow().ToUnixTimeSeconds());
            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (RedisServer.IsFault(failure))
        {
            return HealthCheckResult.Unhealthy("Redis, which keeps the events, does not take them. Hits are refused until it does.", failure);
        }
    }
}
