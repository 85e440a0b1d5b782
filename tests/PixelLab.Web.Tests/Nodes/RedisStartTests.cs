using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PixelLab.Web.Tests.Nodes;

/// <summary>A lab that starts before its Redis server, or is sent to the wrong one.</summary>
public sealed class RedisStartTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lab_waits_for_its_server_says_so_once_and_starts_when_it_comes()
    {
        var port = LoopbackPorts.Free();
        await using var lab = LabProcess.Begin(SettingsOf(port));
        Assert.Contains($"127.0.0.1:{port}", await WaitsAsync(lab), StringComparison.Ordinal);

        await using var redis = await RedisProcess.StartAtAsync(port);
        await lab.ListensAsync();
        Assert.Single(lab.Output.Split(Environment.NewLine), line => line.Contains("waits for the Redis server", StringComparison.Ordinal));
        Assert.DoesNotContain("abortConnect", lab.Output, StringComparison.Ordinal);
        using var health = await lab.Http.GetAsync(lab.Url("lab", "/healthz"), Cancellation);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task A_lab_that_waits_for_a_server_that_stands_still_starts_when_it_goes_on()
    {
        await using var redis = await RedisProcess.StartAsync();
        await redis.StallAsync();
        await using var lab = LabProcess.Begin(redis.Settings);
        await WaitsAsync(lab);
        await redis.GoOnAsync();
        await lab.ListensAsync();
    }

    [Fact]
    public async Task A_lab_that_waits_ends_when_it_is_told_to()
    {
        await using var lab = LabProcess.Begin(SettingsOf(LoopbackPorts.Free()));
        await WaitsAsync(lab);
        Assert.Equal(0, await lab.TerminateAsync());
        Assert.DoesNotContain("Exception", lab.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",password=wrong")]
    [InlineData(",user=somebody,password=secret")]
    public async Task A_server_that_does_not_let_the_lab_in_is_refused_in_a_sentence_without_the_password(string how)
    {
        await using var redis = await RedisProcess.StartAsync("--requirepass", "secret");
        await RefusesAsync($"127.0.0.1:{redis.Port}{how}", $"The Redis server at 127.0.0.1:{redis.Port} does not let the lab in", "wrong,", "secret.");
    }

    [Fact]
    public async Task A_server_that_lets_the_lab_in_and_not_do_what_a_hit_needs_is_refused_in_a_sentence()
    {
        await using var redis = await RedisProcess.StartAsync("--user", "lab", "on", ">word", "~*", "&*", "+@all", "-eval", "-evalsha");
        await RefusesAsync($"127.0.0.1:{redis.Port},user=lab,password=word", "does not let the lab's user do what a hit needs");
    }

    [Fact]
    public async Task A_server_without_scripts_is_refused_in_a_sentence()
    {
        await using var redis = await RedisProcess.StartAsync("--rename-command", "EVAL", "", "--rename-command", "EVALSHA", "");
        await RefusesAsync($"127.0.0.1:{redis.Port}", "cannot run what keeps a hit, a script in Lua");
    }

    [Fact]
    public async Task A_copy_of_another_server_is_refused_in_a_sentence()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var copy = await RedisProcess.StartAsync("--replicaof", "127.0.0.1", $"{redis.Port}");
        await RefusesAsync($"127.0.0.1:{copy.Port}", "is a copy of another one");
    }

    [Fact]
    public async Task A_cluster_of_several_is_refused_in_a_sentence_and_one_of_a_single_server_is_not()
    {
        var (first, bus) = await RedisProcess.StartOfClusterAsync();
        await using var one = first;
        await first.RunAsync("CLUSTER", "ADDSLOTSRANGE", "0", "16383");
        await using (var lab = await LabServer.StartAsync(first.Settings))
        {
            var seat = await Seat.NewAsync(lab);
            await seat.HitAsync("?n=1");
            Assert.Single(await seat.HitsAsync());
        }

        var (second, _) = await RedisProcess.StartOfClusterAsync();
        await using var other = second;
        await second.RunAsync("CLUSTER", "MEET", "127.0.0.1", first.Port, bus);
        await RefusesAsync($"127.0.0.1:{second.Port},127.0.0.1:{first.Port}", "of a cluster");
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("ERROR\r\n")]
    [InlineData("220 mail.example ESMTP\r\n")]
    public async Task What_is_no_redis_at_all_is_refused_in_a_sentence(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = AnswerAllAsync(listener, Encoding.ASCII.GetBytes(answer));
        await RefusesAsync($"{listener.LocalEndpoint}", "is no Redis server");
        listener.Stop();
        await answering;
    }

    /// <summary>The line in which it says that it waits.</summary>
    private static Task<string> WaitsAsync(LabProcess lab) =>
        lab.LineAsync("waits for the Redis server").WaitAsync(TimeSpan.FromSeconds(60), Cancellation);

    private static (string Name, string Value)[] SettingsOf(int port) => SettingsOf($"127.0.0.1:{port}");

    private static (string Name, string Value)[] SettingsOf(string configuration) => [("Storage", "redis"), ("Redis:Configuration", configuration)];

    private static async Task RefusesAsync(string configuration, string words, params string[] unsaid)
    {
        var (exitCode, said) = await LabProcess.FailToStartAsync(SettingsOf(configuration));
        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
        Assert.All(unsaid, secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
        Assert.DoesNotContain("abortConnect", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    private static async Task AnswerAllAsync(TcpListener listener, byte[] answer)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(Cancellation);
                await client.GetStream().WriteAsync(answer, Cancellation);
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or OperationCanceledException or IOException)
        {
            // The test is over.
        }
    }
}
