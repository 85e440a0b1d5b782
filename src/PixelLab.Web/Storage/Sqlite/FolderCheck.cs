using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace PixelLab.Web.Storage.Sqlite;

/// <summary>
/// Looks through a data folder while a lab may be running on it, changes nothing, and says in plain sentences what is there and what is not well.
/// </summary>
internal sealed class FolderCheck
{
    /// <summary>How many events are read at once, so that an erasure does not wait long.</summary>
    private const int AtOnce = 1000;

    private readonly LabFolder _folder;
    private readonly List<string> _found = [];
    private readonly List<string> _faults = [];

    private FolderCheck(LabFolder folder) => _folder = folder;

    /// <summary>What is there.</summary>
    public IReadOnlyList<string> Found => _found;

    /// <summary>What is not well.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Looks through a folder.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static FolderCheck Of(LabFolder folder)
    {
        var check = new FolderCheck(folder);
        check.Look();
        return check;
    }

    private void Look()
    {
        if (!_folder.HasLab)
        {
            _faults.Add(FolderText.Text["Nothing", _folder.Path]);
            return;
        }

        var isRunning = _folder.IsInUse();
        _found.Add(FolderText.Text[isRunning ? "Running" : "NotRunning", _folder.Path]);
        var journal = Directory.CreateTempSubdirectory("pixellab-check-").FullName;
        try
        {
            // Before the database: what has left the journal meanwhile is found there.
            _folder.CopyJournalTo(journal);
            using var database = _folder.OpenDatabase(isStill: !isRunning);
            LookAtDatabase(database);
            LookAtJournal(journal, SqliteDatabase.Scalar(database, JournalRecovery.AskKnownId), isRunning);
            LookAtEvents(database);
        }
        catch (SqliteException failure)
        {
            _faults.Add(FolderText.Text["Database.Unreadable", failure.Message]);
        }
        catch (InvalidDataException tooNew)
        {
            _faults.Add(tooNew.Message);
        }
        finally
        {
            Directory.Delete(journal, recursive: true);
        }

        foreach (var file in _folder.Damaged)
        {
            _faults.Add(FolderText.Text["SetAside", file, Told(File.GetLastWriteTimeUtc(file))]);
        }

        if (_folder.Leftover is { } leftover)
        {
            _found.Add(FolderText.Text["Leftover", leftover]);
        }
    }

    private void LookAtDatabase(SqliteConnection database)
    {
        _found.Add(FolderText.Text["Database.Format", SqliteDatabase.Scalar(database, SqliteDatabase.AskVersion), SqliteDatabase.Version]);
        using var command = SqliteDatabase.Command(database, "PRAGMA integrity_check(10)", []);
        using var words = command.ExecuteReader();
        while (words.Read())
        {
            if (words.GetString(0) is var one && one != "ok")
            {
                _faults.Add(FolderText.Text["Database.Damaged", one]);
            }
        }
    }

    private void LookAtJournal(string copy, long knownId, bool isRunning)
    {
        List<JournalFile> files = [.. Journal.PathsIn(copy).Where(File.Exists).Select(path => new JournalFile(path))];
        try
        {
            var unmoved = files.SelectMany(file => file.Entries).Where(entry => entry.LastId > knownId)
                .Sum(entry => entry.LastId - Math.Max(knownId, entry.FirstId - 1));
            var versions = string.Join(" and ", files.Where(file => !file.IsEmpty).Select(file => file.FormatVersion).Distinct().Order());
            _found.Add(versions.Length == 0 ? FolderText.Text["Journal.Empty", JournalFile.Version] : FolderText.Text["Journal.Format", versions, JournalFile.Version]);
            _found.Add(FolderText.Text[isRunning ? "Journal.Alone" : "Journal.TakenOver", unmoved]);

            // A running lab may be writing an entry just now, and half of one is no damage.
            var unreadable = isRunning ? 0 : files.Select(file => file.DamageOf(knownId)).Where(damage => damage.IsAny).Sum(damage => Math.Max(1, damage.Bytes));
            if (unreadable > 0)
            {
                _faults.Add(FolderText.Text["Journal.Damaged", unreadable]);
            }
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }
    }

    private void LookAtEvents(SqliteConnection database)
    {
        var parser = new EventParser(NullLogger.Instance);
        var seats = new HashSet<string>(StringComparer.Ordinal);
        long count = 0;
        long after = 0;
        DateTimeOffset? oldest = null;
        DateTimeOffset? newest = null;
        int read;
        do
        {
            read = 0;
            using var command = SqliteDatabase.Command(
                database, "SELECT id, seat, body FROM events WHERE id > $after ORDER BY id LIMIT $most", [("$after", after), ("$most", AtOnce)]);
            using var rows = command.ExecuteReader();
            for (; rows.Read(); read++)
            {
                after = rows.GetInt64(0);
                seats.Add(rows.GetString(1));
                if (parser.Read(rows.GetString(1), rows.GetFieldValue<byte[]>(2), after) is { } labEvent)
                {
                    oldest ??= labEvent.At;
                    newest = labEvent.At;
                }
            }

            count += read;
        }
        while (read == AtOnce);

        var rooms = SqliteDatabase.Scalar(database, "SELECT count(*) FROM rooms");
        _found.Add(oldest is { } from && newest is { } to
            ? FolderText.Text["Events.Times", count, seats.Count, Told(from), Told(to), rooms]
            : FolderText.Text["Events", count, seats.Count, rooms]);
        if (parser.UnreadableCount > 0)
        {
            _faults.Add(FolderText.Text["Events.Unreadable", parser.UnreadableCount, parser.LatestUnreadable]);
        }
    }

    private static string Told(DateTimeOffset time) => time.ToString("u", CultureInfo.InvariantCulture);
}
