using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PixelLab.Core.Events;
using PixelLab.Web.Storage;
using PixelLab.Web.Telemetry.Export;
using PixelLab.Web.Tests.Classroom;
using PixelLab.Web.Tests.Nodes;
using PixelLab.Web.Tests.Storage;

namespace PixelLab.Web.Tests.Telemetry;

/// <summary>The figures say what happened.</summary>
public sealed class LabMeterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Hits_that_are_kept_and_those_that_are_refused_are_counted_each_under_its_reason()
    {
        await using var lab = await LabServer.StartAsync(("Limits:HitsPerMinute", "5"));
        using var figures = new Figures(lab);
        var seat = await Seat.NewAsync(lab);
        for (var i = 0; i < 5; i++)
        {
            await seat.HitAsync();
        }

        for (var i = 0; i < 2; i++)
        {
            using var refused = await lab.Http.GetAsync(lab.Url("metrics", seat.PixelPath), Cancellation);
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        }

        var read = figures.Read();
        Assert.Equal(5, read["pixellab.hits.kept"]);
        Assert.Equal(2, read["pixellab.refused reason=hits_of_address"]);
        Assert.True(read["pixellab.store.held"] > 0);
        Assert.Equal(1, read["pixellab.store.state state=ready"]);
        Assert.Equal(0, read["pixellab.store.state state=broken"]);
    }

    [Fact]
    public async Task What_waits_in_the_journal_has_bytes_and_an_age_until_it_is_moved()
    {
        await using var lab = await LabServer.StartAsync();
        using var figures = new Figures(lab);
        var seat = await Seat.NewAsync(lab);
        await using (await LockedFile.ByAnotherProgramAsync(lab.Data))
        {
            await seat.HitAsync();
            var waiting = figures.Read();
            Assert.True(waiting["pixellab.journal.bytes"] > 100);
            Assert.True(waiting["pixellab.journal.age"] > 0);
        }

        await figures.UntilAsync("pixellab.journal.bytes", bytes => bytes == 0);
        Assert.Equal(0, figures.Read()["pixellab.journal.age"]);
    }

    [Fact]
    public async Task Whoever_follows_is_counted_with_how_far_they_are_behind()
    {
        await using var lab = await LabServer.StartAsync();
        using var figures = new Figures(lab);
        var seat = await Seat.NewAsync(lab);
        await seat.HitAsync();
        await seat.HitAsync();
        await seat.HitAsync();

        // The lab itself follows, to see which pixels are missing.
        var own = figures.Read()["pixellab.followers"];
        var log = lab.Services.GetRequiredService<IEventReader>();
        Assert.True(SeatId.TryParse(seat.Name, out var id));
        await using (var follower = log.FollowAsync(id, default, Cancellation).GetAsyncEnumerator(Cancellation))
        {
            // It is given everything at once, and what comes then it has not asked for yet.
            Assert.True(await follower.MoveNextAsync());
            Assert.Equal(own + 1, figures.Read()["pixellab.followers"]);
            await figures.UntilAsync("pixellab.followers.behind", behind => behind == 0);
            await seat.HitAsync();
            await seat.HitAsync();
            Assert.Equal(2, figures.Read()["pixellab.followers.behind"]);
        }

        Assert.Equal(own, figures.Read()["pixellab.followers"]);
    }

    [Fact]
    public async Task Rooms_and_readings_are_counted()
    {
        await using var lab = await LabServer.StartAsync();
        using var figures = new Figures(lab);
        await TaughtRoom.OpenAsync(lab);
        var seat = await Seat.NewAsync(lab);
        await lab.GetAsync($"/api/seats/{seat.Name}/reports/pages");

        var read = figures.Read();
        Assert.Equal(1, read["pixellab.rooms"]);
        Assert.True(read["pixellab.folds.kept"] >= 1);
        Assert.True(read["pixellab.folds.made"] >= read["pixellab.folds.kept"]);
    }

    [Fact]
    public async Task On_Redis_commands_and_failures_are_counted_and_what_was_refused_by_the_state_of_the_store()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var lab = await LabServer.StartAsync(redis.Settings);
        using var figures = new Figures(lab);
        var seat = await Seat.NewAsync(lab);
        await seat.HitAsync();
        var before = figures.Read();
        Assert.True(before["pixellab.redis.roundtrips"] > 0);
        Assert.Equal(0, before["pixellab.redis.failures"]);
        Assert.DoesNotContain("pixellab.journal.bytes", before.Keys);

        await redis.KillAsync();
        using var refused = await lab.Http.GetAsync(lab.Url("metrics", seat.PixelPath), Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);

        // That the connection is lost may be heard a moment later.
        await figures.UntilAsync("pixellab.redis.failures", failures => failures > 0);
        var read = figures.Read();
        Assert.Equal(1, read["pixellab.refused reason=store_away"]);
        Assert.Equal((1, 0), (read["pixellab.store.state state=away"], read["pixellab.store.state state=ready"]));
        Assert.Equal(1, read["pixellab.hits.kept"]);
        await redis.StartAgainAsync();
    }

    [Fact]
    public async Task The_guide_for_operators_tells_of_every_figure()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Checkout.Folder, "lessons", "operating.md"), Cancellation);
        await using var redis = await RedisProcess.StartAsync();
        await using var onRedis = await LabServer.StartAsync(redis.Settings);
        await using var alone = await LabServer.StartAsync();
        using var figuresOnRedis = new Figures(onRedis);
        using var figures = new Figures(alone);

        var names = figures.Names.Union(figuresOnRedis.Names).Order().ToList();
        Assert.True(names.Count >= 14);
        Assert.Equal(
            names,
            guide.Split('\n').Where(line => line.StartsWith("| `pixellab.", StringComparison.Ordinal)).Select(line => line.Split('`')[1]).Order());
        Assert.All(Enum.GetValues<StoreCondition>(), condition =>
            Assert.Contains($"`{(condition == StoreCondition.Well ? "ready" : condition.ToString().ToLowerInvariant())}`", guide, StringComparison.Ordinal));
    }

    /// <summary>Listens to one lab's instruments; others of this process have their own.</summary>
    private sealed class Figures : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly Dictionary<string, double> _read = [];
        private readonly List<string> _names = [];

        public Figures(LabServer lab)
        {
            var meters = lab.Services.GetRequiredService<IMeterFactory>();
            lab.Services.GetRequiredService<LabMeter>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == LabMeter.Name && ReferenceEquals(instrument.Meter.Scope, meters))
                {
                    _names.Add(instrument.Name);
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
            _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
            _listener.Start();
        }

        public IReadOnlyList<string> Names => _names;

        /// <summary>The figures as they are now, each by its name and its tag.</summary>
        public Dictionary<string, double> Read()
        {
            _read.Clear();
            _listener.RecordObservableInstruments();
            return new Dictionary<string, double>(_read);
        }

        /// <summary>Waits until a figure is as it should be.</summary>
        public async Task UntilAsync(string name, Predicate<double> isSo)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (!isSo(Read()[name]))
            {
                Assert.False(patience.IsCancellationRequested, $"{name} is {Read()[name]}.");
                await Task.Yield();
            }
        }

        public void Dispose() => _listener.Dispose();

        private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _read[tags.Length == 0 ? instrument.Name : $"{instrument.Name} {tags[0].Key}={tags[0].Value}"] = value;
    }
}
