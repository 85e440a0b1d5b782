using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using PixelLab.Web.Limits;
using SQLitePCL;

namespace PixelLab.Web.Storage.Sqlite;

/// <summary>
/// Makes a data folder of a backup. Somebody else may have written the file: of it nothing is taken over but rows, each looked at, into a database
/// of the lab's own making, which is put in its place when it is whole.
/// </summary>
/// <param name="file">The backup.</param>
/// <param name="folder">The folder, which is empty or not there.</param>
/// <param name="isRoom">Whether a room can be read.</param>
/// <param name="now">The time.</param>
internal sealed class Restore(string file, LabFolder folder, Predicate<StoredRoom> isRoom, DateTimeOffset now)
{
    /// <summary>Where the database is made, in the folder.</summary>
    private const string Parts = "events.restoring";

    /// <summary>By which the engine says that it is the file's fault.</summary>
    private static readonly int[] Blames =
        [raw.SQLITE_NOTADB, raw.SQLITE_CORRUPT, raw.SQLITE_ERROR, raw.SQLITE_TOOBIG, raw.SQLITE_CONSTRAINT, raw.SQLITE_MISMATCH];

    private readonly string _file = Path.GetFullPath(file);
    private long _length;

    /// <summary>Bytes of texts that were read so far. A file holds no more than it has itself: what gives more makes it up.</summary>
    private long _bytes;

    /// <summary>Restores it.</summary>
    /// <exception cref="InvalidDataException">The file is no backup, or the folder holds something; in words for whoever asks.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public async Task<Backup> RunAsync()
    {
        Refuse();
        var isNew = !Directory.Exists(folder.Path);
        var parts = Path.Combine(PrivateFiles.Folder(folder.Path), Parts);
        var claim = SqliteDatabase.Claim(folder.Path);
        var isDone = false;
        try
        {
            // Of an attempt that was ended there may be something.
            Delete(parts);
            var restored = await MakeAsync(parts);
            File.Move(Path.Combine(parts, LabFolder.DatabaseName), Path.Combine(folder.Path, LabFolder.DatabaseName));
            isDone = true;
            return restored;
        }
        finally
        {
            Delete(parts);
            await claim.DisposeAsync();
            if (!isDone)
            {
                File.Delete(Path.Combine(folder.Path, LabFolder.ClaimName));
                if (isNew)
                {
                    Directory.Delete(folder.Path);
                }
            }
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Refuse()
    {
        if (!File.Exists(_file))
        {
            throw new InvalidDataException(FolderText.Text["Restore.NoFile", _file]);
        }

        _length = new FileInfo(_file).Length;
        if (folder.HasLab)
        {
            throw new InvalidDataException(folder.IsInUse()
                ? FolderText.Text["Restore.Running", folder.Path]
                : FolderText.Text["Restore.Holds", folder.Path]);
        }
    }

    private async Task<Backup> MakeAsync(string parts)
    {
        if (_length > new DriveInfo(folder.Path).AvailableFreeSpace)
        {
            throw new InvalidDataException(FolderText.Text["Restore.NoRoom", folder.Path, _file]);
        }

        await using var database = new SqliteDatabase(Options.Create(new StorageOptions { DataDirectory = parts }));
        database.ChangeNow(() => Fill(database));
        var (events, rooms) = Backup.Count(database.Writing);
        return new Backup(events, rooms, _length);
    }

    private long Fill(SqliteDatabase database)
    {
        try
        {
            using var backup = Open();
            using var transaction = database.Writing.BeginTransaction();
            foreach (var table in database.Execute("SELECT name FROM sqlite_master WHERE type = 'table'", row => row.GetString(0)))
            {
                CopyTable(database, backup, table);
            }

            Look(database);
            transaction.Commit();
            return 0;
        }
        catch (SqliteException failure) when (Blames.Contains(failure.SqliteErrorCode))
        {
            throw new InvalidDataException(FolderText.Text["Restore.Unreadable", _file, failure.Message], failure);
        }
    }

    private SqliteConnection Open()
    {
        var backup = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            backup.Open();
            _ = raw.sqlite3_limit(backup.Handle!, raw.SQLITE_LIMIT_LENGTH, JournalLimits.Entry);
            SqliteDatabase.Execute(backup, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;");
            var version = SqliteDatabase.Scalar(backup, SqliteDatabase.AskVersion);
            if (version > SqliteDatabase.Version)
            {
                throw new InvalidDataException(FolderText.Text["Restore.Newer", _file, version, SqliteDatabase.Version]);
            }

            // What only looks like a table has rows that no file holds.
            if (SqliteDatabase.Scalar(backup, "SELECT count(*) FROM sqlite_master WHERE type IN ('view', 'trigger') OR (type = 'table' AND rootpage = 0)") > 0)
            {
                throw Strange("Restore.Strange");
            }

            if (SqliteDatabase.Scalar(backup, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'events'") == 0)
            {
                throw new InvalidDataException(FolderText.Text["Restore.NoBackup", _file]);
            }

            using var check = SqliteDatabase.Command(backup, "PRAGMA quick_check(1)", []);
            return check.ExecuteScalar() is "ok" ? backup : throw new InvalidDataException(FolderText.Text["Restore.Damaged", _file]);
        }
        catch
        {
            backup.Dispose();
            throw;
        }
    }

    /// <summary>Copies the rows of a table, each column of which has to be of its own type.</summary>
    private void CopyTable(SqliteDatabase database, SqliteConnection backup, string table)
    {
        if (SqliteDatabase.Scalar(backup, $"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '{table}'") == 0)
        {
            // An earlier version had none.
            return;
        }

        var columns = database.Execute($"SELECT name, type FROM pragma_table_info('{table}')", row => (Name: row.GetString(0), Type: row.GetString(1)));
        var names = string.Join(", ", columns.Select(column => column.Name));
        using var select = SqliteDatabase.Command(backup, $"SELECT {names} FROM {table}", []);
        using var insert = SqliteDatabase.Command(
            database.Writing,
            $"INSERT INTO {table} ({names}) VALUES ({string.Join(", ", columns.Select(column => "$" + column.Name))})",
            [.. columns.Select(column => ("$" + column.Name, (object)DBNull.Value))]);
        using var rows = select.ExecuteReader();
        while (rows.Read())
        {
            for (var place = 0; place < columns.Count; place++)
            {
                insert.Parameters[place].Value = Value(rows, place, columns[place].Type);
            }

            insert.ExecuteNonQuery();
        }
    }

    private object Value(SqliteDataReader row, int place, string type)
    {
        var value = row.GetValue(place);
        if (value is string or byte[])
        {
            _bytes += value is string text ? text.Length : ((byte[])value).Length;
        }

        return _bytes <= _length && (type, value) is ("INTEGER", long) or ("TEXT", string) or ("BLOB", byte[])
            ? value
            : throw Strange("Restore.Strange");
    }

    /// <summary>Looks whether a lab can go on with the rows, and leaves out the ids that one may have given since.</summary>
    private void Look(SqliteDatabase database)
    {
        var lastId = database.Scalar(JournalRecovery.AskKnownId);
        if (lastId is < 0 or > JournalEntry.MostId || database.Scalar("SELECT coalesce(min(id), 1) FROM events") < 1)
        {
            throw Strange("Restore.Strange.Ids");
        }

        foreach (var room in database.Execute("SELECT code, version, text FROM rooms", row => new StoredRoom(row.GetString(0), row.GetInt64(1), row.GetString(2))))
        {
            if (!isRoom(room))
            {
                throw Strange("Restore.Strange.Room");
            }
        }

        // What is said to be from tomorrow would stay a day longer (Age.cs).
        database.Execute("UPDATE events SET at = $now WHERE at > $now", ("$now", now.ToUnixTimeMilliseconds()));
        database.Execute(JournalRecovery.NoteLastId, ("$last", lastId + JournalLimits.IdsLeftOut));
    }

    private InvalidDataException Strange(string words) => new(FolderText.Text[words, _file]);
}
