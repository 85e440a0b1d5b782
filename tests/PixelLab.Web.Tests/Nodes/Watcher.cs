using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace PixelLab.Web.Tests.Nodes;

/// <summary>
/// One who follows a seat at a lab as the panel does, by the hub's stream; where the lab is gone it goes on at another from the
/// last event that it has.
/// </summary>
internal sealed class Watcher(Seat seat, params LabServer[] labs) : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly List<JsonElement> _seen = [];
    private Task? _following;

    /// <summary>How many connections it has opened.</summary>
    public int Connections { get; private set; }

    /// <summary>What it has been given, in the order in which it came.</summary>
    public IReadOnlyList<JsonElement> Seen
    {
        get
        {
            lock (_seen)
            {
                return [.. _seen];
            }
        }
    }

    /// <summary>Begins, at the first lab.</summary>
    public Watcher Start()
    {
        _following = Task.Run(FollowAsync);
        return this;
    }

    /// <summary>Waits until it has been given so many events.</summary>
    public async Task SeesAsync(int count)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (Seen.Count < count)
        {
            Assert.False(patience.IsCancellationRequested, $"Only {Seen.Count} of {count} events came.");
            Assert.False(_following!.IsFaulted, $"{_following.Exception}");
            await Task.Yield();
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _following!.ContinueWith(_ => { }, TaskScheduler.Default);
        _end.Dispose();
    }

    private async Task FollowAsync()
    {
        for (var lab = 0; !_end.IsCancellationRequested; lab = (lab + 1) % labs.Length)
        {
            try
            {
                await FollowAsync(labs[lab]);
            }
            catch (Exception) when (!_end.IsCancellationRequested)
            {
                // This lab is gone, or it has lost its log for now: the next one.
            }
        }
    }

    private async Task FollowAsync(LabServer lab)
    {
        await using var hub = new HubConnectionBuilder()
            .WithUrl(lab.Url("lab", "/live"), http => http.HttpMessageHandlerFactory = _ => LoopbackHttp.Handler()).Build();
        await hub.StartAsync(_end.Token);
        Connections++;
        var after = Seen is [.., var last] ? last.Text("cursor") : "";
        await foreach (var one in hub.StreamAsync<JsonElement>("Follow", seat.Name, after, _end.Token))
        {
            lock (_seen)
            {
                _seen.Add(one);
            }
        }
    }
}
