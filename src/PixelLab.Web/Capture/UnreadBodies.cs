using System.Threading.RateLimiting;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Capture;

/// <summary>
/// Hears out what nobody reads of requests' bodies, for a connection that is closed while its browser is still sending shows it a network
/// error in place of the answer. It does so no faster than <see cref="BodyLimits.HeardOutPerSecond"/> for all together, so that whoever
/// sends what nobody wants waits for it alone.
/// </summary>
internal sealed class UnreadBodies : IDisposable
{
    private const int Chunk = 64 * 1024;
    private const int Little = 4 * 1024;
    private const int Parts = 10;

    private readonly TokenBucketRateLimiter _pace = new(new()
    {
        TokenLimit = BodyLimits.HeardOutPerSecond / Parts,
        TokensPerPeriod = BodyLimits.HeardOutPerSecond / Parts,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1) / Parts,
        QueueLimit = int.MaxValue,
    });

    /// <summary>Reads the rest of a request's body, if it has one.</summary>
    public async Task HearOutAsync(HttpContext context)
    {
        try
        {
            // Of most nothing or little is left; these wait for nobody.
            var buffer = new byte[1];
            var sum = 0L;
            while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) is > 0 and var read)
            {
                sum += read;
                var size = sum > Little ? Chunk : Little;
                buffer = buffer.Length < size ? new byte[size] : buffer;
                if (sum > Little)
                {
                    using var turn = await _pace.AcquireAsync(Chunk, context.RequestAborted);
                }
            }
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException)
        {
            // More than may be sent, or broken off: the connection ends as the server sees fit.
        }
    }

    /// <inheritdoc />
    public void Dispose() => _pace.Dispose();
}
