namespace PixelLab.Web.Storage.Redis;

/// <summary>
/// Connects before anything else of the lab starts, and so before a request can come: where the server is not there, the lab does not start.
/// </summary>
internal sealed class RedisStart(RedisServer server, RedisEventLog log, RedisRoomStore rooms) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await server.ConnectAsync();
        await log.StartAsync();
        await rooms.StartAsync();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
