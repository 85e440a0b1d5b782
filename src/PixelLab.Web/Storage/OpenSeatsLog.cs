using PixelLab.Core.Events;

namespace PixelLab.Web.Storage;

/// <summary>
/// The way into the event log for everybody: what happens in a closed seat (<see cref="ClosedSeats"/>) is not kept, whatever it is, and
/// comes back as it came, without an id. So does what happens in a full one (<see cref="Holdings"/>), except the one event that says so. For
/// each other event that costs a look into two tables in memory. What is kept counts for the address that sends it, where that is not the machine itself.
/// </summary>
public sealed class OpenSeatsLog(IEventWriter log, ClosedSeats closed, Holdings holdings, IHttpContextAccessor requests) : IEventWriter
{
    /// <inheritdoc />
    public Task<IReadOnlyList<LabEvent>> AppendAsync(IReadOnlyList<LabEvent> events, CancellationToken cancellation = default)
    {
        for (var place = 0; place < events.Count; place++)
        {
            if (!IsOpenFor(events[place]))
            {
                return AppendOpenAsync(events, cancellation);
            }
        }

        return log.AppendAsync(events, cancellation);
    }

    /// <inheritdoc />
    public Task<long> EraseAsync(SeatId seat, CancellationToken cancellation = default) => log.EraseAsync(seat, cancellation);

    /// <inheritdoc />
    public Task<long> ExpireAsync(DateTimeOffset before, CancellationToken cancellation = default) => log.ExpireAsync(before, cancellation);

    private bool IsOpenFor(LabEvent labEvent) =>
        !closed.Contains(labEvent.Seat) && (labEvent is RequestRefused { Reason: RequestRefused.Full } || holdings.UsedUp(labEvent.Seat, requests.HttpContext) is null);

    private async Task<IReadOnlyList<LabEvent>> AppendOpenAsync(IReadOnlyList<LabEvent> events, CancellationToken cancellation)
    {
        var all = events.ToArray();
        int[] open = [.. Enumerable.Range(0, all.Length).Where(place => IsOpenFor(all[place]))];
        var kept = await log.AppendAsync([.. open.Select(place => all[place])], cancellation);
        for (var place = 0; place < open.Length; place++)
        {
            all[open[place]] = kept[place];
        }

        return all;
    }
}
