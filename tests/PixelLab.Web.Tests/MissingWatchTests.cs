using System.Runtime.CompilerServices;
using PixelLab.Core.Events;
using PixelLab.Web.Capture;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests;

/// <summary>What was planted and did not come is missing in the end, whatever goes wrong in between.</summary>
public sealed class MissingWatchTests
{
    private static readonly PixelPlanted Planted = new()
    {
        // Not yet, so that however slow the test is, the watch never gives the pixel up by itself.
        At = DateTimeOffset.UtcNow.AddMinutes(20),
        Seat = SeatId.New(),
        Plant = "v1.1",
        PageView = "v1",
        Site = "shop",
        Page = "/",
        Vendor = "metrics",
        Event = "page_view",
        Trigger = PixelTrigger.Image,
        Url = "http://metrics.localhost/px/PL-SHOP-1.gif?z=v1.1",
    };

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Ends => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MissingReason.Blocked)]
    [InlineData(MissingReason.NotScrolledTo)]
    public async Task A_report_that_could_not_be_kept_may_be_made_again(MissingReason reason)
    {
        var log = new OnePlanted { AwayAppends = 1 };
        using var watch = new MissingWatch(log, log, new NoOthers(), TimeProvider.System, new Faults<MissingWatch>());
        await watch.StartAsync(Ends);
        await log.Noted.WaitAsync(Patience, Ends);

        await Assert.ThrowsAsync<EventLogException>(() => watch.ReportAsync(Planted.Seat, Planted.Plant, reason));
        Assert.Empty(log.Kept);
        Assert.True(await watch.ReportAsync(Planted.Seat, Planted.Plant, reason));
        Assert.True(await watch.ReportAsync(Planted.Seat, Planted.Plant, reason));
        await watch.StopAsync(Ends);

        var missing = Assert.IsType<PixelMissing>(Assert.Single(log.Kept));
        Assert.Equal((Planted.Plant, reason, MissingWitness.Page), (missing.Plant, missing.Reason, missing.Witness));
    }

    [Fact]
    public async Task A_fault_that_nobody_expects_is_logged_and_the_log_is_followed_again()
    {
        var fault = new InvalidOperationException("A fault that nobody expects.");
        var log = new OnePlanted { FirstFault = fault };
        var faults = new Faults<MissingWatch>();
        using var watch = new MissingWatch(log, log, new NoOthers(), TimeProvider.System, faults);
        await watch.StartAsync(Ends);
        await log.Noted.WaitAsync(Patience, Ends);

        Assert.Same(fault, Assert.Single(faults.Logged));
        Assert.True(await watch.ReportAsync(Planted.Seat, Planted.Plant, MissingReason.Blocked));
        await watch.StopAsync(Ends);
        Assert.Single(log.Kept);
    }

    /// <summary>A log that holds one planted pixel and lets some things fail.</summary>
    private sealed class OnePlanted : IEventReader, IEventWriter
    {
        private readonly TaskCompletionSource _noted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Exception? _firstFault;

        /// <summary>How many events cannot be kept before the log is back.</summary>
        public int AwayAppends { get; set; }

        /// <summary>What following fails with the first time.</summary>
        public Exception? FirstFault
        {
            init => _firstFault = value;
        }

        public List<LabEvent> Kept { get; } = [];

        /// <summary>Ends when the follower has taken in the planted pixel and asks for more.</summary>
        public Task Noted => _noted.Task;

        public long LastId => 1;

        public Cursor End => new(LastId);

        public ValueTask<bool> HoldsAsync(Cursor cursor, CancellationToken cancellation = default) => ValueTask.FromResult(true);

        public long Erasures => 0;

        public bool HasLost(SeatId seat, long since) => false;

        public Task<IReadOnlyList<LabEvent>> AppendAsync(IReadOnlyList<LabEvent> events, CancellationToken cancellation = default)
        {
            if (AwayAppends > 0)
            {
                AwayAppends--;
                throw new EventLogException("The log is away.", new IOException());
            }

            Kept.AddRange(events);
            return Task.FromResult(events);
        }

        public ValueTask<EventsOfKinds> ReadKindsAsync(
            SeatId seat, EventKinds kinds, long after, int limit, CancellationToken cancellation = default) => throw new NotSupportedException();

        public async IAsyncEnumerable<EventBatch> FollowAsync(
            SeatId? seat, Cursor after, [EnumeratorCancellation] CancellationToken cancellation = default)
        {
            if (Interlocked.Exchange(ref _firstFault, null) is { } fault)
            {
                throw fault;
            }

            yield return new EventBatch(null, [Planted]);
            _noted.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        }

        public ValueTask<IReadOnlyList<LabEvent>> ReadAsync(SeatId? seat, long after, int limit, CancellationToken cancellation = default) =>
            throw new NotSupportedException();

        public ValueTask<LabEvent?> FindAsync(SeatId seat, long id, CancellationToken cancellation = default) => throw new NotSupportedException();

        public Task<long> EraseAsync(SeatId seat, CancellationToken cancellation = default) => throw new NotSupportedException();

        public Task<long> ExpireAsync(DateTimeOffset before, CancellationToken cancellation = default) => throw new NotSupportedException();
    }

    private sealed class NoOthers : ILeases
    {
        public Task<bool> TryTakeAsync(string what, TimeSpan term) => Task.FromResult(true);

        public Task<bool> TryHoldAsync(string what, TimeSpan term) => Task.FromResult(true);
    }
}
