using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace PixelLab.Bench;

/// <summary>The strip on a student's page, or an instructor's console: what it is told of the room, and how much that is.</summary>
internal sealed class Strip : IAsyncDisposable
{
    private readonly HubConnection _connection;
    private readonly Lock _lock = new();
    private JsonElement _view;
    private TaskCompletionSource _told = new();

    private Strip(HubConnection connection) => _connection = connection;

    /// <summary>How many messages came.</summary>
    public int Messages { get; private set; }

    /// <summary>How much they were, in characters of JSON.</summary>
    public long Characters { get; private set; }

    /// <summary>Begins to listen.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="method">The hub's method.</param>
    /// <param name="args">Its arguments.</param>
    /// <param name="cancellation">Ends the listening.</param>
    public static async Task<Strip> StartAsync(LabProcess lab, string method, object[] args, CancellationToken cancellation)
    {
        var connection = new HubConnectionBuilder().WithUrl($"http://127.0.0.1:{lab.Port}/room").Build();
        await connection.StartAsync(cancellation);
        var strip = new Strip(connection);
        _ = strip.ReadAsync(connection.StreamAsyncCore<JsonElement>(method, args, cancellation));
        await strip.ShowsAsync(_ => true, cancellation);
        return strip;
    }

    /// <summary>Waits until the room looks like that.</summary>
    public async Task ShowsAsync(Func<JsonElement, bool> looks, CancellationToken cancellation)
    {
        while (true)
        {
            Task told;
            lock (_lock)
            {
                if (Messages > 0 && looks(_view))
                {
                    return;
                }

                told = _told.Task;
            }

            await told.WaitAsync(cancellation);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task ReadAsync(IAsyncEnumerable<JsonElement> views)
    {
        try
        {
            await foreach (var view in views)
            {
                lock (_lock)
                {
                    _view = view;
                    Messages++;
                    Characters += view.GetRawText().Length;
                    _told.SetResult();
                    _told = new();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The connection was closed.
        }
    }
}
