using Microsoft.Data.Sqlite;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Storage.Sqlite;

/// <summary>Rooms and closed seats beside the events, a row each, so that a restart in the middle of a lesson is only a pause.</summary>
internal sealed class SqliteRoomStore(SqliteDatabase database) : IRoomStore
{
    /// <summary>Nobody else writes this file.</summary>
    public event Action<string?, long>? ChangedElsewhere
    {
        add { }
        remove { }
    }

    public async Task<IReadOnlyList<StoredRoom>> AllAsync(CancellationToken cancellation) =>
        await database.ReadAsync("SELECT code, version, text FROM rooms", Read, cancellation);

    public async Task<StoredRoom?> FindAsync(string code) =>
        await database.ReadAsync("SELECT code, version, text FROM rooms WHERE code = $code", Read, default, ("$code", code)) is [var found] ? found : null;

    public async Task<string?> FindCodeAsync(SeatId seat) =>
        await database.ReadAsync("SELECT code FROM rooms_of_seats WHERE seat = $seat", row => row.GetString(0), default, ("$seat", seat.Value))
            is [var code] ? code : null;

    public async Task<bool> TryChangeAsync(RoomChange change) => await database.ChangeAsync(() =>
    {
        using var transaction = database.Writing.BeginTransaction();
        var changed = database.Execute(
            change switch
            {
                { Text: null } => "DELETE FROM rooms WHERE code = $code AND version = $from",
                { From: 0 } => "INSERT INTO rooms VALUES ($code, 1, $text) ON CONFLICT DO NOTHING",
                _ => "UPDATE rooms SET version = version + 1, text = $text WHERE code = $code AND version = $from",
            },
            ("$code", change.Code), ("$from", change.From), ("$text", change.Text ?? ""));
        if (changed == 0)
        {
            return 0;
        }

        foreach (var seat in change.Left)
        {
            database.Execute("DELETE FROM rooms_of_seats WHERE seat = $seat", ("$seat", seat.Value));
        }

        foreach (var seat in change.Came)
        {
            database.Execute("INSERT OR REPLACE INTO rooms_of_seats VALUES ($seat, $code)", ("$seat", seat.Value), ("$code", change.Code));
        }

        transaction.Commit();
        ForgetBytes(isLeft: change.Left.Count > 0 || change.Text is null);
        return changed;
    }) > 0;

    public async Task CloseAsync(IReadOnlyCollection<ClosedSeat> seats)
    {
        if (seats.Count > 0)
        {
            await database.ChangeAsync(() =>
            {
                using var transaction = database.Writing.BeginTransaction();
                foreach (var (seat, until) in seats)
                {
                    database.Execute(
                        "INSERT OR REPLACE INTO closed_seats VALUES ($seat, $until)", ("$seat", seat.Value), ("$until", until.ToUnixTimeMilliseconds()));
                }

                database.Execute(
                    "DELETE FROM closed_seats WHERE seat IN (SELECT seat FROM closed_seats ORDER BY until DESC LIMIT -1 OFFSET $most)",
                    ("$most", MemoryLimits.ClosedSeats));
                transaction.Commit();
                return 0;
            });
        }
    }

    public async Task<IReadOnlyList<ClosedSeat>> ClosedAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await ForgetClosedAsync(now);
        var kept = await database.ReadAsync(
            "SELECT seat, until FROM closed_seats", row => (Seat: row.GetString(0), Until: row.GetInt64(1)), cancellation);
        return
        [
            .. from one in kept
               let seat = SeatId.TryParse(one.Seat, out var read) ? read : SeatId.Default
               where !seat.IsDefault
               select new ClosedSeat(seat, DateTimeOffset.FromUnixTimeMilliseconds(one.Until)),
        ];
    }

    public Task ForgetClosedAsync(DateTimeOffset now) => database.ChangeAsync(() =>
    {
        var forgotten = database.Execute("DELETE FROM closed_seats WHERE until <= $now", ("$now", now.ToUnixTimeMilliseconds()));
        if (forgotten > 0)
        {
            database.Scrub();
        }

        return forgotten;
    });

    private static StoredRoom Read(SqliteDataReader row) => new(row.GetString(0), row.GetInt64(1), row.GetString(2));

    /// <summary>
    /// What a room said of those who are out of it leaves the files at once, like their events. What it merely says no more, as the votes
    /// on a question that was taken away, goes with the next clean-up.
    /// </summary>
    private void ForgetBytes(bool isLeft)
    {
        if (isLeft)
        {
            database.Scrub();
        }
        else
        {
            database.ScrubLater();
        }
    }
}
