namespace PixelLab.Web.Limits;

/// <summary>How often something may be done. Hits have a limit that can be set: <see cref="CaptureLimits.HitsPerMinute"/>.</summary>
public static class RateLimits
{
    /// <summary>The most refused requests of one address that are noted in a minute.</summary>
    public const int RefusalsNotedOfAddress = 50;

    /// <summary>The most refused requests that are noted in a minute, of all addresses together.</summary>
    public const int RefusalsNoted = 2_000;

    /// <summary>
    /// Rooms opened from an address in half an hour, after which empty ones go: more than a school does at once, and a fifth of what a lab
    /// holds. Whoever sits at the machine is not counted.
    /// </summary>
    public const int RoomsOpenedInHalfAnHour = 40;

    /// <summary>
    /// Joinings from an address in ten minutes: the fullest room, a third of which joins twice. Who fills a room alone can fill no second
    /// one soon, and its instructor can take out all who never opened a page. Whoever sits at the machine is not counted.
    /// </summary>
    public const int JoinsInTenMinutes = 400;

    /// <summary>What an instructor or a student does in a minute: more than can be clicked or answered.</summary>
    public const int RoomActionsPerMinute = 120;

    /// <summary>
    /// Wrong codes a minute from one address: ten classes that join in the same minute may mistype as often. Who guesses through a whole
    /// day, among 113 million codes, finds one of ten rooms once in a month or two, and only to be one more student in it.
    /// </summary>
    public const int WrongCodesPerMinute = 150;

    /// <summary>Wrong words, or wrong keys, a minute from one address.</summary>
    public const int WrongSecretsPerMinute = 60;

    /// <summary>Seats erased a minute from one address: a class that begins anew at one word of its teacher, twice.</summary>
    public const int ErasuresPerMinute = 600;

    /// <summary>Messages sent on in ten minutes, for the whole lab: enough to show it, too few to bother anybody.</summary>
    public const int MailsSentOnInTenMinutes = 10;
}
