using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Capture;

/// <summary>How many hits an address may send: <see cref="CaptureLimits.HitsPerMinute"/>, whatever vendor they reach.</summary>
public sealed class HitLimiter(IOptions<CaptureLimits> limits) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext>? _limiter =
        limits.Value.HitsPerMinute == 0 ? null : PerAddress(limits.Value.HitsPerMinute);

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

    /// <inheritdoc />
    public void Dispose() => _limiter?.Dispose();

    private static PartitionedRateLimiter<HttpContext> PerAddress(int hitsPerMinute) =>
        PartitionedRateLimiter.Create<HttpContext, IPAddress>(context => RateLimitPartition.GetFixedWindowLimiter(
            Sender.Of(context),
            _ => new() { PermitLimit = hitsPerMinute, Window = TimeSpan.FromMinutes(1) }));
}
