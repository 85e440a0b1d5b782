using System.Text;
using Microsoft.Data.Sqlite;
using PixelLab.Core.Events;
using PixelLab.Web.Storage.Sqlite;

namespace PixelLab.Web.Tests.Storage;

/// <summary>Erasing reaches the files, whoever else has them open.</summary>
public sealed class ErasureTests : IDisposable
{
    private const string Marker = "marker-of-a-person-who-wants-to-be-forgotten";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pixellab-test-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_others_follow_the_log_nothing_of_an_erased_seat_is_left_in_the_files()
    {
        await using var own = new OwnLog(_data);
        var log = own.Log;
        for (var i = 0; i < 40; i++)
        {
            await log.AppendAsync([.. Enumerable.Range(0, 500).Select(_ => KeptVisit.Of(Marker, DateTimeOffset.UtcNow))], Cancellation);
        }

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var reading = new TaskCompletionSource();
        var readers = Enumerable.Range(0, 4).Select(_ => ReadAgainAndAgainAsync(log, reading, enough.Token)).ToList();
        await reading.Task.WaitAsync(Cancellation);
        await log.EraseAsync(KeptVisit.Seat, Cancellation);
        await FilesForgetAsync(Marker);
        await enough.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task What_a_killed_process_left_in_the_files_goes_at_the_next_start()
    {
        var left = _data.CreateSubdirectory("left");
        await using (var own = new OwnLog(_data))
        {
            var log = own.Log;
            await log.AppendAsync([KeptVisit.Of(Marker, DateTimeOffset.UtcNow)], Cancellation);
            await MovedAsync(log);
            await using var reader = await OpenAsync();
            await using var transaction = reader.BeginTransaction(deferred: true);
            await CountAsync(reader);
            await log.EraseAsync(KeptVisit.Seat, Cancellation);

            // What would be on the disk if the process ended here.
            foreach (var file in _data.EnumerateFiles("events.db*").Where(file => !file.Name.EndsWith("-shm", StringComparison.Ordinal)))
            {
                file.CopyTo(Path.Combine(left.FullName, file.Name));
            }
        }

        Assert.True(FilesHold(left, Marker));
        await using var ownAgain = new OwnLog(left);
        var again = ownAgain.Log;

        // The clean-up with which each start begins; nothing is old enough for it.
        await again.ExpireAsync(DateTimeOffset.UnixEpoch, Cancellation);
        Assert.False(FilesHold(left, Marker));
    }

    [Fact]
    public async Task What_a_reader_kept_in_the_files_goes_once_the_reader_is_gone()
    {
        await using var own = new OwnLog(_data);
        var log = own.Log;
        await log.AppendAsync([KeptVisit.Of(Marker, DateTimeOffset.UtcNow)], Cancellation);
        await MovedAsync(log);

        await using (var reader = await OpenAsync())
        await using (reader.BeginTransaction(deferred: true))
        {
            Assert.Equal(1L, await CountAsync(reader));

            // The reader sees the log as it was, so its bytes cannot be taken away from under it.
            await log.EraseAsync(KeptVisit.Seat, Cancellation);
            Assert.Empty(await log.ReadAsync(KeptVisit.Seat, 0, 10, Cancellation));
            Assert.True(FilesHold(_data, Marker));
        }

        // Nobody asks for it: the log owes it and comes back to it by itself.
        await FilesForgetAsync(Marker);
    }

    [Fact]
    public async Task What_has_not_reached_the_database_is_erased_too()
    {
        var left = _data.CreateSubdirectory("left");
        await using (var own = new OwnLog(_data))
        {
            var log = own.Log;
            await using var other = await OpenAsync();
            Task<long> erasing;
            await using (other.BeginTransaction(deferred: false))
            {
                // Nothing gets into the database as long as somebody else writes to it.
                await log.AppendAsync([KeptVisit.Of(Marker, DateTimeOffset.UtcNow)], Cancellation);
                Assert.True(FilesHold(_data, Marker));
                erasing = log.EraseAsync(KeptVisit.Seat, Cancellation);
            }

            Assert.Equal(1, await erasing);
            await FilesForgetAsync(Marker);
            _data.CopyFilesTo(left);
        }

        await using var ownAgain = new OwnLog(left);
        var again = ownAgain.Log;
        Assert.Empty(await again.ReadAsync(null, 0, 10, Cancellation));
    }

    [Fact]
    public async Task What_was_erased_takes_no_space_in_the_files_any_more()
    {
        await using var own = new OwnLog(_data);
        var log = own.Log;
        var stays = KeptVisit.Of("stays", DateTimeOffset.UtcNow) with { Seat = SeatId.New() };
        for (var i = 0; i < 60; i++)
        {
            await log.AppendAsync([.. Enumerable.Range(0, 100).Select(_ => KeptVisit.Of(new string('x', 8000), DateTimeOffset.UtcNow)), stays], Cancellation);
        }

        await MovedAsync(log);
        Assert.InRange(DatabaseBytes(), 48_000_000, long.MaxValue);
        await log.EraseAsync(KeptVisit.Seat, Cancellation);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (DatabaseBytes() > 8_000_000)
        {
            Assert.False(patience.IsCancellationRequested, "The files are as large as before.");
            await Task.Yield();
            _data.Refresh();
        }

        Assert.Equal(60, (await log.ReadAsync(stays.Seat, 0, 100, Cancellation)).Count);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }

    private long DatabaseBytes() => _data.EnumerateFiles("events.db*").Sum(file => file.Length);

    private static async Task ReadAgainAndAgainAsync(SqliteEventLog log, TaskCompletionSource reading, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            await Task.Yield();
            for (long after = 0; await log.ReadAsync(null, after, 1000, CancellationToken.None) is [.., var last]; after = last.Id)
            {
                reading.TrySetResult();
            }
        }
    }

    /// <summary>Waits until everything that was kept is in the database; nothing is old enough for this clean-up.</summary>
    private static Task<long> MovedAsync(SqliteEventLog log) => log.ExpireAsync(DateTimeOffset.UnixEpoch, Cancellation);

    private async Task FilesForgetAsync(string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while (FilesHold(_data, text))
        {
            Assert.False(patience.IsCancellationRequested, "The files still hold what was erased.");
            await Task.Yield();
        }
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection($"Data Source={_data.EnumerateFiles("*.db").Single().FullName};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<object?> CountAsync(SqliteConnection reader)
    {
        await using var read = reader.CreateCommand();
        read.CommandText = "SELECT count(*) FROM events";
        return await read.ExecuteScalarAsync(Cancellation);
    }

    private static bool FilesHold(DirectoryInfo folder, string text)
    {
        var wanted = Encoding.ASCII.GetBytes(text);
        return folder.EnumerateFiles().Any(file =>
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(wanted) >= 0;
        });
    }
}
