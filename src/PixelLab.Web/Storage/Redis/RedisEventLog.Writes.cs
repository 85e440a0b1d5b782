using System.Threading.Channels;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;
using StackExchange.Redis;

namespace PixelLab.Web.Storage.Redis;

public sealed partial class RedisEventLog
{
    /// <summary>The most changes that wait; when as many do, requests wait before their hit is taken.</summary>
    private const int QueueLength = 4096;

    /// <summary>From how many events on a group is full: the server does nothing else while it takes one in.</summary>
    private const int GroupSize = 512;

    /// <summary>How many groups may be on their way at once.</summary>
    private const int GroupsUnderWay = 4;

    /// <summary>How many events are erased in one step, so that hits need not wait for a large erasure.</summary>
    private const int ErasedAtOnce = 2000;

    /// <summary>How many seats that lost events are remembered for labs that have not heard of it: some times what expires in one step.</summary>
    private const int ErasedRemembered = 5 * ErasedAtOnce;

    /// <summary>How long at most.</summary>
    private static readonly TimeSpan ErasedMemory = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _underWay = new(GroupsUnderWay, GroupsUnderWay);
    private readonly Channel<Append> _appends =
        Channel.CreateBounded<Append>(new BoundedChannelOptions(QueueLength) { SingleReader = true });

    /// <inheritdoc />
    public async Task<IReadOnlyList<LabEvent>> AppendAsync(IReadOnlyList<LabEvent> events, CancellationToken cancellation = default)
    {
        if (events.Count == 0)
        {
            return [];
        }

        var append = new Append([.. events], [.. events.Select(LabEventJson.Write)]);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(StoreLimits.ServerPatience);
        try
        {
            await _appends.Writer.WriteAsync(append, patience.Token);
            return await append.Done.Task.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Where it is on its way, the server may keep it yet; it is refused all the same, for nobody waits for it any longer.
            return append.Done.TrySetCanceled(CancellationToken.None)
                ? throw Refuse(append.Events.Length, new TimeoutException("It did not take an event in time."))
                : await append.Done.Task;
        }
    }

    /// <inheritdoc />
    public async Task<long> EraseAsync(SeatId seat, CancellationToken cancellation = default)
    {
        RedisKey[] keys = [SeatPrefix + seat.Value, Events, Bodies, Last, ErasureCount, RedisFile.Asked, Erased, Ages];
        long all = 0;
        long count;
        do
        {
            RedisValue[] values =
                [ErasedAtOnce, _server.Channel(EventsChannel), seat.Value, ErasedRemembered, (long)ErasedMemory.TotalMilliseconds, all];
            var step = (RedisValue[])(await RedisServer.AskAsync(() => _server.Database.ScriptEvaluateAsync(RedisScripts.Erase, keys, values)))!;
            all += (long)step[0];
            count = (long)step[1];
        }
        while (count == 0);

        _file.Hurry();

        // Whoever follows here is told before it is answered; the other labs hear of it in the order of their log.
        await IsToldAsync(() => Interlocked.Read(ref _told) >= count, _feed.Logs, cancellation);
        return all;
    }

    /// <inheritdoc />
    public async Task<long> ExpireAsync(DateTimeOffset before, CancellationToken cancellation = default)
    {
        var erased = (long)await RedisServer.AskAsync(() => _server.Database.ScriptEvaluateAsync(
            RedisScripts.Expire, [Events, Bodies, ErasureCount, RedisFile.Stale, Erased, Ages],
            [before.ToUnixTimeMilliseconds(), ErasedAtOnce, SeatPrefix, _server.Channel(EventsChannel), ErasedRemembered, (long)ErasedMemory.TotalMilliseconds]));
        if (erased > 0)
        {
            // Which they were is for the server to know: what is held here is read from it again.
            _missedSome = true;
            Wake();
        }

        return erased;
    }

    /// <summary>Sends a group without an event: the server takes it in, or refuses it, as one with events. Who listens hears that there is nothing new.</summary>
    internal static Task TryAppendAsync(IDatabase database) =>
        database.ScriptEvaluateAsync(RedisScripts.Append, [Last, Events, Bodies, Ages, Openings], [SeatPrefix, RedisServer.Channel(database, EventsChannel)]);

    async Task IStoreProbe.ProbeAsync(CancellationToken cancellation)
    {
        try
        {
            await TryAppendAsync(_server.Database).WaitAsync(StoreLimits.ServerPatience, cancellation);
            _state.Works(StorePart.Writing);
        }
        catch (Exception failure) when (RedisServer.IsFault(failure))
        {
            throw Refuse(0, failure);
        }
    }

    /// <summary>Some events are refused: it is noted, and told to whoever brings them.</summary>
    private EventLogException Refuse(int events, Exception failure)
    {
        var condition = RedisServer.ConditionOf(failure);
        _state.Refused(events, condition);
        _state.Fails(StorePart.Writing, condition, RedisServer.CauseOf(failure), failure);
        return RedisServer.Away(failure);
    }

    private async Task WriteAllAsync()
    {
        while (await _appends.Reader.WaitToReadAsync())
        {
            await _underWay.WaitAsync();
            var group = new List<Append>();
            for (var events = 0; events < GroupSize && _appends.Reader.TryRead(out var append); events += append.Events.Length)
            {
                // For what waited too long nobody waits any more.
                if (!append.Done.Task.IsCompleted)
                {
                    group.Add(append);
                }
            }

            if (group.Count == 0)
            {
                _underWay.Release();
                continue;
            }

            // Sent before it comes back here, so groups keep their order; only the answer is not waited for.
            _ = CommitAsync(group);
        }

        for (var i = 0; i < GroupsUnderWay; i++)
        {
            await _underWay.WaitAsync();
        }
    }

    private async Task CommitAsync(List<Append> group)
    {
        try
        {
            List<RedisValue> values = [SeatPrefix, _server.Channel(EventsChannel)];
            var now = _time.GetUtcNow();
            foreach (var append in group)
            {
                for (var i = 0; i < append.Events.Length; i++)
                {
                    var labEvent = append.Events[i];
                    values.Add(labEvent.Seat.Value);
                    values.Add(Age.SinceOf(Age.NotAhead(labEvent, now)).ToUnixTimeMilliseconds());
                    values.Add(append.Bodies[i]);
                }
            }

            var log = _feed.Logs;
            var answer = (RedisValue[])(await _server.Database.ScriptEvaluateAsync(
                RedisScripts.Append, [Last, Events, Bodies, Ages, Openings], [.. values]))!;
            var last = (long)answer[0];
            Note(last, NameIn(answer[1]), log);
            _state.Works(StorePart.Writing);
            var id = last - group.Sum(append => append.Events.Length);
            foreach (var append in group)
            {
                append.Done.TrySetResult([.. append.Events.Select(labEvent => labEvent with { Id = ++id })]);
            }
        }
        catch (Exception failure)
        {
            // Whatever it was: who waits for these must hear of it. Who waits no longer was counted then.
            Exception told = Refuse(group.Where(append => !append.Done.Task.IsCompleted).Sum(append => append.Events.Length), failure);
            told = RedisServer.IsFault(failure) ? told : failure;
            foreach (var append in group)
            {
                append.Done.TrySetException(told);
            }
        }
        finally
        {
            _underWay.Release();
        }
    }

    private sealed record Append(LabEvent[] Events, byte[][] Bodies)
    {
        public TaskCompletionSource<IReadOnlyList<LabEvent>> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
