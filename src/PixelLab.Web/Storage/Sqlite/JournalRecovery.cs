using Microsoft.Data.Sqlite;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Storage.Sqlite;

/// <summary>
/// Takes over into the database what a process before this one has left in its journal. Nothing of it is lost without a word: what cannot be read is counted,
/// its file is set aside, and no id that it may have had is given again.
/// </summary>
internal sealed partial class JournalRecovery(SqliteDatabase database, Inserts inserts, DamagedFiles damaged, ILogger logger)
{
    /// <summary>Asks a database for the newest id that it has, or has had.</summary>
    public const string AskKnownId =
        "SELECT max(coalesce((SELECT max(id) FROM events), 0), coalesce((SELECT value FROM facts WHERE name = 'last_id'), 0))";

    /// <summary>Notes in a database up to which id none is given again.</summary>
    public const string NoteLastId = "INSERT OR REPLACE INTO facts VALUES ('last_id', $last)";

    /// <summary>How many events it took over.</summary>
    public long TakenOver { get; private set; }

    /// <summary>About how many there were beside them that could not be read.</summary>
    public long Unreadable { get; private set; }

    /// <summary>Takes everything over.</summary>
    /// <returns>The newest id that is or may have been given.</returns>
    public long TakeOver()
    {
        var knownId = database.Scalar(AskKnownId);
        List<JournalFile> files = [.. Journal.PathsIn(database.Folder).Where(File.Exists).Select(path => new JournalFile(path))];
        try
        {
            var found = files.SelectMany(file => file.Entries).Where(entry => entry.LastId > knownId).OrderBy(entry => entry.FirstId).ToList();
            var (recovered, missing) = Count(found, knownId);
            var lastId = InsertOrExplain(found, knownId, recovered);
            TakenOver = recovered;
            List<(JournalFile File, JournalFile.Damage Damage)> broken =
                [.. files.Select(file => (file, Damage: file.DamageOf(knownId))).Where(one => one.Damage.IsAny)];
            if (broken.Count == 0)
            {
                // Ids are missing where the rest of a log was put beside a journal, for example by whoever brings back a copy.
                Unreadable = missing;
                Say(recovered, missing);
                return lastId;
            }

            var bytes = broken.Sum(one => one.Damage.Bytes);
            if (broken.Exists(one => !one.Damage.IsEndKnown))
            {
                // How many were behind is told by their bytes at best: as long as those before, there were so many; as short as can be, so many ids are left out.
                var usual = found.Count == 0 ? 0 : found.Sum(entry => (long)entry.Length) / found.Sum(Events);
                missing += Math.Max(1, usual == 0 ? 0 : bytes / usual - missing);
                lastId += JournalLimits.IdsLeftOut + bytes / JournalEntry.LeastRow;
            }

            // Before the files go: from then on nothing else would tell of those ids.
            database.Execute(NoteLastId, ("$last", lastId));
            var aside = broken.ConvertAll(one =>
            {
                one.File.Dispose();
                return damaged.SetAside(one.File.Path);
            });
            Unreadable = missing;
            RecoveredSome(logger, recovered, missing, bytes, string.Join(", ", aside));
            return lastId;
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }
    }

    private static long Events(JournalFile.Found entry) => entry.LastId - entry.FirstId + 1;

    /// <summary>How many events were found that the database does not have, and how many ids are missing among them.</summary>
    private static (long Recovered, long Missing) Count(List<JournalFile.Found> found, long knownId)
    {
        long recovered = 0;
        long missing = 0;
        foreach (var entry in found)
        {
            recovered += Math.Max(0, entry.LastId - Math.Max(knownId, entry.FirstId - 1));
            missing += Math.Max(0, entry.FirstId - 1 - knownId);
            knownId = Math.Max(knownId, entry.LastId);
        }

        return (recovered, missing);
    }

    /// <exception cref="InvalidDataException">The database does not take them, in words for whoever starts the lab.</exception>
    private long InsertOrExplain(List<JournalFile.Found> found, long lastId, long count)
    {
        try
        {
            return Insert(found, lastId);
        }
        catch (SqliteException failure)
        {
            inserts.Rollback();
            throw new InvalidDataException(
                FolderText.Text["Journal.Stuck", database.Folder, count, SqliteTrouble.Of(failure).Cause.InWords(), failure.Message],
                failure);
        }
    }

    private long Insert(List<JournalFile.Found> found, long lastId)
    {
        long bytes = 0;
        foreach (var entry in found)
        {
            if (bytes == 0)
            {
                inserts.Begin();
            }

            lastId = inserts.Add(entry.File.BytesOf(entry), lastId);
            bytes += entry.Length;
            if (bytes >= JournalLimits.TakenOverAtOnce)
            {
                inserts.Commit();
                bytes = 0;
            }
        }

        if (bytes > 0)
        {
            inserts.Commit();
        }

        return lastId;
    }

    private void Say(long recovered, long missing)
    {
        if (recovered > 0)
        {
            Recovered(logger, recovered, missing);
        }
    }

    [LoggerMessage(EventId = 1, EventName = "JournalTakenOver", Level = LogLevel.Information,
        Message = "Events that were kept when the lab ended and had not reached the database: recovered {Recovered}, {Unreadable} unreadable")]
    private static partial void Recovered(ILogger logger, long recovered, long unreadable);

    [LoggerMessage(EventId = 2, EventName = "JournalDamaged", Level = LogLevel.Warning,
        Message = "Events that were kept when the lab ended and had not reached the database: recovered {Recovered}, about {Unreadable} unreadable ({Bytes} bytes). The damaged journal is kept as {File} until its hours are over")]
    private static partial void RecoveredSome(ILogger logger, long recovered, long unreadable, long bytes, string file);
}
