using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Capture;

/// <summary>
/// How many hits an address may send, and how many bytes of them: <see cref="CaptureLimits.HitsPerMinute"/> and
/// <see cref="CaptureLimits.MegabytesPerMinute"/>, whatever vendor they reach. Where hits have no limit, their bytes have none either.
/// </summary>
public sealed class HitLimiter(IOptions<CaptureLimits> limits) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext>? _limiter =
        limits.Value.HitsPerMinute == 0 ? null : Sender.PerMinute(limits.Value.HitsPerMinute);

    private readonly PartitionedRateLimiter<HttpContext>? _ofBytes =
        limits.Value.HitsPerMinute == 0 || limits.Value.MegabytesPerMinute == 0
            ? null
            : Sender.PerMinute(limits.Value.MegabytesPerMinute * CaptureLimits.Megabyte);

    /// <summary>Counts a hit, and tells whether it may be taken.</summary>
    public bool Admits(HttpContext context)
    {
        if (_limiter is null)
        {
            return true;
        }

        using var lease = _limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    /// <summary>Counts the bytes of what a request leaves, and tells whether they may be kept.</summary>
    public bool AdmitsBytes(HttpContext context, long bytes)
    {
        using var lease = _ofBytes?.AttemptAcquire(context, (int)Math.Min(bytes, limits.Value.MegabytesPerMinute * CaptureLimits.Megabyte));
        return lease?.IsAcquired ?? true;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _limiter?.Dispose();
        _ofBytes?.Dispose();
    }
}
