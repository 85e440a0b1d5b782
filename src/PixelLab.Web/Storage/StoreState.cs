using System.Text.Json.Serialization;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Storage;

/// <summary>How it is with what keeps the events, from well to worst.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StoreCondition>))]
public enum StoreCondition
{
    /// <summary>Hits are kept, and go where they belong.</summary>
    [JsonStringEnumMemberName("well")]
    Well,

    /// <summary>Hits are kept; what is to be done with them afterwards waits.</summary>
    [JsonStringEnumMemberName("behind")]
    Behind,

    /// <summary>There is no room; hits are refused.</summary>
    [JsonStringEnumMemberName("full")]
    Full,

    /// <summary>It does not work; hits are refused.</summary>
    [JsonStringEnumMemberName("broken")]
    Broken,

    /// <summary>It cannot be reached; hits are refused.</summary>
    [JsonStringEnumMemberName("away")]
    Away,
}

/// <summary>A part of keeping events that can fail by itself.</summary>
public enum StorePart
{
    /// <summary>Keeping what comes, before it is answered.</summary>
    Writing,

    /// <summary>Moving what is kept into the database.</summary>
    Moving,

    /// <summary>Erasing what is too old.</summary>
    Expiring,

    /// <summary>The bytes that the lab may hold.</summary>
    Room,

    /// <summary>Hearing of what other labs keep.</summary>
    Hearing,
}

/// <summary>The state of what keeps the events.</summary>
/// <param name="Condition">How it is.</param>
/// <param name="Since">Since when.</param>
/// <param name="Cause">Why; null where it is well.</param>
public sealed record StoreStatus(StoreCondition Condition, DateTimeOffset Since, StoreCause? Cause)
{
    /// <summary>Why, and what that means for hits, in words for whoever runs the lab; null where it is well.</summary>
    public string? Why => Cause is { } cause ? $"{cause.InWords()} {this.Consequence(cause)}" : null;

    /// <summary>Whether a hit is kept that comes now.</summary>
    public bool KeepsHits => Condition is StoreCondition.Well or StoreCondition.Behind;
}

/// <summary>What a start took over from a run that broke off.</summary>
/// <param name="At">When it did so.</param>
/// <param name="Events">How many events.</param>
/// <param name="Unreadable">About how many there were that could not be read.</param>
public sealed record StoreRecovery(DateTimeOffset At, long Events, long Unreadable);

/// <summary>
/// The one state of what keeps the events, made of how its parts are. It is written to the log when it changes and not for each hit that is refused
/// meanwhile: those are counted, and told when it is well again.
/// </summary>
public sealed partial class StoreState(TimeProvider time, ILogger<StoreState> logger)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<StorePart, Trouble> _troubles = [];
    private StoreStatus _now = new(StoreCondition.Well, time.GetUtcNow(), null);
    private DateTimeOffset _unwellSince;
    private readonly long[] _refusedBy = new long[Enum.GetValues<StoreCondition>().Length];
    private long _refused;
    private long _failures;

    /// <summary>A bit for each part that has trouble, so that a part that works costs a look at it.</summary>
    private int _parts;

    /// <summary>Raised after it has become another, or for another cause.</summary>
    public event Action? Changed;

    /// <summary>How it is now.</summary>
    public StoreStatus Now => Volatile.Read(ref _now);

    /// <summary>What the start took over; null where it found nothing to.</summary>
    public StoreRecovery? Recovery { get; private set; }

    /// <summary>Whether a part has trouble.</summary>
    public bool Has(StorePart part) => (Volatile.Read(ref _parts) & (1 << (int)part)) != 0;

    /// <summary>A part has failed.</summary>
    /// <param name="part">The part.</param>
    /// <param name="condition">How it is by that.</param>
    /// <param name="cause">Why.</param>
    /// <param name="failure">The failure, of which the log gets the message.</param>
    /// <returns>Whether it worked until now.</returns>
    public bool Fails(StorePart part, StoreCondition condition, StoreCause cause, Exception? failure = null)
    {
        bool isNew;
        bool isChanged;
        lock (_gate)
        {
            isNew = !_troubles.ContainsKey(part);
            _troubles[part] = new Trouble(condition, cause, time.GetUtcNow());
            Volatile.Write(ref _parts, _parts | (1 << (int)part));
            _failures++;
            isChanged = Conclude(failure);
        }

        Tell(isChanged);
        return isNew;
    }

    /// <summary>A part has worked.</summary>
    public void Works(StorePart part)
    {
        if (!Has(part))
        {
            return;
        }

        var isChanged = false;
        lock (_gate)
        {
            if (_troubles.TryGetValue(part, out var trouble)
                && (part != StorePart.Writing || time.GetUtcNow() - trouble.Latest >= StoreLimits.Calm))
            {
                _troubles.Remove(part);
                Volatile.Write(ref _parts, _parts & ~(1 << (int)part));
                isChanged = Conclude(null);
            }
        }

        Tell(isChanged);
    }

    /// <summary>The start has taken over what a run that broke off had kept.</summary>
    public void Recovered(long events, long unreadable) => Recovery = new StoreRecovery(time.GetUtcNow(), events, unreadable);

    /// <summary>Counts events that were refused.</summary>
    /// <param name="events">How many.</param>
    /// <param name="condition">How it was with the store by that.</param>
    public void Refused(int events, StoreCondition condition)
    {
        Interlocked.Add(ref _refused, events);
        Interlocked.Add(ref _refusedBy[(int)condition], events);
    }

    /// <summary>How many events were refused since the lab began because it was so with the store.</summary>
    public long RefusedBy(StoreCondition condition) => Interlocked.Read(ref _refusedBy[(int)condition]);

    private void Tell(bool isChanged)
    {
        if (isChanged)
        {
            Changed?.Invoke();
        }
    }

    /// <returns>Whether it is another one than before.</returns>
    private bool Conclude(Exception? failure)
    {
        var worst = _troubles.Count == 0 ? null : _troubles.Values.MaxBy(trouble => trouble.Condition);
        var (condition, cause) = (worst?.Condition ?? StoreCondition.Well, worst?.Cause);
        if (condition == _now.Condition)
        {
            // The reason may be another by now, which those who ask are told.
            var isOther = cause != _now.Cause;
            Volatile.Write(ref _now, _now with { Cause = cause });
            return isOther;
        }

        var now = time.GetUtcNow();
        if (_now.Condition == StoreCondition.Well)
        {
            _unwellSince = now;
        }

        // Said first: who sees the new state finds it in the log.
        var next = new StoreStatus(condition, now, cause);
        if (worst is null)
        {
            var (duration, refused, failures) = (now - _unwellSince, Interlocked.Exchange(ref _refused, 0), _failures);
            _failures = 0;
            WellAgain(logger, duration, refused, failures);
        }
        else
        {
            SayChanged(logger, next.KeepsHits ? LogLevel.Warning : LogLevel.Error, condition, next.Why, failure?.Message ?? "");
        }

        Volatile.Write(ref _now, next);
        return true;
    }

    [LoggerMessage(EventId = 1, EventName = "StoreChanged", Message = "The event log is {State}: {Why} {Detail}")]
    private static partial void SayChanged(ILogger logger, LogLevel level, StoreCondition state, string? why, string detail);

    [LoggerMessage(EventId = 2, EventName = "StoreWellAgain", Level = LogLevel.Information,
        Message = "The event log is well again after {Duration}: {Refused} events were refused, {Failures} attempts failed")]
    private static partial void WellAgain(ILogger logger, TimeSpan duration, long refused, long failures);

    private sealed record Trouble(StoreCondition Condition, StoreCause Cause, DateTimeOffset Latest);
}
