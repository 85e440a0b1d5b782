using System.Text.Json;
using Microsoft.Data.Sqlite;
using PixelLab.Core.Events;

namespace PixelLab.Web.Tests.Storage;

/// <summary>What was kept is there again after the process was killed, whether it had reached the database or not.</summary>
public sealed class JournalTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pixellab-test-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_had_not_reached_the_database_is_taken_over_by_the_next_start()
    {
        var left = _data.CreateSubdirectory("left");
        IReadOnlyList<LabEvent> first;
        IReadOnlyList<LabEvent> second;
        await using (var own = new OwnLog(_data))
        {
            var log = own.Log;
            await log.AppendAsync([Named("moved")], Cancellation);
            await log.ExpireAsync(DateTimeOffset.UnixEpoch, Cancellation);
            await using var other = await OpenAsync(_data);
            await using var writing = other.BeginTransaction(deferred: false);
            first = await log.AppendAsync([Named("first"), Named("\"second\" \u00e9\u4e2d & <third>")], Cancellation);
            second = await log.AppendAsync([Named("last")], Cancellation);
            _data.CopyFilesTo(left);
        }

        await using var ownAgain = new OwnLog(left);
        var again = ownAgain.Log;
        var kept = await again.ReadAsync(KeptVisit.Seat, 0, 10, Cancellation);
        Assert.Equal(["moved", "first", "\"second\" \u00e9\u4e2d & <third>", "last"], Titles(kept));
        Assert.Equal(first.Concat(second).Select(labEvent => labEvent.Id), kept.Skip(1).Select(labEvent => labEvent.Id));
        Assert.Equal(3, again.TakenOver);
        Assert.Equal(kept[^1].Id + 1, (await again.AppendAsync([Named("new")], Cancellation))[0].Id);
    }

    [Fact]
    public async Task An_entry_whose_writing_broke_off_is_left_out_and_those_before_it_are_not()
    {
        var left = _data.CreateSubdirectory("left");
        await using (var own = new OwnLog(_data))
        {
            var log = own.Log;
            await using var other = await OpenAsync(_data);
            await using var writing = other.BeginTransaction(deferred: false);
            await log.AppendAsync([Named("whole")], Cancellation);
            await log.AppendAsync([Named("broken off"), Named("as well")], Cancellation);
            _data.CopyFilesTo(left);
        }

        var journal = left.EnumerateFiles("events.journal-*").MaxBy(file => file.Length)!;
        var used = journal.UsedLength();
        using (var file = journal.Open(FileMode.Open))
        {
            file.SetLength(used - 20);
        }

        await using var ownAgain = new OwnLog(left);
        var again = ownAgain.Log;
        Assert.Equal(["whole"], Titles(await again.ReadAsync(KeptVisit.Seat, 0, 10, Cancellation)));
    }

    [Fact]
    public async Task Every_event_is_read_once_and_in_order_while_others_are_kept_and_moved()
    {
        const int Events = 20_000;
        await using var own = new OwnLog(_data);
        var log = own.Log;
        var writing = Task.Run(
            async () =>
            {
                for (var i = 0; i < Events; i++)
                {
                    await log.AppendAsync([Named("one of many")], Cancellation);
                }
            },
            Cancellation);
        var ids = new List<long>();
        await foreach (var batch in log.FollowAsync(KeptVisit.Seat, default, Cancellation))
        {
            ids.AddRange(batch.Events.Select(labEvent => labEvent.Id));
            if (ids.Count >= Events)
            {
                break;
            }
        }

        await writing;
        Assert.Equal(Enumerable.Range(1, Events).Select(id => (long)id), ids);

        // From the file as well, far behind what is held in memory.
        Assert.Equal(ids.Take(500), (await log.ReadAsync(KeptVisit.Seat, 0, 500, Cancellation)).Select(labEvent => labEvent.Id));
    }

    [Fact]
    public async Task What_the_database_would_not_take_is_moved_later_in_order_and_once()
    {
        await using var own = new OwnLog(_data);
        var log = own.Log;
        await using var other = await OpenAsync(_data);
        await RunAsync(other, "CREATE TRIGGER refuse BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'refused by a test'); END");
        await log.AppendAsync([Named("first"), Named("second")], Cancellation);
        await Assert.ThrowsAsync<EventLogException>(() => log.ExpireAsync(DateTimeOffset.UnixEpoch, Cancellation));
        await log.AppendAsync([Named("third")], Cancellation);
        await Assert.ThrowsAsync<EventLogException>(() => log.ExpireAsync(DateTimeOffset.UnixEpoch, Cancellation));
        await log.AppendAsync([Named("fourth")], Cancellation);
        await RunAsync(other, "DROP TRIGGER refuse");
        await log.ExpireAsync(DateTimeOffset.UnixEpoch, Cancellation);

        await using var command = other.CreateCommand();
        command.CommandText = "SELECT group_concat(json_extract(body, '$.title'), ' ') FROM (SELECT body FROM events ORDER BY id)";
        Assert.Equal("first second third fourth", await command.ExecuteScalarAsync(Cancellation));
        Assert.Equal(["first", "second", "third", "fourth"], Titles(await log.ReadAsync(KeptVisit.Seat, 0, 10, Cancellation)));
    }

    [Fact]
    public async Task A_log_of_an_earlier_version_is_read_and_continued()
    {
        var old = KeptVisit.Of("R&D <\u00e9> \"old\" +'", DateTimeOffset.UtcNow);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(_data.FullName, "events.db")};Pooling=False"))
        {
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                PRAGMA page_size = 8192;
                PRAGMA journal_mode = WAL;
                CREATE TABLE events (id INTEGER PRIMARY KEY, seat TEXT NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL);
                CREATE INDEX events_by_seat ON events (seat);
                CREATE TABLE facts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
                INSERT INTO facts VALUES ('last_id', 7);
                INSERT INTO events VALUES (5, $seat, $at, $body);
                """;
            command.Parameters.AddWithValue("$seat", KeptVisit.Seat.Value);
            command.Parameters.AddWithValue("$at", old.At.ToUnixTimeMilliseconds());
            command.Parameters.AddWithValue("$body", JsonSerializer.SerializeToUtf8Bytes(old, LabEventJson.Default.LabEvent));
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        await using var own = new OwnLog(_data);
        var log = own.Log;
        Assert.Equal(8, (await log.AppendAsync([Named("new")], Cancellation))[0].Id);
        var kept = await log.ReadAsync(KeptVisit.Seat, 0, 10, Cancellation);
        Assert.Equal([old.Title, "new"], Titles(kept));
        Assert.Equal([5, 8], kept.Select(labEvent => labEvent.Id));
    }

    [Fact]
    public async Task A_second_log_in_the_same_folder_is_refused()
    {
        await using (new OwnLog(_data))
        {
            Assert.Throws<SqliteException>(() => new OwnLog(_data));
        }

        await using var ownAfter = new OwnLog(_data);
        var after = ownAfter.Log;
        Assert.Equal(0, after.LastId);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }

    private static Visit Named(string title) => KeptVisit.Of(title, DateTimeOffset.UtcNow);

    private static IEnumerable<string> Titles(IReadOnlyList<LabEvent> events) => events.OfType<Visit>().Select(visit => visit.Title);

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<SqliteConnection> OpenAsync(DirectoryInfo folder)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "events.db")};Pooling=False");
        await connection.OpenAsync(Cancellation);
        return connection;
    }
}
