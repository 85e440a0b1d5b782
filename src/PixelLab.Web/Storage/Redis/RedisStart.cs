using PixelLab.Web.Limits;

namespace PixelLab.Web.Storage.Redis;

/// <summary>
/// Connects before anything else of the lab starts, and so before a request can come. Where the server is not there, the lab says once that it waits,
/// and starts as soon as it comes: after a power cut nobody has to mind the order in which machines are started.
/// </summary>
internal sealed partial class RedisStart(RedisServer server, RedisEventLog log, RedisRoomStore rooms, TimeProvider time, ILogger<RedisStart> logger)
    : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        for (var tries = 0; !await TryConnectAsync(cancellationToken); tries++)
        {
            if (tries == 0)
            {
                Waits(logger, server.Where);
            }

            await Task.Delay(StoreLimits.ServerPause, time, cancellationToken);
        }

        await log.StartAsync();
        await rooms.StartAsync();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> TryConnectAsync(CancellationToken cancellation)
    {
        try
        {
            await server.ConnectAsync().WaitAsync(cancellation);
            return true;
        }
        catch (Exception away) when (RedisServer.IsFault(away))
        {
            return false;
        }
    }

    [LoggerMessage(EventId = 1, EventName = "RedisAwaited", Level = LogLevel.Warning,
        Message = "The lab waits for the Redis server at {Server}, and starts when it answers; Ctrl+C ends the waiting. The address is set by PixelLab:Redis:Configuration, and without PixelLab__Storage=redis the lab needs none")]
    private static partial void Waits(ILogger logger, string server);
}
