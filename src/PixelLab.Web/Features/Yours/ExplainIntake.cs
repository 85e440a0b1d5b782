using System.Net;
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

    private const string WholeLab = "";
    private const int PiecesOfMegabyte = CaptureLimits.Megabyte / Piece;

    private readonly Places<IPAddress> _ofAddresses = new(ExplainLimits.OfAddress);
    private readonly Places<string> _ofLab = new(ExplainLimits.OfLab);
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
    public async Task<T?> WithPlaceAsync<T>(HttpContext context, Func<Task<T>> take)
        where T : class
    {
        var sender = Sender.Of(context);
        if (!TryTake(_ofAddresses, sender, Budget.ExplainedOfAddress))
        {
            return null;
        }

        try
        {
            if (!TryTake(_ofLab, WholeLab, Budget.ExplainedOfLab))
            {
                return null;
            }

            try
            {
                return await take();
            }
            finally
            {
                _ofLab.GiveBack(WholeLab);
            }
        }
        finally
        {
            _ofAddresses.GiveBack(sender);
        }
    }

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

    private bool TryTake<TKey>(Places<TKey> places, TKey whose, Budget budget)
        where TKey : notnull
    {
        if (places.TryTake(whose))
        {
            return true;
        }

        refusals.Add(budget);
        return false;
    }
}
