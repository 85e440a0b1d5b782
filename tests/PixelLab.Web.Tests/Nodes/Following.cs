using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace PixelLab.Web.Tests.Nodes;

/// <summary>A stream of a hub that stays open, read until it shows what is waited for.</summary>
internal sealed class Following : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly IAsyncEnumerator<JsonElement> _values;

    private Following(HubConnection hub, string method, object[] args)
    {
        _hub = hub;
        _values = hub.StreamAsyncCore<JsonElement>(method, args, _patience.Token).GetAsyncEnumerator(_patience.Token);
    }

    /// <summary>Connects and begins.</summary>
    public static async Task<Following> BeginAsync(LabServer lab, string hub, string method, params object[] args)
    {
        var connection = new HubConnectionBuilder().WithUrl(lab.Url("lab", hub), http => http.HttpMessageHandlerFactory = _ => LoopbackHttp.Handler()).Build();
        await connection.StartAsync(TestContext.Current.CancellationToken);
        return new Following(connection, method, args);
    }

    /// <summary>Waits until the stream shows something.</summary>
    public async Task<JsonElement> ShowsAsync(Func<JsonElement, bool> expected)
    {
        _patience.CancelAfter(TimeSpan.FromSeconds(60));
        do
        {
            Assert.True(await _values.MoveNextAsync(), "The stream ended.");
        }
        while (!expected(_values.Current));

        return _values.Current;
    }

    /// <summary>Waits until the stream is at its end.</summary>
    public async Task EndsAsync()
    {
        _patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (await _values.MoveNextAsync())
        {
            // What was under way.
        }
    }

    /// <summary>Waits until the stream breaks off, and gives the reason that was told.</summary>
    public async Task<string> BreaksOffAsync() => (await Assert.ThrowsAsync<HubException>(EndsAsync)).Message;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _patience.CancelAsync();
        await _values.DisposeAsync();
        await _hub.DisposeAsync();
        _patience.Dispose();
    }
}
