using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using PixelLab.Core.Events;

namespace PixelLab.Web.Storage;

public sealed partial class SqliteEventLog
{
    /// <summary>How many events a follower is given at once.</summary>
    private const int BatchSize = 256;

    private readonly Losses _losses = new();

    /// <inheritdoc />
    public long Erasures => _losses.Count;

    /// <inheritdoc />
    public bool HasLost(SeatId seat, long since) => _losses.Has(seat, since);

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<LabEvent>> ReadAsync(
        SeatId? seat, long after, int limit, CancellationToken cancellation = default)
    {
        if (_recent.Read(seat, after, limit) is { } recent)
        {
            return recent.Events;
        }

        if (Interlocked.Read(ref _movedId) < LastId)
        {
            // Not in the database yet, and too far back to be held in memory.
            await QueueAsync(new Change(Work.Move), cancellation);
        }

        try
        {
            await using var connection = await OpenReaderAsync(cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = seat is null
                ? "SELECT id, seat, body FROM events WHERE id > $after ORDER BY id LIMIT $limit"
                : "SELECT id, seat, body FROM events WHERE seat = $seat AND id > $after ORDER BY id LIMIT $limit";
            command.Parameters.AddWithValue("$after", after);
            command.Parameters.AddWithValue("$limit", limit);
            if (seat is not null)
            {
                command.Parameters.AddWithValue("$seat", seat.Value.Value);
            }

            return await ReadRowsAsync(command, cancellation);
        }
        catch (SqliteException failure)
        {
            throw new EventLogException("The event log could not be read.", failure);
        }
    }

    /// <inheritdoc />
    public async ValueTask<LabEvent?> FindAsync(SeatId seat, long id, CancellationToken cancellation = default)
    {
        var found = await ReadAsync(seat, id - 1, 1, cancellation);
        return found is [var labEvent] && labEvent.Id == id ? labEvent : null;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<IReadOnlyList<LabEvent>> FollowAsync(
        SeatId? seat, long after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var follower = _followers.Register(seat);
        var position = Math.Max(after, 0);
        if (position > LastId && seat is { } own)
        {
            // A cursor of another log: whatever the follower shows is not of this one.
            position = 0;
            yield return [new SeatErased { Id = 0, Seat = own, At = _time.GetUtcNow() }];
        }

        while (true)
        {
            foreach (var erased in follower.TakeErased())
            {
                // A follower of every seat has the others' events before it still.
                position = erased.Seat == seat ? Math.Max(position, erased.Id) : position;
                yield return [erased];
            }

            if (_recent.Read(seat, position, BatchSize) is { } recent)
            {
                if (follower.IsToldErased)
                {
                    // Among what was read may be what came after the erasure, which has to be told first.
                    continue;
                }

                position = recent.ReadTo;
                if (recent.Events.Count > 0)
                {
                    yield return recent.Events;
                    continue;
                }
            }
            else
            {
                // Everything up to here was committed before the query, so an incomplete batch has read it all.
                var committed = LastId;
                var older = await ReadAsync(seat, position, BatchSize, cancellation);
                if (follower.IsToldErased)
                {
                    continue;
                }

                position = older.Count > 0 ? older[^1].Id : Math.Max(position, committed);
                if (older.Count > 0)
                {
                    yield return older;
                }

                continue;
            }

            await follower.WaitAsync(cancellation);
        }
    }

    private static async Task<IReadOnlyList<LabEvent>> ReadRowsAsync(SqliteCommand command, CancellationToken cancellation)
    {
        // Only copied here, and parsed once the rows are let go: an erasure waits for whoever is reading.
        var found = new List<(long Id, string Seat, byte[] Body)>();
        await using (var rows = await command.ExecuteReaderAsync(cancellation))
        {
            while (await rows.ReadAsync(cancellation))
            {
                found.Add((rows.GetInt64(0), rows.GetString(1), rows.GetFieldValue<byte[]>(2)));
            }
        }

        return found.ConvertAll(row =>
        {
            _ = SeatId.TryParse(row.Seat, out var seat);
            return LabEventJson.Read(row.Body, row.Id, seat);
        });
    }
}
