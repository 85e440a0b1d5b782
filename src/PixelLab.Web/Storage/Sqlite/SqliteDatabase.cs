using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using SQLitePCL;

namespace PixelLab.Web.Storage.Sqlite;

/// <summary>
/// The one SQLite file of a data folder. All that changes it is queued for one connection, a change after the other; whoever reads does so
/// beside that (write-ahead log).
/// </summary>
public sealed class SqliteDatabase : IAsyncDisposable
{
    private static readonly string Schema = $"""
        CREATE TABLE IF NOT EXISTS events (
            id   INTEGER PRIMARY KEY,
            seat TEXT    NOT NULL,
            at   INTEGER NOT NULL,
            body BLOB    NOT NULL);
        CREATE INDEX IF NOT EXISTS events_by_seat ON events (seat);
        CREATE INDEX IF NOT EXISTS events_by_age ON events (at);
        CREATE INDEX IF NOT EXISTS events_of_few ON events (seat) WHERE {KindTerms.OfFew};
        CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS openings (number INTEGER PRIMARY KEY, name TEXT NOT NULL, after INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS rooms (code TEXT PRIMARY KEY, version INTEGER NOT NULL, text TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS rooms_of_seats (seat TEXT PRIMARY KEY, code TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS closed_seats (seat TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS closed_seats_by_time ON closed_seats (until);
        """;

    /// <summary>
    /// The version of this schema, as the file carries it (sqlite.org/pragma.html#pragma_user_version). It grows when a lab that does not know of the
    /// change could not go on with the file. 0 are those from before it was written down, which have all that 1 has but what is made here.
    /// </summary>
    internal const long Version = 1;

    /// <summary>Asks a file for its version.</summary>
    internal const string AskVersion = "PRAGMA user_version";

    /// <summary>What the engine calls a file of which space can be given back bit by bit.</summary>
    private const long Incremental = 2;

    /// <summary>The most changes that wait.</summary>
    private const int QueueLength = 4096;

    /// <summary>How long a change waits for another program that writes to the same file.</summary>
    private const int BusyMilliseconds = 5000;

    /// <summary>How long a change that erases waits for readers before it is answered. The lab's own are done sooner.</summary>
    private const int ScrubMilliseconds = 100;

    /// <summary>How many pages go back to the system in one step, so that nobody waits long for it.</summary>
    private const int GivenBackAtOnce = 1000;

    /// <summary>How many pages without anything in them stay, for what comes next: 4 MB.</summary>
    private const int SparePages = 512;

    private static readonly TimeSpan ShortestScrubPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestScrubPause = TimeSpan.FromSeconds(2);

    private readonly string _connectionString;
    private readonly SqliteConnection _claim;
    private readonly Channel<Change> _changes =
        Channel.CreateBounded<Change>(new BoundedChannelOptions(QueueLength) { SingleReader = true });
    private readonly Lock _turn = new();
    private readonly Task _writer;
    private TimeSpan _scrubPause = ShortestScrubPause;
    private bool _scrubComes;
    private int _givesBack;

    /// <summary>Opens the file, and makes it where there is none.</summary>
    /// <exception cref="DataFolderException">Its folder cannot be used.</exception>
    /// <exception cref="SqliteException">It is no database, cannot be opened, or another lab has it.</exception>
    public SqliteDatabase(IOptions<StorageOptions> options)
    {
        Folder = Open(options.Value.Folder);
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = PrivateFiles.File(Path.Combine(Folder, LabFolder.DatabaseName)),
            // No work of the lab's own holds the database for so long: whoever does is another program, and the lab says so.
            DefaultTimeout = 5,
        }.ToString();
        Reserve = new Reserve(Folder);
        Reserve.LetGoWhereNeeded();
        _claim = Claim(Folder);
        Writing = new SqliteConnection(_connectionString);
        try
        {
            Writing.Open();
            Prepare();
        }
        catch
        {
            // Whoever mends it must not find the folder claimed.
            Writing.Dispose();
            _claim.Dispose();
            throw;
        }

        _writer = Task.Run(WriteAllAsync);
    }

    /// <summary>The folder that it lies in.</summary>
    internal string Folder { get; }

    /// <summary>Room for whoever makes room.</summary>
    internal Reserve Reserve { get; }

    /// <summary>The connection for changes. Whoever uses it has its turn.</summary>
    internal SqliteConnection Writing { get; }

    /// <summary>Whether something erased is still in the files. At the start too: the process may have ended before it could clean up.</summary>
    internal bool OwesScrub { get; private set; } = true;

    /// <summary>The words for a file of a version that this lab does not know.</summary>
    internal static InvalidDataException TooNew(string folder, long version, long known) =>
        new(FolderText.Text["Newer", folder, version, known]);

    /// <summary>Changes something, when those are done who came before.</summary>
    /// <returns>What the change gives.</returns>
    /// <exception cref="EventLogException">The file could not be changed.</exception>
    internal async Task<long> ChangeAsync(Func<long> change, CancellationToken cancellation = default)
    {
        var queued = new Change(change);
        await _changes.Writer.WriteAsync(queued, cancellation);
        return await queued.Done.Task.WaitAsync(cancellation);
    }

    /// <summary>Has something changed soon, whatever comes of it.</summary>
    /// <returns>Whether there was room in the queue.</returns>
    internal bool TryChangeSoon(Func<long> change) => _changes.Writer.TryWrite(new Change(change));

    /// <summary>Changes something at once, at the start, when nobody waits.</summary>
    internal long ChangeNow(Func<long> change)
    {
        lock (_turn)
        {
            return change();
        }
    }

    /// <summary>
    /// Reads rows, all that there are or until it is enough; they are copied by <paramref name="row"/> and let go, for an erasure waits for
    /// whoever is reading.
    /// </summary>
    /// <exception cref="EventLogException">The file could not be read.</exception>
    internal Task<List<T>> ReadAsync<T>(
        string sql, Func<SqliteDataReader, T> row, CancellationToken cancellation, params (string Name, object Value)[] values) =>
        ReadUntilAsync(sql, row, () => false, cancellation, values);

    /// <inheritdoc cref="ReadAsync"/>
    internal async Task<List<T>> ReadUntilAsync<T>(
        string sql, Func<SqliteDataReader, T> row, Func<bool> isEnough, CancellationToken cancellation, params (string Name, object Value)[] values)
    {
        try
        {
            await using var connection = new SqliteConnection(_connectionString);
            await connection.OpenAsync(cancellation);
            await using var command = Command(connection, sql, values);
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            var found = new List<T>();
            while (!isEnough() && await rows.ReadAsync(cancellation))
            {
                found.Add(row(rows));
            }

            return found;
        }
        catch (SqliteException failure)
        {
            throw new EventLogException("The file that keeps events and rooms could not be read.", failure);
        }
    }

    /// <summary>Runs statements on the connection for changes.</summary>
    /// <returns>How many rows they have changed.</returns>
    internal long Execute(string sql, params (string Name, object Value)[] values) => Execute(Writing, sql, values);

    /// <summary>Runs statements on a connection.</summary>
    /// <returns>How many rows they have changed.</returns>
    internal static long Execute(SqliteConnection connection, string sql, params (string Name, object Value)[] values)
    {
        using var command = Command(connection, sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs statements on the connection for changes, of which one tells of the rows that it has changed.</summary>
    internal List<T> Execute<T>(string sql, Func<SqliteDataReader, T> row, params (string Name, object Value)[] values)
    {
        using var command = Command(Writing, sql, values);
        using var rows = command.ExecuteReader();
        var changed = new List<T>();
        while (rows.Read())
        {
            changed.Add(row(rows));
        }

        return changed;
    }

    /// <summary>Asks for a number on the connection for changes.</summary>
    internal long Scalar(string sql) => Scalar(Writing, sql);

    /// <summary>Asks a connection for a number.</summary>
    internal static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql, []);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>
    /// Carries what was erased from the write-ahead log into the file and empties that log: nothing is left in either. A reader
    /// that does not end in time keeps it from that (first column, sqlite.org/pragma.html#pragma_wal_checkpoint); the lab's
    /// own read page by page, so it is another program with the file open. Then it is tried again and again, without
    /// waiting, for hits wait meanwhile.
    /// </summary>
    internal void Scrub() => Scrub(ScrubMilliseconds);

    /// <summary>
    /// Where there is little room, carries the write-ahead log into the file before more is written to it. The engine does so after a commit and is silent
    /// where it fails (sqlite.org/c3ref/wal_autocheckpoint.html): the log would grow until even the reserve is too small for what it owes the file.
    /// </summary>
    /// <exception cref="SqliteException">There is no room for it.</exception>
    internal void KeepLogShort()
    {
        if (Reserve.IsNeeded)
        {
            Scalar("PRAGMA wal_checkpoint(PASSIVE)");
        }
    }

    /// <summary>Leaves what was overwritten to the next scrub, which comes within a minute.</summary>
    internal void ScrubLater() => OwesScrub = true;

    /// <summary>
    /// Gives the space of what was erased back to the system soon: step by step, and between two of them others have their turn. Hits do not
    /// wait for it, since they are written to the journal.
    /// </summary>
    internal void GiveBackSoon()
    {
        if (Interlocked.Exchange(ref _givesBack, 1) == 0 && !TryChangeSoon(GiveBack))
        {
            Interlocked.Exchange(ref _givesBack, 0);
        }
    }

    /// <summary>Finishes what is queued and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _changes.Writer.TryComplete();
        await _writer;
        await Writing.DisposeAsync();
        SqliteConnection.ClearPool(Writing);
        await _claim.DisposeAsync();
    }

    private static string Open(string folder)
    {
        try
        {
            return PrivateFiles.Folder(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException(folder, failure);
        }
    }

    /// <summary>Makes what is missing in the file, unless it is of a version that this lab does not know.</summary>
    private void Prepare()
    {
        var version = Scalar(AskVersion);
        if (version > Version)
        {
            throw TooNew(Folder, version, Version);
        }

        // NORMAL hands each commit to the operating system, so it outlives the process; only a power cut can take the
        // last ones. Erased rows are overwritten, not merely unlinked.
        Execute("""
            PRAGMA page_size = 8192;
            PRAGMA auto_vacuum = INCREMENTAL;
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = NORMAL;
            PRAGMA secure_delete = ON;
            PRAGMA wal_autocheckpoint = 4000;
            """);
        if (Scalar("PRAGMA auto_vacuum") != Incremental)
        {
            // A file of an earlier version, which never gave anything back. Nobody waits yet.
            Execute("PRAGMA auto_vacuum = INCREMENTAL; VACUUM;");
        }

        Execute(Schema + $"PRAGMA user_version = {Version};");
        _ = raw.sqlite3_busy_timeout(Writing.Handle!, BusyMilliseconds);
    }

    /// <summary>
    /// Claims the folder as long as the file is open: two labs would give the same ids to different events. The engine's own lock,
    /// on a file with nothing in it, since it works on every system and ends with the process.
    /// </summary>
    internal static SqliteConnection Claim(string folder)
    {
        var claim = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = PrivateFiles.File(Path.Combine(folder, LabFolder.ClaimName)),
            DefaultTimeout = 1,
            Pooling = false,
        }.ToString());
        try
        {
            claim.Open();
            using var begin = Command(claim, "BEGIN EXCLUSIVE", []);
            begin.ExecuteNonQuery();
            return claim;
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    internal static SqliteCommand Command(SqliteConnection connection, string sql, (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private async Task WriteAllAsync()
    {
        await foreach (var change in _changes.Reader.ReadAllAsync())
        {
            try
            {
                change.Done.TrySetResult(ChangeNow(change.Do));
            }
            catch (Exception failure)
            {
                // Whatever it was: who waits for it must hear of it.
                change.Done.TrySetException(failure is SqliteException or IOException
                    ? new EventLogException("The file that keeps events and rooms could not be changed.", failure)
                    : failure);
            }
        }
    }

    private long GiveBack()
    {
        Interlocked.Exchange(ref _givesBack, 0);
        var free = Scalar("PRAGMA freelist_count");
        if (free <= SparePages)
        {
            return 0;
        }

        // Each page is a step of the statement, which is run to its end.
        Execute($"PRAGMA incremental_vacuum({Math.Min(free - SparePages, GivenBackAtOnce)})", _ => 0);
        if (free - GivenBackAtOnce > SparePages)
        {
            GiveBackSoon();
        }
        else
        {
            // The file is cut when the write-ahead log is carried into it.
            Scrub();
        }

        return 0;
    }

    private void Scrub(int patience)
    {
        _ = raw.sqlite3_busy_timeout(Writing.Handle!, patience);
        try
        {
            OwesScrub = Scalar("PRAGMA wal_checkpoint(TRUNCATE)") != 0;
        }
        finally
        {
            _ = raw.sqlite3_busy_timeout(Writing.Handle!, BusyMilliseconds);
        }

        if (!OwesScrub)
        {
            _scrubPause = ShortestScrubPause;
        }
        else if (!_scrubComes)
        {
            _scrubComes = true;
            _ = ScrubAgainAsync(_scrubPause);
            _scrubPause = _scrubPause * 2 < LongestScrubPause ? _scrubPause * 2 : LongestScrubPause;
        }
    }

    private async Task ScrubAgainAsync(TimeSpan pause)
    {
        await Task.Delay(pause);
        try
        {
            await _changes.Writer.WriteAsync(new Change(() =>
            {
                _scrubComes = false;
                if (OwesScrub)
                {
                    Scrub(patience: 0);
                }

                return 0;
            }));
        }
        catch (ChannelClosedException)
        {
            // The file is closed; the next start cleans up first.
        }
    }

    private sealed record Change(Func<long> Do)
    {
        public TaskCompletionSource<long> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
