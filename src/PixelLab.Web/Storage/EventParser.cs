using System.Text.Json;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Storage;

/// <summary>
/// Reads what a log holds. A lab of a newer version may have written kinds of events that this one does not know, and a disk may have damaged some:
/// it passes over them, goes on with what it knows, and counts them; not each is worth a line, nor each time that it is met.
/// </summary>
internal sealed partial class EventParser(ILogger logger)
{
    private readonly Lock _gate = new();
    private readonly HashSet<long> _unreadable = [];
    private long _count;
    private long _next = 1;

    /// <summary>How many events could not be read.</summary>
    public long UnreadableCount => Interlocked.Read(ref _count);

    /// <summary>The id of the latest of them, and why.</summary>
    public string? LatestUnreadable { get; private set; }

    /// <summary>The event of a row, or null where this version cannot read it.</summary>
    public LabEvent? Read(string seat, ReadOnlySpan<byte> json, long id)
    {
        if (!SeatId.TryParse(seat, out var whose))
        {
            Count(id, "Its seat is none.");
            return null;
        }

        try
        {
            return LabEventJson.Read(json, id, whose);
        }
        catch (Exception strange) when (strange is JsonException or NotSupportedException)
        {
            Count(id, strange.Message);
            return null;
        }
    }

    private void Count(long id, string why)
    {
        lock (_gate)
        {
            if (_unreadable.Count >= MemoryLimits.UnreadableEvents)
            {
                _unreadable.Clear();
            }

            if (!_unreadable.Add(id))
            {
                return;
            }

            LatestUnreadable = $"{id} ({why.TrimEnd('.')})";
            if (++_count >= _next)
            {
                _next = _count * 10;
                Unreadable(logger, _count, id, why);
            }
        }
    }

    [LoggerMessage(EventId = 10, EventName = "EventsUnreadable", Level = LogLevel.Warning,
        Message = "{Count} events of the log are none that this version of the lab can read, the latest is {Id}. They are passed over: {Why}")]
    private static partial void Unreadable(ILogger logger, long count, long id, string why);
}
