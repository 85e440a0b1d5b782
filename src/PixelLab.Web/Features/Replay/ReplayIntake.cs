using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using PixelLab.Web.Capture;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Features.Replay;

/// <summary>
/// Opens replays: so many bytes come from an address, so many files from one and in all may be on their way, and of these so many are opened
/// at once, so that however many come the lab goes on answering.
/// </summary>
internal sealed class ReplayIntake(IEventWriter log, Refusals refusals, IOptions<ReplayLimits> limits, TimeProvider time) : IDisposable
{
    private readonly SenderPlaces _places = new(
        (ReplayLimits.FilesOfAddress, Budget.FilesOfAddress), (ReplayLimits.FilesOfLab, Budget.FilesOfLab), refusals);

    private readonly PartitionedRateLimiter<HttpContext> _ofBytes =
        Sender.Per(TimeSpan.FromMinutes(10), ReplayLimits.MegabytesInTenMinutes * CaptureLimits.Megabyte);

    private readonly SemaphoreSlim _turns = new(ReplayLimits.AtOnce);

    /// <inheritdoc />
    public void Dispose()
    {
        _ofBytes.Dispose();
        _turns.Dispose();
    }

    /// <summary>Does something with a file on its way, where there is a place for one.</summary>
    /// <exception cref="ReplayException">There is none.</exception>
    public async Task<T> WithPlaceAsync<T>(HttpContext context, Func<Task<T>> take)
        where T : class
    {
        var length = Math.Min(context.Request.ContentLength ?? 0, ReplayLimits.MegabytesInTenMinutes * CaptureLimits.Megabyte);
        using var lease = _ofBytes.AttemptAcquire(context, (int)length);
        if (!lease.IsAcquired)
        {
            refusals.Add(Budget.BytesOfFiles);
            throw new ReplayException(ReplayText.Text["Refused.Bytes", ReplayLimits.MegabytesInTenMinutes]);
        }

        return await _places.WithPlaceAsync(context, take) ?? throw new ReplayException(ReplayText.Text["Refused.Busy"]);
    }

    /// <summary>Opens a file in a seat of its own. Where that breaks off, nothing of it stays.</summary>
    /// <exception cref="ReplayException">It is no replay, or one that is too large or broken.</exception>
    public async Task<SeatId> OpenAsync(Stream file, CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        var seat = SeatId.New();
        var import = new EventImport(log, time.GetUtcNow());
        try
        {
            await foreach (var labEvent in ReplayFile.ReadAsync(file, seat, limits.Value.MostEvents, cancellation))
            {
                await import.KeepAsync(labEvent, cancellation);
            }

            await import.FlushAsync(cancellation);
            return seat;
        }
        catch when (import.HasKept)
        {
            await log.EraseAsync(seat, CancellationToken.None);
            throw;
        }
        finally
        {
            _turns.Release();
        }
    }
}
