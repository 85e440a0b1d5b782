using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using PixelLab.Web.Addressing;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Capture;

/// <summary>
/// Notes requests whose head is larger than the server reads. The server answers them itself (RFC 9110 section 15.5.15, RFC
/// 6585 section 5) before any of the lab's code sees a request, and says so only in its diagnostics; seat and vendor are
/// read from the head's beginning, as far as it tells them.
/// </summary>
internal sealed partial class UnreadRequests(
    DiagnosticListener server,
    IEventWriter log,
    RefusalNotes notes,
    StoreState store,
    TimeProvider time,
    IServiceProvider services,
    IOptions<AddressingOptions> addressing,
    ILogger<UnreadRequests> logger)
    : IHostedService, IObserver<KeyValuePair<string, object?>>
{
    private const string BadRequest = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    private IDisposable? _subscription;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _subscription = server.Subscribe(this, name => name == BadRequest);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _subscription?.Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is IFeatureCollection request
            && request.Get<IBadRequestExceptionFeature>()?.Error is BadHttpRequestException refusal
            && request.Get<HeadRecorder>() is { } recorder
            && BoundOf(refusal.StatusCode) is { } bound)
        {
            // The server waits for this call, so the log must not be waited for here.
            _ = NoteAsync(recorder.Beginning(), request.Get<IHttpConnectionFeature>(), bound);
        }
    }

    /// <inheritdoc />
    public void OnCompleted()
    {
    }

    /// <inheritdoc />
    public void OnError(Exception error)
    {
    }

    private static (string Reason, long Limit)? BoundOf(int status) => status switch
    {
        StatusCodes.Status414UriTooLong => ("target_too_long", CaptureLimits.ServerRequestLine),
        StatusCodes.Status431RequestHeaderFieldsTooLarge => ("headers_too_large", CaptureLimits.ServerHeaders),
        _ => null,
    };

    private async Task NoteAsync(string beginning, IHttpConnectionFeature? connection, (string Reason, long Limit) bound)
    {
        try
        {
            var context = new DefaultHttpContext { RequestServices = services };
            context.Connection.RemoteIpAddress = connection?.RemoteIpAddress;
            context.Connection.LocalPort = connection?.LocalPort ?? 0;
            var address = RequestCapture.AddressOf(context);
            var now = time.GetUtcNow();
            if (await SeatAndHostAsync(context, beginning) is var (seat, host) && notes.Take(address, seat, bound.Reason, now))
            {
                await log.AppendAsync(
                    [
                        new RequestRefused
                        {
                            At = now,
                            Seat = seat,
                            Vendor = host?.Kind == TownKind.Vendor ? host.Name : null,
                            Address = address,
                            Reason = bound.Reason,
                            Limit = bound.Limit,
                        },
                    ]);
            }
        }
        catch (EventLogException failure)
        {
            if (store.Now.KeepsHits)
            {
                NotNoted(logger, failure);
            }
        }
    }

    /// <summary>
    /// Whose request it was, and whom it was for where that can be told: in subdomain mode a target that is too long hides the
    /// <c>Host</c> header behind it.
    /// </summary>
    private async Task<(SeatId Seat, TownHost? Host)?> SeatAndHostAsync(HttpContext context, string beginning)
    {
        var lines = beginning.Split("\r\n");
        if (lines[0].Split(' ', 3) is not [_, ['/', ..] target, ..])
        {
            return null;
        }

        var path = target.Split('?', 2)[0];
        context.Request.Path = new PathString(Uri.UnescapeDataString(path));
        context.Request.Scheme = "http";
        context.Request.Host = new HostString(HostOf(lines));
        await new TownMiddleware(_ => Task.CompletedTask, addressing).InvokeAsync(context);
        return context.Features.Get<TownRequest>() is { } town ? (town.Seat, town.Host)
            : SeatPath.TryTake(ref path, out var seat) ? (seat, null)
            : null;
    }

    private static string HostOf(string[] lines) =>
        lines.FirstOrDefault(line => line.StartsWith("Host:", StringComparison.OrdinalIgnoreCase))?["Host:".Length..].Trim() ?? "";

    [LoggerMessage(EventId = 2, EventName = "RefusalNotNoted", Level = LogLevel.Error, Message = "A refused request could not be noted")]
    private static partial void NotNoted(ILogger logger, Exception failure);
}
