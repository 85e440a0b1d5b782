namespace PixelLab.Web.Limits;

/// <summary>How much is held in memory. What is beyond it is forgotten, and concluded anew where somebody asks.</summary>
public static class MemoryLimits
{
    /// <summary>Bytes of events that somebody who follows a log is given at once; in memory it is a few times that, for each who follows.</summary>
    public const int FollowedBytes = 256 * 1024;

    /// <summary>Readings of single seats; beyond it the longest unasked go.</summary>
    public const int Readings = 600;

    /// <summary>Readings over several seats, which are as much larger.</summary>
    public const int ReadingsOverSeveral = 24;

    /// <summary>Seats of which it is known that they lost events; beyond it those go that lost theirs longest ago.</summary>
    public const int SeatsWithLosses = 100_000;

    /// <summary>Rows of the log that cannot be read, by which each is counted once; then it begins anew.</summary>
    public const int UnreadableEvents = 10_000;

    /// <summary>Closed seats: as many as all rooms of a lab can hold, and more. Beyond it those go whose time is over first.</summary>
    public const int ClosedSeats = 100_000;

    /// <summary>Seats for which something has come and nothing is kept yet, each with whom it counts for; then it begins anew.</summary>
    public const int SeatsBeginning = 10_000;

    /// <summary>Seats of which the newest event's id is known without asking the store; then it begins anew.</summary>
    public const int SeatsHeard = 10_000;

    /// <summary>Seats that are known to be in no room; then it begins anew.</summary>
    public const int SeatsOutsideRooms = 10_000;

    /// <summary>Planted pixels whose hits are waited for.</summary>
    public const int PixelsWatched = 50_000;

    /// <summary>Names of hosts; then it begins anew, so that nobody fills the memory with invented ones.</summary>
    public const int HostNames = 1000;

    /// <summary>Pages whose requests are given one and the same cookie.</summary>
    public const int PagesWithCookies = 10_000;

    /// <summary>Bytes of one picture that an image proxy fetched.</summary>
    public const int ProxiedPicture = 256 * 1024;

    /// <summary>Bytes of all of them.</summary>
    public const long ProxiedPictures = 16 * 1024 * 1024;
}
