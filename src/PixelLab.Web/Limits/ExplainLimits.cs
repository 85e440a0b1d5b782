namespace PixelLab.Web.Limits;

/// <summary>How much of their own web people bring to be explained. How much of one thing is read is told by what reads it (Core/Yours).</summary>
public static class ExplainLimits
{
    /// <summary>The most megabytes of one thing: a day in a browser with all replies in it, which browsers write into a recording.</summary>
    public const int MostMegabytes = 512;

    /// <summary>The most things of an address on their way at once: a class that brings its recordings at one word of its teacher.</summary>
    public const int OfAddress = 40;

    /// <summary>The most things of all addresses.</summary>
    public const int OfLab = 80;

    /// <summary>
    /// The most megabytes from an address in ten minutes: a class of 300 with 6 each, or four of the largest. What is packed counts as it came and as
    /// it is unpacked, or a few kilobytes would keep the lab busy for everybody.
    /// </summary>
    public const int MegabytesInTenMinutes = 2_048;

    /// <summary>
    /// How many are read at once; the others wait for their turn. A turn is for a piece of an answer, so that whoever takes it slowly keeps nobody
    /// waiting.
    /// </summary>
    public const int AtOnce = 2;

    /// <summary>How many packed things of an address are read at once: what little unpacks to may take seconds, and others have a turn meanwhile.</summary>
    public const int PackedOfAddressAtOnce = 1;

    /// <summary>The most bytes of what is kept in a seat, packed: a recording of some megabytes without replies, or many letters.</summary>
    public const int KeptBytes = 256 * 1024;

    /// <summary>Bytes of one thing that are held in memory while it comes; what is larger lies in a temporary file until it is answered.</summary>
    public const int HeldBytes = 1024 * 1024;
}
