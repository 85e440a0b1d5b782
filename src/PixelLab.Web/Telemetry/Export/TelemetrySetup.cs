using PixelLab.Web.Addressing;

namespace PixelLab.Web.Telemetry.Export;

/// <summary>Registers the lab's figures, and what exports them where somebody wants that.</summary>
public static class TelemetrySetup
{
    /// <summary>Adds them.</summary>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<TelemetryOptions>()
            .BindConfiguration(TelemetryOptions.Section)
            .Validate(
                options => options.Otlp.Length == 0 || options.Collector is not null,
                "PixelLab:Telemetry:Otlp must be an address that begins with http:// or https://.")
            .ValidateOnStart();
        builder.Services.AddSingleton<LabMeter>();
        if (Options(builder.Configuration) is { } options && (options.Prometheus != FiguresFor.Nobody || options.Otlp.Length > 0))
        {
            OpenTelemetryExport.Add(builder.Services, options);
        }

        return builder;
    }

    /// <summary>Makes the instruments once the lab has started, and maps <c>/metrics</c> where it is asked for.</summary>
    public static WebApplication MapTelemetry(this WebApplication app)
    {
        app.Lifetime.ApplicationStarted.Register(() => app.Services.GetRequiredService<LabMeter>());
        if (Options(app.Configuration).Prometheus is var whom and not FiguresFor.Nobody)
        {
            var figures = OpenTelemetryExport.Map(app.MapTownHost("lab")).ForEverybody();
            if (whom == FiguresFor.Machine)
            {
                figures.WithMetadata(new MachineRoute());
            }
        }

        return app;
    }

    private static TelemetryOptions Options(IConfiguration configuration) =>
        configuration.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new TelemetryOptions();
}
