using System.Collections.Concurrent;
using PixelLab.Core.Events;
using PixelLab.Core.Readings;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Readings;

/// <summary>
/// Keeps readings up to date, of a seat or over several: each question first takes in the events that came since the last one. What is
/// held is a cache, bounded, and can be thrown away at any time, for the log is the truth; what was erased does not stay in it.
/// </summary>
public sealed class SeatReadings(IEventReader log, TimeProvider time, ISnapshots? snapshots = null) : BackgroundService
{
    /// <summary>How long those over several seats are held although nobody asks.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Key, Held> _held = new();

    private long _made;

    /// <summary>One fold over several seats runs at a time, so that hits have the rest of the machine.</summary>
    private readonly SemaphoreSlim _oneOverSeveral = new(1, 1);

    /// <summary>How many readings are held.</summary>
    public int Kept => _held.Count;

    /// <summary>How many were begun from the first event on.</summary>
    public long Made => Interlocked.Read(ref _made);

    /// <summary>How much of a seat's events is read, in percent, where somebody waits for that; null where nobody does.</summary>
    public int? PercentRead(SeatId seat)
    {
        var underWay = _held.Where(one => one.Key.Whose.Equals(seat)).Select(one => one.Value.Fold.UnderWay).OfType<(long From, long To)>().ToList();
        return underWay.Count == 0 ? null
            : (int)underWay.Min(one => Math.Clamp(100 * (one.To - one.From) / Math.Max(1, log.LastId - one.From), 0, 100));
    }

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
    public Task<TAnswer> AskAsync<TReading, TAnswer>(
        SeatId seat, object key, Func<TReading> fresh, Func<TReading, TAnswer> ask, CancellationToken cancellation = default)
        where TReading : Reading =>
        Hold(new Key(seat, key), fresh).Fold.AskAsync([seat], int.MaxValue, reading => ask((TReading)reading), cancellation);

    /// <summary>
    /// Asks a reading of a seat as of an earlier time: after its first events. Going forward takes in only what lies between;
    /// going back folds from the start.
    /// </summary>
    /// <param name="seat">The seat.</param>
    /// <param name="events">After how many of the seat's events; where there are fewer, after all of them.</param>
    /// <param name="ask">The question; it runs alone on the reading, so it must return something that stays as it is.</param>
    /// <param name="cancellation">Ends the reading of the log.</param>
    public Task<TAnswer> AskAsOfAsync<TReading, TAnswer>(
        SeatId seat, int events, Func<TReading, TAnswer> ask, CancellationToken cancellation = default)
        where TReading : Reading, new() =>
        Hold(new Key(seat, typeof(TReading)) { IsAsOf = true }, () => new TReading())
            .Fold.AskAsync([seat], events, reading => ask((TReading)reading), cancellation);

    /// <summary>
    /// Asks a reading over several seats as of now, with everything in it that was kept before the call. However many ask, the same answer
    /// is made at most once a second.
    /// </summary>
    /// <param name="whose">What the seats are together; equal, the same reading.</param>
    /// <param name="seats">The seats as they are when it is read on.</param>
    /// <param name="question">What is asked, so that the same question within a second has the same answer.</param>
    /// <param name="ask">The question; it runs alone on the reading, so it must return something that stays as it is.</param>
    /// <param name="cancellation">Ends the asking.</param>
    public Task<TAnswer> AskOverSeveralAsync<TReading, TAnswer>(
        object whose, Func<IReadOnlyCollection<SeatId>> seats, object question, Func<TReading, TAnswer> ask, CancellationToken cancellation)
        where TReading : Reading, new()
        where TAnswer : class
    {
        var held = Hold(new Key(whose, typeof(TReading)) { IsOverSeveral = true }, () => new TReading());
        return held.Answers.GetOrAdd(question, _ => new SharedAnswer(time)).GiveAsync(
            () => held.Fold.AskAsync(seats(), int.MaxValue, reading => ask((TReading)reading), cancellation), cancellation);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _oneOverSeveral.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Sweep, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Forget(_held.Where(one =>
                    one.Value.Fold.HasLost || (one.Key.IsOverSeveral && time.GetElapsedTime(one.Value.LastAsked) > Patience)));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private Held Hold(Key key, Func<Reading> fresh)
    {
        if (!_held.TryGetValue(key, out var held))
        {
            held = _held.GetOrAdd(key, _ => new Held(new Fold(
                fresh,
                log,
                key.IsOverSeveral ? _oneOverSeveral : null,
                key is { IsAsOf: false, Whose: SeatId seat, Reading: Type type } && snapshots is not null ? new FoldSnapshots(snapshots, seat, type) : null,
                () => Interlocked.Increment(ref _made))));
            held.LastAsked = time.GetTimestamp();
            Trim(key.IsOverSeveral, key.IsOverSeveral ? MemoryLimits.ReadingsOverSeveral : MemoryLimits.Readings);
        }

        held.LastAsked = time.GetTimestamp();
        return held;
    }

    private void Trim(bool isOverSeveral, int most)
    {
        var kind = _held.Where(one => one.Key.IsOverSeveral == isOverSeveral).ToList();
        if (kind.Count > most)
        {
            Forget(kind.OrderBy(one => one.Value.LastAsked).Take(kind.Count - most + (most / 10)));
        }
    }

    private void Forget(IEnumerable<KeyValuePair<Key, Held>> some)
    {
        foreach (var one in some)
        {
            _held.TryRemove(one);
        }
    }

    /// <summary>What a reading is known by.</summary>
    /// <param name="Whose">The seat, or what several are together.</param>
    /// <param name="Reading">Which reading.</param>
    private sealed record Key(object Whose, object Reading)
    {
        public bool IsAsOf { get; init; }

        public bool IsOverSeveral { get; init; }
    }

    private sealed class Held(Fold fold)
    {
        public Fold Fold => fold;

        public long LastAsked { get; set; }

        /// <summary>What was answered of late, by the question; of use only over several seats.</summary>
        public ConcurrentDictionary<object, SharedAnswer> Answers { get; } = new();
    }
}
