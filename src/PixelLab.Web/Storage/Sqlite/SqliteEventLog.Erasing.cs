using PixelLab.Core.Events;

namespace PixelLab.Web.Storage.Sqlite;

public sealed partial class SqliteEventLog
{
    /// <summary>How many rows are erased in one commit, so that hits need not wait for a large erasure.</summary>
    private const int ErasedAtOnce = 2000;

    /// <summary>How many on a disk that is full or nearly so: what is erased is overwritten, and that is written down before.</summary>
    private const int ErasedAtOnceOnAFullDisk = 50;

    private long EraseSeat(SeatId seat)
    {
        // Before its events: a process that ends in between leaves nothing that was concluded from what is gone.
        _snapshots.Forget(seat);
        var erased = DeleteAll(seat);
        lock (_gate)
        {
            // What came meanwhile goes as well, and while nothing is kept nothing of the seat is in the journal alone.
            Move();
            erased += DeleteAll(seat);
            _journal.Empty();
            _feed.Recent.Forget(labEvent => labEvent.Seat == seat);
            _holdings.RemoveAll(seat);
            if (erased > 0)
            {
                _losses.Add(seat);
            }

            // Told before anything newer can be read.
            _feed.WakeErased(new SeatErased { Id = _lastId, Seat = seat, At = _time.GetUtcNow() });
        }

        _damaged.ForgetNaming(seat);
        _database.Scrub();
        _database.GiveBackSoon();
        return erased;
    }

    private long DeleteAll(SeatId seat)
    {
        long erased = 0;
        int rows;
        int most;
        do
        {
            most = AtOnce();
            rows = Delete("id IN (SELECT id FROM events WHERE seat = $which LIMIT $most)", seat.Value, most).Count;
            erased += rows;
        }
        while (rows == most);

        return erased;
    }

    private long ExpireBefore(DateTimeOffset before)
    {
        ForgetSnapshots(before);

        // By their time and not by their ids, which grow with time only where no clock was ever wrong.
        var rows = Delete("id IN (SELECT id FROM events WHERE at < $which ORDER BY at LIMIT $most)", before.ToUnixTimeMilliseconds(), AtOnce());
        _damaged.ForgetOlder(before);
        var upTo = _movedId;
        _feed.Recent.Forget(labEvent => labEvent.Id <= upTo && Age.SinceOf(labEvent) < before);
        if (rows.Count > 0)
        {
            foreach (var (seat, size) in rows)
            {
                _holdings.Remove(seat, size);
            }

            foreach (var seat in rows.Select(row => row.Seat).Distinct())
            {
                _losses.Add(seat);
            }

            lock (_gate)
            {
                Move();
                _journal.Empty();
            }
        }

        if (rows.Count > 0 || _database.OwesScrub)
        {
            _database.Scrub();
            _database.GiveBackSoon();
        }

        return rows.Count;
    }

    private void ForgetSnapshots(DateTimeOffset before)
    {
        if (!_snapshots.Any())
        {
            return;
        }

        foreach (var name in _database.Execute("SELECT DISTINCT seat FROM events WHERE at < $before", row => row.GetString(0), ("$before", before.ToUnixTimeMilliseconds())))
        {
            if (SeatId.TryParse(name, out var seat))
            {
                _snapshots.Forget(seat);
            }
        }
    }

    /// <summary>How many rows are erased in the next commit. Where there is little room, that which the last one was written down in is used again.</summary>
    private int AtOnce()
    {
        if (_database.Reserve.IsFarFromNeeded)
        {
            return ErasedAtOnce;
        }

        _database.Scrub();
        return ErasedAtOnceOnAFullDisk;
    }

    /// <summary>Deletes some rows, and says of which seat each was and how long. The last id is noted as far as the database has it: what the journal has above it is still to come.</summary>
    private List<(SeatId Seat, long Size)> Delete(string where, object which, int most) => _database.Execute(
        $"INSERT OR REPLACE INTO facts VALUES ('last_id', $last); DELETE FROM events WHERE {where} RETURNING seat, length(body);",
        row => (SeatId.TryParse(row.GetString(0), out var seat) ? seat : default, row.GetInt64(1)),
        ("$last", _movedId), ("$which", which), ("$most", most));
}
