using System.ComponentModel.DataAnnotations;

namespace PixelLab.Web.Limits;

/// <summary>The bounds of what the lab takes and keeps (configuration section <c>PixelLab:Limits</c>).</summary>
public sealed class CaptureLimits
{
    /// <summary>The configuration section.</summary>
    public const string Section = "PixelLab:Limits";

    /// <summary>A megabyte.</summary>
    public const int Megabyte = 1024 * 1024;

    /// <summary>
    /// What an event counts for at least, in bytes: beside what was written down it takes its place in the file's lists and in memory. So a
    /// bound of bytes is one of events too.
    /// </summary>
    public const int LeastBytesOfEvent = 512;

    /// <summary>The longest request target kept, in characters; a longer one is cut and marked.</summary>
    public const int KeptTarget = 16 * 1024;

    /// <summary>The longest header value kept, in characters.</summary>
    public const int KeptHeaderValue = 4 * 1024;

    /// <summary>The most header lines kept.</summary>
    public const int KeptHeaders = 250;

    /// <summary>A head up to this many characters is kept whole, whatever it is made of.</summary>
    public const int KeptHead = 32 * 1024;

    /// <summary>The most bytes of a body that are read and kept: what a beacon may carry (Beacon, section 3.1: 64 KiB).</summary>
    public const int KeptBody = 64 * 1024;

    /// <summary>The longest request line the server reads, in bytes; a longer one gets status 414 from the server itself.</summary>
    public const int ServerRequestLine = 256 * 1024;

    /// <summary>The most bytes of headers the server reads; more get status 431 from the server itself.</summary>
    public const int ServerHeaders = 256 * 1024;

    /// <summary>The most header lines the server reads.</summary>
    public const int ServerHeaderCount = 300;

    /// <summary>The longest body the server reads, in bytes, where no route says otherwise.</summary>
    public const int ServerBody = 1024 * 1024;

    /// <summary>The most bytes of heads that are held for one connection's request, with what was left over of a body before it.</summary>
    public const int RecordedHead = 640 * 1024;

    /// <summary>
    /// The most bytes that are held of a body whose length is not told, with the head that comes after it: as much as browsers send. Of a
    /// body whose length is told, nothing is.
    /// </summary>
    public const int RecordedUntoldBody = 32 * 1024;

    /// <summary>
    /// Hits a minute from one address; 0 switches the limit off. The default lets a class of forty behind one address
    /// open a page every four seconds each, with a dozen hits on every page, and to spare.
    /// </summary>
    [Range(0, int.MaxValue, ErrorMessage = "PixelLab:Limits:HitsPerMinute must be 0 (off) or more.")]
    public int HitsPerMinute { get; init; } = 30_000;

    /// <summary>
    /// Megabytes of hits a minute from one address; 0 switches the limit off, as no limit of hits does. The default lets a class of three
    /// hundred send two thirds of its hits with 3 kB each, where browsers send one.
    /// </summary>
    [Range(0, 2000, ErrorMessage = "PixelLab:Limits:MegabytesPerMinute must be 0 (off) to 2000.")]
    public int MegabytesPerMinute { get; init; } = 64;

    /// <summary>
    /// Megabytes that a seat may hold; 0 switches the limit off. Some hours of clicking are one or two; the largest replay that is opened
    /// fits in eight times.
    /// </summary>
    [Range(0, int.MaxValue, ErrorMessage = "PixelLab:Limits:MegabytesOfSeat must be 0 (off) or more.")]
    public int MegabytesOfSeat { get; init; } = 512;

    /// <summary>
    /// Megabytes that all seats which one address began may hold; 0 switches the limit off. Half of the lab, so that nobody fills it alone; a class of three
    /// hundred has almost seven each. Whoever sits at the machine is not counted.
    /// </summary>
    [Range(0, int.MaxValue, ErrorMessage = "PixelLab:Limits:MegabytesOfAddress must be 0 (off) or more.")]
    public int MegabytesOfAddress { get; init; } = 2048;

    /// <summary>Megabytes that the lab may hold; 0 switches the limit off. Several schools fit in a day.</summary>
    [Range(0, int.MaxValue, ErrorMessage = "PixelLab:Limits:MegabytesOfLab must be 0 (off) or more.")]
    public int MegabytesOfLab { get; init; } = 4096;
}
