using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using PixelLab.Core.Events;

namespace PixelLab.Web.Storage;

/// <summary>
/// The event log in one SQLite file. What comes is written to a journal at once, and moved into the database by one writer, many
/// events in a commit; readers read beside it (write-ahead log). This part is the files and their life; the others are writing,
/// erasing, reading and following.
/// </summary>
public sealed partial class SqliteEventLog : IEventWriter, IEventReader, IAsyncDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS events (
            id   INTEGER PRIMARY KEY,
            seat TEXT    NOT NULL,
            at   INTEGER NOT NULL,
            body BLOB    NOT NULL);
        CREATE INDEX IF NOT EXISTS events_by_seat ON events (seat);
        CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        """;

    private readonly string _connectionString;
    private readonly SqliteConnection _claim;
    private readonly SqliteConnection _writing;
    private readonly Journal _journal;
    private readonly Channel<Change> _changes;
    private readonly Followers _followers = new();
    private readonly RecentEvents _recent;
    private readonly Task _writer;
    private long _lastId;
    private bool _closed;

    /// <summary>Opens the log, and makes it where there is none.</summary>
    /// <exception cref="SqliteException">The file is no log or cannot be opened.</exception>
    public SqliteEventLog(IOptions<StorageOptions> options)
    {
        var folder = Directory.CreateDirectory(options.Value.Folder).FullName;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "events.db"),
            DefaultTimeout = 30,
        }.ToString();
        _claim = Claim(folder);
        _writing = new SqliteConnection(_connectionString);
        _writing.Open();

        // NORMAL hands each commit to the operating system, so it outlives the process; only a power cut can take the
        // last ones. Erased rows are overwritten, not merely unlinked.
        Execute(_writing, """
            PRAGMA page_size = 8192;
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = NORMAL;
            PRAGMA secure_delete = ON;
            PRAGMA wal_autocheckpoint = 4000;
            """);
        Execute(_writing, Schema);
        _lastId = Math.Max(
            Scalar(_writing, "SELECT coalesce(max(id), 0) FROM events"),
            Scalar(_writing, "SELECT coalesce((SELECT value FROM facts WHERE name = 'last_id'), 0)"));
        _journal = new Journal(folder);
        _movedId = _lastId = TakeOver(_lastId);
        _recent = new RecentEvents(_lastId);
        _changes = Channel.CreateBounded<Change>(new BoundedChannelOptions(QueueLength) { SingleReader = true });
        _moveSoon = new Timer(_ => _changes.Writer.TryWrite(new Change(Work.Move)));
        _writer = Task.Run(WriteAllAsync);
    }

    /// <inheritdoc />
    public long LastId => Interlocked.Read(ref _lastId);

    /// <summary>Finishes what is queued and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closed = true;
        }

        _changes.Writer.TryComplete();
        try
        {
            await _writer;
        }
        finally
        {
            await _moveSoon.DisposeAsync();
            _journal.Dispose();
            await _writing.DisposeAsync();
            SqliteConnection.ClearPool(_writing);
            await _claim.DisposeAsync();
        }
    }

    /// <summary>
    /// Claims the folder as long as the log is open: two labs would give the same ids to different events. The engine's own lock,
    /// on a file with nothing in it, since it works on every system and ends with the process.
    /// </summary>
    private static SqliteConnection Claim(string folder)
    {
        var claim = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "events.lock"),
            DefaultTimeout = 1,
            Pooling = false,
        }.ToString());
        try
        {
            claim.Open();
            Execute(claim, "BEGIN EXCLUSIVE");
            return claim;
        }
        catch
        {
            claim.Dispose();
            throw;
        }
    }

    /// <summary>Takes over what an ended process kept and had not moved.</summary>
    private long TakeOver(long lastId)
    {
        if (_journal.Read() is { Count: > 0 } left)
        {
            using var inserts = new Inserts(_writing);
            inserts.Begin();
            foreach (var entry in left)
            {
                lastId = inserts.Add(entry.Span, lastId);
            }

            inserts.Commit();
        }

        _journal.Empty();
        return lastId;
    }

    private async Task<SqliteConnection> OpenReaderAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
