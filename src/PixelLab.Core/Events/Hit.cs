using System.Text.Json.Serialization;

namespace PixelLab.Core.Events;

/// <summary>A request that reached a pixel, with what was answered. What it tells is computed when it is read.</summary>
public sealed record Hit : LabEvent
{
    /// <summary>The vendor whose pixel it reached.</summary>
    public required string Vendor { get; init; }

    /// <summary>The site whose page the pixel was on, as the pixel's own parameters or the referrer tell; null if neither does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Site { get; init; }

    /// <summary>Everything that was sent.</summary>
    public required CapturedRequest Request { get; init; }

    /// <summary>The <c>Set-Cookie</c> values of the reply, in order.</summary>
    public IReadOnlyList<string> SetCookies { get; init; } = [];
}
