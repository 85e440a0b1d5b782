using PixelLab.Web.Limits;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Live;

/// <summary>How it is with what keeps the events, as pages are told.</summary>
/// <param name="State">How it is.</param>
/// <param name="Since">Since when.</param>
/// <param name="Cause">Why; left out where it is well.</param>
/// <param name="Recovery">What the start took over from a run that broke off, while that is news; left out where there is none.</param>
public sealed record StoreView(StoreCondition State, DateTime Since, StoreCause? Cause, RecoveryView? Recovery)
{
    /// <summary>The state as it is told now.</summary>
    public static StoreView Of(StoreState state, DateTimeOffset now)
    {
        var (condition, since, cause) = state.Now;
        return new StoreView(
            condition, since.UtcDateTime, cause,
            state.Recovery is { } recovery && now - recovery.At < StoreLimits.RecoveryIsNews
                ? new RecoveryView(recovery.At.UtcDateTime, recovery.Events, recovery.Unreadable)
                : null);
    }
}

/// <summary>What a start took over from a run that broke off.</summary>
/// <param name="At">When that was.</param>
/// <param name="Events">How many events.</param>
/// <param name="Unreadable">About how many could not be read.</param>
public sealed record RecoveryView(DateTime At, long Events, long Unreadable);
