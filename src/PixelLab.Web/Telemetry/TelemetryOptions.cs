namespace PixelLab.Web.Telemetry;

/// <summary>Who may read the figures of the lab.</summary>
public enum FiguresFor
{
    /// <summary>Nobody: there is no such page.</summary>
    Nobody,

    /// <summary>Programs on the machine on which the lab runs.</summary>
    Machine,

    /// <summary>Whoever reaches the lab.</summary>
    Everybody,
}

/// <summary>Whether, and to whom, the lab tells its figures (configuration section <c>PixelLab:Telemetry</c>). Nothing is told by default.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "PixelLab:Telemetry";

    /// <summary>Who may read <c>/metrics</c>, in the form of Prometheus.</summary>
    public FiguresFor Prometheus { get; init; }

    /// <summary>Where figures and traces are sent to by the protocol of OpenTelemetry over http. Empty: nowhere.</summary>
    public string Otlp { get; init; } = "";

    /// <summary>The address that <see cref="Otlp"/> names; null where it is none.</summary>
    internal Uri? Collector =>
        Uri.TryCreate(Otlp.TrimEnd('/') + "/", UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address : null;
}
