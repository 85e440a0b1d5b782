using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using PixelLab.Web.Tests.Nodes;

namespace PixelLab.Web.Tests.Deploying;

/// <summary>Two labs on one Redis behind nginx, as the guide's section on more than one machine sets them up.</summary>
public sealed class TwoLabsBehindNginx : DeployedLab
{
    private RedisProcess? _redis;

    /// <summary>The other lab.</summary>
    public LabServer? Second { get; private set; }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Second is not null)
        {
            await Second.DisposeAsync();
        }

        if (_redis is not null)
        {
            await _redis.DisposeAsync();
        }
    }

    private protected override async ValueTask<(string Name, string Value)[]> MoreSettingsAsync() =>
        (_redis = await RedisProcess.StartAsync()).Settings;

    private protected override async Task<ReverseProxy> StartAsync(int labPort, TestCertificate certificate)
    {
        Second = await LabServer.StartAsync([.. Settings(), .. _redis!.Settings]);
        return await ReverseProxy.StartNginxAsync(labPort, Second.Port, certificate);
    }
}

/// <summary>What the guide promises of more than one machine.</summary>
public sealed class TwoLabsBehindNginxTests(TwoLabsBehindNginx labs) : IClassFixture<TwoLabsBehindNginx>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hits_through_either_lab_reach_a_panel_at_once_and_one_lab_alone_carries_on()
    {
        var seat = await labs.SeatAsync();
        await using var hub = labs.Hub(HttpTransportType.WebSockets, asksFirst: false);
        await hub.StartAsync(Cancellation);
        await using var stream = hub.StreamAsync<JsonElement>("Follow", seat, "", Cancellation).GetAsyncEnumerator(Cancellation);
        foreach (var number in Enumerable.Range(0, 6))
        {
            await HitAsync(seat, number);
            Assert.True(await stream.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancellation));
            Assert.Contains($"n={number}", stream.Current.GetRawText(), StringComparison.Ordinal);
            Assert.Equal(DeployedLab.Browser.ToString(), stream.Current.Text("address"));
        }

        await labs.Lab.KillAsync();
        foreach (var number in Enumerable.Range(6, 6))
        {
            await HitAsync(seat, number);
        }

        Assert.Equal(12, (await labs.HitsAsync(seat)).Count);
    }

    private async Task HitAsync(string seat, int number)
    {
        using var reply = await labs.Http.GetAsync(labs.At("metrics", $"/~{seat}/px/PL-SHOP-1.gif?n={number}"), Cancellation);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }
}
