using System.Runtime.CompilerServices;
using PixelLab.Core.Events;

namespace PixelLab.Web.Storage;

/// <summary>What an engine knows that its feed does not: how far the log goes, and what lies further back than the feed holds.</summary>
internal interface IEventPages
{
    /// <summary>Whether a cursor is of the log. One that several labs share may have come further than this lab has heard of.</summary>
    ValueTask<bool> HoldsAsync(Cursor cursor, CancellationToken cancellation);

    /// <summary>
    /// A seat's events after an id, or every seat's; null where it has to be asked again, since an erasure that lies among what was read is
    /// still to be told.
    /// </summary>
    ValueTask<EventPage?> PageAsync(SeatId? seat, long after, int limit, CancellationToken cancellation);
}

/// <summary>Some events of a log.</summary>
/// <param name="Log">The log's name when they were read.</param>
/// <param name="Events">The events, oldest first.</param>
/// <param name="ReadTo">Up to which id this is everything.</param>
internal sealed record EventPage(string Log, IReadOnlyList<LabEvent> Events, long ReadTo);

/// <summary>
/// The one way to follow a log, whatever keeps it. An engine tells the feed what was kept, what was erased, and when it is away; a
/// follower is woken by that and reads at its own pace, first from the engine and then from the newest events, which are held here.
/// </summary>
internal sealed class EventFeed(IEventPages pages)
{
    /// <summary>How many events a follower is given at once.</summary>
    private const int BatchSize = 256;

    private readonly Followers _followers = new();
    private RecentEvents _recent = new("", 0);
    private EventLogException? _away;
    private int _logs;

    /// <summary>The newest events.</summary>
    public RecentEvents Recent => Volatile.Read(ref _recent);

    /// <summary>Grows where the log was lost and another begins.</summary>
    public int Logs => Volatile.Read(ref _logs);

    /// <summary>Why the log cannot be followed for now; null where it can.</summary>
    public EventLogException? Away => Volatile.Read(ref _away);

    /// <summary>How many follow, and how far the furthest is behind the newest event that it is to be given.</summary>
    public (int Count, long Behind) Following(long lastId, Holdings holdings)
    {
        var positions = _followers.All.Select(follower => (Last: follower.Seat is { } seat ? holdings.LastOf(seat) : lastId, follower.Position)).ToList();
        return (positions.Count, positions.Select(one => Math.Max(0, one.Last - one.Position)).DefaultIfEmpty().Max());
    }

    /// <summary>Begins to hold what comes after an id; what came before is the engine's to read.</summary>
    public void HoldAfter(string log, long lastId) => Volatile.Write(ref _recent, new RecentEvents(log, lastId));

    /// <summary>Wakes whoever follows the seats of events that were kept.</summary>
    public void Wake(IReadOnlyList<LabEvent> events) => _followers.Wake(events);

    /// <summary>Tells whoever follows that a seat was erased; what was erased is to be forgotten here before.</summary>
    public void WakeErased(SeatErased erased) => _followers.WakeErased(erased);

    /// <summary>The log was lost, or somebody emptied it: whatever anybody shows is of another one.</summary>
    public void BeginAnew(string log, long lastId)
    {
        HoldAfter(log, lastId);
        Interlocked.Increment(ref _logs);
        _followers.WakeAll();
    }

    /// <summary>The engine does not answer: whoever follows is told, and tries again later.</summary>
    public void GoAway(EventLogException failure)
    {
        Volatile.Write(ref _away, failure);
        _followers.WakeAll();
    }

    /// <summary>The engine answers again.</summary>
    public void ComeBack() => Volatile.Write(ref _away, null);

    /// <summary>Follows the log, as <see cref="IEventReader.FollowAsync"/> promises.</summary>
    /// <exception cref="EventLogException">The engine is away.</exception>
    public async IAsyncEnumerable<EventBatch> FollowAsync(
        SeatId? seat, Cursor after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var follower = _followers.Register(seat);
        var log = Logs;
        var position = follower.Position = Math.Max(after.Id, 0);
        var isAnew = !await pages.HoldsAsync(after, cancellation);
        while (true)
        {
            if (Away is { } failure)
            {
                throw new EventLogException(failure.Message, failure);
            }

            if (isAnew || log != Logs)
            {
                log = Logs;
                isAnew = false;
                position = 0;
                yield return new EventBatch(Recent.Log, []) { IsAnew = true };
            }

            foreach (var erased in follower.TakeErased())
            {
                // A follower of every seat has the others' events before it still.
                position = erased.Seat == seat ? Math.Max(position, erased.Id) : position;
                yield return new EventBatch(Recent.Log, [erased]);
            }

            var recent = Recent.Read(seat, position, BatchSize);
            if ((recent ?? await pages.PageAsync(seat, position, BatchSize, cancellation)) is not { } page || follower.IsToldErased || log != Logs)
            {
                // Among what was read may be what came after an erasure, or is of another log: that has to be told first.
                continue;
            }

            position = follower.Position = page.ReadTo;
            if (page.Events.Count > 0)
            {
                yield return new EventBatch(page.Log, page.Events);
            }
            else if (recent is not null)
            {
                await follower.WaitAsync(cancellation);
            }
        }
    }
}
