using System.ComponentModel.DataAnnotations;

namespace PixelLab.Web.Limits;

/// <summary>How large a replay may be that is opened, and so a town that is kept (configuration section <c>PixelLab:Replay</c>).</summary>
public sealed class ReplayLimits
{
    /// <summary>The configuration section.</summary>
    public const string Section = "PixelLab:Replay";

    /// <summary>
    /// The most files that one address sends at once: a class that opens one and the same. Each lies on the disk, not in memory, until it is
    /// opened.
    /// </summary>
    public const int FilesOfAddress = 40;

    /// <summary>The most megabytes of files that one address sends in ten minutes: a class of 300 with two each, or ten of the largest.</summary>
    public const int MegabytesInTenMinutes = 640;

    /// <summary>The most files of all addresses.</summary>
    public const int FilesOfLab = 80;

    /// <summary>How many are opened at once; the others wait for their turn.</summary>
    public const int AtOnce = 2;

    /// <summary>The most bytes of one event in a file, which is what is held of it in memory.</summary>
    public const int Event = 1024 * 1024;

    /// <summary>The most megabytes of a file that is opened.</summary>
    [Range(1, 512, ErrorMessage = "PixelLab:Replay:MostMegabytes must be 1 to 512.")]
    public int MostMegabytes { get; init; } = 64;

    /// <summary>The most events in it: as many as a seat can show at ease.</summary>
    [Range(1, 1_000_000, ErrorMessage = "PixelLab:Replay:MostEvents must be 1 to 1000000.")]
    public int MostEvents { get; init; } = 100_000;

    /// <summary>The most bytes of a file.</summary>
    public int MostBytes => MostMegabytes * CaptureLimits.Megabyte;
}
