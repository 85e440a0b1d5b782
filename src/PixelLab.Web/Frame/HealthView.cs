using Microsoft.Extensions.Diagnostics.HealthChecks;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Frame;

/// <summary>The state of the lab, as <c>/healthz</c> tells it.</summary>
/// <param name="State"><c>ready</c>, or <c>behind</c> while a hit would be kept all the same; else <c>full</c>, <c>broken</c> or <c>away</c>.</param>
/// <param name="Since">Since when.</param>
/// <param name="Why">Why it is not ready, in words; left out where it is.</param>
/// <param name="Refused">What was refused since the lab began because a budget was used up.</param>
public sealed record HealthView(string State, DateTime Since, string? Why, IReadOnlyList<RefusedView> Refused)
{
    /// <summary>The state that a report tells.</summary>
    public static HealthView Of(HealthReport report, StoreStatus store, Refusals refusals)
    {
        // What a check has found and the state does not know is a fault of neither full nor away.
        var isTold = report.Status == HealthStatus.Healthy || !store.KeepsHits;
        return new HealthView(
            isTold ? NameOf(store.Condition) : NameOf(StoreCondition.Broken),
            store.Since.UtcDateTime,
            isTold ? store.Why : string.Join(' ', report.Entries.Values.Select(entry => entry.Description)),
            [.. refusals.All.Select(refusal => new RefusedView(refusal.Name, refusal.Count, refusal.Latest.UtcDateTime))]);
    }

    internal static string NameOf(StoreCondition condition) => condition switch
    {
        StoreCondition.Well => "ready",
        StoreCondition.Behind => "behind",
        StoreCondition.Full => "full",
        StoreCondition.Broken => "broken",
        StoreCondition.Away => "away",
    };
}

/// <summary>How often something was refused.</summary>
/// <param name="Budget">The budget that was used up.</param>
/// <param name="Count">How often.</param>
/// <param name="Latest">When that was last.</param>
public sealed record RefusedView(string Budget, long Count, DateTime Latest);
