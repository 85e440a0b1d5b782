using System.ComponentModel.DataAnnotations;

namespace PixelLab.Web.Limits;

/// <summary>How large a replay may be that is opened, and so a town that is kept (configuration section <c>PixelLab:Replay</c>).</summary>
public sealed class ReplayLimits
{
    /// <summary>The configuration section.</summary>
    public const string Section = "PixelLab:Replay";

    private const int Megabyte = 1024 * 1024;

    /// <summary>The most megabytes of a file that is opened. It is read whole, so this is memory too.</summary>
    [Range(1, 512, ErrorMessage = "PixelLab:Replay:MostMegabytes must be 1 to 512.")]
    public int MostMegabytes { get; init; } = 64;

    /// <summary>The most events in it: as many as a seat can show at ease.</summary>
    [Range(1, 1_000_000, ErrorMessage = "PixelLab:Replay:MostEvents must be 1 to 1000000.")]
    public int MostEvents { get; init; } = 100_000;

    /// <summary>The most bytes of a file.</summary>
    public int MostBytes => MostMegabytes * Megabyte;
}
