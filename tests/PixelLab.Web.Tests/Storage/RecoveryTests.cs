using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using PixelLab.Core.Events;

namespace PixelLab.Web.Tests.Storage;

/// <summary>What a damaged journal still holds is there again, and what it does not is told.</summary>
public sealed class RecoveryTests : IDisposable
{
    private const int Kept = 1652;

    /// <summary>Where the entries of a journal begin.</summary>
    private const int Begin = 8;

    /// <summary>What stands behind the last entry.</summary>
    private static ReadOnlySpan<byte> End => "\0\0\0\0PXLE"u8;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pixellab-test-");
    private readonly DirectoryInfo _left;

    public RecoveryTests() => _left = _data.CreateSubdirectory("left");

    /// <summary>What befalls a journal of entries that are all as long, and what is left of them.</summary>
    public static TheoryData<string, Action<FileStream, int>, int, string> Damages => new()
    {
        { "a bit of a body in the middle", (file, entry) => Flip(file, Begin + (entry * 826) + (entry / 2)), Kept - 1, "recovered 1651, about 1 unreadable" },
        { "a bit of the first length", (file, _) => Flip(file, Begin), Kept, "recovered 1652, about 0 unreadable" },
        { "a high bit of the first length", (file, _) => Flip(file, Begin + 3), Kept, "recovered 1652, about 0 unreadable" },
        { "a bit of an id", (file, entry) => Flip(file, Begin + (entry * 10) + 9), Kept - 1, "recovered 1651, about 1 unreadable" },
        { "cut within an entry", (file, entry) => file.SetLength(Begin + (entry * 826) + 100), 826, "recovered 826, about 1 unreadable" },
        { "cut between two entries", (file, entry) => file.SetLength(Begin + (entry * 826)), 826, "recovered 826, about 1 unreadable" },
        { "its tail emptied", (file, entry) => Empty(file, Begin + (entry * 826), entry * 826), 826, "recovered 826, about 826 unreadable" },
        { "its beginning emptied", (file, entry) => Empty(file, 0, Begin + (entry * 826)), 826, "recovered 826, about 826 unreadable" },
        { "a hole in the middle", (file, entry) => Empty(file, Begin + (entry * 400) + 7, entry * 2), Kept - 3, "recovered 1649, about 3 unreadable" },
        { "a bit of the file's head", (file, _) => Flip(file, 0), Kept, "recovered 1652, about 0 unreadable" },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Damages), DisableDiscoveryEnumeration = true)]
    public async Task Whatever_befalls_a_journal_the_rest_is_recovered_and_told_and_no_id_is_given_twice(
        string what, Action<FileStream, int> damage, int recovered, string told)
    {
        var journal = await LeaveAsync(Kept);
        var entry = journal.UsedLength() / Kept;
        Damage(journal, file => damage(file, entry));
        var damaged = await File.ReadAllBytesAsync(journal.FullName, Cancellation);

        long next;
        await using (var own = new OwnLog(_left))
        {
            var found = await own.Log.ReadAsync(KeptVisit.Seat, 0, 10_000, Cancellation);
            Assert.True(recovered == found.Count, $"{what}: {found.Count}");
            Assert.Equal(Titles(found), found.Select(one => Title(one.Id)));
            Assert.Equal(found[^1].Id, own.Holdings.LastOf(KeptVisit.Seat));
            var (level, words) = Assert.Single(own.Said.Lines);
            Assert.Equal(LogLevel.Warning, level);
            Assert.Equal($"recovered {own.State.Recovery?.Events}, about {own.State.Recovery?.Unreadable} unreadable", told);
            Assert.Contains(told, words, StringComparison.Ordinal);
            var aside = Assert.Single(_left.EnumerateFiles("events.damaged-*"));
            Assert.Contains(aside.Name, words, StringComparison.Ordinal);
            Assert.Equal(damaged, await File.ReadAllBytesAsync(aside.FullName, Cancellation));
        }

        await using (var again = new OwnLog(_left))
        {
            Assert.Empty(again.Said.Lines);
            next = (await again.Log.AppendAsync([KeptVisit.Of("new", DateTimeOffset.UtcNow)], Cancellation))[0].Id;
            Assert.True(next > Kept, $"{what}: {next}");
        }
    }

    [Fact]
    public async Task A_whole_journal_is_taken_over_with_one_line_and_an_empty_one_without()
    {
        await LeaveAsync(Kept);
        await using (var own = new OwnLog(_left))
        {
            var (level, words) = Assert.Single(own.Said.Lines);
            Assert.Equal(LogLevel.Information, level);
            Assert.Contains("recovered 1652, 0 unreadable", words, StringComparison.Ordinal);
            Assert.Equal(Kept, own.Log.LastId);
        }

        await using var again = new OwnLog(_left);
        Assert.Empty(again.Said.Lines);
        Assert.Equal(Kept, again.Log.LastId);
        Assert.Empty(_left.EnumerateFiles("events.damaged-*"));
    }

    /// <summary>Behind the new entry stands a rest of an older one, or an older one that has lost nothing but its length to the end.</summary>
    [Theory]
    [InlineData(2000)]
    [InlineData(0)]
    public async Task Older_entries_behind_the_end_are_neither_damage_nor_taken_over_again(int longer)
    {
        await using (var own = new OwnLog(_data))
        {
            var at = DateTimeOffset.UnixEpoch.AddYears(56);
            await own.Log.AppendAsync([KeptVisit.Of("older" + new string('x', longer), at)], Cancellation);
            await own.Log.AppendAsync([KeptVisit.Of("older", at)], Cancellation);
            await own.Log.ExpireAsync(DateTimeOffset.UnixEpoch, Cancellation);
            await using var lockedBy = await LockAsync();
            await own.Log.AppendAsync([KeptVisit.Of("newer", at)], Cancellation);
            _data.CopyFilesTo(_left);
        }

        await using var again = new OwnLog(_left);
        Assert.Contains("recovered 1, 0 unreadable", Assert.Single(again.Said.Lines).Words, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], (await again.Log.ReadAsync(KeptVisit.Seat, 0, 10, Cancellation)).Select(one => one.Id));
        Assert.Empty(_left.EnumerateFiles("events.damaged-*"));
    }

    /// <summary>What follows an entry's length and checksum is written first, and these then in place of the end: until then it is none, however much of it stands there.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(int.MaxValue)]
    public async Task An_entry_at_which_the_process_was_killed_is_neither_damage_nor_taken_over(int written)
    {
        var journal = await LeaveAsync(2);
        var used = journal.UsedLength();
        var second = Begin + ((used - Begin - End.Length) / 2);
        Damage(journal, file =>
        {
            file.Position = second;
            file.Write(End);
            var to = (int)Math.Min(used, file.Position + written);
            Empty(file, to, used - to);
        });

        await using var own = new OwnLog(_left);
        Assert.Contains("recovered 1, 0 unreadable", Assert.Single(own.Said.Lines).Words, StringComparison.Ordinal);
        Assert.Equal(2, (await own.Log.AppendAsync([KeptVisit.Of("second", DateTimeOffset.UtcNow)], Cancellation))[0].Id);
        Assert.Empty(_left.EnumerateFiles("events.damaged-*"));
    }

    [Fact]
    public async Task A_journal_of_before_there_were_versions_is_taken_over()
    {
        var journal = await LeaveAsync(10);
        var entries = await File.ReadAllBytesAsync(journal.FullName, Cancellation);
        await File.WriteAllBytesAsync(journal.FullName, entries[Begin..], Cancellation);

        await using var own = new OwnLog(_left);
        Assert.Contains("recovered 10, 0 unreadable", Assert.Single(own.Said.Lines).Words, StringComparison.Ordinal);
        Assert.Equal(10, (await own.Log.ReadAsync(KeptVisit.Seat, 0, 20, Cancellation)).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_log_of_a_newer_version_is_refused_in_words_and_left_as_it_is(bool isJournal)
    {
        var journal = await LeaveAsync(10);
        var before = await File.ReadAllBytesAsync(journal.FullName, Cancellation);
        await SetVersionAsync(isJournal, 9);

        var refused = Assert.Throws<InvalidDataException>(() => new OwnLog(_left));
        Assert.Contains("newer version of the lab (format 9, and this one knows 1)", refused.Message, StringComparison.Ordinal);

        await SetVersionAsync(isJournal, 1);
        Assert.Equal(before, await File.ReadAllBytesAsync(journal.FullName, Cancellation));
        await using var own = new OwnLog(_left);
        Assert.Equal(10, (await own.Log.ReadAsync(KeptVisit.Seat, 0, 20, Cancellation)).Count);

        async Task SetVersionAsync(bool isOfJournal, byte version)
        {
            if (isOfJournal)
            {
                Damage(journal, file =>
                {
                    file.Position = 4;
                    file.WriteByte(version);
                });
                return;
            }

            await using var connection = new SqliteConnection($"Data Source={Path.Combine(_left.FullName, "events.db")};Pooling=False");
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA user_version = {version}";
            await command.ExecuteNonQueryAsync(Cancellation);
        }
    }

    [Fact]
    public async Task A_journal_larger_than_an_array_is_read_to_its_end()
    {
        const long Far = 2_300_000_000;
        var journal = await LeaveAsync(10);
        var entries = (await File.ReadAllBytesAsync(journal.FullName, Cancellation))[..journal.UsedLength()];
        Damage(journal, file =>
        {
            // Nothing but a hole is between the first entry and the others, which a disk keeps for nothing.
            var first = Begin + ((entries.Length - Begin) / 10);
            file.SetLength(first);
            file.Position = Far;
            file.Write(entries, first, entries.Length - first);
        });

        await using var own = new OwnLog(_left);
        Assert.Equal(Enumerable.Range(1, 10).Select(id => (long)id), (await own.Log.ReadAsync(KeptVisit.Seat, 0, 20, Cancellation)).Select(one => one.Id));
        Assert.Equal(LogLevel.Warning, Assert.Single(own.Said.Lines).Level);
    }

    [Fact]
    public async Task A_damaged_journal_goes_when_a_seat_that_it_names_is_erased_or_its_hours_are_over()
    {
        foreach (var erases in new[] { true, false })
        {
            var journal = await LeaveAsync(10);
            Damage(journal, file => Flip(file, 60));
            await using (var own = new OwnLog(_left))
            {
                await own.Log.EraseAsync(SeatId.New(), Cancellation);
                await own.Log.ExpireAsync(DateTimeOffset.UtcNow.AddHours(-1), Cancellation);
                Assert.Single(_left.EnumerateFiles("events.damaged-*"));
                await (erases ? own.Log.EraseAsync(KeptVisit.Seat, Cancellation) : own.Log.ExpireAsync(DateTimeOffset.UtcNow.AddHours(1), Cancellation));
                Assert.Empty(_left.EnumerateFiles("events.damaged-*"));
            }

            foreach (var file in _left.EnumerateFiles())
            {
                file.Delete();
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }

    /// <summary>Leaves a journal as a killed process does that had moved nothing of it, in a folder of its own.</summary>
    private async Task<FileInfo> LeaveAsync(int count)
    {
        var from = _data.CreateSubdirectory($"from {Guid.NewGuid():N}");
        await using (var own = new OwnLog(from))
        {
            await using var lockedBy = await LockAsync(from);
            for (var id = 1; id <= count; id++)
            {
                await own.Log.AppendAsync([KeptVisit.Of(Title(id), DateTimeOffset.UnixEpoch.AddYears(56))], Cancellation);
            }

            from.CopyFilesTo(_left);
        }

        return _left.EnumerateFiles("events.journal-*").MaxBy(file => file.Length)!;
    }

    private Task<LockedFile> LockAsync() => LockAsync(_data);

    private static Task<LockedFile> LockAsync(DirectoryInfo folder) => LockedFile.ByAnotherProgramAsync(folder);

    private static string Title(long id) => id.ToString("D8", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Titles(IReadOnlyList<LabEvent> events) => events.OfType<Visit>().Select(visit => visit.Title);

    private static void Damage(FileInfo journal, Action<FileStream> damage)
    {
        using var file = journal.Open(FileMode.Open, FileAccess.ReadWrite);
        damage(file);
    }

    private static void Flip(FileStream file, long at)
    {
        file.Position = at;
        var value = file.ReadByte();
        file.Position = at;
        file.WriteByte((byte)(value ^ 0x10));
    }

    private static void Empty(FileStream file, long at, int count)
    {
        file.Position = at;
        file.Write(new byte[count]);
    }
}
