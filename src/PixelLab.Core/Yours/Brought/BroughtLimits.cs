namespace PixelLab.Core.Yours.Brought;

/// <summary>How much is read of what somebody brings; all of it may be hostile. What is cut is told.</summary>
public static class BroughtLimits
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>The most bytes of a recording, unpacked: a long day in a browser. So many are read in seconds, and never held.</summary>
    public const long Recording = 512L * Megabyte;

    /// <summary>The most bytes of a letter, which is held whole; large mail services take 25 MB.</summary>
    public const int Letter = 36 * Megabyte;

    /// <summary>The most bytes of a page or of other text, which is held whole.</summary>
    public const int Text = 8 * Megabyte;

    /// <summary>The most requests that are found. A page makes a hundred, a long day in a browser twenty thousand.</summary>
    public const int Requests = 100_000;

    /// <summary>The most links that are told.</summary>
    public const int Links = 2_000;

    /// <summary>The most problems that are told; the others are counted.</summary>
    public const int Problems = 100;

    /// <summary>The most characters of an address. Servers take 8,000 at least (RFC 9110 section 4.1), and few take more than twice that.</summary>
    public const int Url = 64 * 1024;

    /// <summary>The most characters of the address of whoever led to a request: enough to name it.</summary>
    public const int LeadUrl = 1_000;

    /// <summary>The most characters of a header's value.</summary>
    public const int HeaderValue = 16 * 1024;

    /// <summary>The most characters of a header's or field's name, and of a method.</summary>
    public const int Name = 256;

    /// <summary>The most headers of a request.</summary>
    public const int Headers = 200;

    /// <summary>The most characters of a body. Beacons carry 64 KiB (Beacon, section 3.1), batches of events some times that.</summary>
    public const int Body = 256 * 1024;

    /// <summary>The most bytes of one text in a recording; what is longer is a reply's content, which nobody asks for.</summary>
    public const int JsonText = Megabyte;

    /// <summary>How deep a recording may be nested. What called what is nested, some hundreds deep on real pages; what is passed over costs a bit a step.</summary>
    public const int JsonDepth = 100_000;

    /// <summary>The most parts of a letter.</summary>
    public const int Parts = 1_000;

    /// <summary>The most characters of a link's text.</summary>
    public const int LinkText = 200;
}
