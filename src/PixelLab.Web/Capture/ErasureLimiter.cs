using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Capture;

/// <summary>How many seats an address may erase: each erasure is carried into the files at once, which is work also where there was nothing.</summary>
public sealed class ErasureLimiter(Refusals refusals) : IDisposable
{
    /// <summary>What is said to whoever erases more.</summary>
    public static string TooMany => CaptureText.Text["TooMany.Erasures", RateLimits.ErasuresPerMinute];

    /// <summary>Who erases more is told to wait.</summary>
    public static ProblemHttpResult Refuse() => TypedResults.Problem(TooMany, statusCode: StatusCodes.Status429TooManyRequests);

    private readonly PartitionedRateLimiter<HttpContext> _limiter = Sender.PerMinute(RateLimits.ErasuresPerMinute);

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
