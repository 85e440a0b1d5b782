using Microsoft.AspNetCore.Http.Features;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Capture;

/// <summary>Registers capture: what the server lets in, and how much of it from one address.</summary>
public static class CaptureSetup
{
    /// <summary>Adds capture.</summary>
    public static WebApplicationBuilder AddCapture(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<CaptureLimits>()
            .BindConfiguration(CaptureLimits.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<Refusals>();
        builder.Services.AddSingleton<ConnectionCount>();
        builder.Services.AddSingleton<UnreadBodies>();
        builder.Services.AddSingleton<HitLimiter>();
        builder.Services.AddSingleton<ErasureLimiter>();
        builder.Services.AddSingleton<RefusalNotes>();
        builder.Services.AddSingleton<HitKeeper>();
        builder.Services.AddSingleton<OwnRequests>();
        builder.Services.AddSingleton<MissingWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<MissingWatch>());
        builder.Services.AddHostedService<UnreadRequests>();

        builder.WebHost.UseSockets(sockets =>
        {
            sockets.MaxReadBufferSize = ConnectionLimits.UnreadBytes;
            // One call to the system less for each request (bench: a fifth of a hit's processor time), for 4 KB that each connection holds while it waits.
            sockets.WaitForDataBeforeAllocatingBuffer = false;
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = CaptureLimits.ServerRequestLine;
            kestrel.Limits.MaxRequestHeadersTotalSize = CaptureLimits.ServerHeaders;
            kestrel.Limits.MaxRequestHeaderCount = CaptureLimits.ServerHeaderCount;
            kestrel.Limits.MaxRequestBodySize = CaptureLimits.ServerBody;
            kestrel.Limits.MaxConcurrentConnections = ConnectionLimits.OfLab;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            // Every byte sequence is let through, so that a request that is not UTF-8 is shown rather than refused.
            kestrel.RequestHeaderEncodingSelector = _ => System.Text.Encoding.Latin1;
            kestrel.ConfigureEndpointDefaults(listen =>
            {
                listen.ApplicationServices.GetRequiredService<ConnectionCount>().Count(listen);
                listen.UseHeadRecording();
            });
        });
        return builder;
    }

    /// <summary>
    /// Marks where each request's head ends, before anything reads its body, and stops reading along where a connection has
    /// become a web socket.
    /// </summary>
    public static WebApplication UseCapture(this WebApplication app)
    {
        var unread = app.Services.GetRequiredService<UnreadBodies>();
        app.Use((context, next) =>
        {
            if (context.Features.Get<HeadRecorder>() is { } recorder)
            {
                BeginRequest(context, recorder);
                if (context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true })
                {
                    StopWhereUpgraded(context.Response, recorder);
                }
            }

            // Who asks first whether to send a body (RFC 9110 section 10.1.1) is not asked for one that nobody wants.
            return RequestCapture.HasBody(context.Request) && context.Request.Headers.Expect.Count == 0 ? WithBodyAsync() : next(context);

            async Task WithBodyAsync()
            {
                await next(context);
                await unread.HearOutAsync(context);
            }
        });
        return app;
    }

    private static void BeginRequest(HttpContext context, HeadRecorder recorder)
    {
        if (context.Request.Headers.TransferEncoding.Count == 0)
        {
            recorder.BeginRequest(context.Request.ContentLength ?? 0);
            return;
        }

        recorder.BeginRequest(null);
        context.Response.OnCompleted(() =>
        {
            recorder.EndRequest();
            return Task.CompletedTask;
        });
    }

    /// <summary>
    /// The request only asks. What comes after status 101 is no request any more; after every other status there may be a next
    /// one, which is to be kept as it comes.
    /// </summary>
    private static void StopWhereUpgraded(HttpResponse response, HeadRecorder recorder) => response.OnStarting(() =>
    {
        if (response.StatusCode == StatusCodes.Status101SwitchingProtocols)
        {
            recorder.Stop();
        }

        return Task.CompletedTask;
    });
}
