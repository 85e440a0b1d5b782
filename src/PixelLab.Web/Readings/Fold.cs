using PixelLab.Core.Events;
using PixelLab.Core.Readings;

namespace PixelLab.Web.Readings;

/// <summary>
/// One reading over the events of a seat, or of several in the log's order. It reads on from where it was, and is made anew where one
/// of its seats has lost events or left; what other seats lose is nothing to it.
/// </summary>
/// <param name="fresh">Makes the reading, empty.</param>
/// <param name="log">The log.</param>
/// <param name="turn">Whose holder may work; it is given back between pages. Null where nobody has to wait for others.</param>
/// <param name="snapshots">Where it is kept over a restart; null where it is not.</param>
/// <param name="begins">Called each time that the reading is begun from the first event on.</param>
internal sealed class Fold(Func<Reading> fresh, IEventReader log, SemaphoreSlim? turn, FoldSnapshots? snapshots, Action begins)
{
    private const int PageSize = 500;

    /// <summary>The seats that are taken in; null before anything is. Not changed but replaced, for others look at it.</summary>
    private volatile HashSet<SeatId>? _seats;

    private Reading? _reading;
    private long _position;
    private int _count;
    private long _erasures;

    /// <summary>Behind which event it was begun to be read on; -1 where nobody waits for that.</summary>
    private long _readsFrom = -1;

    /// <summary>Held by whoever reads on or asks.</summary>
    private SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>Whether events that were taken in are in the log no more.</summary>
    public bool HasLost
    {
        get
        {
            var since = Interlocked.Read(ref _erasures);
            return log.Erasures != since && _seats?.Any(seat => log.HasLost(seat, since)) is true;
        }
    }

    /// <summary>Behind which event somebody waits for it to be read on, and up to which it has been; null where nobody does.</summary>
    public (long From, long To)? UnderWay => Interlocked.Read(ref _readsFrom) is >= 0 and var from ? (from, Interlocked.Read(ref _position)) : null;

    /// <summary>Takes in what has come, and asks.</summary>
    /// <param name="seats">The seats as they are now.</param>
    /// <param name="most">After how many of their events; where there are fewer, after all of them.</param>
    /// <param name="ask">The question.</param>
    /// <param name="cancellation">Ends the reading of the log.</param>
    public async Task<TAnswer> AskAsync<TAnswer>(
        IReadOnlyCollection<SeatId> seats, int most, Func<Reading, TAnswer> ask, CancellationToken cancellation)
    {
        await Gate.WaitAsync(cancellation);
        try
        {
            do
            {
                if (_count > most || !await GoesOnAsync(seats, cancellation))
                {
                    await BeginAsync(seats, cancellation);
                }

                await TakeAllAsync(most, cancellation);
            }
            while (HasLost);

            return await WorkAsync(() => ask(_reading!), cancellation);
        }
        finally
        {
            var isDue = snapshots?.IsDue(_count) is true && _seats is not null;
            Gate.Release();
            if (isDue)
            {
                _ = Task.Run(KeepAsync, CancellationToken.None);
            }
        }
    }

    /// <summary>Keeps it over a restart, after whoever asked has the answer.</summary>
    private async Task KeepAsync()
    {
        Func<Task>? keep = null;
        await Gate.WaitAsync();
        try
        {
            if (snapshots!.IsDue(_count) && !HasLost)
            {
                keep = snapshots.Write(_reading!, _position, _count, Interlocked.Read(ref _erasures));
            }
        }
        finally
        {
            Gate.Release();
        }

        if (keep is not null)
        {
            await keep();
        }
    }

    /// <summary>Whether what was taken in is still in the log, and still all that there is of these seats up to the position.</summary>
    private async Task<bool> GoesOnAsync(IReadOnlyCollection<SeatId> seats, CancellationToken cancellation)
    {
        var erasures = log.Erasures;
        if (_seats is not { } taken || HasLost)
        {
            return false;
        }

        Interlocked.Exchange(ref _erasures, erasures);
        if (taken.SetEquals(seats))
        {
            return true;
        }

        if (!taken.IsSubsetOf(seats))
        {
            return false;
        }

        foreach (var seat in seats.Where(seat => !taken.Contains(seat)))
        {
            if (await FirstOfAsync(seat, cancellation) <= _position)
            {
                return false;
            }
        }

        _seats = seats.ToHashSet();
        return true;
    }

    private async Task BeginAsync(IReadOnlyCollection<SeatId> seats, CancellationToken cancellation)
    {
        Interlocked.Exchange(ref _erasures, log.Erasures);
        if (snapshots?.Find() is { } kept && kept.Position <= log.LastId && !log.HasLost(seats.First(), Interlocked.Read(ref _erasures)))
        {
            (_reading, _count, _position) = (kept.Reading, kept.Count, kept.Position);
            _seats = seats.ToHashSet();
            return;
        }

        (_reading, _count, _position) = (fresh(), 0, 0);
        begins();
        _seats = seats.ToHashSet();
        if (seats.Count == 1)
        {
            return;
        }

        // What came before the first of theirs is others' alone.
        _position = log.LastId;
        foreach (var seat in seats)
        {
            _position = Math.Min(_position, await FirstOfAsync(seat, cancellation) - 1);
        }
    }

    /// <summary>Takes in what has come, a page at a time; while one is folded the next is read.</summary>
    private async Task TakeAllAsync(int most, CancellationToken cancellation)
    {
        var rest = most - _count;
        if (rest == 0)
        {
            return;
        }

        // What it does not take counts where it is asked after so many of all.
        var kinds = most == int.MaxValue ? _reading!.Takes : null;
        try
        {
            var next = ReadAsync(kinds, _position, rest, cancellation);
            for (var hasMore = true; hasMore;)
            {
                var page = await next;
                rest -= page.Events.Count;
                hasMore = page.HasMore && rest > 0;
                if (hasMore)
                {
                    var left = rest;
                    next = Task.Run(() => ReadAsync(kinds, page.ReadTo, left, cancellation), cancellation);
                    Interlocked.CompareExchange(ref _readsFrom, page.Events is [var first, ..] ? first.Id - 1 : _position, -1);
                }

                await WorkAsync(() => Take(page), cancellation);
            }
        }
        finally
        {
            Interlocked.Exchange(ref _readsFrom, -1);
        }
    }

    private int Take(EventsOfKinds page)
    {
        foreach (var labEvent in page.Events)
        {
            if (_seats!.Contains(labEvent.Seat))
            {
                _reading!.Add(labEvent);
                _count++;
            }
        }

        Interlocked.Exchange(ref _position, page.ReadTo);
        return _count;
    }

    private async Task<TResult> WorkAsync<TResult>(Func<TResult> work, CancellationToken cancellation)
    {
        if (turn is null)
        {
            return work();
        }

        // Whoever waits for the thread has it before.
        await Task.Yield();
        await turn.WaitAsync(cancellation);
        try
        {
            return work();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Reads a page: of a seat its own events, of several those of all seats, on another thread and with the hits taken apart there.</summary>
    private async Task<EventsOfKinds> ReadAsync(EventKinds? kinds, long after, int rest, CancellationToken cancellation)
    {
        var limit = Math.Min(PageSize, rest);
        if (_seats!.Count != 1)
        {
            return await Task.Run(
                async () =>
                {
                    var page = await log.ReadAsync(null, after, limit, cancellation);
                    foreach (var hit in page.OfType<Hit>())
                    {
                        _ = hit.Request.Query;
                        _ = hit.Request.Headers;
                    }

                    return Whole(page);
                },
                cancellation);
        }

        var seat = _seats.First();
        return kinds is null
            ? Whole(await log.ReadAsync(seat, after, limit, cancellation))
            : await log.ReadKindsAsync(seat, kinds, after, limit, cancellation);

        EventsOfKinds Whole(IReadOnlyList<LabEvent> page) => new(page, page.Count > 0 ? page[^1].Id : after, page.Count == limit);
    }

    /// <summary>The id of a seat's first event, or one that none has yet.</summary>
    private async Task<long> FirstOfAsync(SeatId seat, CancellationToken cancellation) =>
        await log.ReadAsync(seat, 0, 1, cancellation) is [var first] ? first.Id : long.MaxValue;
}
