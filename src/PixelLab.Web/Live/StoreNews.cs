using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Live;

/// <summary>A hub whose pages are told how it is with the store: when they connect, and by <see cref="StoreNews{THub}"/> when it changes.</summary>
public abstract class StoreTellingHub(StoreState state, TimeProvider time) : Hub
{
    /// <summary>The name under which it is told, which pages listen to (<c>Client/Kit/Live/hub-connection.ts</c>).</summary>
    public const string Store = "store";

    /// <summary>The clock.</summary>
    protected TimeProvider Time => time;

    /// <summary>What a page is told as it connects.</summary>
    public override async Task OnConnectedAsync()
    {
        await base.OnConnectedAsync();
        await Clients.Caller.SendAsync(Store, StoreView.Of(state, time.GetUtcNow()), Context.ConnectionAborted);
    }
}

/// <summary>Tells every page that is connected to a hub when the state of the store changes.</summary>
/// <typeparam name="THub">The hub.</typeparam>
public sealed class StoreNews<THub>(StoreState state, IHubContext<THub> hub, TimeProvider time) : BackgroundService
    where THub : StoreTellingHub
{
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        state.Changed += Wake;
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        state.Changed -= Wake;
        return base.StopAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _changes.Reader.ReadAsync(stoppingToken))
            {
                // Not waited for: one page that reads nothing would keep the news from all others.
                _ = hub.Clients.All.SendAsync(StoreTellingHub.Store, StoreView.Of(state, time.GetUtcNow()), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private void Wake() => _changes.Writer.TryWrite(true);
}
