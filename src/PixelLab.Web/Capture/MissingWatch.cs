using System.Collections.Concurrent;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Capture;

/// <summary>
/// Waits for the hits of planted pixels. What has not come after a while is put into the log as missing: with the
/// reason the page's dock saw in the browser, or, where no dock could tell, without one. A hit that comes later still
/// counts; whoever reads the log lets the hit win.
/// </summary>
public sealed partial class MissingWatch(
    IEventReader reader, IEventWriter writer, ILeases leases, TimeProvider time, ILogger<MissingWatch> logger) : BackgroundService
{
    /// <summary>How long the server waits before it notes a pixel as missing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    /// <summary>How long a page's dock may still report about its pixels.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(30);

    /// <summary>How long it waits before it tries again to follow a log that is away.</summary>
    private static readonly TimeSpan AwayPause = TimeSpan.FromSeconds(1);

    /// <summary>How long it lets events gather before it looks at them, so that under load not every hit wakes it.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(5);

    /// <summary>From how many events at once on there is nothing to wait for.</summary>
    private const int Many = 100;

    private readonly ConcurrentDictionary<(SeatId Seat, string Plant), Watched> _watched = new();

    /// <summary>Waits for a pixel anew, since somebody has just asked to see it: a letter's, when it is opened. One that has arrived stays so.</summary>
    public void Expect(PixelPlanted planted)
    {
        if (_watched.Count < MemoryLimits.PixelsWatched)
        {
            _watched.AddOrUpdate((planted.Seat, planted.Plant), _ => new Watched(planted), (_, known) => known.HasArrived ? known : new Watched(planted));
        }
    }

    /// <summary>Takes what a page's dock saw. A pixel nobody planted, or one already accounted for, changes nothing.</summary>
    /// <returns>Whether the pixel is one the lab planted a while ago.</returns>
    public async Task<bool> ReportAsync(SeatId seat, string plant, MissingReason reason)
    {
        if (!_watched.TryGetValue((seat, plant), out var watched))
        {
            return false;
        }

        var fate = FateOf(reason);
        ReadOnlySpan<Fate> worse = fate == Fate.WaitsInPage
            ? [Fate.Open, Fate.GivenUpByServer]
            : [Fate.Open, Fate.GivenUpByServer, Fate.WaitsInPage];
        if (watched.TryMove(fate, from: worse, out var before))
        {
            try
            {
                await SayAsync(watched.Planted, reason, MissingWitness.Page, fate, CancellationToken.None);
            }
            catch
            {
                // Nothing was kept, so a second report must find the pixel as the first did.
                watched.TryMove(before, from: [fate], out _);
                throw;
            }
        }

        return true;
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var following = FollowAsync(stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await SweepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }

        await following;
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // The latest events once more after a restart: pages planted just before it still wait.
                await foreach (var batch in reader.FollowAsync(null, new Cursor(reader.LastId - 5_000), stoppingToken))
                {
                    if (batch.IsAnew)
                    {
                        // What was planted in a log that is gone is missing in no other.
                        _watched.Clear();
                    }

                    foreach (var labEvent in batch.Events)
                    {
                        Note(labEvent);
                    }

                    if (batch.Events.Count < Many)
                    {
                        await Task.Delay(Gather, time, stoppingToken);
                    }
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The server stops.
            }
            catch (Exception failure) when (failure is EventLogException || !stoppingToken.IsCancellationRequested)
            {
                if (failure is not EventLogException)
                {
                    // Nobody expects it, and without following no pixel would ever be missing again.
                    FollowingBroke(logger, failure);
                }

                // Noting an event twice changes nothing, so the latest are taken in once more when the log is back.
                await Task.Delay(AwayPause, time, CancellationToken.None);
            }
        }
    }

    private void Note(LabEvent labEvent)
    {
        switch (labEvent)
        {
            // A replay and a simulated town bring pages of other days: nobody waits for their pixels any more.
            case PixelPlanted planted when _watched.Count < MemoryLimits.PixelsWatched && (time.GetUtcNow() - planted.At).Duration() < Memory:
                _watched.TryAdd((planted.Seat, planted.Plant), new Watched(planted));
                break;
            case Hit hit when !_watched.IsEmpty && VendorList.PlantOf(hit) is { } plant && _watched.TryGetValue((hit.Seat, plant), out var hitOne):
                hitOne.TryMove(Fate.Arrived, from: [Fate.Open, Fate.GivenUpByServer, Fate.WaitsInPage, Fate.SeenByPage], out _);
                break;
            case PixelMissing missing when _watched.TryGetValue((missing.Seat, missing.Plant), out var missingOne):
                missingOne.TryMove(
                    missing.Witness == MissingWitness.Page ? FateOf(missing.Reason) : Fate.GivenUpByServer, from: [Fate.Open], out _);
                break;
            case SeatErased erased:
                foreach (var key in _watched.Keys.Where(key => key.Seat == erased.Seat))
                {
                    _watched.TryRemove(key, out _);
                }

                break;
            default:
                break;
        }
    }

    private async Task SweepAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var (key, watched) in _watched)
        {
            var age = now - watched.Planted.At;
            if (age > Patience && watched.TryMove(Fate.GivenUpByServer, from: [Fate.Open], out _))
            {
                try
                {
                    await SayAsync(watched.Planted, MissingReason.NoRequest, MissingWitness.Server, Fate.GivenUpByServer, cancellation);
                }
                catch (EventLogException)
                {
                    watched.TryMove(Fate.Open, from: [Fate.GivenUpByServer], out _);
                }
            }

            if (age > Memory)
            {
                _watched.TryRemove(key, out _);
            }
        }
    }

    /// <summary>Puts a pixel into the log as missing. Every lab on the same log waits for the same pixels; one of them says so.</summary>
    private async Task SayAsync(
        PixelPlanted planted, MissingReason reason, MissingWitness witness, Fate fate, CancellationToken cancellation)
    {
        if (await leases.TryTakeAsync($"missing:{planted.Seat}:{planted.Plant}:{fate}", Memory))
        {
            await writer.AppendAsync([Missing(planted, reason, witness)], cancellation);
        }
    }

    private static Fate FateOf(MissingReason seenByPage) =>
        seenByPage is MissingReason.NotScrolledTo or MissingReason.NotLookedAt ? Fate.WaitsInPage : Fate.SeenByPage;

    private PixelMissing Missing(PixelPlanted planted, MissingReason reason, MissingWitness witness) => new()
    {
        At = time.GetUtcNow(),
        Seat = planted.Seat,
        Plant = planted.Plant,
        Site = planted.Site,
        Page = planted.Page,
        Vendor = planted.Vendor,
        Event = planted.Event,
        Reason = reason,
        Witness = witness,
    };

    [LoggerMessage(EventId = 1, EventName = "MissingWatchBroke", Level = LogLevel.Error, Message = "Following the log for missing pixels broke off; it begins again")]
    private static partial void FollowingBroke(ILogger logger, Exception failure);

    /// <summary>What has become of a planted pixel. The page's word is better than the server's silence, a hit better than both.</summary>
    private enum Fate
    {
        Open,
        GivenUpByServer,
        WaitsInPage,
        SeenByPage,
        Arrived,
    }

    private sealed class Watched(PixelPlanted planted)
    {
        private readonly Lock _gate = new();
        private Fate _fate;

        public PixelPlanted Planted { get; } = planted;

        public bool HasArrived
        {
            get
            {
                lock (_gate)
                {
                    return _fate == Fate.Arrived;
                }
            }
        }

        public bool TryMove(Fate to, ReadOnlySpan<Fate> from, out Fate before)
        {
            lock (_gate)
            {
                before = _fate;
                if (!from.Contains(_fate))
                {
                    return false;
                }

                _fate = to;
                return true;
            }
        }
    }
}
