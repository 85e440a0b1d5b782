using PixelLab.Core.Events;

namespace PixelLab.Web.Storage;

/// <summary>How old an event is to whoever erases what is too old.</summary>
internal static class Age
{
    /// <summary>From when on it counts.</summary>
    public static DateTimeOffset SinceOf(LabEvent labEvent) => labEvent.KeptSince ?? labEvent.At;

    /// <summary>
    /// An event whose age counts from now on at the latest: what was kept by a clock that was wrong would stay as long as that clock was
    /// ahead.
    /// </summary>
    public static LabEvent NotAhead(LabEvent labEvent, DateTimeOffset now) => SinceOf(labEvent) > now ? labEvent with { KeptSince = now } : labEvent;
}
