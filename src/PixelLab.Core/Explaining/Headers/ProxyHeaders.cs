namespace PixelLab.Core.Explaining.Headers;

/// <summary>
/// What a proxy on the way adds: RFC 9110 sections 7.6.2 (Max-Forwards) and 7.6.3 (Via), RFC 7239 (Forwarded), and the older names in use.
/// </summary>
internal static class ProxyHeaders
{
    private const string Believed = "Control.Proxy";

    public static IReadOnlyList<HeaderFact> All { get; } =
    [
        new("Via", FieldSource.Network, Believed, HeaderLine.With("Via")),
        new("Forwarded", FieldSource.Network, Believed, HeaderLine.With("Forwarded")),
        new("X-Forwarded-For", FieldSource.Network, Believed, HeaderLine.With("ForwardedFor")),
        new("X-Original-Forwarded-For", FieldSource.Network, Believed, HeaderLine.With("ForwardedFor")),
        new("X-Real-IP", FieldSource.Network, Believed, HeaderLine.With("ForwardedFor", 60)),
        new("X-Client-IP", FieldSource.Network, Believed, HeaderLine.With("ForwardedFor", 60)),
        new("X-Cluster-Client-IP", FieldSource.Network, Believed, HeaderLine.With("ForwardedFor", 60)),
        new("X-Forwarded-Proto", FieldSource.Network, Believed, HeaderLine.With("ForwardedProto", 20)),
        new("X-Forwarded-Scheme", FieldSource.Network, Believed, HeaderLine.With("ForwardedProto", 20)),
        new("X-Forwarded-Host", FieldSource.Network, Believed, HeaderLine.With("X-Forwarded-Host")),
        new("X-Forwarded-Server", FieldSource.Network, Believed, HeaderLine.With("X-Forwarded-Server")),
        new("X-Forwarded-Port", FieldSource.Network, Believed, HeaderLine.With("X-Forwarded-Port", 10)),
        new("X-Forwarded-Prefix", FieldSource.Network, Believed, HeaderLine.With("X-Forwarded-Prefix")),
        new("X-Request-ID", FieldSource.Network, Believed, HeaderLine.Always("RequestNumber")),
        new("X-Correlation-ID", FieldSource.Network, Believed, HeaderLine.Always("RequestNumber")),
        new("Max-Forwards", FieldSource.Network, Believed),
    ];
}
