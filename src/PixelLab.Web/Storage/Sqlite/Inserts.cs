using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PixelLab.Web.Storage.Sqlite;

/// <summary>
/// The statements of a group commit, prepared once. They speak to the engine directly: a command object for each row costs
/// more than the row.
/// </summary>
internal sealed class Inserts : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _begin;
    private readonly sqlite3_stmt _insert;
    private readonly sqlite3_stmt _commit;

    public Inserts(SqliteConnection connection)
    {
        _database = connection.Handle!;
        _begin = Prepare("BEGIN IMMEDIATE");
        _insert = Prepare("INSERT INTO events (id, seat, at, body) VALUES (?, ?, ?, ?)");
        _commit = Prepare("COMMIT");
    }

    public void Begin() => Run(_begin);

    /// <summary>Adds the events of journal entries, unless they are in the database already.</summary>
    /// <param name="entries">The entries, one after the other.</param>
    /// <param name="lastId">The newest id that is, or was, in the database.</param>
    /// <returns>The newest id that is then.</returns>
    public long Add(ReadOnlySpan<byte> entries, long lastId)
    {
        var rows = JournalEntry.RowsOf(entries);
        while (rows.Next())
        {
            if (rows.Id > lastId)
            {
                Check(raw.sqlite3_bind_int64(_insert, 1, rows.Id));
                Check(raw.sqlite3_bind_text(_insert, 2, rows.Seat));
                Check(raw.sqlite3_bind_int64(_insert, 3, rows.At));
                Check(raw.sqlite3_bind_blob(_insert, 4, rows.Body));
                Run(_insert);
                lastId = rows.Id;
            }
        }

        return lastId;
    }

    public void Commit() => Run(_commit);

    /// <summary>Takes the group back, unless the engine has done so by itself, as it may when the disk is full.</summary>
    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(_database) == 0)
        {
            _ = raw.sqlite3_exec(_database, "ROLLBACK");
        }
    }

    public void Dispose()
    {
        _begin.Dispose();
        _insert.Dispose();
        _commit.Dispose();
    }

    private sqlite3_stmt Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_database, sql, out var statement));
        return statement;
    }

    private void Run(sqlite3_stmt statement)
    {
        var step = raw.sqlite3_step(statement);
        _ = raw.sqlite3_reset(statement);
        if (step is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            SqliteException.ThrowExceptionForRC(step, _database);
        }
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
