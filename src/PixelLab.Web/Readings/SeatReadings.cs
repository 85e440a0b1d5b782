using System.Collections.Concurrent;
using PixelLab.Core.Events;
using PixelLab.Core.Readings;

namespace PixelLab.Web.Readings;

/// <summary>
/// Keeps readings of seats up to date: each question first takes in the events that came since the last one. What is
/// held is a cache, bounded, and can be thrown away at any time, for the log is the truth.
/// </summary>
public sealed class SeatReadings(IEventReader log)
{
    /// <summary>The most readings held; beyond it the longest unasked one goes.</summary>
    private const int Most = 600;

    private const int PageSize = 1000;

    private readonly ConcurrentDictionary<(SeatId Seat, object Reading, bool IsAsOf), Held> _held = new();
    private long _asked;

    /// <summary>Asks a reading of a seat as of now, with everything in it that was kept before the call.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="ask">The question; it runs alone on the reading, so it must return something that stays as it is.</param>
    /// <param name="cancellation">Ends the reading of the log.</param>
    public Task<TAnswer> AskAsync<TReading, TAnswer>(
        SeatId seat, Func<TReading, TAnswer> ask, CancellationToken cancellation = default)
        where TReading : Reading, new() => AskAsync(seat, typeof(TReading), () => new TReading(), ask, cancellation);

    /// <summary>Asks a reading that is made for a purpose of its own: the conditions of one lesson.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="key">What the reading is known by; the same object, the same reading.</param>
    /// <param name="fresh">Makes it, empty.</param>
    /// <param name="ask">The question; it runs alone on the reading, so it must return something that stays as it is.</param>
    /// <param name="cancellation">Ends the reading of the log.</param>
    public async Task<TAnswer> AskAsync<TReading, TAnswer>(
        SeatId seat, object key, Func<TReading> fresh, Func<TReading, TAnswer> ask, CancellationToken cancellation = default)
        where TReading : Reading
    {
        return await AskAsync(seat, key, int.MaxValue, false, fresh, ask, cancellation);
    }

    /// <summary>
    /// Asks a reading of a seat as of an earlier time: after its first events. Going forward takes in only what lies between;
    /// going back folds from the start.
    /// </summary>
    /// <param name="seat">The seat.</param>
    /// <param name="events">After how many of the seat's events; where there are fewer, after all of them.</param>
    /// <param name="ask">The question; it runs alone on the reading, so it must return something that stays as it is.</param>
    /// <param name="cancellation">Ends the reading of the log.</param>
    public async Task<TAnswer> AskAsOfAsync<TReading, TAnswer>(
        SeatId seat, int events, Func<TReading, TAnswer> ask, CancellationToken cancellation = default)
        where TReading : Reading, new() =>
        await AskAsync(seat, typeof(TReading), events, true, () => new TReading(), ask, cancellation);

    private async Task<TAnswer> AskAsync<TReading, TAnswer>(
        SeatId seat, object key, int most, bool isAsOf, Func<TReading> fresh, Func<TReading, TAnswer> ask, CancellationToken cancellation)
        where TReading : Reading
    {
        var held = _held.GetOrAdd((seat, key, isAsOf), _ => new Held(fresh()));
        held.LastAsked = Interlocked.Increment(ref _asked);
        await held.Gate.WaitAsync(cancellation);
        try
        {
            await CatchUpAsync(seat, most, held, fresh, cancellation);
            return ask((TReading)held.Reading);
        }
        finally
        {
            held.Gate.Release();
            Trim();
        }
    }

    private async Task CatchUpAsync(SeatId seat, int most, Held held, Func<Reading> fresh, CancellationToken cancellation)
    {
        var erasures = log.Erasures;
        if (held.Erasures != erasures || held.Count > most)
        {
            held.Reading = fresh();
            held.Position = 0;
            held.Count = 0;
            held.Erasures = erasures;
        }

        while (held.Count < most)
        {
            var page = Math.Min(PageSize, most - held.Count);
            var events = await log.ReadAsync(seat, held.Position, page, cancellation);
            foreach (var labEvent in events)
            {
                held.Reading.Add(labEvent);
                held.Position = labEvent.Id;
                held.Count++;
            }

            if (events.Count < page)
            {
                break;
            }
        }

        // A log that others share tells of their erasures when it is read.
        if (log.Erasures != held.Erasures)
        {
            await CatchUpAsync(seat, most, held, fresh, cancellation);
        }
    }

    private void Trim()
    {
        if (_held.Count <= Most)
        {
            return;
        }

        foreach (var old in _held.OrderBy(entry => entry.Value.LastAsked).Take(_held.Count - Most + (Most / 10)))
        {
            _held.TryRemove(old);
        }
    }

    private sealed class Held(Reading reading)
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public Reading Reading { get; set; } = reading;

        public long Position { get; set; }

        public int Count { get; set; }

        public long Erasures { get; set; }

        public long LastAsked { get; set; }
    }
}
