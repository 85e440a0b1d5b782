using System.Threading.Channels;
using PixelLab.Core.Events;
using SQLitePCL;

namespace PixelLab.Web.Storage;

public sealed partial class SqliteEventLog
{
    /// <summary>How many rows are erased in one commit, so that hits need not wait for a large erasure.</summary>
    private const int ErasedAtOnce = 2000;

    /// <summary>How long an erasure waits for readers before it is answered. The lab's own are done sooner.</summary>
    private const int ScrubMilliseconds = 100;

    private static readonly TimeSpan ShortestScrubPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestScrubPause = TimeSpan.FromSeconds(2);

    private TimeSpan _scrubPause = ShortestScrubPause;
    private bool _scrubComes;

    /// <summary>At the start too: the process may have ended before it could clean up.</summary>
    private bool _scrubOwed = true;

    private long EraseSeat(Inserts inserts, SeatId seat)
    {
        var erased = DeleteAll(seat);
        lock (_gate)
        {
            // What came meanwhile goes as well, and while nothing is kept nothing of the seat is in the journal alone.
            Move(inserts);
            erased += DeleteAll(seat);
            _journal.Empty();
            _recent.Forget(labEvent => labEvent.Seat == seat);
            if (erased > 0)
            {
                _losses.Add(seat);
            }

            // Told before anything newer can be read.
            _followers.WakeErased(new SeatErased { Id = _lastId, Seat = seat, At = _time.GetUtcNow() });
        }

        Scrub(ScrubMilliseconds);
        return erased;
    }

    private long DeleteAll(SeatId seat)
    {
        long erased = 0;
        long rows;
        do
        {
            rows = Delete("id IN (SELECT id FROM events WHERE seat = $which LIMIT $most)", seat.Value).Count;
            erased += rows;
        }
        while (rows == ErasedAtOnce);

        return erased;
    }

    private long ExpireBefore(Inserts inserts, DateTimeOffset before)
    {
        // Ids grow with time, so the oldest rows are the first ones, and no index on time is needed.
        var rows = Delete("at < $which AND id IN (SELECT id FROM events ORDER BY id LIMIT $most)", before.ToUnixTimeMilliseconds());
        var upTo = _movedId;
        _recent.Forget(labEvent => labEvent.Id <= upTo && (labEvent.KeptSince ?? labEvent.At) < before);
        if (rows.Count > 0)
        {
            foreach (var seat in rows.Distinct())
            {
                _losses.Add(seat);
            }

            lock (_gate)
            {
                Move(inserts);
                _journal.Empty();
            }
        }

        if (rows.Count > 0 || _scrubOwed)
        {
            Scrub(ScrubMilliseconds);
        }

        return rows.Count;
    }

    /// <summary>Deletes some rows, and says of which seat each was. The last id is noted as far as the database has it: what the journal has above it is still to come.</summary>
    private List<SeatId> Delete(string where, object which)
    {
        using var command = _writing.CreateCommand();
        command.CommandText = $"INSERT OR REPLACE INTO facts VALUES ('last_id', $last); DELETE FROM events WHERE {where} RETURNING seat;";
        command.Parameters.AddWithValue("$last", _movedId);
        command.Parameters.AddWithValue("$which", which);
        command.Parameters.AddWithValue("$most", ErasedAtOnce);
        using var rows = command.ExecuteReader();
        var seats = new List<SeatId>();
        while (rows.Read())
        {
            _ = SeatId.TryParse(rows.GetString(0), out var seat);
            seats.Add(seat);
        }

        return seats;
    }

    /// <summary>
    /// Carries the erasure from the write-ahead log into the file and empties that log: nothing is left in either. A reader
    /// that does not end in time keeps it from that (first column, sqlite.org/pragma.html#pragma_wal_checkpoint); the lab's
    /// own read page by page, so it is another program with the file open. Then it is tried again and again, without
    /// waiting, for hits wait meanwhile.
    /// </summary>
    private long Scrub(int patience)
    {
        _ = raw.sqlite3_busy_timeout(_writing.Handle!, patience);
        try
        {
            _scrubOwed = Scalar(_writing, "PRAGMA wal_checkpoint(TRUNCATE)") != 0;
        }
        finally
        {
            _ = raw.sqlite3_busy_timeout(_writing.Handle!, Inserts.BusyMilliseconds);
        }

        if (!_scrubOwed)
        {
            _scrubPause = ShortestScrubPause;
        }
        else if (!_scrubComes)
        {
            _scrubComes = true;
            _ = ScrubLaterAsync(_scrubPause);
            _scrubPause = _scrubPause * 2 < LongestScrubPause ? _scrubPause * 2 : LongestScrubPause;
        }

        return 0;
    }

    private async Task ScrubLaterAsync(TimeSpan pause)
    {
        await Task.Delay(pause, _time);
        try
        {
            await _changes.Writer.WriteAsync(new Change(Work.ScrubAgain));
        }
        catch (ChannelClosedException)
        {
            // The log is closed; the next start cleans up first.
        }
    }
}
