using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Tests.Storage;

/// <summary>What every event log promises, wherever it keeps its events.</summary>
public abstract class EventLogTests(Engine engine) : IAsyncLifetime
{
    private static readonly SeatId Other = SeatId.New();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>How many labs share the log.</summary>
    private int Labs => engine.Labs;

    private IEventWriter Writer => WriterOf(0);

    private IEventReader Reader => ReaderOf(0);

    [Fact]
    public async Task Events_get_growing_ids_and_are_read_from_a_cursor_on()
    {
        var kept = await KeepAsync("a", "b", "c", "d");
        await Writer.AppendAsync([Visit("other") with { Seat = Other }], Cancellation);

        Assert.Equal(kept.Select(one => one.Id).Order().Distinct(), kept.Select(one => one.Id));
        Assert.Equal(["a", "b", "c", "d"], Titles(await Reader.ReadAsync(KeptVisit.Seat, 0, 10, Cancellation)));
        Assert.Equal(["b", "c"], Titles(await Reader.ReadAsync(KeptVisit.Seat, kept[0].Id, 2, Cancellation)));
        Assert.Equal(["d", "other"], Titles(await Reader.ReadAsync(null, kept[2].Id, 10, Cancellation)));
        Assert.Empty(await Reader.ReadAsync(SeatId.New(), 0, 10, Cancellation));
    }

    [Fact]
    public async Task An_event_is_found_by_its_own_seat_alone()
    {
        var kept = Assert.Single(await KeepAsync("a"));
        Assert.Equal(kept.Id, (await Reader.FindAsync(KeptVisit.Seat, kept.Id, Cancellation))?.Id);
        Assert.Null(await Reader.FindAsync(Other, kept.Id, Cancellation));
        Assert.Null(await Reader.FindAsync(KeptVisit.Seat, kept.Id + 1, Cancellation));
    }

    [Fact]
    public async Task Events_of_some_kinds_are_read_with_how_far_all_were_looked_at_also_after_another_start()
    {
        await KeepAsync([.. Numbered(0, 600)]);
        var setting = new SettingChanged { At = DateTimeOffset.UtcNow, Seat = KeptVisit.Seat, Name = "blocker", Value = "on" };
        await Writer.AppendAsync([setting, setting with { Value = "off" }, setting with { Seat = Other }], Cancellation);
        await KeepAsync("a");
        for (var start = 0; start < 2; start++)
        {
            var settings = EventKinds.Of(typeof(SettingChanged));
            var read = await Reader.ReadKindsAsync(KeptVisit.Seat, settings, 0, 10, Cancellation);
            Assert.Equal(["on", "off"], read.Events.Cast<SettingChanged>().Select(one => one.Value));
            Assert.False(read.HasMore);
            Assert.True(read.ReadTo >= (await Reader.ReadAsync(KeptVisit.Seat, 0, 1000, Cancellation))[^1].Id);
            Assert.Empty((await Reader.ReadKindsAsync(KeptVisit.Seat, settings, read.ReadTo, 10, Cancellation)).Events);

            var first = await Reader.ReadKindsAsync(KeptVisit.Seat, settings, 0, 1, Cancellation);
            Assert.Equal("on", Assert.IsType<SettingChanged>(Assert.Single(first.Events)).Value);
            Assert.True(first.HasMore);
            var rest = await Reader.ReadKindsAsync(KeptVisit.Seat, settings, first.ReadTo, 10, Cancellation);
            Assert.Equal("off", Assert.IsType<SettingChanged>(Assert.Single(rest.Events)).Value);

            // Together with a kind that every page brings.
            var both = await Reader.ReadKindsAsync(KeptVisit.Seat, settings.And(EventKinds.Of(typeof(Visit))), 0, 1000, Cancellation);
            Assert.Equal(603, both.Events.Count);
            await engine.OpenAgainAsync();
        }
    }

    [Fact]
    public async Task A_follower_gets_what_was_and_then_what_comes_each_once_and_in_order()
    {
        var kept = await KeepAsync([.. Numbered(0, 700)]);
        await using var follower = Follow(KeptVisit.Seat, kept[9].Id);
        var seen = await TakeAsync(follower, 690);
        for (var i = 700; i < 710; i++)
        {
            await KeepAsync($"{i}");
        }

        seen.AddRange(await TakeAsync(follower, 10));
        Assert.Equal(Numbered(10, 700), Titles(seen));
        Assert.Equal(seen.Select(one => one.Id).Order(), seen.Select(one => one.Id));
    }

    [Fact]
    public async Task Of_a_quiet_seat_nothing_is_missed_however_much_others_have_between()
    {
        await KeepAsync("before the start");
        await engine.OpenAgainAsync();
        await using var early = Follow(KeptVisit.Seat, 0);
        await TakeAsync(early, 1);
        var first = Assert.Single(await KeepAsync("a"));
        await KeepOfOtherAsync(700);
        var second = Assert.Single(await KeepAsync("b"));
        await KeepOfOtherAsync(700);
        await KeepAsync("c");

        Assert.Equal(["a", "b", "c"], Titles(await TakeAsync(early, 3)));
        foreach (var (after, rest) in new[] { (0L, new[] { "before the start", "a", "b", "c" }), (first.Id - 1, ["a", "b", "c"]), (first.Id, ["b", "c"]), (second.Id, ["c"]) })
        {
            await using var follower = Follow(KeptVisit.Seat, after);
            Assert.Equal(rest, Titles(await TakeAsync(follower, rest.Length)));
            Assert.Equal(rest, Titles(await Reader.ReadAsync(KeptVisit.Seat, after, 100, Cancellation)));
        }

        Assert.Empty(await Reader.ReadAsync(KeptVisit.Seat, Reader.LastId, 100, Cancellation));
        Assert.Empty(await Reader.ReadAsync(SeatId.New(), 0, 100, Cancellation));

        async Task KeepOfOtherAsync(int count) =>
            await Writer.AppendAsync([.. Numbered(0, count).Select(title => Visit(title) with { Seat = Other })], Cancellation);
    }

    [Fact]
    public async Task A_follower_is_given_large_events_a_few_at_a_time()
    {
        const int Letters = 100_000;
        await KeepAsync([.. Numbered(0, 12).Select(number => number + new string('x', Letters))]);
        await engine.OpenAgainAsync();
        var seen = new List<LabEvent>();
        await foreach (var batch in Reader.FollowAsync(KeptVisit.Seat, default, Cancellation))
        {
            Assert.InRange(batch.Events.Count, 1, (MemoryLimits.FollowedBytes / Letters) + 1);
            seen.AddRange(batch.Events);
            if (seen.Count == 12)
            {
                break;
            }
        }

        Assert.Equal(Numbered(0, 12), Titles(seen).Select(title => title.TrimEnd('x')));
    }

    [Fact]
    public async Task A_cursor_beyond_the_end_is_of_another_log_and_begins_anew()
    {
        await KeepAsync("a", "b");
        await using var follower = Follow(KeptVisit.Seat, 1_000_000);
        await BeginsAnewAsync(follower);
        Assert.Equal(["a", "b"], Titles(await TakeAsync(follower, 2)));
    }

    [Fact]
    public async Task A_cursor_of_an_older_log_begins_anew_and_says_so_although_its_place_is_in_this_one_too()
    {
        await KeepAsync([.. Numbered(0, 100)]);
        var old = Reader.End;
        await engine.OpenEmptyAsync();
        await KeepAsync([.. Numbered(0, 150)]);
        Assert.Equal((100, 150), (old.Id, Reader.End.Id));

        foreach (var seat in new SeatId?[] { KeptVisit.Seat, null })
        {
            await using var follower = Reader.FollowAsync(seat, old, Cancellation).GetAsyncEnumerator(Cancellation);
            await BeginsAnewAsync(follower);
            Assert.Equal(Numbered(0, 150), Titles(await TakeAsync(follower, 150)));
        }

        var page = await Reader.ReadFromAsync(KeptVisit.Seat, old, 3, Cancellation);
        Assert.True(page.IsAnew);
        Assert.Equal(["0", "1", "2"], Titles(page.Events));
        page = await Reader.ReadFromAsync(KeptVisit.Seat, page.After(page.Events[^1]), 3, Cancellation);
        Assert.False(page.IsAnew);
        Assert.Equal(["3", "4", "5"], Titles(page.Events));
    }

    [Fact]
    public async Task Of_a_log_that_is_brought_back_from_a_copy_a_cursor_from_before_the_copy_goes_on_and_a_later_one_begins_anew()
    {
        await KeepAsync([.. Numbered(0, 100)]);
        var copied = Reader.End;
        Cursor lost = default;
        await engine.BringBackAfterAsync(async () =>
        {
            await KeepAsync([.. Numbered(0, 50).Select(number => "lost " + number)]);
            lost = Reader.End;
        });
        await KeepAsync([.. Numbered(100, 60)]);
        Assert.Equal((150, 160), (lost.Id, Reader.End.Id));

        await using var goesOn = Reader.FollowAsync(KeptVisit.Seat, copied, Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.Equal(Numbered(100, 60), Titles(await TakeAsync(goesOn, 60)));
        await using var anew = Reader.FollowAsync(KeptVisit.Seat, lost, Cancellation).GetAsyncEnumerator(Cancellation);
        await BeginsAnewAsync(anew);
        Assert.Equal(Numbered(0, 160), Titles(await TakeAsync(anew, 160)));
    }

    [Fact]
    public async Task A_cursor_goes_on_over_every_start_that_is_remembered()
    {
        var kept = await KeepAsync("a");
        var cursors = new List<Cursor> { Reader.End };
        for (var start = 0; start < 3; start++)
        {
            await engine.OpenAgainAsync();
            cursors.Add(Reader.End);
        }

        await KeepAsync("b");
        Assert.All(cursors, cursor => Assert.Equal(kept[0].Id, cursor.Id));
        foreach (var cursor in cursors.Append(new Cursor(kept[0].Id)))
        {
            await using var follower = Reader.FollowAsync(KeptVisit.Seat, cursor, Cancellation).GetAsyncEnumerator(Cancellation);
            Assert.Equal(["b"], Titles(await TakeAsync(follower, 1)));
        }
    }

    [Fact]
    public async Task An_erased_seat_is_gone_its_followers_are_told_and_its_ids_never_come_again()
    {
        var kept = await KeepAsync("a", "b");
        await Writer.AppendAsync([Visit("other") with { Seat = Other }], Cancellation);
        await using var follower = Follow(KeptVisit.Seat, 0);
        await TakeAsync(follower, 2);
        var erasures = Reader.Erasures;

        Assert.Equal(2, await Writer.EraseAsync(KeptVisit.Seat, Cancellation));
        var told = Assert.IsType<SeatErased>(Assert.Single(await TakeAsync(follower, 1)));
        Assert.Equal(KeptVisit.Seat, told.Seat);
        Assert.True(told.Id >= kept[1].Id);
        Assert.Empty(await Reader.ReadAsync(KeptVisit.Seat, 0, 10, Cancellation));
        Assert.Null(await Reader.FindAsync(KeptVisit.Seat, kept[0].Id, Cancellation));
        Assert.Equal(["other"], Titles(await Reader.ReadAsync(null, 0, 10, Cancellation)));
        Assert.True(Reader.Erasures > erasures);

        var next = Assert.Single(await KeepAsync("c"));
        Assert.True(next.Id > told.Id);
        Assert.Equal(["c"], Titles(await TakeAsync(follower, 1)));
    }

    [Fact]
    public async Task What_is_kept_right_after_an_erasure_reaches_every_follower_at_every_lab_after_it()
    {
        const int Rounds = 60;
        await KeepAsync("begin");
        var followers = (from lab in Enumerable.Range(0, Labs)
                         from seat in new SeatId?[] { KeptVisit.Seat, null }
                         select ReaderOf(lab).FollowAsync(seat, default, Cancellation).GetAsyncEnumerator(Cancellation)).ToList();
        await Task.WhenAll(followers.Select(follower => TakeAsync(follower, 1)));
        var following = followers.Select(follower => Task.Run(() => TakeToAsync(follower, $"new {Rounds}"))).ToList();
        var before = new long[Rounds + 1];
        for (var round = 1; round <= Rounds; round++)
        {
            var here = WriterOf(round % Labs);
            before[round] = (await here.AppendAsync([Visit($"old {round}")], Cancellation))[0].Id;
            await WriterOf((round / 2) % Labs).EraseAsync(KeptVisit.Seat, Cancellation);
            await here.AppendAsync([Visit($"new {round}")], Cancellation);
        }

        foreach (var seen in await Task.WhenAll(following).WaitAsync(TimeSpan.FromSeconds(60), Cancellation))
        {
            long erased = 0;
            foreach (var one in seen)
            {
                Assert.True(one.Id > erased || (one is SeatErased && one.Id == erased), $"{one} came after it was erased up to {erased}.");
                if (one is SeatErased)
                {
                    erased = one.Id;
                }
                else if (one is Visit visit && visit.Title.Split(' ') is ["new", var round])
                {
                    Assert.True(erased >= before[int.Parse(round, CultureInfo.InvariantCulture)], $"{visit.Title} came before the erasure was told.");
                }
            }
        }
    }

    [Fact]
    public async Task A_follower_of_every_seat_that_is_behind_loses_nothing_when_somebody_elses_seat_is_erased()
    {
        await KeepAsync([.. Numbered(0, 600)]);
        await using var follower = Follow(null, 0);
        Assert.True(await follower.MoveNextAsync());
        var seen = follower.Current.Events.ToList();
        Assert.InRange(seen.Count, 1, 599);

        await Writer.AppendAsync([Visit("other") with { Seat = Other }], Cancellation);
        await Writer.EraseAsync(Other, Cancellation);
        while (seen.OfType<Visit>().Count(one => one.Seat == KeptVisit.Seat) < 600 || !seen.OfType<SeatErased>().Any())
        {
            Assert.True(await follower.MoveNextAsync());
            seen.AddRange(follower.Current.Events);
        }

        Assert.Equal(Numbered(0, 600), Titles(seen.Where(one => one.Seat == KeptVisit.Seat)));
        Assert.Equal(Other, Assert.Single(seen.OfType<SeatErased>()).Seat);
    }

    [Fact]
    public async Task What_is_too_old_goes_and_what_is_not_stays()
    {
        var now = DateTimeOffset.UtcNow;
        await Writer.AppendAsync(
            [Visit("old", now.AddHours(-3)), Visit("replayed", now.AddHours(-3)) with { KeptSince = now }, Visit("new", now)], Cancellation);
        Assert.Equal(1, await Writer.ExpireAsync(now.AddHours(-2), Cancellation));
        Assert.Equal(0, await Writer.ExpireAsync(now.AddHours(-2), Cancellation));
        Assert.Equal(["replayed", "new"], Titles(await Reader.ReadAsync(KeptVisit.Seat, 0, 10, Cancellation)));
    }

    [Fact]
    public async Task What_is_due_goes_whatever_was_kept_before_it_and_a_date_to_come_is_today()
    {
        var now = DateTimeOffset.UtcNow;
        await Writer.AppendAsync([.. Numbered(0, 2500).Select(number => Visit(number, now.AddDays(10)))], Cancellation);
        await Writer.AppendAsync([.. Numbered(0, 100).Select(_ => Visit("old", now.AddHours(-30)))], Cancellation);
        await Writer.AppendAsync([Visit("replayed", now.AddHours(-30)) with { KeptSince = now.AddDays(10) }], Cancellation);

        Assert.Equal(100, await ExpireAllAsync(now.AddHours(-24)));
        Assert.Equal([.. Numbered(0, 2500), "replayed"], Titles(await Reader.ReadAsync(KeptVisit.Seat, 0, 10_000, Cancellation)));
        Assert.Equal(2501, await ExpireAllAsync(DateTimeOffset.UtcNow.AddMilliseconds(1)));
        Assert.Empty(await Reader.ReadAsync(KeptVisit.Seat, 0, 10, Cancellation));
    }

    [Fact]
    public async Task Every_lab_that_has_read_knows_which_seats_lost_events_and_which_did_not()
    {
        var now = DateTimeOffset.UtcNow;
        var expiring = SeatId.New();
        await KeepAsync("a", "b");
        await Writer.AppendAsync([Visit("other") with { Seat = Other }, Visit("old", now.AddHours(-3)) with { Seat = expiring }], Cancellation);
        var since = await EverywhereAsync(reader => reader.Erasures);

        await Writer.EraseAsync(Other, Cancellation);
        Assert.All(await EverywhereAsync(reader => (reader.HasLost(Other, since[0]), reader.HasLost(expiring, since[0]))), lost => Assert.Equal((true, false), lost));

        await Writer.ExpireAsync(now.AddHours(-2), Cancellation);
        Assert.All(await EverywhereAsync(reader => reader.HasLost(expiring, since[0])), Assert.True);
        Assert.All(await EverywhereAsync(reader => reader.HasLost(KeptVisit.Seat, since[0])), Assert.False);

        var then = await EverywhereAsync(reader => reader.Erasures);
        await Writer.EraseAsync(SeatId.New(), Cancellation);
        Assert.Equal(then, await EverywhereAsync(reader => reader.Erasures));

        await Writer.EraseAsync(KeptVisit.Seat, Cancellation);
        Assert.All(await EverywhereAsync(reader => reader.HasLost(KeptVisit.Seat, then[0])), Assert.True);
        Assert.All(await EverywhereAsync(reader => reader.HasLost(Other, then[0])), Assert.False);
    }

    [Fact]
    public async Task However_many_seats_lose_events_while_a_lab_does_not_look_it_knows_each_of_them()
    {
        var seats = Enumerable.Range(0, 5000).Select(_ => SeatId.New()).ToList();
        var old = DateTimeOffset.UtcNow.AddHours(-3);
        await Writer.AppendAsync([Visit("kept"), .. seats.Select(seat => Visit("old", old) with { Seat = seat })], Cancellation);
        var since = (await EverywhereAsync(reader => reader.Erasures))[0];

        while (await Writer.ExpireAsync(old.AddHours(1), Cancellation) > 0)
        {
        }

        Assert.All(await EverywhereAsync(reader => seats.Count(seat => reader.HasLost(seat, since))), lost => Assert.Equal(seats.Count, lost));
        Assert.All(await EverywhereAsync(reader => reader.HasLost(KeptVisit.Seat, since)), Assert.False);
    }

    [Fact]
    public async Task What_this_version_cannot_read_is_passed_over_by_everybody_and_counted_once()
    {
        var kept = await KeepAsync([.. Numbered(0, 700)]);
        for (var place = 100; place < 500; place++)
        {
            await engine.RewriteAsync(kept[place].Id, "{\"kind\":\"of-next-year\",\"at\":\"2027-01-01T00:00:00Z\"}");
        }

        await engine.OpenAgainAsync();

        // A lab that was still taking in what was kept may have met them before.
        var said = engine.Said.Count;
        string[] known = [.. Numbered(0, 100), .. Numbered(500, 200)];
        Assert.Equal(known, Titles(await Reader.ReadAsync(KeptVisit.Seat, 0, 1000, Cancellation)));
        Assert.Equal(["99", "500", "501"], Titles(await Reader.ReadAsync(KeptVisit.Seat, kept[98].Id, 3, Cancellation)));
        Assert.Null(await Reader.FindAsync(KeptVisit.Seat, kept[200].Id, Cancellation));
        await using var follower = Follow(KeptVisit.Seat, 0);
        Assert.Equal(known, Titles(await TakeAsync(follower, known.Length)));
        await KeepAsync("new");
        Assert.Equal(["new"], Titles(await TakeAsync(follower, 1)));
        Assert.Equal([1, 10, 100], engine.Said.Skip(said).Where(line => line.Contains("can read", StringComparison.Ordinal)).Select(line => int.Parse(line.Split(' ')[0], CultureInfo.InvariantCulture)));
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        await engine.OpenAsync();

        // Open before anything is kept, as they are in a lab that runs.
        _ = Enumerable.Range(0, Labs).Select(ReaderOf).ToList();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return engine.DisposeAsync();
    }

    private async Task<long> ExpireAllAsync(DateTimeOffset before)
    {
        long all = 0;
        long some;
        do
        {
            some = await Writer.ExpireAsync(before, Cancellation);
            all += some;
        }
        while (some > 0);
        return all;
    }

    private IEventWriter WriterOf(int lab) => engine.Of<IEventWriter>(lab);

    private IEventReader ReaderOf(int lab) => engine.Of<IEventReader>(lab);

    /// <summary>What each lab says once it has read.</summary>
    private async Task<List<T>> EverywhereAsync<T>(Func<IEventReader, T> ask)
    {
        var said = new List<T>();
        for (var lab = 0; lab < Labs; lab++)
        {
            await ReaderOf(lab).ReadAsync(KeptVisit.Seat, 0, 1, Cancellation);
            said.Add(ask(ReaderOf(lab)));
        }

        return said;
    }

    private static Visit Visit(string title, DateTimeOffset? at = null) => KeptVisit.Of(title, at ?? DateTimeOffset.UtcNow);

    private static IEnumerable<string> Numbered(int from, int count) => Enumerable.Range(from, count).Select(number => $"{number}");

    private static IEnumerable<string> Titles(IEnumerable<LabEvent> events) => events.OfType<Visit>().Select(visit => visit.Title);

    private Task<IReadOnlyList<LabEvent>> KeepAsync(params string[] titles) =>
        Writer.AppendAsync([.. titles.Select(title => Visit(title))], Cancellation);

    private IAsyncEnumerator<EventBatch> Follow(SeatId? seat, long after) =>
        Reader.FollowAsync(seat, new Cursor(after), Cancellation).GetAsyncEnumerator(Cancellation);

    private static async Task BeginsAnewAsync(IAsyncEnumerator<EventBatch> follower)
    {
        Assert.True(await follower.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancellation));
        Assert.True(follower.Current.IsAnew);
        Assert.Empty(follower.Current.Events);
    }

    private static async Task<List<LabEvent>> TakeAsync(IAsyncEnumerator<EventBatch> follower, int count)
    {
        var taken = new List<LabEvent>();
        while (taken.Count < count && await follower.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancellation))
        {
            Assert.False(follower.Current.IsAnew);
            taken.AddRange(follower.Current.Events);
        }

        Assert.Equal(count, taken.Count);
        return taken;
    }

    /// <summary>What a follower is given, up to a visit.</summary>
    private static async Task<List<LabEvent>> TakeToAsync(IAsyncEnumerator<EventBatch> follower, string title)
    {
        var taken = new List<LabEvent>();
        while (!Titles(taken).Contains(title) && await follower.MoveNextAsync())
        {
            taken.AddRange(follower.Current.Events);
        }

        await follower.DisposeAsync();
        return taken;
    }
}

/// <summary>The log in a folder.</summary>
public sealed class SqliteEventLogTests() : EventLogTests(new SqliteEngine());

/// <summary>The log on a Redis server, which two labs share.</summary>
public sealed class RedisEventLogTests() : EventLogTests(new RedisEngine());
