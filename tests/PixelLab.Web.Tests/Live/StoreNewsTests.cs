using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests.Live;

/// <summary>Whoever is connected is told how it is with the store, without asking.</summary>
public sealed class StoreNewsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/live")]
    [InlineData("/room")]
    public async Task It_is_told_when_somebody_connects_and_whenever_it_changes(string hub)
    {
        await using var server = await LabServer.StartAsync();
        var state = server.Services.GetRequiredService<StoreState>();
        await using var early = await ListenAsync(server, hub);
        Assert.Equal("well", await early.NextAsync(told => told.Text("state")));

        state.Fails(StorePart.Hearing, StoreCondition.Behind, StoreCause.DatabaseHeld);
        Assert.Equal(("behind", "database_held"), await early.NextAsync(told => (told.Text("state"), told.Text("cause"))));
        state.Fails(StorePart.Room, StoreCondition.Full, StoreCause.LabFull);
        Assert.Equal(("full", "lab_full"), await early.NextAsync(told => (told.Text("state"), told.Text("cause"))));
        state.Fails(StorePart.Room, StoreCondition.Full, StoreCause.LabFull);

        state.Recovered(1651, 1);
        await using var late = await ListenAsync(server, hub);
        var told = await late.NextAsync(told => told);
        Assert.Equal(("full", 1651, 1), (told.Text("state"), told.GetProperty("recovery").GetProperty("events").GetInt32(), told.GetProperty("recovery").GetProperty("unreadable").GetInt32()));

        state.Works(StorePart.Room);
        state.Works(StorePart.Hearing);

        // Of changes close together the last is told; that the lab was as full a second time is no change.
        foreach (var listener in new[] { early, late })
        {
            var last = await listener.NextAsync(told => told);
            last = last.Text("state") == "behind" ? await listener.NextAsync(told => told) : last;
            Assert.Equal("well", last.Text("state"));
            Assert.False(last.TryGetProperty("cause", out _));
        }
    }

    private static async Task<Listener> ListenAsync(LabServer server, string hub)
    {
        var listener = new Listener(LiveTests.Connection(new Uri(server.Url("lab", hub))));
        await listener.StartAsync();
        return listener;
    }

    private sealed class Listener : IAsyncDisposable
    {
        private readonly HubConnection _connection;
        private readonly Channel<JsonElement> _told = Channel.CreateUnbounded<JsonElement>();

        public Listener(HubConnection connection)
        {
            _connection = connection;
            _connection.On<JsonElement>("store", told => _told.Writer.TryWrite(told.Clone()));
        }

        public Task StartAsync() => _connection.StartAsync(Cancellation);

        public async Task<T> NextAsync<T>(Func<JsonElement, T> read) =>
            read(await _told.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancellation));

        public ValueTask DisposeAsync() => _connection.DisposeAsync();
    }
}
