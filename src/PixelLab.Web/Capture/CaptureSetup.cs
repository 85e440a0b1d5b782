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
        builder.Services.AddSingleton<HitLimiter>();
        builder.Services.AddSingleton<RefusalNotes>();
        builder.Services.AddSingleton<HitIntake>();
        builder.Services.AddSingleton<OwnRequests>();
        builder.Services.AddSingleton<MissingWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<MissingWatch>());
        builder.Services.AddHostedService<UnreadRequests>();

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = CaptureLimits.ServerRequestLine;
            kestrel.Limits.MaxRequestHeadersTotalSize = CaptureLimits.ServerHeaders;
            kestrel.Limits.MaxRequestHeaderCount = CaptureLimits.ServerHeaderCount;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            // Every byte sequence is let through, so that a request that is not UTF-8 is shown rather than refused.
            kestrel.RequestHeaderEncodingSelector = _ => System.Text.Encoding.Latin1;
            kestrel.ConfigureEndpointDefaults(listen => listen.UseHeadRecording());
        });
        return builder;
    }

    /// <summary>Marks where each request's head ends, before anything reads its body.</summary>
    public static WebApplication UseCapture(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (context.Features.Get<HeadRecorder>() is { } recorder)
            {
                recorder.BeginRequest();
                if (context.WebSockets.IsWebSocketRequest)
                {
                    recorder.Stop();
                }
            }

            return next(context);
        });
        return app;
    }
}
