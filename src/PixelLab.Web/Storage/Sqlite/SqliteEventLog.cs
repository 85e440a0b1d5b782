using Microsoft.Data.Sqlite;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Storage.Sqlite;

/// <summary>
/// The event log in one SQLite file. What comes is written to a journal at once, and moved into the database by its one writer, many
/// events in a commit; readers read beside it. This part is the log's life; the others are writing, erasing, and reading.
/// </summary>
public sealed partial class SqliteEventLog : IEventWriter, IEventReader, IEventPages, IStoreProbe, IStoreFigures, ISnapshots, IAsyncDisposable
{
    private readonly SqliteDatabase _database;
    private readonly StoreState _state;
    private readonly ILogger _logger;
    private readonly Inserts _inserts;
    private readonly DamagedFiles _damaged;
    private readonly SnapshotFiles _snapshots;
    private readonly Journal _journal;
    private readonly LogHistory _history;
    private readonly EventFeed _feed;
    private readonly Holdings _holdings;
    private readonly TimeProvider _time;
    private long _lastId;
    private bool _closed;

    /// <summary>Opens the log, and takes over what an ended process kept and had not moved.</summary>
    public SqliteEventLog(SqliteDatabase database, Holdings holdings, StoreState state, TimeProvider time, ILogger<SqliteEventLog> logger)
    {
        _database = database;
        _state = state;
        _time = time;
        _logger = logger;
        _parser = new EventParser(logger);
        _inserts = new Inserts(database.Writing);
        _damaged = new DamagedFiles(database.Folder);
        var recovery = new JournalRecovery(database, _inserts, _damaged, logger);
        _movedId = _lastId = database.ChangeNow(recovery.TakeOver);
        TakenOver = recovery.TakenOver;
        if (recovery.TakenOver > 0 || recovery.Unreadable > 0)
        {
            state.Recovered(recovery.TakenOver, recovery.Unreadable);
        }

        _journal = new Journal(database.Folder, database.Reserve);
        _journal.Empty();
        _holdings = holdings;
        database.ChangeNow(CountAll);
        var openings = Open();
        _snapshots = new SnapshotFiles(database.Folder, openings.Count > 1 && recovery.Unreadable == 0 ? openings[^2].Name : null);
        _snapshots.OpenedAs(openings[^1].Name);
        _history = new LogHistory(openings);
        _feed = new EventFeed(this);
        _feed.HoldAfter(_history.Name, _lastId);
        _moveSoon = new Timer(_ => MoveSoon());
        database.Reserve.Take(leaving: 0);
    }

    /// <inheritdoc />
    public long LastId => Interlocked.Read(ref _lastId);

    /// <inheritdoc />
    public StoreFigures Figures
    {
        get
        {
            var (followers, behind) = _feed.Following(LastId, _holdings);
            lock (_gate)
            {
                var unmoved = new Unmoved(_pendingBytes, _pendingBytes == 0 ? TimeSpan.Zero : _time.GetElapsedTime(_unmovedSince));
                return new StoreFigures(followers, behind, _parser.UnreadableCount, unmoved);
            }
        }
    }

    /// <inheritdoc />
    public Cursor End => new(LastId, _history.Name);

    /// <summary>How many events the start took over from a process that had ended before it could move them.</summary>
    public long TakenOver { get; }

    /// <summary>Moves what is left into the database. Where it takes nothing, the next start tries again.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            // The container knows it by two names, and closes each.
            if (_closed)
            {
                return;
            }

            _closed = true;
        }

        try
        {
            await _database.ChangeAsync(() => MoveAnd(() =>
            {
                lock (_gate)
                {
                    _journal.Empty();
                }

                return 0;
            }));
        }
        catch (EventLogException failure)
        {
            if (_journal.IsThere())
            {
                LeftBehind(_logger, _lastId - _movedId, failure.InnerException?.Message);
            }
        }
        finally
        {
            if (!_journal.IsThere())
            {
                Lost(_logger, _database.Folder);
            }

            await _moveSoon.DisposeAsync();
            _journal.Dispose();
            _inserts.Dispose();
        }
    }

    /// <summary>Notes that the log is opened. Where that cannot be kept, its name ends with the process, and who follows begins anew after that.</summary>
    private List<Opening> Open()
    {
        var opening = new Opening(Cursor.NewName(), _lastId);
        var before = _database.Execute("SELECT name, after FROM openings ORDER BY number", row => new Opening(row.GetString(0), row.GetInt64(1)));
        try
        {
            _database.ChangeNow(() => _database.Execute(
                """
                INSERT INTO openings (name, after) VALUES ($name, $after);
                DELETE FROM openings WHERE number <= (SELECT max(number) FROM openings) - $most;
                """,
                ("$name", opening.Name), ("$after", opening.After), ("$most", StoreLimits.Openings)));
        }
        catch (SqliteException)
        {
            // A disk that is full takes nothing, and the lab starts all the same: something has to be erased from inside.
        }

        return [.. before, opening];
    }

    /// <summary>Counts what is there. The length of a body is read without the body, so this is quick also where much is kept.</summary>
    private long CountAll() => _database.Execute(
        "SELECT id, seat, length(body) FROM events",
        row =>
        {
            if (SeatId.TryParse(row.GetString(1), out var seat))
            {
                _holdings.Add(seat, row.GetInt64(0), row.GetInt64(2));
            }

            return 0;
        }).Count;

    [LoggerMessage(EventId = 3, EventName = "EventsLeftInJournal", Level = LogLevel.Warning,
        Message = "The lab ends, and the database does not take the latest {Count} events: {Why} They are kept in the journal, and the next start takes them over")]
    private static partial void LeftBehind(ILogger logger, long count, string? why);

    [LoggerMessage(EventId = 4, EventName = "EventsLost", Level = LogLevel.Error,
        Message = "The lab ends, and {Folder} is gone, and with it all that was kept there")]
    private static partial void Lost(ILogger logger, string folder);
}
