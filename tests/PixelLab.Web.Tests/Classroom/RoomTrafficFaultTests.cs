using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PixelLab.Web.Addressing;
using PixelLab.Web.Features.Classroom;
using PixelLab.Web.Features.Classroom.Traffic;
using PixelLab.Web.Features.Population;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>Simulated people whose walks fail in a way that nobody thought of: it is logged, and concerns nobody else.</summary>
public sealed class RoomTrafficFaultTests
{
    private static readonly TownAddress Town = new(new AddressingOptions(), "http", "localhost", 5080);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_walk_that_fails_is_logged_begun_again_and_does_not_hinder_the_end_of_the_server()
    {
        var time = new FakeTimeProvider();
        var log = new ScriptedLog();
        var rooms = new Rooms(new SharedShelf(), log, new ClosedSeats(), time);
        var (room, _) = (await rooms.OpenAsync(Cancellation))!.Value;
        var failures = new Failures();
        using var traffic = new RoomTraffic(rooms, new RealWalk(null!, log, null!, time), log, new EveryLease(), time, failures);

        // Without anything to make requests with, each walk fails at once.
        Assert.Null(await traffic.StartAsync(room, new TrafficWanted(5, 5, 5), Town, Cancellation));
        Assert.IsType<NullReferenceException>(await failures.FirstAsync());
        await traffic.StopAsync(Cancellation);

        Assert.Null(rooms.Find(room.Code)!.Traffic);
    }

    private sealed class EveryLease : ILeases
    {
        public Task<bool> TryTakeAsync(string what, TimeSpan term) => Task.FromResult(true);

        public Task<bool> TryHoldAsync(string what, TimeSpan term) => Task.FromResult(true);
    }

    /// <summary>A log for people that keeps the first failure.</summary>
    private sealed class Failures : ILogger<RoomTraffic>
    {
        private readonly TaskCompletionSource<Exception?> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Exception?> FirstAsync() => _first.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _first.TrySetResult(exception);
    }
}
