using System.Runtime.CompilerServices;
using PixelLab.Core.Events;
using StackExchange.Redis;

namespace PixelLab.Web.Storage.Redis;

public sealed partial class RedisEventLog
{
    /// <summary>How many events a follower is given at once.</summary>
    private const int BatchSize = 256;

    /// <summary>How many new events are taken in at once.</summary>
    private const int TailPage = 512;

    /// <summary>How many events the server hands out in one step; a script can name no more ids at once than a few thousand.</summary>
    private const int MostAtOnce = 1000;

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<LabEvent>> ReadAsync(
        SeatId? seat, long after, int limit, CancellationToken cancellation = default)
    {
        var found = new List<LabEvent>();
        while (true)
        {
            var page = await AskAsync(() => PageAsync(StreamOf(seat), after, Math.Min(limit - found.Count, MostAtOnce)));
            found.AddRange(page.Events);
            if (page.ReadTo == page.Last || found.Count >= limit)
            {
                return found;
            }

            after = page.ReadTo;
        }
    }

    /// <inheritdoc />
    public async ValueTask<LabEvent?> FindAsync(SeatId seat, long id, CancellationToken cancellation = default)
    {
        byte[]? body = await AskAsync(() => _server.Database.HashGetAsync(Bodies, id));
        return body is not null && Parse(id, body) is var found && found.Seat == seat ? found : null;
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<IReadOnlyList<LabEvent>> FollowAsync(
        SeatId? seat, long after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var follower = _followers.Register(seat);
        var log = Volatile.Read(ref _logs);
        var position = Math.Max(after, 0);
        if (position > LastId && position > (long)await AskAsync(() => _server.Database.StringGetAsync(Last)))
        {
            // A cursor of another log. Another lab may only be ahead of this one, so the server was asked.
            log--;
        }

        while (true)
        {
            if (Volatile.Read(ref _away) is { } failure)
            {
                throw RedisServer.Away(failure);
            }

            if (log != Volatile.Read(ref _logs))
            {
                log = Volatile.Read(ref _logs);
                position = 0;
                if (seat is { } own)
                {
                    yield return [new SeatErased { Id = 0, Seat = own, At = _time.GetUtcNow() }];
                }
            }

            foreach (var erased in follower.TakeErased())
            {
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
                var older = await AskAsync(() => PageAsync(StreamOf(seat), position, BatchSize));
                if (!await IsToldAsync(older.Erasures, log, cancellation) || follower.IsToldErased)
                {
                    continue;
                }

                position = older.ReadTo;
                if (older.Events.Count > 0)
                {
                    yield return older.Events;
                }

                continue;
            }

            await follower.WaitAsync(cancellation);
        }
    }

    private static RedisKey StreamOf(SeatId? seat) => seat is { } one ? SeatPrefix + one.Value : Events;

    private static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception failure) when (RedisServer.IsFault(failure))
        {
            throw RedisServer.Away(failure);
        }
    }

    private async Task<Page> PageAsync(RedisKey stream, long after, int limit)
    {
        var answer = (RedisValue[])(await _server.Database.ScriptEvaluateAsync(
            RedisScripts.Read, [stream, Bodies, Last, ErasureCount], [Math.Max(after, 0), limit]))!;
        var page = new Page((long)answer[0], (long)answer[1], (long)answer[2], [], []);
        for (var i = 3; i + 1 < answer.Length; i += 2)
        {
            byte[] body = answer[i + 1]!;
            page.Events.Add(Parse((long)answer[i], body));
            page.Sizes.Add(body.Length);
        }

        Note(page.Last, page.Erasures);
        return page;
    }

    /// <summary>Reads what <see cref="RedisScripts.Append"/> has written: seat, space, event.</summary>
    private static LabEvent Parse(long id, byte[] body)
    {
        var space = body.AsSpan().IndexOf((byte)' ');
        _ = SeatId.TryParse(System.Text.Encoding.ASCII.GetString(body, 0, space), out var seat);
        return LabEventJson.Read(body.AsSpan(space + 1), id, seat);
    }

    /// <summary>Some events of a stream.</summary>
    /// <param name="Last">The newest id of all.</param>
    /// <param name="Erasures">The count of erasures when it was read.</param>
    /// <param name="ReadTo">Up to which id this is everything.</param>
    /// <param name="Events">The events.</param>
    /// <param name="Sizes">The bytes of each.</param>
    private sealed record Page(long Last, long Erasures, long ReadTo, List<LabEvent> Events, List<int> Sizes);
}
