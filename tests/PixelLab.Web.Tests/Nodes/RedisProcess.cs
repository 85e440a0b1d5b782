using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PixelLab.Web.Tests.Deploying;
using StackExchange.Redis;

namespace PixelLab.Web.Tests.Nodes;

/// <summary>A Redis server of the test's own, set up as the README says, with a folder that goes when the test does.</summary>
internal sealed class RedisProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pixellab-redis-");
    private readonly string[] _more;
    private Process _process;

    private RedisProcess(int port, string[] more)
    {
        Port = port;
        _more = more;
        _process = Launch();
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>The settings of a lab that keeps its events here.</summary>
    public (string Name, string Value)[] Settings =>
        [("Storage", "redis"), ("Redis:Configuration", $"127.0.0.1:{Port}"), ("Limits:HitsPerMinute", "0")];

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="more">Settings of the server beside the usual ones.</param>
    public static Task<RedisProcess> StartAsync(params string[] more) => StartAtAsync(LoopbackPorts.Free(), more);

    /// <summary>
    /// Starts one of a cluster. The port at which it talks to the others is chosen too: 10,000 above its own, as the server would have it, lie those
    /// that the system gives to whoever connects, so that it found it taken now and then, and ended.
    /// </summary>
    /// <returns>The server, and that port.</returns>
    public static async Task<(RedisProcess Server, int BusPort)> StartOfClusterAsync()
    {
        var bus = LoopbackPorts.Free();
        return (await StartAsync("--cluster-enabled", "yes", "--cluster-port", bus.ToString(CultureInfo.InvariantCulture)), bus);
    }

    /// <summary>Starts it at a port and waits until it answers.</summary>
    public static async Task<RedisProcess> StartAtAsync(int port, params string[] more)
    {
        var redis = new RedisProcess(port, more);
        await redis.AnswersAsync();
        return redis;
    }

    /// <summary>All rooms, and which seat is in which, as the server has them.</summary>
    public async Task<string> RoomsAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{Port}");
        var kept = new List<HashEntry>();
        foreach (var key in new[] { "{pixellab}:rooms", "{pixellab}:rooms-of-seats" })
        {
            kept.AddRange(await connection.GetDatabase().HashGetAllAsync(key));
        }

        Assert.NotEmpty(kept);
        return string.Join('\n', kept);
    }

    /// <summary>Writes in place of an event's body what a lab of another version might have written.</summary>
    public async Task RewriteAsync(long id, string body)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{Port}");
        Assert.False(await connection.GetDatabase().HashSetAsync("{pixellab}:bodies", id, body), $"There is no event {id}.");
    }

    /// <summary>Takes away all that it has.</summary>
    public async Task EmptyAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{Port},allowAdmin=true");
        await connection.GetDatabase().ExecuteAsync("FLUSHALL");
    }

    /// <summary>Puts in place of all that it has, in one step, a log that goes as far as an id.</summary>
    public async Task ReplaceAsync(long lastId)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{Port},allowAdmin=true");
        var step = connection.GetDatabase().CreateTransaction();
        _ = step.ExecuteAsync("FLUSHALL");
        _ = step.StringSetAsync("{pixellab}:last", lastId);
        Assert.True(await step.ExecuteAsync());
    }

    /// <summary>Copies all that it has.</summary>
    /// <returns>What brings the copy back.</returns>
    public async Task<Func<Task>> CopyAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{Port}");
        var copied = new Dictionary<RedisKey, byte[]?>();
        foreach (var key in connection.GetServers().Single().Keys())
        {
            copied[key] = await connection.GetDatabase().KeyDumpAsync(key);
        }

        return async () =>
        {
            await using var again = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{Port}");
            foreach (var (key, bytes) in copied)
            {
                await again.GetDatabase().KeyRestoreAsync(key, bytes!);
            }
        };
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Lets it stand still: it is there, and answers nothing.</summary>
    public Task StallAsync() => LabProcess.SignalAsync(_process, "STOP");

    /// <summary>Lets it go on.</summary>
    public Task GoOnAsync() => LabProcess.SignalAsync(_process, "CONT");

    /// <summary>Has it do what a command says.</summary>
    public async Task RunAsync(string command, params object[] arguments)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{Port},allowAdmin=true");
        await connection.GetServers().Single(one => one.EndPoint.ToString()!.EndsWith($":{Port}", StringComparison.Ordinal)).ExecuteAsync(command, arguments);
    }

    /// <summary>Starts it again with what it had kept.</summary>
    public async Task StartAgainAsync()
    {
        _process = Launch();
        await AnswersAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Delete(recursive: true);
    }

    private Process Launch() => Process.Start(new ProcessStartInfo(
        ReverseProxy.Find("redis-server", "redis-server"),
        [
            "--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", _folder.FullName,
            "--appendonly", "yes", "--appendfsync", "always", "--save", "", "--logfile", "redis.log", .. _more,
        ]))!;

    private async Task AnswersAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            Assert.False(_process.HasExited, "redis-server ended.");
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, Port, patience.Token);
                return;
            }
            catch (SocketException)
            {
                await Task.Yield();
            }
        }
    }
}
