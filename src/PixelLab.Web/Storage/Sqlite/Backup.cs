using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace PixelLab.Web.Storage.Sqlite;

/// <summary>What a backup holds, or what came out of one.</summary>
/// <param name="Events">How many events.</param>
/// <param name="Rooms">How many rooms.</param>
/// <param name="Bytes">How many bytes the database has.</param>
/// <param name="IsDamaged">Whether a part of the journal could not be read.</param>
internal sealed record Backup(long Events, long Rooms, long Bytes, bool IsDamaged = false)
{
    /// <summary>
    /// Makes a backup of a data folder while a lab may be running on it: one file, the database of that moment with what was only in the journal.
    /// Everything that was answered before the call is in it. It is written beside its place and put there when it is whole.
    /// </summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="file">Where the backup is to lie.</param>
    /// <param name="replaces">Whether it may take the place of a file.</param>
    /// <exception cref="InvalidDataException">There is nothing to back up, or nowhere to put it; in words for whoever asks.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="SqliteException">The database cannot be read.</exception>
    public static async Task<Backup> MakeAsync(LabFolder folder, string file, bool replaces)
    {
        file = Path.GetFullPath(file);
        Refuse(folder, file, replaces);
        var isRunning = folder.IsInUse();
        var parts = PrivateFiles.Folder($"{file}.{Path.GetRandomFileName()}");
        try
        {
            var copy = PrivateFiles.File(Path.Combine(parts, LabFolder.DatabaseName));
            folder.CopyJournalTo(parts);
            await using (var database = folder.OpenDatabase())
            {
                SqliteDatabase.Execute(database, "VACUUM INTO $copy", ("$copy", copy));
            }

            // Half an entry that a running lab is just writing is no damage.
            var isDamaged = await TakeOverJournalAsync(parts) && !isRunning;
            var made = Finish(copy) with { IsDamaged = isDamaged };
            File.Move(copy, file, replaces);
            return made;
        }
        catch (SqliteException full) when (full.SqliteErrorCode == raw.SQLITE_FULL)
        {
            throw new InvalidDataException(FolderText.Text["Backup.NoRoom", file], full);
        }
        finally
        {
            Directory.Delete(parts, recursive: true);
        }
    }

    private static void Refuse(LabFolder folder, string file, bool replaces)
    {
        if (folder.Leftover is { } leftover)
        {
            throw new InvalidDataException(FolderText.Text["Backup.Leftover", leftover]);
        }

        if (!folder.HasLab)
        {
            throw new InvalidDataException(FolderText.Text["Backup.Nothing", folder.Path]);
        }

        if (Directory.Exists(file))
        {
            throw new InvalidDataException(FolderText.Text["Backup.Folder", file]);
        }

        var beside = Path.GetDirectoryName(file)!;
        if (!Directory.Exists(beside))
        {
            throw new InvalidDataException(FolderText.Text["Backup.NoFolder", beside]);
        }

        if (new LabFolder(beside).HasDatabase)
        {
            throw new InvalidDataException(FolderText.Text["Backup.Within", file]);
        }

        if (File.Exists(file) && !replaces)
        {
            throw new InvalidDataException(FolderText.Text["Backup.There", file]);
        }
    }

    /// <summary>Does with a copy of a folder what the next start would do with the folder.</summary>
    /// <returns>Whether a part of the journal could not be read.</returns>
    private static async Task<bool> TakeOverJournalAsync(string folder)
    {
        await using var database = new SqliteDatabase(Options.Create(new StorageOptions { DataDirectory = folder }));
        using var inserts = new Inserts(database.Writing);
        database.ChangeNow(new JournalRecovery(database, inserts, new DamagedFiles(folder), NullLogger.Instance).TakeOver);
        return DamagedFiles.PathsIn(folder).Count > 0;
    }

    /// <summary>Makes a database a file that stands alone, and counts what is in it.</summary>
    private static Backup Finish(string copy)
    {
        long events;
        long rooms;
        using (var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString()))
        {
            database.Open();
            SqliteDatabase.Execute(database, "PRAGMA journal_mode = DELETE");
            (events, rooms) = Count(database);
        }

        using var written = File.OpenHandle(copy, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(written);
        return new Backup(events, rooms, RandomAccess.GetLength(written));
    }
    /// <summary>How many events and rooms a database holds.</summary>
    internal static (long Events, long Rooms) Count(SqliteConnection database) =>
        (SqliteDatabase.Scalar(database, "SELECT count(*) FROM events"), SqliteDatabase.Scalar(database, "SELECT count(*) FROM rooms"));
}
