using PixelLab.Core.Events;

namespace PixelLab.Web.Storage;

/// <summary>
/// The way into the event log for everybody: what happens in a closed seat (<see cref="ClosedSeats"/>) is not kept, whatever it is, and
/// comes back as it came, without an id. For each other event that costs one look into a table in memory.
/// </summary>
public sealed class OpenSeatsLog(IEventWriter log, ClosedSeats closed) : IEventWriter
{
    /// <inheritdoc />
    public Task<IReadOnlyList<LabEvent>> AppendAsync(IReadOnlyList<LabEvent> events, CancellationToken cancellation = default)
    {
        for (var place = 0; place < events.Count; place++)
        {
            if (closed.Contains(events[place].Seat))
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

    private async Task<IReadOnlyList<LabEvent>> AppendOpenAsync(IReadOnlyList<LabEvent> events, CancellationToken cancellation)
    {
        var all = events.ToArray();
        int[] open = [.. Enumerable.Range(0, all.Length).Where(place => !closed.Contains(all[place].Seat))];
        var kept = await log.AppendAsync([.. open.Select(place => all[place])], cancellation);
        for (var place = 0; place < open.Length; place++)
        {
            all[open[place]] = kept[place];
        }

        return all;
    }
}
