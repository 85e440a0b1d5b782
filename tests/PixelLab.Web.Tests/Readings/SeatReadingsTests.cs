using Microsoft.Extensions.Time.Testing;
using PixelLab.Core.Events;
using PixelLab.Core.Readings;
using PixelLab.Web.Readings;
using PixelLab.Web.Storage.Sqlite;
using PixelLab.Web.Tests.Storage;

namespace PixelLab.Web.Tests.Readings;

/// <summary>A reading is made anew where its own seats lost events, and nowhere else.</summary>
public sealed class SeatReadingsTests : IAsyncLifetime
{
    private static readonly SeatId Own = KeptVisit.Seat;
    private static readonly SeatId Other = SeatId.New();

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pixellab-test-");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly OwnLog _own;
    private readonly SqliteEventLog _log;
    private readonly SeatReadings _readings;

    /// <summary>How often a reading began anew.</summary>
    private int _begun;

    public SeatReadingsTests()
    {
        _own = new OwnLog(_data);
        _log = _own.Log;
        _readings = new SeatReadings(_log, _time);
        Counted.Begun = () => _begun++;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_others_erase_and_what_of_theirs_expires_makes_nothing_anew()
    {
        await KeepAsync(Own, "a", "b", "c");
        Assert.Equal(["a", "b", "c"], await AskAsync());
        Assert.Equal(["a", "b", "c"], await AskAllAsync(Own));
        Assert.Equal(2, _begun);

        for (var round = 0; round < 20; round++)
        {
            await _log.EraseAsync(SeatId.New(), Cancellation);
            await KeepAsync(Other, "theirs");
            await _log.EraseAsync(Other, Cancellation);
            await _log.AppendAsync([KeptVisit.Of("old", _time.GetUtcNow().AddHours(-30)) with { Seat = Other }], Cancellation);
            await _log.ExpireAsync(_time.GetUtcNow().AddHours(-24), Cancellation);
            Assert.Equal(3, (await AskAsync()).Count);
            _time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(3, (await AskAllAsync(Own)).Count);
        }

        Assert.Equal(2, _begun);
    }

    [Fact]
    public async Task An_erased_seat_reads_as_empty_at_once_and_then_as_what_came_after()
    {
        await KeepAsync(Own, "a", "b");
        Assert.Equal(2, (await AskAsync()).Count);

        await _log.EraseAsync(Own, Cancellation);
        Assert.Empty(await AskAsync());

        await KeepAsync(Own, "c");
        await _log.EraseAsync(Own, Cancellation);
        await KeepAsync(Own, "d");
        Assert.Equal(["d"], await AskAsync());
        Assert.Equal(["d"], await AskAllAsync(Own));
    }

    [Fact]
    public async Task What_of_its_own_expires_goes_from_a_reading_and_it_is_made_anew_once()
    {
        await _log.AppendAsync([KeptVisit.Of("old", _time.GetUtcNow().AddHours(-30)), KeptVisit.Of("new", _time.GetUtcNow())], Cancellation);
        Assert.Equal(["old", "new"], await AskAsync());

        await _log.ExpireAsync(_time.GetUtcNow().AddHours(-24), Cancellation);
        Assert.Equal(["new"], await AskAsync());
        Assert.Equal(["new"], await AskAsync());
        Assert.Equal(2, _begun);
    }

    [Fact]
    public async Task Events_that_expire_between_newer_ones_go_too()
    {
        // A clock that was wrong, or a replay: the seat's first event is left.
        await _log.AppendAsync(
            [KeptVisit.Of("ahead", _time.GetUtcNow().AddDays(10)), KeptVisit.Of("old", _time.GetUtcNow().AddHours(-30))], Cancellation);
        Assert.Equal(2, (await AskAllAsync(Own, Other)).Count);

        await _log.ExpireAsync(_time.GetUtcNow().AddHours(-24), Cancellation);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["ahead"], await AskAllAsync(Own, Other));
    }

    [Fact]
    public async Task Who_comes_late_is_taken_in_with_all_that_they_did_before_and_who_leaves_is_taken_out()
    {
        await KeepAsync(Own, "a");
        await KeepAsync(Other, "b");
        await KeepAsync(Own, "c");
        Assert.Equal(["a", "c"], await AskAllAsync(Own));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["a", "b", "c"], await AskAllAsync(Own, Other));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["b"], await AskAllAsync(Other));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(3, _begun);

        // A seat without events joins for nothing, and is heard from then on.
        var third = SeatId.New();
        Assert.Equal(["b"], await AskAllAsync(Other, third));
        await KeepAsync(third, "d");
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["b", "d"], await AskAllAsync(Other, third));
        Assert.Equal(3, _begun);
    }

    [Fact]
    public async Task A_reading_as_of_an_earlier_time_goes_forward_and_only_back_from_the_start()
    {
        await KeepAsync(Own, [.. Enumerable.Range(0, 1200).Select(number => $"{number}")]);
        Assert.Equal(3, await CountAsOfAsync(3));
        Assert.Equal(500, await CountAsOfAsync(500));
        Assert.Equal(1200, await CountAsOfAsync(5000));
        Assert.Equal(1, _begun);
        Assert.Equal(1001, await CountAsOfAsync(1001));
        Assert.Equal(0, await CountAsOfAsync(0));
        Assert.Equal(3, _begun);
    }

    [Fact]
    public async Task What_was_erased_does_not_stay_in_memory()
    {
        await _readings.StartAsync(Cancellation);
        var reading = await HoldAsync();
        await _log.EraseAsync(Own, Cancellation);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (reading.IsAlive && !patience.IsCancellationRequested)
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
            GC.Collect();
        }

        Assert.False(reading.IsAlive);
        await _readings.StopAsync(Cancellation);
    }

    /// <inheritdoc />
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _readings.Dispose();
        await _own.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private async Task<WeakReference> HoldAsync()
    {
        await KeepAsync(Own, "a");
        return await _readings.AskAsync(Own, (Counted reading) => new WeakReference(reading), Cancellation);
    }

    private async Task KeepAsync(SeatId seat, params string[] titles) =>
        await _log.AppendAsync([.. titles.Select(title => KeptVisit.Of(title, _time.GetUtcNow()) with { Seat = seat })], Cancellation);

    private Task<List<string>> AskAsync() => _readings.AskAsync(Own, (Counted reading) => reading.Titles.ToList(), Cancellation);

    private Task<int> CountAsOfAsync(int events) =>
        _readings.AskAsOfAsync(Own, events, (Counted reading) => reading.Titles.Count, Cancellation);

    private Task<List<string>> AskAllAsync(params SeatId[] seats) =>
        _readings.AskOverSeveralAsync("all", () => seats, "titles", (Counted reading) => reading.Titles.ToList(), Cancellation);

    /// <summary>Reads the titles, and tells when it begins.</summary>
    private sealed class Counted : Reading
    {
        private static readonly AsyncLocal<Action?> WhenBegun = new();

        public Counted() => WhenBegun.Value?.Invoke();

        public static Action Begun
        {
            set => WhenBegun.Value = value;
        }

        public List<string> Titles { get; } = [];

        public override void Add(LabEvent labEvent) => Titles.Add(((Visit)labEvent).Title);
    }
}
