using StackExchange.Redis;

namespace PixelLab.Web.Storage.Redis;

/// <summary>
/// Carries erasures into the server's append-only file. That file holds every change in turn, so what was erased stays in it until
/// the server writes it anew from what it still holds. Any lab may ask for that; what is owed stands in the server, not here.
/// </summary>
public sealed partial class RedisFile(RedisServer server, TimeProvider time, ILogger<RedisFile> logger) : BackgroundService
{
    /// <summary>Counts the erasures that people asked for, which are carried out at once.</summary>
    internal static readonly RedisKey Asked = RedisServer.Key("asked");

    /// <summary>Set where something has become too old and is still in the file.</summary>
    internal static readonly RedisKey Stale = RedisServer.Key("stale");

    private static readonly RedisKey Written = RedisServer.Key("written");
    private static readonly RedisKey StalePause = RedisServer.Key("stale-pause");

    /// <summary>How often the file is written anew for what is merely too old.</summary>
    private static readonly TimeSpan ForStale = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongPause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _hurry = new(0);

    /// <summary>Has it looked at soon. However many ask, one look serves them all.</summary>
    public void Hurry()
    {
        if (_hurry.CurrentCount == 0)
        {
            _hurry.Release();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _hurry.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await WarnAsync();
        try
        {
            while (true)
            {
                var isDone = await TryWriteAsync();

                // Not more often than once a second, however many seats are erased; at once where the pause was long.
                await Task.Delay(Pause, time, stoppingToken);
                if (isDone)
                {
                    await _hurry.WaitAsync(LongPause, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The lab stops; what is owed stands in the server.
        }
    }

    /// <returns>Whether nothing is owed any more.</returns>
    private async Task<bool> TryWriteAsync()
    {
        try
        {
            if (await server.SettingAsync("appendonly") != "yes")
            {
                return true;
            }

            var database = server.Database;
            if (await database.KeyExistsAsync(Stale) && await database.StringSetAsync(StalePause, "1", ForStale, When.NotExists))
            {
                await database.KeyDeleteAsync(Stale);
                await database.StringIncrementAsync(Asked);
            }

            var asked = await database.StringGetAsync(Asked);
            if (asked == await database.StringGetAsync(Written))
            {
                return true;
            }

            if (!await server.TryRewriteFileAsync())
            {
                return false;
            }

            await database.StringSetAsync(Written, asked);
            return true;
        }
        catch (Exception failure) when (RedisServer.IsFault(failure))
        {
            return false;
        }
    }

    /// <summary>Says where the server is set up to lose hits that were answered, or to keep what was erased.</summary>
    private async Task WarnAsync()
    {
        if (await server.SettingAsync("appendonly") is { } file && (file != "yes" || await server.SettingAsync("appendfsync") != "always"))
        {
            MayLose(logger);
        }

        if (await server.SettingAsync("save") is { Length: > 0 })
        {
            Snapshots(logger);
        }

        if (await server.SettingAsync("maxmemory-policy") is { } policy && policy != "noeviction")
        {
            Evicts(logger, policy);
        }
    }

    [LoggerMessage(EventId = 1, EventName = "RedisMayLose", Level = LogLevel.Warning,
        Message = "Redis does not write each hit to its disk before it is answered. When it is killed, hits that were answered may be lost. Set: appendonly yes, appendfsync always")]
    private static partial void MayLose(ILogger logger);

    [LoggerMessage(EventId = 2, EventName = "RedisSnapshots", Level = LogLevel.Warning,
        Message = "Redis writes snapshots beside its append-only file, and an erased seat stays in the last one until the next. Set: save \"\"")]
    private static partial void Snapshots(ILogger logger);

    [LoggerMessage(EventId = 3, EventName = "RedisEvicts", Level = LogLevel.Warning,
        Message = "Redis throws away what it holds when its memory is full (maxmemory-policy {Policy}). Set: maxmemory-policy noeviction")]
    private static partial void Evicts(ILogger logger, string policy);
}
