using PixelLab.Core.Events;
using PixelLab.Core.Readings;

namespace PixelLab.Web.Features.Classroom.Overview;

/// <summary>
/// One reading over all seats of a room, in the log's order. It reads on from where it was; where a seat's events are gone
/// (erased, expired, the student has left), it is made anew.
/// </summary>
/// <param name="fresh">Makes the reading, empty.</param>
/// <param name="withSimulated">Whether the simulated people count.</param>
internal sealed class RoomFold(Func<Reading> fresh, bool withSimulated)
{
    private const int PageSize = 500;

    /// <summary>The seats that are taken in, each with the id of its first event; 0 where it had none yet.</summary>
    private readonly Dictionary<SeatId, long> _first = [];

    private Reading _reading = fresh();
    private long _position;
    private long _erasures;
    private bool _hasBegun;

    /// <summary>Held by whoever reads on or asks.</summary>
    private SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>Takes in what has come, and asks.</summary>
    /// <param name="room">The room as it is now.</param>
    /// <param name="log">The log.</param>
    /// <param name="turn">Whose holder may work; it is given back between pages.</param>
    /// <param name="ask">The question.</param>
    /// <param name="cancellation">Ends the reading of the log.</param>
    public async Task<TAnswer> AskAsync<TAnswer>(
        Room room, IEventReader log, SemaphoreSlim turn, Func<Reading, TAnswer> ask, CancellationToken cancellation)
    {
        await Gate.WaitAsync(cancellation);
        try
        {
            var seats = (withSimulated ? room.Students : room.People).Select(student => student.Seat).ToHashSet();
            if (!await StillHoldsAsync(seats, log, cancellation))
            {
                await BeginAsync(seats, log, cancellation);
            }

            await TakeAllAsync(seats, log, turn, cancellation);
            await turn.WaitAsync(cancellation);
            try
            {
                return ask(_reading);
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Whether what was taken in is still in the log and still all of the room's up to the position.</summary>
    private async Task<bool> StillHoldsAsync(HashSet<SeatId> seats, IEventReader log, CancellationToken cancellation)
    {
        if (!_hasBegun || _first.Keys.Any(seat => !seats.Contains(seat)))
        {
            return false;
        }

        var erasures = log.Erasures;
        if (erasures != _erasures)
        {
            // Seats are erased whole, and old events from the first on: where each seat's first is left, all are.
            foreach (var (seat, first) in _first)
            {
                if (first > 0 && await log.FindAsync(seat, first, cancellation) is null)
                {
                    return false;
                }
            }

            _erasures = erasures;
        }

        foreach (var seat in seats.Where(seat => !_first.ContainsKey(seat)).ToList())
        {
            var first = await FirstOfAsync(seat, log, cancellation);
            if (first > 0 && first <= _position)
            {
                return false;
            }

            _first[seat] = 0;
        }

        return true;
    }

    private async Task BeginAsync(HashSet<SeatId> seats, IEventReader log, CancellationToken cancellation)
    {
        _erasures = log.Erasures;
        _position = log.LastId;
        _reading = fresh();
        _first.Clear();
        _hasBegun = true;
        foreach (var seat in seats)
        {
            var first = await FirstOfAsync(seat, log, cancellation);
            _first[seat] = first;
            _position = first > 0 ? Math.Min(_position, first - 1) : _position;
        }
    }

    /// <summary>Takes in what has come, a page at a time; while one is folded the next is read.</summary>
    private async Task TakeAllAsync(HashSet<SeatId> seats, IEventReader log, SemaphoreSlim turn, CancellationToken cancellation)
    {
        var next = ReadAsync(log, _position, cancellation);
        for (var isLast = false; !isLast;)
        {
            var page = await next;
            isLast = page.Count < PageSize;
            if (!isLast)
            {
                next = ReadAsync(log, page[^1].Id, cancellation);
            }

            await turn.WaitAsync(cancellation);
            try
            {
                Take(page, seats);
            }
            finally
            {
                turn.Release();
            }

            // Whoever waits for the turn or the thread has it in between.
            await Task.Yield();
        }
    }

    private void Take(IReadOnlyList<LabEvent> page, HashSet<SeatId> seats)
    {
        foreach (var labEvent in page)
        {
            _position = labEvent.Id;
            if (seats.Contains(labEvent.Seat))
            {
                _reading.Add(labEvent);
                _first[labEvent.Seat] = _first[labEvent.Seat] is > 0 and var first ? first : labEvent.Id;
            }
        }
    }

    /// <summary>Reads a page on another thread, and takes its hits apart there: each report asks for several of their parameters.</summary>
    private static Task<IReadOnlyList<LabEvent>> ReadAsync(IEventReader log, long after, CancellationToken cancellation) => Task.Run(
        async () =>
        {
            var page = await log.ReadAsync(null, after, PageSize, cancellation);
            foreach (var hit in page.OfType<Hit>())
            {
                _ = hit.Request.Query;
                _ = hit.Request.Headers;
            }

            return page;
        },
        cancellation);

    private static async Task<long> FirstOfAsync(SeatId seat, IEventReader log, CancellationToken cancellation) =>
        await log.ReadAsync(seat, 0, 1, cancellation) is [var first] ? first.Id : 0;
}
