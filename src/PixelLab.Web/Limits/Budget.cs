namespace PixelLab.Web.Limits;

/// <summary>What can be used up. Each is a limit of this folder.</summary>
public enum Budget
{
    /// <summary><see cref="CaptureLimits.HitsPerMinute"/>.</summary>
    HitsOfAddress,

    /// <summary><see cref="CaptureLimits.MegabytesPerMinute"/>.</summary>
    BytesOfAddress,

    /// <summary><see cref="CaptureLimits.MegabytesOfSeat"/>.</summary>
    BytesOfSeat,

    /// <summary><see cref="CaptureLimits.MegabytesOfAddress"/>.</summary>
    BytesOfSeatsOfAddress,

    /// <summary><see cref="CaptureLimits.MegabytesOfLab"/>.</summary>
    BytesOfLab,

    /// <summary><see cref="RateLimits.ErasuresPerMinute"/>.</summary>
    ErasuresOfAddress,

    /// <summary><see cref="ReplayLimits.FilesOfAddress"/>.</summary>
    FilesOfAddress,

    /// <summary><see cref="ReplayLimits.MegabytesInTenMinutes"/>.</summary>
    BytesOfFiles,

    /// <summary><see cref="ReplayLimits.FilesOfLab"/>.</summary>
    FilesOfLab,

    /// <summary><see cref="ConnectionLimits.OfAddress"/>.</summary>
    ConnectionsOfAddress,

    /// <summary><see cref="ConnectionLimits.StreamsOfConnection"/>.</summary>
    StreamsOfConnection,

    /// <summary><see cref="ConnectionLimits.StreamsOfAddress"/>.</summary>
    StreamsOfAddress,

    /// <summary><see cref="ExplainLimits.OfAddress"/>.</summary>
    ExplainedOfAddress,

    /// <summary><see cref="ExplainLimits.MegabytesInTenMinutes"/>.</summary>
    ExplainedBytes,

    /// <summary><see cref="ExplainLimits.OfLab"/>.</summary>
    ExplainedOfLab,
}
