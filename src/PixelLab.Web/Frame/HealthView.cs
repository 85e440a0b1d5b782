using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Frame;

/// <summary>The state of the lab, as <c>/healthz</c> tells it.</summary>
/// <param name="State"><c>ready</c> while a hit would be kept, else <c>away</c>.</param>
/// <param name="Why">Why it would not be kept, in words; left out where it would.</param>
/// <param name="Refused">What was refused since the lab began because a budget was used up.</param>
public sealed record HealthView(string State, string? Why, IReadOnlyList<RefusedView> Refused)
{
    /// <summary>The state that a report tells.</summary>
    public static HealthView Of(HealthReport report, Refusals refusals)
    {
        var isReady = report.Status == HealthStatus.Healthy;
        return new HealthView(
            isReady ? "ready" : "away",
            isReady ? null : string.Join(' ', report.Entries.Values.Select(entry => entry.Description)),
            [.. refusals.All.Select(refusal => new RefusedView(
                JsonNamingPolicy.SnakeCaseLower.ConvertName(refusal.Budget.ToString()), refusal.Count, refusal.Latest.UtcDateTime))]);
    }
}

/// <summary>How often something was refused.</summary>
/// <param name="Budget">The budget that was used up.</param>
/// <param name="Count">How often.</param>
/// <param name="Latest">When that was last.</param>
public sealed record RefusedView(string Budget, long Count, DateTime Latest);
