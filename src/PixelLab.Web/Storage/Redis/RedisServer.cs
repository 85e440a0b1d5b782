using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using StackExchange.Redis;

namespace PixelLab.Web.Storage.Redis;

/// <summary>
/// The connection to the Redis server that the labs share, and the names of what they keep there. All names carry one hash
/// tag, so that a script may touch several of them wherever they lie.
/// </summary>
public sealed partial class RedisServer(IOptions<RedisOptions> options, ILogger<RedisServer> logger) : IAsyncDisposable
{
    private const string Root = "{pixellab}:";

    private ConnectionMultiplexer? _connection;

    /// <summary>Raised when a lost connection stands again; messages may have been missed meanwhile.</summary>
    public event Action? Restored;

    /// <summary>Raised when the connection is lost.</summary>
    public event Action? Lost;

    /// <summary>Commands.</summary>
    public IDatabase Database => Connection.GetDatabase();

    private ConnectionMultiplexer Connection => _connection ?? throw new InvalidOperationException("Redis is asked before the lab has started.");

    /// <summary>A name of something kept.</summary>
    public static RedisKey Key(string name) => Root + name;

    /// <summary>Connects, at the start.</summary>
    /// <exception cref="RedisConnectionException">The server is not there, or does not let the lab in.</exception>
    public async Task ConnectAsync()
    {
        var configuration = ConfigurationOptions.Parse(options.Value.Configuration);
        configuration.ClientName ??= "PixelLab";
        configuration.AbortOnConnectFail = true;

        // For BGREWRITEAOF, which carries an erasure into the server's file.
        configuration.AllowAdmin = true;

        // A hit that cannot be kept now is refused now: nothing waits in this process for the server to come back.
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        configuration.ReconnectRetryPolicy = new LinearRetry(500);
        _connection = await ConnectionMultiplexer.ConnectAsync(configuration);
        _connection.ConnectionRestored += (_, _) => Restored?.Invoke();
        _connection.ConnectionFailed += (_, failed) =>
        {
            WentAway(logger, failed.EndPoint, failed.FailureType);
            Lost?.Invoke();
        };
        await NewsStandsAsync(configuration.ConnectTimeout);
    }

    /// <summary>
    /// Waits for the connection on which news come: on a busy machine it stands a moment after the one for commands, and what is asked of it
    /// before fails at once. Where it does not come in time, listening says why.
    /// </summary>
    private async Task NewsStandsAsync(int milliseconds)
    {
        var subscriber = Connection.GetSubscriber();
        for (var waited = 0; !subscriber.IsConnected() && waited < milliseconds; waited += 10)
        {
            await Task.Delay(10);
        }
    }

    /// <summary>Listens to a channel of the labs on this database; other databases of the server have channels of their own.</summary>
    public Task ListenAsync(string channel, Action<string> hear) => Connection.GetSubscriber().SubscribeAsync(
        RedisChannel.Literal(Channel(channel)), (_, message) => hear(message.ToString()));

    /// <summary>The whole name of a channel, for scripts that speak on it.</summary>
    public string Channel(string name) => $"{Root}{Database.Database}:{name}";

    /// <summary>Asks for the server's append-only file to be written anew, without what was erased.</summary>
    /// <returns>Whether it has begun; another rewrite or a snapshot may be under way.</returns>
    public async Task<bool> TryRewriteFileAsync()
    {
        try
        {
            foreach (var server in Connection.GetServers().Where(server => server is { IsConnected: true, IsReplica: false }))
            {
                await server.SaveAsync(SaveType.BackgroundRewriteAppendOnlyFile);
            }

            return true;
        }
        catch (RedisException)
        {
            return false;
        }
    }

    /// <summary>A setting of the server; null where it has none or does not tell.</summary>
    public async Task<string?> SettingAsync(string name)
    {
        try
        {
            var server = Connection.GetServers().First(one => one is { IsConnected: true, IsReplica: false });
            return (await server.ConfigGetAsync(name)).Select(pair => pair.Value).FirstOrDefault();
        }
        catch (Exception silent) when (IsFault(silent) || silent is InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether the server, or the way to it, is at fault and not the lab.</summary>
    public static bool IsFault(Exception failure) => failure is RedisException or RedisTimeoutException or RedisCommandException;

    /// <summary>How it is by a failure: a server that answers with one is there.</summary>
    internal static StoreCondition ConditionOf(Exception failure) => failure switch
    {
        RedisServerException full when full.Message.Contains("OOM", StringComparison.Ordinal) => StoreCondition.Full,
        RedisServerException => StoreCondition.Broken,
        _ when IsFault(failure) => StoreCondition.Away,
        _ => StoreCondition.Broken,
    };

    /// <summary>Why it is so.</summary>
    internal static StoreCause CauseOf(Exception failure) => ConditionOf(failure) switch
    {
        StoreCondition.Full => StoreCause.MemoryFull,
        StoreCondition.Away => StoreCause.ServerAway,
        _ => StoreCause.ServerRefuses,
    };

    /// <summary>Asks the server, and tells a fault of it in the log's own terms.</summary>
    /// <exception cref="EventLogException">The server does not answer.</exception>
    internal static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception failure) when (IsFault(failure))
        {
            throw Away(failure);
        }
    }

    /// <summary>The failure in the log's own terms.</summary>
    internal static EventLogException Away(Exception failure) => new("The Redis server that keeps the event log does not answer.", failure);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _connection?.DisposeAsync() ?? ValueTask.CompletedTask;

    [LoggerMessage(EventId = 1, EventName = "RedisAway", Level = LogLevel.Debug,
        Message = "The connection to Redis at {Server} is lost ({Reason})")]
    private static partial void WentAway(ILogger logger, System.Net.EndPoint? server, ConnectionFailureType reason);
}
