using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using Microsoft.Data.Sqlite;
using PixelLab.Web.Tests.Classroom;
using PixelLab.Web.Tests.Storage;

namespace PixelLab.Web.Tests.Running;

/// <summary>What whoever runs a lab does with its data folder, by the program's own commands.</summary>
public sealed class DataCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pixellab-test-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Made => In("lab.backup");

    private string Restored => In("restored");

    [Fact]
    public async Task A_backup_of_a_lab_under_load_has_each_hit_that_was_answered_before_and_the_restored_lab_goes_on_with_it()
    {
        await using var lab = await LabProcess.StartAsync(("Limits:HitsPerMinute", "0"));
        var room = await TaughtRoom.OpenAsync(lab);
        await room.JoinAsync();
        var seat = await Seat.NewAsync(lab);
        var answered = new ConcurrentDictionary<string, long>();
        var next = 0;
        using var end = new CancellationTokenSource();
        var enough = new TaskCompletionSource();
        async Task LoadAsync()
        {
            while (!end.IsCancellationRequested)
            {
                var number = Interlocked.Increment(ref next).ToString(CultureInfo.InvariantCulture);
                using var reply = await lab.Http.GetAsync(lab.Url("metrics", $"{seat.PixelPath}?n={number}"), Cancellation);
                answered[number] = long.Parse(Assert.Single(reply.Headers.GetValues("X-PixelLab")).Split(' ')[1], CultureInfo.InvariantCulture);
                if (answered.Count >= 1000)
                {
                    enough.TrySetResult();
                }
            }
        }

        var load = Task.WhenAll(Enumerable.Range(0, 16).Select(_ => LoadAsync()));
        await Task.WhenAny(enough.Task, load);
        var before = answered.ToDictionary();
        await SucceedAsync(lab.Data.FullName, "backup", Made);
        var (checkedRunning, said) = await LabProcess.RunAsync(lab.Data.FullName, "check");
        await end.CancelAsync();
        await load;
        Assert.True(checkedRunning == 0, said);
        Assert.Contains($"A lab is running on {lab.Data.FullName}.", said, StringComparison.Ordinal);
        Assert.True(answered.Count > before.Count);

        await SucceedAsync(Restored, "restore", Made);
        await SucceedAsync(Restored, "check");
        await using var again = await LabProcess.StartAsync(("Limits:HitsPerMinute", "0"), ("DataDirectory", Restored));
        var kept = (await seat.EventsAsync(again)).Where(one => one.Text("kind") == "hit")
            .Select(hit => (Number: hit.Pairs("query").Single().Value, Id: hit.Id())).ToList();
        Assert.Equal(kept.Count, kept.Select(hit => hit.Number).Distinct().Count());
        Assert.Superset(before.Select(one => (one.Key, one.Value)).ToHashSet(), kept.ToHashSet());
        Assert.Equal(1, (await room.At(again).ReadAsync("")).GetProperty("students").GetInt32());

        // No number is given twice, also none that the first lab has given since.
        using var hit = await again.Http.GetAsync(again.Url("metrics", $"{seat.PixelPath}?n=new"), Cancellation);
        Assert.True(long.Parse(hit.Headers.GetValues("X-PixelLab").Single().Split(' ')[1], CultureInfo.InvariantCulture) > answered.Values.Max());
    }

    [Fact]
    public async Task What_is_in_the_journal_alone_is_told_and_backed_up()
    {
        await using var lab = await LabProcess.StartAsync();
        var seat = await Seat.NewAsync(lab);
        await using (await LockedFile.ByAnotherProgramAsync(lab.Data))
        {
            await seat.HitAsync("?n=1");
            await seat.HitAsync("?n=2");
            Assert.Contains("Events that are in the journal alone: 2.", await SucceedAsync(lab.Data.FullName, "check"), StringComparison.Ordinal);
            Assert.Contains("holds 2 events and 0 rooms", await SucceedAsync(lab.Data.FullName, "backup", Made), StringComparison.Ordinal);
            await lab.KillAsync();
        }

        Assert.Contains("which the next start takes over: 2.", await SucceedAsync(lab.Data.FullName, "check"), StringComparison.Ordinal);
        await SucceedAsync(Restored, "restore", Made);
        await using var again = await LabProcess.StartAsync(("DataDirectory", Restored));
        Assert.Equal(["1", "2"], (await seat.EventsAsync(again)).Select(hit => hit.Pairs("query").Single().Value));
    }

    [Fact]
    public async Task A_backup_is_for_its_account_alone_and_takes_no_files_place_unless_told_and_leaves_nothing_beside_it()
    {
        var data = await KeepAsync(3);
        await SucceedAsync(data, "backup", Made);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Made));
        }

        var first = await File.ReadAllBytesAsync(Made, Cancellation);
        Assert.Contains($"{Made} is there already. Choose another name, or say --replace.", await FailAsync(data, "backup", Made), StringComparison.Ordinal);
        Assert.Equal(first, await File.ReadAllBytesAsync(Made, Cancellation));
        await KeepAsync(1);
        Assert.Contains("holds 4 events", await SucceedAsync(data, "backup", "--replace", Made), StringComparison.Ordinal);
        Assert.Contains("would lie in a lab's data folder", await FailAsync(data, "backup", Path.Combine(data, "events.db"), "--replace"), StringComparison.Ordinal);
        Assert.Contains("There is no folder", await FailAsync(data, "backup", Path.Combine(Restored, "lab.backup")), StringComparison.Ordinal);
        Assert.Contains("is a folder", await FailAsync(data, "backup", _folder.FullName), StringComparison.Ordinal);
        Assert.Contains("nothing to back up", await FailAsync(Restored, "backup", In("none.backup")), StringComparison.Ordinal);
        Assert.Equal([data, Made], _folder.EnumerateFileSystemInfos().Select(one => one.FullName).Order());
    }

    [Fact]
    public async Task A_folder_that_holds_a_lab_is_not_restored_into_and_stays_as_it_is()
    {
        var data = await KeepAsync(2);
        await SucceedAsync(data, "backup", Made);
        var before = Files(data);

        Assert.Contains("holds what a lab has kept. Name an empty folder", await FailAsync(data, "restore", Made), StringComparison.Ordinal);
        Assert.Equal(before, Files(data));
        await using var own = new OwnLog(new DirectoryInfo(data));
        Assert.Contains("A lab is running on", await FailAsync(data, "restore", Made), StringComparison.Ordinal);
        Assert.Equal(2, (await own.Log.ReadAsync(null, 0, 10, Cancellation)).Count);
    }

    public static TheoryData<string, string> Strange => new()
    {
        { "archive", "is no backup of a lab" },
        { "letter", "is no backup of a lab" },
        { "empty", "is no backup of a lab" },
        { "half", "damaged" },
        { "CREATE VIEW more AS SELECT 1", "what no lab writes" },
        { "DROP TABLE events; CREATE VIEW events (id, seat, at, body) AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, 'k7m2qd', 0, x'7b7d' FROM n", "what no lab writes" },
        { "CREATE TRIGGER more AFTER DELETE ON events BEGIN DELETE FROM rooms; END", "what no lab writes" },
        { "DROP TABLE events; CREATE TABLE events (id INTEGER PRIMARY KEY, seat TEXT, at INTEGER, body BLOB AS (zeroblob(100000000))); INSERT INTO events (id, seat, at) VALUES (1, 'k7m2qd', 0)", "what no lab writes" },
        { "DROP TABLE events", "is no backup of a lab" },
        { "UPDATE events SET at = 'never'", "what no lab writes" },
        { "UPDATE events SET body = 7", "what no lab writes" },
        { "UPDATE events SET id = 9007199254740993", "ids that no lab gives" },
        { "UPDATE events SET id = -1", "ids that no lab gives" },
        { "INSERT INTO rooms VALUES ('ACDEFG', 1, '{')", "a room that cannot be read" },
        { "PRAGMA user_version = 9", "was made by a newer version of the lab (format 9, and this one knows 1)" },
    };

    [Theory]
    [MemberData(nameof(Strange))]
    public async Task What_no_lab_has_made_is_refused_in_words_and_nothing_is_put_in_place(string what, string words)
    {
        var data = await KeepAsync(1);
        await SucceedAsync(data, "backup", Made);
        switch (what)
        {
            case "archive":
                File.Delete(Made);
                await using (var archive = await ZipFile.OpenAsync(Made, ZipArchiveMode.Create, Cancellation))
                {
                    archive.CreateEntry("../../events.db");
                }

                break;
            case "letter":
                await File.WriteAllTextAsync(Made, new string('x', 9000), Cancellation);
                break;
            case "empty":
                await File.WriteAllTextAsync(Made, "", Cancellation);
                break;
            case "half":
                await using (var file = File.OpenWrite(Made))
                {
                    file.SetLength(file.Length / 2);
                }

                break;
            default:
                await ChangeAsync(Made, what);
                break;
        }

        Assert.Contains(words, await FailAsync(Restored, "restore", Made), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Restored));

        Directory.CreateDirectory(Restored);
        await FailAsync(Restored, "restore", Made);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Restored));
    }

    [Fact]
    public async Task What_is_from_tomorrow_is_of_today_once_it_is_restored()
    {
        await SucceedAsync(await KeepAsync(1), "backup", Made);
        await ChangeAsync(Made, $"UPDATE events SET at = {DateTimeOffset.UtcNow.AddYears(1).ToUnixTimeMilliseconds()}");
        await SucceedAsync(Restored, "restore", Made);

        await using var own = new OwnLog(new DirectoryInfo(Restored));
        Assert.Equal(1, await own.Log.ExpireAsync(DateTimeOffset.UtcNow.AddSeconds(1), Cancellation));
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "UPDATE events SET body = x'7b' WHERE id = 2", "Events that this version of the lab cannot read: 1, the latest is 2" },
        { "PRAGMA user_version = 9", "written by a newer version of the lab (format 9, and this one knows 1)" },
        { "page", "The database is damaged" },
        { "journal", "The journal is damaged" },
        { "aside", "is a journal that was damaged, set aside" },
        { "letter", "The database cannot be read" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_not_well_is_told_and_ends_in_1(string what, string words)
    {
        var data = await KeepAsync(300);
        Assert.Contains("Events in the database: 300, of 1 seats", await SucceedAsync(data, "check"), StringComparison.Ordinal);
        var database = Path.Combine(data, "events.db");
        switch (what)
        {
            case "page":
                await using (var file = File.OpenWrite(database))
                {
                    file.Position = 2 * 8192;
                    file.Write(new byte[4 * 8192]);
                }

                break;
            case "journal":
                await File.WriteAllTextAsync(Path.Combine(data, "events.journal-1"), new string('x', 500), Cancellation);
                break;
            case "aside":
                await File.WriteAllTextAsync(Path.Combine(data, "events.damaged-20261123-120000-1"), "x", Cancellation);
                break;
            case "letter":
                await File.WriteAllTextAsync(database, new string('x', 9000), Cancellation);
                break;
            default:
                await ChangeAsync(database, what);
                break;
        }

        var before = Files(data);
        var said = await FailAsync(data, "check");
        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.EndsWith("Not all is well.", said.Trim(), StringComparison.Ordinal);
        Assert.Equal(before, Files(data));
    }

    [Fact]
    public async Task Where_no_lab_has_kept_anything_that_is_said_and_no_folder_is_made()
    {
        Assert.Contains($"No lab has kept anything in {Restored}.", await FailAsync(Restored, "check"), StringComparison.Ordinal);
        Assert.Contains("There is no file", await FailAsync(Restored, "restore", Made), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Restored));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("backup", "lab.backup")]
    [InlineData("restore", "lab.backup")]
    public async Task On_Redis_its_own_tools_are_named(params string[] command) =>
        Assert.Contains("redis-cli --rdb FILE", await FailAsync(Restored, [.. command, "--PixelLab:Storage=redis"]), StringComparison.Ordinal);

    /// <inheritdoc />
    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static async Task<string> SucceedAsync(string data, params string[] command)
    {
        var (exitCode, words) = await LabProcess.RunAsync(data, command);
        Assert.True(exitCode == 0, words);
        return words;
    }

    private static async Task<string> FailAsync(string data, params string[] command)
    {
        var (exitCode, words) = await LabProcess.RunAsync(data, command);
        Assert.True(exitCode == 1, words);
        Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
        return words;
    }

    private static async Task ChangeAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static List<(string Name, string Content)> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))))),
    ];

    private string In(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Keeps some events in a folder that no lab runs on afterwards.</summary>
    private async Task<string> KeepAsync(int count)
    {
        var data = _folder.CreateSubdirectory("data");
        await using var own = new OwnLog(data);
        for (var i = 0; i < count; i++)
        {
            await own.Log.AppendAsync([KeptVisit.Of(new string('x', 1000), DateTimeOffset.UtcNow)], Cancellation);
        }

        return data.FullName;
    }
}
