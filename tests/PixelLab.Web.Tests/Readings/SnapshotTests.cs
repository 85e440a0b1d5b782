using Microsoft.Extensions.Time.Testing;
using PixelLab.Core.Events;
using PixelLab.Core.Readings;
using PixelLab.Core.Reports;
using PixelLab.Web.Readings;
using PixelLab.Web.Storage;
using PixelLab.Web.Tests.Live;
using PixelLab.Web.Tests.Storage;

namespace PixelLab.Web.Tests.Readings;

/// <summary>What a reading has come to is kept over a restart as long as its events are, and not a moment longer.</summary>
public sealed class SnapshotTests : IDisposable
{
    private const int Many = 30_000;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pixellab-test-");

    public static TheoryData<Type> Readings { get; } =
        [.. typeof(Reading).Assembly.GetTypes().Where(type =>
            type.IsSubclassOf(typeof(Reading)) && !type.IsAbstract && !type.ContainsGenericParameters && type.IsPublic && type.GetConstructor([]) is not null)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Readings))]
    public void A_reading_that_was_written_down_goes_on_as_if_it_had_not_been(Type type)
    {
        var (straight, other) = (Make(type), Make(type));
        var id = 0L;
        for (var round = 0; round < 3; round++)
        {
            LabEvent[] events = [.. OneOfEachKind.All.Select(one => one with { Id = ++id })];
            straight.AddAll(events);
            other.AddAll(events);
            var read = ReadingSnapshot.Read(ReadingSnapshot.Write(other, id, (int)id), type);
            Assert.Equal((id, (int)id), (read?.Position, read?.Count));
            other = read!.Value.Reading;
        }

        Assert.Equal(ReadingSnapshot.Write(straight, 0, 0), ReadingSnapshot.Write(other, 0, 0));
    }

    [Fact]
    public void What_was_damaged_or_is_another_readings_is_not_read()
    {
        var written = ReadingSnapshot.Write(new NaiveReports(), 1, 1);
        Assert.NotNull(ReadingSnapshot.Read(written, typeof(NaiveReports)));
        written[^1] ^= 1;
        Assert.Null(ReadingSnapshot.Read(written, typeof(NaiveReports)));
        Assert.Null(ReadingSnapshot.Read([], typeof(NaiveReports)));
    }

    [Fact]
    public async Task After_a_restart_a_reading_of_very_many_events_begins_where_it_was()
    {
        await FillAsync();
        await using var own = new OwnLog(_data);
        using var readings = new SeatReadings(own.Log, new FakeTimeProvider(), own.Log);
        Assert.Equal(Many, await AskAsync(readings));
        Assert.Equal(0, readings.Made);

        await own.Log.AppendAsync([KeptVisit.Of("one more", DateTimeOffset.UtcNow)], Cancellation);
        Assert.Equal(Many + 1, await AskAsync(readings));
    }

    [Fact]
    public async Task Erasing_a_seat_takes_it_along_and_what_comes_late_is_not_kept()
    {
        await FillAsync();
        await using (var own = new OwnLog(_data))
        {
            var since = own.Log.Erasures;
            await own.Log.EraseAsync(KeptVisit.Seat, Cancellation);
            Assert.Empty(Files());
            await ((ISnapshots)own.Log).KeepAsync(KeptVisit.Seat, "Late", [1, 2, 3], since);
            Assert.Empty(Files());
        }

        await using var again = new OwnLog(_data);
        using var readings = new SeatReadings(again.Log, new FakeTimeProvider(), again.Log);
        Assert.Equal(0, await AskAsync(readings));
    }

    [Fact]
    public async Task Where_some_of_a_seats_events_are_too_old_it_goes_too()
    {
        await FillAsync();
        await using var own = new OwnLog(_data);
        await own.Log.ExpireAsync(DateTimeOffset.UtcNow.AddHours(1), Cancellation);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task It_stands_for_nothing_where_another_version_has_had_the_database_meanwhile()
    {
        await FillAsync();
        await File.WriteAllTextAsync(Path.Combine(_data.FullName, "events.snapshots"), "another", Cancellation);
        await using var own = new OwnLog(_data);
        Assert.Empty(Files());
    }

    /// <inheritdoc />
    public void Dispose() => _data.Delete(recursive: true);

    private static Reading Make(Type type) => (Reading)Activator.CreateInstance(type)!;

    private static Task<int> AskAsync(SeatReadings readings) => readings.AskAsync(KeptVisit.Seat, (EventCount count) => count.Value, Cancellation);

    private FileInfo[] Files() => _data.GetFiles("events.snapshot-*");

    /// <summary>Keeps very many events, and asks until what they come to is kept.</summary>
    private async Task FillAsync()
    {
        await using var own = new OwnLog(_data);
        using var readings = new SeatReadings(own.Log, new FakeTimeProvider(), own.Log);
        for (var number = 0; number < Many; number += 500)
        {
            await own.Log.AppendAsync([.. Enumerable.Repeat(KeptVisit.Of("visit", DateTimeOffset.UtcNow), 500)], Cancellation);
        }

        Assert.Equal(Many, await AskAsync(readings));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!Files().Any(file => !file.Name.EndsWith(".part", StringComparison.Ordinal)))
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
