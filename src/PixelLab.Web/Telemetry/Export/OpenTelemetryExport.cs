using System.Runtime.CompilerServices;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PixelLab.Web.Telemetry.Export;

/// <summary>Hands figures and traces to OpenTelemetry. Nothing of that is loaded before this is called, so that a lab which exports nothing starts no slower.</summary>
internal static class OpenTelemetryExport
{
    /// <summary>What the framework and the runtime tell of themselves.</summary>
    private static readonly string[] Others = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    /// <summary>Adds it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Add(IServiceCollection services, TelemetryOptions options)
    {
        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("pixellab"));
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddMeter([LabMeter.Name, .. Others]);
            if (options.Prometheus != FiguresFor.Nobody)
            {
                metrics.AddPrometheusExporter();
            }

            if (options.Collector is { } collector)
            {
                metrics.AddOtlpExporter(to => SendTo(to, collector, "v1/metrics"));
            }
        });
        if (options.Collector is { } address)
        {
            // The framework begins an activity for each request that nobody has chosen to record: by default nothing within would be.
            telemetry.WithTracing(traces => traces.AddSource(Traces.Name).SetSampler(new AlwaysOnSampler()).AddOtlpExporter(to => SendTo(to, address, "v1/traces")));
        }
    }

    /// <summary>Maps what Prometheus asks for.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder routes) => routes.MapPrometheusScrapingEndpoint("/metrics");

    private static void SendTo(OtlpExporterOptions to, Uri collector, string signal)
    {
        to.Protocol = OtlpExportProtocol.HttpProtobuf;
        to.Endpoint = new Uri(collector, signal);
    }
}
