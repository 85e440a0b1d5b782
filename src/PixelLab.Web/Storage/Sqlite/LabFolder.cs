using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PixelLab.Web.Storage.Sqlite;

/// <summary>
/// A data folder as somebody beside the lab sees it, who changes nothing there and does not know whether a lab is running on it. Whoever wants all
/// that was kept at a moment copies the journal first and reads the database after that: what has left the journal meanwhile is in the database then.
/// </summary>
/// <param name="path">Where it lies.</param>
internal sealed class LabFolder(string path)
{
    /// <summary>The name of the file that keeps events and rooms.</summary>
    public const string DatabaseName = "events.db";

    /// <summary>The name of the file by which a running lab claims the folder.</summary>
    public const string ClaimName = "events.lock";

    /// <summary>Where it lies.</summary>
    public string Path { get; } = path;

    /// <summary>Whether a lab has kept something there.</summary>
    public bool HasLab => HasDatabase || Leftover is not null || Journal.PathsIn(Path).Any(File.Exists);

    /// <summary>Whether there is a database.</summary>
    public bool HasDatabase => File.Exists(In(DatabaseName));

    /// <summary>A file of an earlier version of the lab, which the next start takes over; null where there is none.</summary>
    public string? Leftover => PrivateFiles.OldNames.Select(In).FirstOrDefault(File.Exists);

    /// <summary>The damaged journals that were set aside.</summary>
    public IReadOnlyList<string> Damaged => Directory.Exists(Path) ? DamagedFiles.PathsIn(Path) : [];

    /// <summary>Whether a lab is running on it: then nobody else can read the file of its claim.</summary>
    public bool IsInUse()
    {
        if (!File.Exists(In(ClaimName)))
        {
            return false;
        }

        using var claim = Open(ClaimName, seconds: 1);
        try
        {
            SqliteDatabase.Scalar(claim, "SELECT count(*) FROM sqlite_master");
            return false;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == raw.SQLITE_BUSY)
        {
            return true;
        }
    }

    /// <summary>Copies what is in the journal into another folder, as far as it is written.</summary>
    /// <exception cref="IOException">It cannot be read, or there is no room.</exception>
    public void CopyJournalTo(string folder)
    {
        foreach (var file in Journal.PathsIn(Path).Where(File.Exists))
        {
            using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var to = new FileStream(
                PrivateFiles.File(System.IO.Path.Combine(folder, System.IO.Path.GetFileName(file))), FileMode.Open, FileAccess.Write);
            from.CopyTo(to);
        }
    }

    /// <summary>Opens the database for reading.</summary>
    /// <param name="isStill">
    /// Whether it may be taken for one that nobody writes to, so that not even the engine's own files appear beside it. A lab that starts meanwhile
    /// makes what is read then worthless.
    /// </param>
    /// <exception cref="SqliteException">It is none, or this account may not read it.</exception>
    /// <exception cref="InvalidDataException">It is of a version that this lab does not know.</exception>
    public SqliteConnection OpenDatabase(bool isStill = false)
    {
        // What the last process has not carried into the file is in the log beside it.
        var database = Open(DatabaseName, seconds: 30, isStill && !(File.Exists(In(DatabaseName + "-wal")) && new FileInfo(In(DatabaseName + "-wal")).Length > 0));
        try
        {
            var version = SqliteDatabase.Scalar(database, SqliteDatabase.AskVersion);
            return version <= SqliteDatabase.Version ? database : throw SqliteDatabase.TooNew(Path, version, SqliteDatabase.Version);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private SqliteConnection Open(string name, int seconds, bool isStill = false)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = isStill ? new Uri(In(name)).AbsoluteUri + "?immutable=1" : In(name),
            Mode = SqliteOpenMode.ReadOnly,
            DefaultTimeout = seconds,
            Pooling = false,
        }.ToString());
        connection.Open();
        return connection;
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
