using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Metrics;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;

namespace PixelLab.Web.Tests;

/// <summary>A fault of the lab's own does not break the page that carries the pixel.</summary>
public sealed class PixelFaultTests
{
    [Fact]
    public async Task A_hit_that_fails_is_answered_with_the_image_and_what_became_of_it_and_the_fault_is_logged()
    {
        var limits = Options.Create(new CaptureLimits { HitsPerMinute = 0 });
        using var limiter = new HitLimiter(limits);
        var faults = new Faults();
        var intake = new HitIntake(new BrokenLog(), limiter, TimeProvider.System, limits, faults);
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

        Assert.Equal(StatusCodes.Status500InternalServerError, context.Response.StatusCode);
        Assert.Equal("image/gif", context.Response.ContentType);
        Assert.Equal("no-store", context.Response.Headers.CacheControl);
        Assert.Equal("failed", context.Response.Headers[HitIntake.OutcomeHeader]);
        Assert.Equal(TransparentGif.Bytes.ToArray(), image.ToArray());
        Assert.Same(BrokenLog.Fault, Assert.Single(faults.Logged));
    }

    private sealed class BrokenLog : IEventWriter
    {
        public static readonly InvalidOperationException Fault = new("A fault that nobody expects.");

        public Task<IReadOnlyList<LabEvent>> AppendAsync(IReadOnlyList<LabEvent> events, CancellationToken cancellation = default) => throw Fault;

        public Task<long> EraseAsync(SeatId seat, CancellationToken cancellation = default) => throw Fault;

        public Task<long> ExpireAsync(DateTimeOffset before, CancellationToken cancellation = default) => throw Fault;
    }

    private sealed class Faults : ILogger<HitIntake>
    {
        public List<Exception?> Logged { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Error)
            {
                Logged.Add(exception);
            }
        }
    }
}
