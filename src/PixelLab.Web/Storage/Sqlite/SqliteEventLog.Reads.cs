using PixelLab.Core.Events;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Storage.Sqlite;

public sealed partial class SqliteEventLog
{
    private readonly Losses _losses = new();
    private readonly EventParser _parser;

    /// <inheritdoc />
    public long Erasures => _losses.Count;

    /// <inheritdoc />
    public bool HasLost(SeatId seat, long since) => _losses.Has(seat, since);

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<LabEvent>> ReadAsync(
        SeatId? seat, long after, int limit, CancellationToken cancellation = default)
    {
        var (events, readTo) = await ReadUpToAsync(seat, null, after, limit, long.MaxValue, cancellation);
        if (readTo is null || events.Count == limit)
        {
            return events;
        }

        // Some of the rows could not be read, and so many more are to be had.
        List<LabEvent> found = [.. events];
        while (readTo is { } from && found.Count < limit)
        {
            (events, readTo) = await ReadUpToAsync(seat, null, from, limit - found.Count, long.MaxValue, cancellation);
            found.AddRange(events);
        }

        return found;
    }

    /// <inheritdoc />
    public async ValueTask<EventsOfKinds> ReadKindsAsync(
        SeatId seat, EventKinds kinds, long after, int limit, CancellationToken cancellation = default)
    {
        var kept = LastId;
        var (events, readTo) = await ReadUpToAsync(seat, kinds, after, limit, long.MaxValue, cancellation);
        return new EventsOfKinds(events, readTo ?? EndOf(events, kept, after), HasMore: readTo is not null);
    }

    /// <summary>Reads events until they are so many, or have so many bytes; and tells up to which id where there may be more.</summary>
    private async ValueTask<(IReadOnlyList<LabEvent> Events, long? ReadTo)> ReadUpToAsync(
        SeatId? seat, EventKinds? kinds, long after, int limit, long mostBytes, CancellationToken cancellation)
    {
        if (_feed.Recent.Read(seat, after, limit, kinds) is { } recent)
        {
            return (recent.Events, recent.Events.Count == limit ? recent.ReadTo : null);
        }

        var last = seat is { } one ? _holdings.LastOf(one) : LastId;
        if (last <= after)
        {
            return ([], null);
        }

        if (Interlocked.Read(ref _movedId) < last)
        {
            // Not in the database yet, and too far back to be held in memory. For what others bring, nobody waits.
            await _database.ChangeAsync(() => MoveAnd(), cancellation);
        }

        var bytes = 0L;
        var rows = await _database.ReadUntilAsync(
            seat is null
                ? "SELECT id, seat, body FROM events WHERE id > $after ORDER BY id LIMIT $limit"
                : $"SELECT id, seat, body FROM events WHERE seat = $seat AND id > $after{KindTerms.Of(kinds)} ORDER BY id LIMIT $limit",
            row =>
            {
                var body = row.GetFieldValue<byte[]>(2);
                bytes += body.Length;
                return (Id: row.GetInt64(0), Seat: row.GetString(1), Body: body);
            },
            () => bytes >= mostBytes,
            cancellation,
            ("$after", after), ("$limit", limit), ("$seat", seat?.Value ?? ""));
        var events = rows.Select(row => _parser.Read(row.Seat, row.Body, row.Id)).OfType<LabEvent>().ToList();
        return (events, rows.Count > 0 && (rows.Count == limit || bytes >= mostBytes) ? rows[^1].Id : null);
    }

    /// <inheritdoc />
    public async ValueTask<LabEvent?> FindAsync(SeatId seat, long id, CancellationToken cancellation = default)
    {
        var found = await ReadAsync(seat, id - 1, 1, cancellation);
        return found is [var labEvent] && labEvent.Id == id ? labEvent : null;
    }

    /// <inheritdoc />
    public ValueTask<bool> HoldsAsync(Cursor cursor, CancellationToken cancellation = default) => ValueTask.FromResult(_history.Holds(cursor, LastId));

    /// <inheritdoc />
    public IAsyncEnumerable<EventBatch> FollowAsync(SeatId? seat, Cursor after, CancellationToken cancellation = default) =>
        _feed.FollowAsync(seat, after, cancellation);

    byte[]? ISnapshots.Find(SeatId seat, string reading) => _snapshots.Find(seat, reading);

    async Task ISnapshots.KeepAsync(SeatId seat, string reading, byte[] snapshot, long since)
    {
        try
        {
            var put = await _snapshots.WriteAsync(seat, reading, snapshot);

            // In its turn among what erases: either that comes first and is seen here, or it takes this along.
            await _database.ChangeAsync(() =>
            {
                put(!HasLost(seat, since));
                return 0;
            });
        }
        catch (Exception failure) when (failure is IOException or EventLogException or System.Threading.Channels.ChannelClosedException)
        {
            // No room, or the lab ends. It is made anew from the events.
        }
    }

    async ValueTask<EventPage?> IEventPages.PageAsync(SeatId? seat, long after, int limit, CancellationToken cancellation)
    {
        // Everything up to here was kept before the query, so a page that is not full has read it all.
        var kept = LastId;
        var (events, readTo) = await ReadUpToAsync(seat, null, after, limit, MemoryLimits.FollowedBytes, cancellation);
        return new EventPage(_history.Name, events, readTo ?? EndOf(events, kept, after));
    }

    /// <summary>Up to where a page that is not full has read everything: at least what was kept before.</summary>
    private static long EndOf(IReadOnlyList<LabEvent> events, long kept, long after) => Math.Max(kept, events.Count > 0 ? events[^1].Id : after);
}
