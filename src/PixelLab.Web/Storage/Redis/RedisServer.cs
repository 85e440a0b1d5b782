using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;
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
    private long _lost;

    /// <summary>Raised when a lost connection stands again; messages may have been missed meanwhile.</summary>
    public event Action? Restored;

    /// <summary>Raised when the connection is lost.</summary>
    public event Action? Lost;

    /// <summary>Commands.</summary>
    public IDatabase Database => Connection.GetDatabase();

    private ConnectionMultiplexer Connection => _connection ?? throw new InvalidOperationException("Redis is asked before the lab has started.");

    /// <summary>How many commands the server was sent.</summary>
    public long RoundTrips => Connection.OperationCount;

    /// <summary>How many commands failed, and how many connections were lost.</summary>
    public long Failures
    {
        get
        {
            var counters = Connection.GetCounters();
            return counters.Interactive.FailedAsynchronously + counters.Subscription.FailedAsynchronously + counters.Other.FailedAsynchronously + Interlocked.Read(ref _lost);
        }
    }

    /// <summary>A name of something kept.</summary>
    public static RedisKey Key(string name) => Root + name;

    /// <summary>Where the server is, for people: without the password that the setting may hold.</summary>
    public string Where => string.Join(", ", ConfigurationOptions.Parse(options.Value.Configuration).EndPoints.Select(EndPointCollection.ToString));

    /// <summary>Connects, at the start, and looks whether the server takes in what a hit is kept with.</summary>
    /// <exception cref="RedisException">The server is not there yet.</exception>
    /// <exception cref="RedisUnfitException">It is there, and is none that the lab can use.</exception>
    public async Task ConnectAsync()
    {
        var configuration = ConfigurationOptions.Parse(options.Value.Configuration);
        ConnectionMultiplexer? connection = null;
        try
        {
            connection = await ConnectAsync(configuration);
            await TryAsync(connection);
        }
        catch (Exception failure) when (IsFault(failure) || failure is RedisUnfitException)
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            if (RedisUnfitException.Of(failure, Where) is { } unfit)
            {
                throw unfit;
            }

            foreach (var place in configuration.EndPoints)
            {
                if (!configuration.Ssl && connection is null && await RedisKnock.AnswersOtherwiseAsync(place))
                {
                    throw RedisUnfitException.OfStranger(EndPointCollection.ToString(place));
                }
            }

            throw;
        }

        _connection = connection;
        _connection.ConnectionRestored += (_, _) => Restored?.Invoke();
        _connection.ConnectionFailed += (_, failed) =>
        {
            Interlocked.Increment(ref _lost);
            WentAway(logger, failed.EndPoint, failed.FailureType);
            Lost?.Invoke();
        };
        await NewsStandsAsync(configuration.ConnectTimeout);
    }

    private static Task<ConnectionMultiplexer> ConnectAsync(ConfigurationOptions configuration)
    {
        configuration.ClientName ??= "PixelLab";
        configuration.AbortOnConnectFail = true;

        // For BGREWRITEAOF, which carries an erasure into the server's file.
        configuration.AllowAdmin = true;

        // A hit that cannot be kept now is refused now: nothing waits in this process for the server to come back.
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        configuration.ReconnectRetryPolicy = new LinearRetry(500);

        // The start tries again by itself; and what the server does not answer in time counts as not answered.
        configuration.ConnectRetry = 1;
        configuration.SyncTimeout = configuration.AsyncTimeout = (int)StoreLimits.ServerPatience.TotalMilliseconds;
        configuration.HeartbeatInterval = StoreLimits.ServerPatience / 10;
        return ConnectionMultiplexer.ConnectAsync(configuration);
    }

    /// <summary>Goes the way of a hit without one. A server whose memory is full refuses that too, and is the right one all the same.</summary>
    private async Task TryAsync(ConnectionMultiplexer connection)
    {
        var server = connection.GetServers().First(one => one.IsConnected);
        if (server.ServerType == ServerType.Cluster && (await server.ClusterNodesAsync())?.Nodes.Count(node => !node.IsReplica) is > 1 and var nodes)
        {
            throw RedisUnfitException.OfCluster(Where, nodes);
        }

        try
        {
            await RedisEventLog.TryAppendAsync(connection.GetDatabase());
        }
        catch (RedisServerException full) when (ConditionOf(full) == StoreCondition.Full)
        {
            // Something has to be erased, for which the lab has to run.
        }
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
    public string Channel(string name) => Channel(Database, name);

    /// <summary>The same, on a database of a connection.</summary>
    internal static string Channel(IDatabase database, string name) => $"{Root}{database.Database}:{name}";

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
    public static bool IsFault(Exception failure) => failure is RedisException or TimeoutException or RedisCommandException;

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
    internal static EventLogException Away(Exception failure) => new(CauseOf(failure).InWords(), failure);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _connection?.DisposeAsync() ?? ValueTask.CompletedTask;

    [LoggerMessage(EventId = 1, EventName = "RedisAway", Level = LogLevel.Debug,
        Message = "The connection to Redis at {Server} is lost ({Reason})")]
    private static partial void WentAway(ILogger logger, System.Net.EndPoint? server, ConnectionFailureType reason);
}
