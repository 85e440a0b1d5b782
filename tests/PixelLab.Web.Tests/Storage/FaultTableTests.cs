using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Data.Sqlite;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;
using PixelLab.Web.Tests.Nodes;

namespace PixelLab.Web.Tests.Storage;

/// <summary>
/// Labs that are processes of their own, under load, and what befalls them at a moment that chance chooses. Its table is in the guide for operators;
/// a run can be had again by its seed, in <c>PIXELLAB_SEED</c>, as far as the machine allows.
/// </summary>
public sealed class FaultTableTests
{
    private const string Full = "its disk is full for a while, then it is killed";
    private const int OtherEvents = 20_000;
    private const long DiskBytes = 96 * CaptureLimits.Megabyte;

    /// <summary>Where the first entry of a journal says how long it is.</summary>
    private const int FirstLength = 8;

    private static readonly string[] Faults =
    [
        "killed under load", "killed while it starts", "killed while a seat is erased", "killed while what is too old goes",
        "killed while a replay is opened", "killed, and its journal garbled", Full,
        "one of two labs on Redis is killed", "Redis stands still", "Redis is killed",
    ];

    private readonly List<Row> _rows = [];
    private readonly Random _chance;

    public FaultTableTests()
    {
        var seed = Environment.GetEnvironmentVariable("PIXELLAB_SEED") is { Length: > 0 } told
            ? int.Parse(told, CultureInfo.InvariantCulture)
            : Random.Shared.Next();
        _chance = new Random(seed);
        Say($"seed {seed}");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_hit_that_was_answered_is_lost_and_none_is_there_twice_whatever_befalls_the_lab()
    {
        await BefallOneAsync();
        await BefallDiskAsync();
        await BefallTwoAsync();

        Say($"{"what befell it",-50} {"answered",8} {"kept",8} {"lost",8} {"doubled",8}");
        foreach (var row in _rows)
        {
            Say($"{row.Fault,-50} {row.Answered,8} {row.Kept,8} {row.Lost,8} {row.Doubled,8}");
        }

        Assert.Equal(Faults.Where(fault => fault != Full || SmallDisk.CanBe), _rows.Select(row => row.Fault));
        Assert.All(_rows, row => Assert.True(row is { Answered: > 0, Lost: 0, Doubled: 0 }, $"{row}"));
    }

    [Fact]
    public async Task The_guide_for_operators_shows_the_same_rows()
    {
        var guide = await File.ReadAllLinesAsync(Path.Combine(Checkout.Folder, "lessons", "operating.md"), Cancellation);
        var table = guide.SkipWhile(line => !line.StartsWith("| What befell it |", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim()).ToArray()).ToList();
        Assert.Equal(Faults, table.Select(row => row[0]));
        Assert.All(table, row => Assert.Equal(["0", "0"], row[^2..]));
    }

    private static void Say(FormattableString line) => TestContext.Current.TestOutputHelper?.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private async Task BefallOneAsync()
    {
        await using var lab = await LabProcess.StartAsync(("Limits:HitsPerMinute", "0"));
        await RowAsync(Faults[0], lab, [lab], async senders =>
        {
            await senders.AnsweredAsync(_chance.Next(50, 500));
            await lab.KillAsync();
        });
        await RowAsync(Faults[1], lab, [lab], async senders =>
        {
            await senders.AnsweredAsync(_chance.Next(50, 500));
            await lab.KillAsync();
            var worked = TimeSpan.FromMilliseconds(_chance.Next(100, 1500));
            lab.BeginAgain();
            while (lab.ProcessorTime < worked)
            {
                await Task.Yield();
            }

            await lab.KillAsync();
        });

        var other = SeatId.New();
        await FillAsync(lab, other, DateTimeOffset.UtcNow);
        await RowAsync(Faults[2], lab, [lab], senders => KillDuringAsync(
            lab, senders, 100, () => lab.Http.DeleteAsync(lab.Url("lab", $"/api/seats/{other.Value}"), Cancellation)));

        // The next start finds them, and begins to erase at once.
        await FillAsync(lab, SeatId.New(), DateTimeOffset.UtcNow.AddHours(-30));
        await RowAsync(Faults[3], lab, [lab], senders => KillDuringAsync(lab, senders, 100, () => Task.CompletedTask));
        await RowAsync(Faults[4], lab, [lab], senders => KillDuringAsync(lab, senders, 50, () => OpenReplayAsync(lab)));
        await RowAsync(Faults[5], lab, [lab], async senders =>
        {
            await senders.AnsweredAsync(_chance.Next(50, 500));
            await lab.KillAsync();
            foreach (var journal in lab.Data.EnumerateFiles("events.journal-*").Where(file => file.Length > FirstLength))
            {
                await using var file = journal.Open(FileMode.Open, FileAccess.ReadWrite);
                file.Position = FirstLength;
                var value = file.ReadByte();
                file.Position = FirstLength;
                file.WriteByte((byte)(value ^ (1 << _chance.Next(8))));
            }
        });
    }

    private async Task BefallDiskAsync()
    {
        if (!SmallDisk.CanBe)
        {
            return;
        }

        await using var disk = await SmallDisk.MountAsync(DiskBytes);
        await using var lab = await LabProcess.StartAsync(("Limits:HitsPerMinute", "0"), ("DataDirectory", disk.Folder.FullName));
        await RowAsync(Full, lab, [lab], async senders =>
        {
            await senders.AnsweredAsync(_chance.Next(50, 200));
            var elses = disk.FillTheRest();
            await senders.RefusedAsync(1);
            elses.Delete();
            await senders.AnsweredAsync(_chance.Next(50, 200));
            await lab.KillAsync();
        });
    }

    private async Task BefallTwoAsync()
    {
        await using var redis = await RedisProcess.StartAsync();
        await using var first = await LabProcess.StartAsync(redis.Settings);
        await using var second = await LabProcess.StartAsync(redis.Settings);
        await RowAsync(Faults[7], first, [first, second], async senders =>
        {
            await senders.AnsweredAsync(_chance.Next(50, 500));
            await first.KillAsync();
            await senders.AnsweredAsync(_chance.Next(50, 500));
        });
        await RowAsync(Faults[8], null, [first, second], async senders =>
        {
            await senders.AnsweredAsync(_chance.Next(50, 500));
            await redis.StallAsync();
            await senders.RefusedAsync(1);
            await redis.GoOnAsync();
            await senders.AnsweredAsync(_chance.Next(50, 500));
        });
        await RowAsync(Faults[9], null, [first, second], async senders =>
        {
            await senders.AnsweredAsync(_chance.Next(50, 500));
            await redis.KillAsync();
            await senders.RefusedAsync(1);
            await redis.StartAgainAsync();
            await senders.AnsweredAsync(_chance.Next(50, 500));
        });
    }

    /// <summary>Sends hits until something has befallen the labs, starts the one again that it ended, and compares what was answered with what is there.</summary>
    private async Task RowAsync(string fault, LabProcess? ended, LabProcess[] labs, Func<Senders, Task> befall)
    {
        var seat = await Seat.NewAsync(labs[0]);
        using var senders = new Senders(seat, labs);
        await befall(senders);
        await senders.StopAsync();
        if (ended is not null)
        {
            await ended.StartAgainAsync();
        }

        await labs[0].HealthBecomesAsync(HttpStatusCode.OK);
        var kept = (await seat.HitsAsync()).Select(hit => hit.Pairs("query").Single(pair => pair.Name == "n").Value).ToList();
        _rows.Add(new Row(fault, senders.Answered.Count, kept.Count, senders.Answered.Except(kept).Count(), kept.Count - kept.Distinct().Count()));
    }

    /// <summary>Kills a lab while it does something, at most so many hits after that has begun.</summary>
    private async Task KillDuringAsync(LabProcess lab, Senders senders, int most, Func<Task> something)
    {
        await senders.AnsweredAsync(20);
        var done = something();
        await senders.AnsweredAsync(_chance.Next(1, most));
        await lab.KillAsync();
        await ((Task)done.ContinueWith(_ => { }, Cancellation, TaskContinuationOptions.None, TaskScheduler.Default)).WaitAsync(Senders.Patience, Cancellation);
    }

    /// <summary>Keeps events in a seat while the lab is down, and starts it again.</summary>
    private static async Task FillAsync(LabProcess lab, SeatId seat, DateTimeOffset at)
    {
        await lab.KillAsync();
        await using (var own = new OwnLog(lab.Data))
        {
            for (var number = 0; number < OtherEvents; number += 500)
            {
                await own.Log.AppendAsync([.. Enumerable.Repeat(KeptVisit.Of("other", at) with { Seat = seat }, 500)], Cancellation);
            }
        }

        SqliteConnection.ClearAllPools();
        await lab.StartAgainAsync();
    }

    private static async Task OpenReplayAsync(LabProcess lab)
    {
        var events = Enumerable.Range(1, OtherEvents).Select(number =>
            $$$"""{"id":{{{number}}},"event":{"kind":"setting","at":"2026-11-24T00:00:00Z","name":"mail.client","value":"b"}}""");
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes($$$"""{"format":"pixellab-replay","version":1,"events":[{{{string.Join(',', events)}}}]}"""));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        form.Add(file, "replay", "replay.json");
        using var reply = await lab.Http.PostAsync(lab.Url("lab", "/replay"), form, Cancellation);
    }

    /// <summary>A line of the table.</summary>
    private sealed record Row(string Fault, int Answered, int Kept, int Lost, int Doubled);

    /// <summary>Hits from several senders at once, each hit sent once and with a number of its own, until a lab hangs up or they are told to stop.</summary>
    private sealed class Senders : IDisposable
    {
        public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

        private const int OfEachLab = 8;

        /// <summary>So that a full disk is full soon, and what waits for it, too.</summary>
        private static readonly string Pad = new('p', 4000);

        private readonly Seat _seat;
        private readonly Task _all;
        private readonly Lock _gate = new();
        private readonly HashSet<string> _answered = [];
        private readonly SemaphoreSlim _answers = new(0);
        private readonly SemaphoreSlim _refusals = new(0);
        private volatile bool _stops;
        private int _next;

        public Senders(Seat seat, IReadOnlyList<LabProcess> labs)
        {
            _seat = seat;
            _all = Task.WhenAll(labs.SelectMany(lab => Enumerable.Range(0, OfEachLab).Select(_ => SendAsync(lab))));
        }

        /// <summary>The numbers of the hits that got their image.</summary>
        public IReadOnlyCollection<string> Answered
        {
            get
            {
                lock (_gate)
                {
                    return [.. _answered];
                }
            }
        }

        /// <summary>Waits for so many more hits that are answered.</summary>
        public Task AnsweredAsync(int count) => TakeAsync(_answers, count);

        /// <summary>Waits for so many more hits that are refused.</summary>
        public Task RefusedAsync(int count) => TakeAsync(_refusals, count);

        public Task StopAsync()
        {
            _stops = true;
            return _all.WaitAsync(Patience, Cancellation);
        }

        /// <inheritdoc />
        public void Dispose()
        {
            _answers.Dispose();
            _refusals.Dispose();
        }

        private static async Task TakeAsync(SemaphoreSlim from, int count)
        {
            for (var taken = 0; taken < count; taken++)
            {
                Assert.True(await from.WaitAsync(Patience, Cancellation), $"Only {taken} of {count} came.");
            }
        }

        private async Task SendAsync(LabProcess lab)
        {
            while (!_stops)
            {
                var number = Interlocked.Increment(ref _next).ToString(CultureInfo.InvariantCulture);
                try
                {
                    using var reply = await lab.Http.GetAsync(lab.Url("metrics", $"{_seat.PixelPath}?n={number}&pad={Pad}"), Cancellation);
                    if (reply.StatusCode != HttpStatusCode.OK)
                    {
                        _refusals.Release();
                        continue;
                    }

                    lock (_gate)
                    {
                        _answered.Add(number);
                    }

                    _answers.Release();
                }
                catch (HttpRequestException)
                {
                    // The lab was killed.
                    return;
                }
            }
        }
    }
}
