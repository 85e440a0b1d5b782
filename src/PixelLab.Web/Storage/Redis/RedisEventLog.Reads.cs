using System.Text;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;
using StackExchange.Redis;

namespace PixelLab.Web.Storage.Redis;

public sealed partial class RedisEventLog
{
    /// <summary>How many new events are taken in at once.</summary>
    private const int TailPage = 512;

    /// <summary>How many events the server hands out in one step; a script can name no more ids at once than a few thousand.</summary>
    private const int MostAtOnce = 1000;

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<LabEvent>> ReadAsync(
        SeatId? seat, long after, int limit, CancellationToken cancellation = default) =>
        (await ReadPagesAsync(seat, null, after, limit, cancellation)).Events;

    /// <inheritdoc />
    /// <remarks>The server hands out all of them; the others are not taken apart.</remarks>
    public ValueTask<EventsOfKinds> ReadKindsAsync(
        SeatId seat, EventKinds kinds, long after, int limit, CancellationToken cancellation = default) =>
        ReadPagesAsync(seat, kinds, after, limit, cancellation);

    private async ValueTask<EventsOfKinds> ReadPagesAsync(
        SeatId? seat, EventKinds? kinds, long after, int limit, CancellationToken cancellation)
    {
        var found = new List<LabEvent>();
        var log = _feed.Logs;
        while (true)
        {
            var page = await RedisServer.AskAsync(() => PageAsync(StreamOf(seat), after, kinds is null ? Math.Min(limit - found.Count, MostAtOnce) : MostAtOnce, kinds));
            if (!await IsToldAsync(page, log, cancellation) && _feed.Away is { } failure)
            {
                // What another lab erased may be among what this one has concluded, and it cannot say.
                throw RedisServer.Away(failure);
            }

            found.AddRange(page.Events);
            if (found.Count > limit)
            {
                return new EventsOfKinds(found[..limit], found[limit - 1].Id, HasMore: true);
            }

            if (page.ReadTo == page.Last || found.Count >= limit)
            {
                return new EventsOfKinds(found, page.ReadTo, HasMore: page.ReadTo != page.Last);
            }

            after = page.ReadTo;
        }
    }

    /// <inheritdoc />
    public async ValueTask<LabEvent?> FindAsync(SeatId seat, long id, CancellationToken cancellation = default)
    {
        byte[]? body = await RedisServer.AskAsync(() => _server.Database.HashGetAsync(Bodies, id));
        return body is not null && Parse(id, body) is { } found && found.Seat == seat ? found : null;
    }

    /// <inheritdoc />
    public async ValueTask<bool> HoldsAsync(Cursor cursor, CancellationToken cancellation = default)
    {
        if (_history.Holds(cursor, LastId))
        {
            return true;
        }

        // Other labs may have opened the log since, or kept more than this one has heard of.
        var (history, last) = await RedisServer.AskAsync(ReadOpeningsAsync);
        return history.Holds(cursor, last);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<EventBatch> FollowAsync(SeatId? seat, Cursor after, CancellationToken cancellation = default) =>
        _feed.FollowAsync(seat, after, cancellation);

    async ValueTask<EventPage?> IEventPages.PageAsync(SeatId? seat, long after, int limit, CancellationToken cancellation)
    {
        var log = _feed.Logs;
        var page = await RedisServer.AskAsync(() => PageAsync(StreamOf(seat), after, limit));
        return await IsToldAsync(page, log, cancellation) ? new EventPage(page.Log, page.Events, page.ReadTo) : null;
    }

    private static RedisKey StreamOf(SeatId? seat) => seat is { } one ? SeatPrefix + one.Value : Events;

    private async Task<Page> PageAsync(RedisKey stream, long after, int limit, EventKinds? kinds = null)
    {
        var log = _feed.Logs;
        var answer = (RedisValue[])(await _server.Database.ScriptEvaluateAsync(
            RedisScripts.Read, [stream, Bodies, Last, ErasureCount, Openings], [Math.Max(after, 0), limit, MemoryLimits.FollowedBytes]))!;
        var page = new Page((long)answer[0], (long)answer[1], (long)answer[2], NameIn(answer[3]), [], []);
        for (var i = 4; i + 1 < answer.Length; i += 2)
        {
            byte[] body = answer[i + 1]!;
            if (Parse((long)answer[i], body, kinds) is { } labEvent)
            {
                page.Events.Add(labEvent);
                page.Sizes.Add(body.Length);
            }
        }

        Note(page.Last, page.Log, log);
        return page;
    }

    private async Task<(LogHistory History, long Last)> ReadOpeningsAsync() =>
        ReadOpenings(await _server.Database.ScriptEvaluateAsync(RedisScripts.Openings, [Openings, Last]));

    private static (LogHistory History, long Last) ReadOpenings(RedisResult answer)
    {
        var parts = (RedisValue[])answer!;
        return (new LogHistory([.. parts.Skip(1).Select(one => Opening.Read(one.ToString()))]), (long)parts[0]);
    }

    /// <summary>The log's name in an answer; empty where nobody has opened the log.</summary>
    private static string NameIn(RedisValue opening) => opening.IsNullOrEmpty ? "" : Opening.Read(opening.ToString()).Name;

    /// <summary>Reads what <see cref="RedisScripts.Append"/> has written: seat, space, event.</summary>
    private LabEvent? Parse(long id, byte[] body, EventKinds? kinds = null)
    {
        var space = Math.Max(0, body.AsSpan().IndexOf((byte)' '));
        var json = body.AsSpan(Math.Min(space + 1, body.Length));
        return kinds?.Has(json) is false ? null : _parser.Read(Encoding.ASCII.GetString(body, 0, space), json, id);
    }

    /// <summary>Some events of a stream.</summary>
    /// <param name="Last">The newest id of all.</param>
    /// <param name="Erasures">The count of erasures when it was read.</param>
    /// <param name="ReadTo">Up to which id this is everything.</param>
    /// <param name="Log">The log's name.</param>
    /// <param name="Events">The events.</param>
    /// <param name="Sizes">The bytes of each.</param>
    private sealed record Page(long Last, long Erasures, long ReadTo, string Log, List<LabEvent> Events, List<int> Sizes);
}
