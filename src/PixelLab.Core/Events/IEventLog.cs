namespace PixelLab.Core.Events;

/// <summary>The side of the log that adds and erases.</summary>
public interface IEventWriter
{
    /// <summary>
    /// Keeps events, in order and one after another, and returns when they are durable: a process killed after that
    /// has lost none of them.
    /// </summary>
    /// <returns>The events with the ids the log gave them; as it came, without an id, where nothing is noted in its seat any more.</returns>
    Task<IReadOnlyList<LabEvent>> AppendAsync(IReadOnlyList<LabEvent> events, CancellationToken cancellation = default);

    /// <summary>Erases a seat's events at once and for good, also from the files beneath.</summary>
    /// <returns>How many there were.</returns>
    Task<long> EraseAsync(SeatId seat, CancellationToken cancellation = default);

    /// <summary>Erases what is older than the given time.</summary>
    /// <returns>How many there were.</returns>
    Task<long> ExpireAsync(DateTimeOffset before, CancellationToken cancellation = default);
}

/// <summary>The side of the log that reads and follows.</summary>
public interface IEventReader
{
    /// <summary>The id of the newest event, also where it has been erased since.</summary>
    long LastId { get; }

    /// <summary>The cursor after the newest event.</summary>
    Cursor End { get; }

    /// <summary>Whether a cursor is of this log: what it says was read is still what stands under those ids, or was erased.</summary>
    ValueTask<bool> HoldsAsync(Cursor cursor, CancellationToken cancellation = default);

    /// <summary>A number that grows whenever a seat has lost events: they were erased, or are too old.</summary>
    long Erasures { get; }

    /// <summary>
    /// Whether a seat has lost events since <see cref="Erasures"/> was a number, so that what was concluded from them has to be concluded
    /// anew. What others lose is none of its.
    /// </summary>
    bool HasLost(SeatId seat, long since);

    /// <summary>A seat's events with an id greater than <paramref name="after"/>, oldest first; every seat's when seat is null.</summary>
    ValueTask<IReadOnlyList<LabEvent>> ReadAsync(
        SeatId? seat, long after, int limit, CancellationToken cancellation = default);

    /// <summary>
    /// A seat's events of some kinds with an id greater than <paramref name="after"/>, oldest first. Of a seat with very many events these are
    /// had at once, where there are few of them.
    /// </summary>
    ValueTask<EventsOfKinds> ReadKindsAsync(
        SeatId seat, EventKinds kinds, long after, int limit, CancellationToken cancellation = default);

    /// <summary>One event of a seat, or null where that seat has none of that id.</summary>
    ValueTask<LabEvent?> FindAsync(SeatId seat, long id, CancellationToken cancellation = default);

    /// <summary>A seat's events after a cursor, oldest first; from the beginning, and marked so, where it is another log's.</summary>
    async ValueTask<EventBatch> ReadFromAsync(SeatId seat, Cursor after, int limit, CancellationToken cancellation = default)
    {
        while (true)
        {
            var log = End.Log;
            var isAnew = !await HoldsAsync(after, cancellation);
            var events = await ReadAsync(seat, isAnew ? 0 : after.Id, limit, cancellation);
            if (End.Log == log)
            {
                return new EventBatch(log, events) { IsAnew = isAnew };
            }

            // The log has another name since, and may be another one.
        }
    }

    /// <summary>
    /// A seat's events after a cursor, then every later one as it is kept: each once, in order, in batches. It reads
    /// at the follower's pace, so a slow follower costs no memory. Erasing shows as an <see cref="SeatErased"/> batch item. Where the
    /// cursor is another log's, or the log is replaced under way, an empty batch says so, and all comes from the beginning.
    /// </summary>
    IAsyncEnumerable<EventBatch> FollowAsync(SeatId? seat, Cursor after, CancellationToken cancellation = default);
}

/// <summary>A seat's events of some kinds.</summary>
/// <param name="Events">The events, oldest first.</param>
/// <param name="ReadTo">Up to which id these are all that there are.</param>
/// <param name="HasMore">Whether there may be more behind it.</param>
public sealed record EventsOfKinds(IReadOnlyList<LabEvent> Events, long ReadTo, bool HasMore);

/// <summary>Some events of a log.</summary>
/// <param name="Log">The log's name, for the cursors after them.</param>
/// <param name="Events">The events, oldest first.</param>
public sealed record EventBatch(string? Log, IReadOnlyList<LabEvent> Events)
{
    /// <summary>Whether they are of another log than the reader had before, and its first: what was shown of that one is to be dropped.</summary>
    public bool IsAnew { get; init; }

    /// <summary>The cursor after one of the events.</summary>
    public Cursor After(LabEvent labEvent) => new(labEvent.Id, Log);
}

/// <summary>
/// Told to followers, never kept: all the seat's events up to this id are gone for good.
/// </summary>
public sealed record SeatErased : LabEvent;

/// <summary>The log could not keep or read events: its disk is full, its file is gone, its server is away.</summary>
public sealed class EventLogException(string message, Exception inner) : Exception(message, inner);
