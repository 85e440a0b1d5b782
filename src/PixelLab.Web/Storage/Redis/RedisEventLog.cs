using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;
using StackExchange.Redis;

namespace PixelLab.Web.Storage.Redis;

/// <summary>
/// The event log on a Redis server that several labs share. Each lab has one writer that sends groups, and one reader of what is
/// new, which wakes its followers. This part is the log's life and that reader; the others are writing and reading.
/// </summary>
public sealed partial class RedisEventLog : IEventWriter, IEventReader, IEventPages, IStoreProbe, IStoreFigures, IAsyncDisposable
{
    private const string EventsChannel = "events";

    /// <summary>How often the log is looked at although nobody said that there is something new: a message may be lost.</summary>
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    private static readonly RedisKey Last = RedisServer.Key("last");
    private static readonly RedisKey Events = RedisServer.Key("events");
    private static readonly RedisKey Bodies = RedisServer.Key("bodies");
    private static readonly RedisKey ErasureCount = RedisServer.Key("erasures");
    private static readonly RedisKey Ages = RedisServer.Key("ages");
    private static readonly RedisKey Openings = RedisServer.Key("openings");
    private static readonly RedisKey Erased = RedisServer.Key("erased");
    private static readonly string SeatPrefix = RedisServer.Key("seat:").ToString();

    private readonly RedisServer _server;
    private readonly RedisFile _file;
    private readonly Holdings _holdings;
    private readonly StoreState _state;
    private readonly EventParser _parser;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly EventFeed _feed;
    private readonly Losses _losses = new();
    private readonly CancellationTokenSource _end = new();
    private readonly SemaphoreSlim _news = new(0);
    private readonly Lock _gate = new();
    private Task _writer = Task.CompletedTask;
    private Task _tail = Task.CompletedTask;
    private volatile LogHistory _history = new([]);
    private Cursor _newest;
    private long _tailed;

    /// <summary>Up to which of the server's count of erasures everybody here was told. Only the tail sets it.</summary>
    private long _told;
    private TaskCompletionSource _lookedAgain = New();
    private int _hasNews;
    private int _closed;
    private volatile bool _missedSome;

    /// <summary>Makes the log ready to be started.</summary>
    public RedisEventLog(RedisServer server, RedisFile file, Holdings holdings, StoreState state, TimeProvider time, ILogger<RedisEventLog> logger)
    {
        _server = server;
        _file = file;
        _holdings = holdings;
        _state = state;
        _time = time;
        _logger = logger;
        _parser = new EventParser(logger);
        _feed = new EventFeed(this);
        server.Lost += Wake;
        server.Restored += () =>
        {
            _missedSome = true;
            Wake();
        };
    }

    /// <summary>Begins to read and to write.</summary>
    internal async Task StartAsync()
    {
        await _server.ListenAsync(EventsChannel, _ => Wake());
        _told = (long)await _server.Database.StringGetAsync(ErasureCount);
        (_history, _tailed) = await OpenAsync();
        _newest = new Cursor(_tailed, _history.Name);
        _feed.HoldAfter(_history.Name, _tailed);
        _writer = Task.Run(WriteAllAsync);
        _tail = Task.Run(TailAsync);
    }

    /// <inheritdoc />
    public long LastId => End.Id;

    /// <inheritdoc />
    public Cursor End
    {
        get
        {
            lock (_gate)
            {
                return _newest;
            }
        }
    }

    /// <inheritdoc />
    public long Erasures => _losses.Count;

    /// <inheritdoc />
    public bool HasLost(SeatId seat, long since) => _losses.Has(seat, since);

    /// <inheritdoc />
    public StoreFigures Figures
    {
        get
        {
            var (followers, behind) = _feed.Following(LastId, _holdings);
            return new StoreFigures(followers, behind, _parser.UnreadableCount);
        }
    }

    /// <summary>Finishes what is queued.</summary>
    public async ValueTask DisposeAsync()
    {
        // The container knows it by two names, and closes each.
        if (Interlocked.Exchange(ref _closed, 1) == 1)
        {
            return;
        }

        _appends.Writer.TryComplete();
        await _writer;
        await _end.CancelAsync();
        Wake();
        await _tail;
        _end.Dispose();
        _news.Dispose();
        _underWay.Dispose();
    }

    private void Wake()
    {
        if (!_end.IsCancellationRequested && Interlocked.Exchange(ref _hasNews, 1) == 0)
        {
            _news.Release();
        }
    }

    /// <summary>Takes in what any lab has kept, and wakes the followers. Where the server is away it says so to them and tries again.</summary>
    private async Task TailAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await TakeInAsync();
                _feed.ComeBack();
                _state.Works(StorePart.Hearing);
            }
            catch (Exception failure)
            {
                // A fault of the lab's own is told like one of the server's: whoever follows is not left waiting, and the next look may succeed.
                if (RedisServer.IsFault(failure))
                {
                    _state.Fails(StorePart.Hearing, RedisServer.ConditionOf(failure), RedisServer.CauseOf(failure), failure);
                }
                else if (_state.Fails(StorePart.Hearing, StoreCondition.Behind, StoreCause.ServerUnread, failure))
                {
                    TailFailed(_logger, failure);
                }

                _feed.GoAway(RedisServer.Away(failure));
            }

            Interlocked.Exchange(ref _lookedAgain, New()).SetResult();
            await ((Task)_news.WaitAsync(Pulse, _end.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Volatile.Write(ref _hasNews, 0);
        }

        _lookedAgain.SetResult();
    }

    private async Task TakeInAsync()
    {
        if (_missedSome)
        {
            _missedSome = false;
            _feed.HoldAfter(_history.Name, _tailed);
        }

        while (true)
        {
            var page = await PageAsync(Events, _tailed, TailPage);
            if ((page.Log != _history.Name || page.Last < _tailed) && !await IsSameLogAsync())
            {
                await BeginAnewAsync();
                break;
            }

            // Before what was read with it: among that may be what a seat has sent after it was erased.
            await TellErasedAsync(page.Erasures);
            var isWhole = page.ReadTo == page.Last;
            _tailed = page.ReadTo;
            if (page.Events.Count > 0)
            {
                _feed.Recent.Add(page.Events, page.Sizes);
                _holdings.Add(page.Events, page.Sizes);
                _feed.Wake(page.Events);
            }

            if (isWhole)
            {
                break;
            }
        }
    }

    /// <summary>
    /// Tells which seats have lost events up to a count, and whoever follows which of them were erased, and of no later ones: of those there
    /// may still be something on its way.
    /// </summary>
    private async Task TellErasedAsync(long count)
    {
        if (count == _told)
        {
            return;
        }

        var reached = _told;
        var isWhole = true;
        foreach (var entry in await _server.Database.StreamRangeAsync(Erased, $"{_told + 1}-0", $"{count}"))
        {
            var id = entry.Id.ToString().Split('-');
            var number = long.Parse(id[0], CultureInfo.InvariantCulture);
            isWhole &= number == reached || (number == reached + 1 && id[1] is "0" or "1");
            reached = number;
            if (!SeatId.TryParse(entry["s"], out var seat))
            {
                continue;
            }

            if (entry["n"] != "0")
            {
                // How much of it was too old is not told, so this lab counts the seat anew from here.
                _holdings.RemoveAll(seat);
                _losses.Add(seat);
            }

            if (entry["l"] is { IsNull: false } last)
            {
                var erased = new SeatErased { Id = (long)last, Seat = seat, At = _time.GetUtcNow() };
                _feed.Recent.Forget(labEvent => labEvent.Seat == seat && labEvent.Id <= erased.Id);
                _feed.WakeErased(erased);
            }
        }

        if (!isWhole || reached < count)
        {
            // This lab was away for so long that the server has forgotten some of them.
            _losses.AddAll();
        }

        Interlocked.Exchange(ref _told, count);
    }

    /// <summary>
    /// Waits until everybody here was told of what was read with a page: of the erasures until then, and that the log is another one; false where the
    /// server went away or lost its log.
    /// </summary>
    private Task<bool> IsToldAsync(Page page, int log, CancellationToken cancellation) =>
        IsToldAsync(() => Interlocked.Read(ref _told) >= page.Erasures && _history.Knows(page.Log), log, cancellation);

    private async Task<bool> IsToldAsync(Func<bool> isTold, int log, CancellationToken cancellation)
    {
        while (true)
        {
            var again = Volatile.Read(ref _lookedAgain);
            if (log != _feed.Logs || _feed.Away is not null || _end.IsCancellationRequested)
            {
                return false;
            }

            if (isTold())
            {
                return true;
            }

            Wake();
            await again.Task.WaitAsync(cancellation);
        }
    }

    /// <summary>
    /// Whether the log is the one of which this lab has taken in what it has, and was merely opened by others since. Else the server has lost it, or
    /// somebody emptied it or brought another one back.
    /// </summary>
    private async Task<bool> IsSameLogAsync()
    {
        var (history, last) = await ReadOpeningsAsync();
        if (!history.Holds(new Cursor(_tailed, _history.Name), last))
        {
            return false;
        }

        _history = history;
        _feed.HoldAfter(history.Name, _tailed);
        return true;
    }

    /// <summary>Whatever anybody shows is of another log.</summary>
    private async Task BeginAnewAsync()
    {
        // Under a new name, for the ids that it has given are given again.
        var (history, last) = await OpenAsync();
        var erasures = (long)await _server.Database.StringGetAsync(ErasureCount);
        lock (_gate)
        {
            _tailed = last;
            _newest = new Cursor(last, history.Name);
            _losses.AddAll();
            _holdings.Clear();
            _history = history;
            Interlocked.Exchange(ref _told, erasures);
            _feed.BeginAnew(history.Name, last);
        }
    }

    private async Task<(LogHistory History, long Last)> OpenAsync() => ReadOpenings(await _server.Database.ScriptEvaluateAsync(
        RedisScripts.Open, [Openings, Last], [Cursor.NewName(), StoreLimits.Openings]));

    /// <summary>
    /// Notes the newest id that the server named in an answer, with the log's name. Answers may overtake one another, so the newest counts; and one
    /// that was asked for before another log began is of none.
    /// </summary>
    private void Note(long last, string name, int log)
    {
        lock (_gate)
        {
            if (log == _feed.Logs && last >= _newest.Id && name.Length > 0)
            {
                _newest = new Cursor(last, name);
            }
        }
    }

    [LoggerMessage(EventId = 2, EventName = "RedisTailFailed", Level = LogLevel.Error, Message = "What is new on the Redis server could not be taken in")]
    private static partial void TailFailed(ILogger logger, Exception failure);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
