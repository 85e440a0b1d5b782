using System.Collections.Concurrent;
using PixelLab.Core.Events;
using PixelLab.Core.Readings;

namespace PixelLab.Web.Features.Classroom.Overview;

/// <summary>
/// Keeps readings over whole rooms up to date. What is held is a cache, bounded, and goes with the room; the log is the truth.
/// However many tabs ask, the same answer is made at most once a second, and one fold runs at a time, so that hits have the
/// rest of the machine.
/// </summary>
public sealed class RoomReadings(Rooms rooms, IEventReader log, TimeProvider time) : BackgroundService
{
    /// <summary>The most readings held; beyond it the longest unasked one goes.</summary>
    private const int Most = 24;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<(string Room, Type Reading, bool WithSimulated), Held> _held = new();
    private readonly SemaphoreSlim _oneFold = new(1, 1);

    /// <summary>Asks a reading over a room's seats as of now, with everything in it that was kept before the call.</summary>
    /// <param name="room">The room.</param>
    /// <param name="withSimulated">Whether the simulated people count.</param>
    /// <param name="question">What is asked, so that the same question within a second has the same answer.</param>
    /// <param name="ask">The question; it runs alone on the reading, so it must return something that stays as it is.</param>
    /// <param name="cancellation">Ends the asking.</param>
    public async Task<TAnswer> AskAsync<TReading, TAnswer>(
        Room room, bool withSimulated, object question, Func<TReading, TAnswer> ask, CancellationToken cancellation)
        where TReading : Reading, new()
        where TAnswer : class
    {
        var held = _held.GetOrAdd((room.Code, typeof(TReading), withSimulated), _ => new Held(new RoomFold(() => new TReading(), withSimulated)));
        held.LastAsked = time.GetTimestamp();
        var answer = held.Answers.GetOrAdd(question, _ => new HeldAnswer());
        var asked = time.GetTimestamp();
        await answer.Gate.WaitAsync(cancellation);
        try
        {
            if (answer.Value is TAnswer known)
            {
                // Begun after this call came, so it knows all that was kept before it.
                if (answer.Begun >= asked)
                {
                    return known;
                }

                var rest = HeldAnswer.Lasts - time.GetElapsedTime(answer.Begun);
                if (rest > TimeSpan.Zero)
                {
                    await Task.Delay(rest, time, cancellation);
                }
            }

            var begun = time.GetTimestamp();
            var fresh = await held.Fold.AskAsync(
                rooms.Find(room.Code) ?? room, log, _oneFold, reading => ask((TReading)reading), cancellation);
            (answer.Begun, answer.Value) = (begun, fresh);
            return fresh;
        }
        finally
        {
            answer.Gate.Release();
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Sweep, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    Forget();
                }
                catch (EventLogException)
                {
                    // Nobody can say which rooms there are; the next sweep asks again.
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _oneFold.Dispose();
        base.Dispose();
    }

    /// <summary>Lets go of what belongs to rooms that have ended, of what nobody asks for any more, and of what is too much.</summary>
    private void Forget()
    {
        var byAge = _held.OrderByDescending(entry => entry.Value.LastAsked).ToList();
        for (var place = 0; place < byAge.Count; place++)
        {
            if (place >= Most || rooms.Find(byAge[place].Key.Room) is null || time.GetElapsedTime(byAge[place].Value.LastAsked) > Patience)
            {
                _held.TryRemove(byAge[place]);
            }
        }
    }

    private sealed class Held(RoomFold fold)
    {
        public RoomFold Fold => fold;

        public long LastAsked { get; set; }

        public ConcurrentDictionary<object, HeldAnswer> Answers { get; } = new();
    }

    private sealed class HeldAnswer
    {
        public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(1);

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public object? Value { get; set; }

        /// <summary>When the answer's making began.</summary>
        public long Begun { get; set; }
    }
}
