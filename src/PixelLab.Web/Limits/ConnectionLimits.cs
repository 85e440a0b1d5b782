namespace PixelLab.Web.Limits;

/// <summary>
/// How many connections and live streams there are at once. A class of 300 behind one address, each with a panel, a dock and the strip of
/// the room, has 900 streams, and with what browsers keep open to each host some 5,000 connections.
/// </summary>
public static class ConnectionLimits
{
    /// <summary>Connections from one address.</summary>
    public const int OfAddress = 10_000;

    /// <summary>Connections of all addresses together.</summary>
    public const int OfLab = 20_000;

    /// <summary>Bytes that are taken from a connection before somebody looks at them.</summary>
    public const int UnreadBytes = 64 * 1024;

    /// <summary>Streams on one live connection; a page of the lab has one on each.</summary>
    public const int StreamsOfConnection = 32;

    /// <summary>Streams to one address: four pages for each of the class.</summary>
    public const int StreamsOfAddress = 4_000;

    /// <summary>Bytes of events that all streams to one address are given in a second: what a class of 300 saw in an hour, to all of them in ten.</summary>
    public const int FollowedPerSecond = 16 * CaptureLimits.Megabyte;

    /// <summary>How long the end of the lab waits for requests that have begun. Whoever sends a whole one is answered long before.</summary>
    public static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(5);
}
