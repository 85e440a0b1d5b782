using System.Net;
using System.Threading.RateLimiting;
using PixelLab.Web.Capture;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Features.Seats;

/// <summary>How many seats an address may erase: each erasure is carried into the files at once, which is work also where there was nothing.</summary>
public sealed class ErasureLimiter(Refusals refusals) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(
        context => RateLimitPartition.GetFixedWindowLimiter(
            Sender.Of(context), _ => new() { PermitLimit = RateLimits.ErasuresPerMinute, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>Counts an erasure, and tells whether it may be.</summary>
    public bool Admits(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        if (!lease.IsAcquired)
        {
            refusals.Add(Budget.ErasuresOfAddress);
        }

        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();
}
