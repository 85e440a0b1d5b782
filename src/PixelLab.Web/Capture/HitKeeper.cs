using System.Buffers;
using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Addressing;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;
using PixelLab.Web.Telemetry;

namespace PixelLab.Web.Capture;

/// <summary>
/// The way of a hit: captured, kept, and only then answered with its image. A tracker never breaks the page it is on,
/// so the image comes whatever the request holds; a header of the lab's own says what became of it.
/// </summary>
public sealed partial class HitKeeper(
    IEventWriter log, HitLimiter limiter, RefusalNotes notes, Refusals refusals, Holdings holdings, StoreState store, TimeProvider time, IOptions<CaptureLimits> limits, ILogger<HitKeeper> logger)
{
    /// <summary>The header that says what became of a hit, so that a command-line client sees it too.</summary>
    public const string OutcomeHeader = "X-PixelLab";

    /// <summary>What that header says where nothing is noted in the seat any more; the answer is the same as ever.</summary>
    public const string ClosedOutcome = "refused seat-closed";

    private long _kept;

    private static readonly KeyValuePair<string, StringValues>[] ReplyHeaders =
        [.. PixelReply.Headers.Select(header => KeyValuePair.Create(header.Name, new StringValues(header.Value)))];

    /// <summary>How many hits were kept since the lab began.</summary>
    public long Kept => Interlocked.Read(ref _kept);

    /// <summary>Takes a hit of a vendor and answers it with its image.</summary>
    /// <param name="context">The request.</param>
    /// <param name="vendor">The vendor it reached.</param>
    /// <param name="cookies">What the vendor sets in reply, having seen the request.</param>
    public async Task TakeAsync(HttpContext context, IVendorWire vendor, Func<HttpContext, IReadOnlyList<string>>? cookies = null)
    {
        try
        {
            if (await KeepAsync(context, vendor, cookies) is not null)
            {
                Answer(context);
            }
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            // A fault of the lab's own, and the page that carries the pixel has nothing to do with it.
            Failed(logger, vendor.Name, failure);
            Answer(context, StatusCodes.Status500InternalServerError, "failed");
        }
    }

    /// <summary>
    /// Keeps a hit, unless its address has sent too many or its seat is closed (<see cref="ClosedSeats"/>) or full (<see cref="Holdings"/>), and leaves the answer,
    /// for example a redirect or a frame's page, to the caller. Where it could not be kept it has answered already, and there is nothing
    /// left to do.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="vendor">The vendor it reached.</param>
    /// <param name="cookies">What the vendor sets in reply, having seen the request.</param>
    /// <param name="site">The site, where the vendor's own records tell it and the request does not.</param>
    /// <returns>The hit with its id, which is 0 in a closed or full seat; or null where it was not kept and is answered.</returns>
    public async Task<Hit?> KeepAsync(
        HttpContext context, IVendorWire vendor, Func<HttpContext, IReadOnlyList<string>>? cookies = null, string? site = null)
    {
        using var trace = Traces.Begin("pixellab.hit");
        if (!limiter.Admits(context))
        {
            await RefuseAsync(context, Budget.HitsOfAddress, "too_many_hits", limits.Value.HitsPerMinute);
            context.Response.Headers.RetryAfter = "60";
            Answer(context, StatusCodes.Status429TooManyRequests, "refused too-many-hits");
            return null;
        }

        var town = TownRequest.Of(context);
        if (town.IsNobodys)
        {
            // From elsewhere and without a seat: there is nobody whom it could be shown.
            context.Response.Headers[OutcomeHeader] = "refused no-seat";
            Answer(context);
            return null;
        }

        // What the request tells of its body is counted before anything of it is read, and the rest when it is known.
        var told = Math.Min(context.Request.ContentLength ?? 0, CaptureLimits.KeptBody);
        var request = limiter.AdmitsBytes(context, told) ? await RequestCapture.CaptureAsync(context) : null;
        if (request is null || !limiter.AdmitsBytes(context, Math.Max(0, request.WrittenBytes - told)))
        {
            await RefuseAsync(context, Budget.BytesOfAddress, "too_many_bytes", limits.Value.MegabytesPerMinute * (long)CaptureLimits.Megabyte);
            Answer(context, StatusCodes.Status200OK, "refused too-many-bytes");
            return null;
        }

        var setCookies = cookies?.Invoke(context) ?? [];
        var hit = new Hit
        {
            At = time.GetUtcNow(),
            Seat = town.Seat,
            Vendor = vendor.Name,
            Site = site ?? SiteOf(town.Address, vendor, request),
            Request = request,
            SetCookies = setCookies,
        };
        try
        {
            var kept = (Hit)(await log.AppendAsync([hit], CancellationToken.None))[0];
            context.Response.Headers.CacheControl = "no-store";
            if (kept.Id == 0)
            {
                // Its class is over, or there is no room left. The page goes on, and its browser is given no number to be known by.
                var usedUp = holdings.UsedUp(town.Seat, context);
                if (usedUp is { } budget)
                {
                    await RefuseAsync(context, budget, RequestRefused.Full, holdings.MostOf(budget));
                }

                context.Response.Headers[OutcomeHeader] = usedUp is null ? ClosedOutcome : "refused full";
                return kept;
            }

            Interlocked.Increment(ref _kept);
            foreach (var cookie in setCookies)
            {
                context.Response.Headers.Append("Set-Cookie", cookie);
            }

            context.Response.Headers[OutcomeHeader] = string.Create(CultureInfo.InvariantCulture, $"kept {kept.Id}");
            return kept;
        }
        catch (EventLogException failure)
        {
            if (store.Now.KeepsHits)
            {
                // Where it refuses all, that is said once by the state itself.
                NotKept(logger, vendor.Name, failure);
            }

            Answer(context, StatusCodes.Status503ServiceUnavailable, "not-kept");
            return null;
        }
    }

    /// <summary>Answers a hit that was kept with the image.</summary>
    public static void Answer(HttpContext context) =>
        Answer(context, StatusCodes.Status200OK, context.Response.Headers[OutcomeHeader].ToString());

    /// <summary>Notes a hit that is not kept since a budget is used up. Where the log that would note it is away, that is no fault.</summary>
    private async Task RefuseAsync(HttpContext context, Budget budget, string reason, long limit)
    {
        refusals.Add(budget);
        try
        {
            await NoteRefusalAsync(context, reason, limit);
        }
        catch (EventLogException failure)
        {
            if (store.Now.KeepsHits)
            {
                NotNoted(logger, failure);
            }
        }
    }

    private async Task NoteRefusalAsync(HttpContext context, string reason, long limit)
    {
        var town = TownRequest.Of(context);
        var address = RequestCapture.AddressOf(context);
        var now = time.GetUtcNow();
        if (notes.Take(address, town.Seat, reason, now) && (reason != RequestRefused.Full || holdings.TakeNotice(town.Seat)))
        {
            var refused = new RequestRefused
            {
                At = now,
                Seat = town.Seat,
                Vendor = town.Host.Name,
                Address = address,
                Reason = reason,
                Limit = limit,
            };
            await log.AppendAsync([refused], CancellationToken.None);
        }
    }

    private static string? SiteOf(TownAddress address, IVendorWire vendor, CapturedRequest request) =>
        (address.HostOf(vendor.PageOf(request)) ?? address.HostOf(request.Header("Referer"))) is { Kind: TownKind.Site or TownKind.Sandbox } site
            ? site.Name
            : null;

    private static void Answer(HttpContext context, int status, string outcome)
    {
        var response = context.Response;
        response.StatusCode = status;
        var headers = response.Headers;
        foreach (var (name, value) in ReplyHeaders)
        {
            headers[name] = value;
        }

        headers[OutcomeHeader] = outcome;
        if (!TownRequest.Of(context).IsHead)
        {
            // Left to the server to send with the head, in one write, when the request ends.
            response.BodyWriter.Write(TransparentGif.Bytes.Span);
        }
    }

    [LoggerMessage(EventId = 2, EventName = "HitFailed", Level = LogLevel.Error, Message = "A hit of {Vendor} failed")]
    private static partial void Failed(ILogger logger, string vendor, Exception failure);

    [LoggerMessage(EventId = 1, EventName = "HitNotKept", Level = LogLevel.Error, Message = "A hit of {Vendor} could not be kept")]
    private static partial void NotKept(ILogger logger, string vendor, Exception failure);

    [LoggerMessage(EventId = 3, EventName = "RefusalNotNoted", Level = LogLevel.Error, Message = "A refused hit could not be noted")]
    private static partial void NotNoted(ILogger logger, Exception failure);
}
