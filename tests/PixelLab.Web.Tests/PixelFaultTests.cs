using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Metrics;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests;

/// <summary>A fault of the lab's own does not break the page that carries the pixel.</summary>
public sealed class PixelFaultTests
{
    private readonly Faults<HitKeeper> _faults = new();
    private readonly StoreState _store = new(TimeProvider.System, new Said<StoreState>());

    [Fact]
    public async Task A_hit_that_fails_is_answered_with_the_image_and_what_became_of_it_and_the_fault_is_logged()
    {
        var fault = new InvalidOperationException("A fault that nobody expects.");
        var limits = Options.Create(new CaptureLimits { HitsPerMinute = 0 });
        using var limiter = new HitLimiter(limits);

        var response = await TakeAsync(Intake(fault, limiter, limits));

        Assert.Equal(StatusCodes.Status500InternalServerError, response.StatusCode);
        Assert.Equal("failed", response.Headers[HitKeeper.OutcomeHeader]);
        Assert.Same(fault, Assert.Single(_faults.Logged));
    }

    [Fact]
    public async Task A_hit_beyond_the_limit_is_told_when_to_come_again_also_where_the_log_is_away()
    {
        var away = new EventLogException("The log is away.", new IOException());
        var limits = Options.Create(new CaptureLimits { HitsPerMinute = 1 });
        using var limiter = new HitLimiter(limits);
        var intake = Intake(away, limiter, limits);
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, (await TakeAsync(intake)).StatusCode);

        var response = await TakeAsync(intake);

        Assert.Equal(StatusCodes.Status429TooManyRequests, response.StatusCode);
        Assert.Equal("60", response.Headers.RetryAfter);
        Assert.Equal("refused too-many-hits", response.Headers[HitKeeper.OutcomeHeader]);
        Assert.Equal([away, away], _faults.Logged);
    }

    [Fact]
    public async Task While_the_log_is_said_to_be_away_a_refused_hit_is_counted_and_not_logged_each_time()
    {
        var limits = Options.Create(new CaptureLimits { HitsPerMinute = 0 });
        using var limiter = new HitLimiter(limits);
        var intake = Intake(new EventLogException("The log is away.", new IOException()), limiter, limits);
        _store.Fails(StorePart.Writing, StoreCondition.Away, StoreCause.ServerAway);

        for (var hit = 0; hit < 10; hit++)
        {
            Assert.Equal("not-kept", (await TakeAsync(intake)).Headers[HitKeeper.OutcomeHeader]);
        }

        Assert.Empty(_faults.Logged);
    }

    private HitKeeper Intake(Exception fault, HitLimiter limiter, IOptions<CaptureLimits> limits) => new(
        new BrokenLog(fault), limiter, new RefusalNotes(), new Refusals(TimeProvider.System), new Holdings(limits), _store, TimeProvider.System, limits, _faults);

    /// <summary>Lets an intake take a hit, and sees that its answer is the image.</summary>
    private static async Task<HttpResponse> TakeAsync(HitKeeper intake)
    {
        var image = new MemoryStream();
        var context = new DefaultHttpContext();
        context.Request.Method = HttpMethods.Get;
        context.Request.Scheme = "http";
        context.Request.Path = "/px/PL-SHOP-1.gif";
        context.Response.Body = image;
        context.Features.Set(new TownRequest(
            Town.Get(MetricsWire.VendorName), SeatId.Default, new TownAddress(new AddressingOptions(), "http", "metrics.localhost", 5080)));

        await intake.TakeAsync(context, new MetricsWire());
        await context.Response.BodyWriter.FlushAsync(TestContext.Current.CancellationToken);

        Assert.Equal("image/gif", context.Response.ContentType);
        Assert.Equal("no-store", context.Response.Headers.CacheControl);
        Assert.Equal(TransparentGif.Bytes.ToArray(), image.ToArray());
        return context.Response;
    }

    private sealed class BrokenLog(Exception fault) : IEventWriter
    {
        public Task<IReadOnlyList<LabEvent>> AppendAsync(IReadOnlyList<LabEvent> events, CancellationToken cancellation = default) => throw fault;

        public Task<long> EraseAsync(SeatId seat, CancellationToken cancellation = default) => throw fault;

        public Task<long> ExpireAsync(DateTimeOffset before, CancellationToken cancellation = default) => throw fault;
    }
}
