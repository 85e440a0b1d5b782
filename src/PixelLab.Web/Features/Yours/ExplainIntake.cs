using System.Threading.RateLimiting;
using Microsoft.AspNetCore.WebUtilities;
using PixelLab.Web.Capture;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Features.Yours;

/// <summary>
/// Takes in what people bring: so many bytes come from an address, so many things from one and in all may be on their way, and of these so many
/// are read at once.
/// </summary>
public sealed class ExplainIntake(Refusals refusals) : IDisposable
{
    /// <summary>Bytes that are taken in, or answered, at once.</summary>
    public const int Piece = 64 * 1024;

    private const int PiecesOfMegabyte = CaptureLimits.Megabyte / Piece;

    private readonly SenderPlaces _places = new(
        (ExplainLimits.OfAddress, Budget.ExplainedOfAddress), (ExplainLimits.OfLab, Budget.ExplainedOfLab), refusals);

    private readonly SemaphoreSlim _turns = new(ExplainLimits.AtOnce);

    private readonly PartitionedRateLimiter<HttpContext> _ofPieces =
        Sender.Per(TimeSpan.FromMinutes(10), ExplainLimits.MegabytesInTenMinutes * PiecesOfMegabyte);

    /// <inheritdoc />
    public void Dispose()
    {
        _ofPieces.Dispose();
        _turns.Dispose();
    }

    /// <summary>Does something with what somebody brings, where there is a place for it.</summary>
    /// <returns>What it did; null where there is no place.</returns>
    public Task<T?> WithPlaceAsync<T>(HttpContext context, Func<Task<T>> take)
        where T : class => _places.WithPlaceAsync(context, take);

    /// <summary>
    /// Reads a body to its end, before anything is answered: browsers read no answer before they have sent all, and both would wait for each
    /// other.
    /// </summary>
    /// <param name="context">Whose body it is.</param>
    /// <param name="kept">Where it lies then.</param>
    /// <returns>Whether its sender may send as much.</returns>
    public async Task<bool> TryReadAsync(HttpContext context, FileBufferingReadStream kept)
    {
        var buffer = new byte[Piece];
        long came = 0, counted = 0;
        while (await kept.ReadAsync(buffer, context.RequestAborted) is > 0 and var read)
        {
            came += read;
            var pieces = (int)((came - counted) / Piece);
            using var lease = _ofPieces.AttemptAcquire(context, pieces);
            if (!lease.IsAcquired)
            {
                refusals.Add(Budget.ExplainedBytes);
                return false;
            }

            counted += (long)pieces * Piece;
        }

        kept.Position = 0;
        return true;
    }

    /// <summary>Does a piece of the work, when it is its turn.</summary>
    public async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            _turns.Release();
        }
    }
}
