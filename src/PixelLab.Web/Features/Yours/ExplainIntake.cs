using System.Collections.Concurrent;
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

    private const int PiecesOfMegabyte = CaptureLimits.Megabyte / Piece;

    private readonly SenderPlaces _places = new(
        (ExplainLimits.OfAddress, Budget.ExplainedOfAddress), (ExplainLimits.OfLab, Budget.ExplainedOfLab), refusals);

    /// <summary>Things that somebody asks after: no more than have a place.</summary>
    private readonly ConcurrentDictionary<string, ExplainProgress> _followed = new(StringComparer.Ordinal);

    private readonly SemaphoreSlim _turns = new(ExplainLimits.AtOnce);

    private readonly PartitionedRateLimiter<HttpContext> _packed = PartitionedRateLimiter.Create<HttpContext, IPAddress>(context =>
        RateLimitPartition.GetConcurrencyLimiter(
            Sender.Of(context), _ => new() { PermitLimit = ExplainLimits.PackedOfAddressAtOnce, QueueLimit = ExplainLimits.OfAddress }));

    private readonly PartitionedRateLimiter<HttpContext> _ofPieces =
        Sender.Per(TimeSpan.FromMinutes(10), ExplainLimits.MegabytesInTenMinutes * PiecesOfMegabyte);

    /// <inheritdoc />
    public void Dispose()
    {
        _ofPieces.Dispose();
        _packed.Dispose();
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
    /// <param name="kept">Where it lies then.</param>
    /// <param name="meter">Counts it.</param>
    /// <param name="progress">Is told how much has come.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>Whether its sender may send as much.</returns>
    public static async Task<bool> TryReadAsync(FileBufferingReadStream kept, ExplainMeter meter, ExplainProgress progress, CancellationToken cancellation)
    {
        var buffer = new byte[Piece];
        while (await kept.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (!meter.TryCount(read))
            {
                return false;
            }

            progress.Sent += read;
        }

        kept.Position = 0;
        return true;
    }

    /// <summary>Lets somebody ask how far a thing is, as long as it is on its way.</summary>
    /// <param name="name">The name by which they ask, which nobody can guess; null where nobody asks.</param>
    internal ExplainProgress Follow(string? name)
    {
        var progress = new ExplainProgress(() => _followed.TryRemove(name ?? "", out _));
        return ExplainProgress.IsName(name) && _followed.TryAdd(name!, progress) ? progress : new ExplainProgress(() => { });
    }

    /// <summary>How far the thing of that name is; null where none is on its way.</summary>
    internal ExplainProgress? Find(string name) => _followed.GetValueOrDefault(name);

    /// <summary>Counts what is read for somebody: what comes, and beside it what that unpacks to.</summary>
    public ExplainMeter MeterOf(HttpContext context) => new(pieces =>
    {
        using var lease = _ofPieces.AttemptAcquire(context, pieces);
        if (!lease.IsAcquired)
        {
            refusals.Add(Budget.ExplainedBytes);
        }

        return lease.IsAcquired;
    });

    /// <summary>Does a piece of the work, when it is its turn.</summary>
    /// <param name="context">For whom.</param>
    /// <param name="isPacked">Whether it is packed: then a piece may be long, and its sender has to leave turns to others.</param>
    /// <param name="work">The piece.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<T> InTurnAsync<T>(HttpContext context, bool isPacked, Func<Task<T>> work, CancellationToken cancellation)
    {
        using var lease = isPacked ? await _packed.AcquireAsync(context, 1, cancellation) : null;
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

/// <summary>Counts bytes of one thing against what its sender may have read, in whole pieces.</summary>
/// <param name="tryTake">Takes so many pieces, where there are as many.</param>
public sealed class ExplainMeter(Func<int, bool> tryTake)
{
    private long _uncounted;

    /// <summary>Whether its sender has used up what may be read.</summary>
    public bool IsUsedUp { get; private set; }

    /// <summary>Counts bytes.</summary>
    /// <returns>Whether more may be read.</returns>
    public bool TryCount(long bytes)
    {
        _uncounted += bytes;
        var pieces = (int)(_uncounted / ExplainIntake.Piece);
        _uncounted %= ExplainIntake.Piece;
        IsUsedUp = IsUsedUp || !tryTake(pieces);
        return !IsUsedUp;
    }
}
