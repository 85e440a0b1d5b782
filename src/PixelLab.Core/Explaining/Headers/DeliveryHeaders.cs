namespace PixelLab.Core.Explaining.Headers;

/// <summary>
/// What a company that stands before a site adds, to deliver it faster or to keep attacks away: RFC 8586 (CDN-Loop), the documentation of Cloudflare
/// (<c>CF-…</c>, <c>True-Client-IP</c>), Akamai (<c>True-Client-IP</c>), Fastly and Amazon, and Trace Context (W3C).
/// </summary>
internal static class DeliveryHeaders
{
    private const string BeforeTheSite = "Control.Delivery";
    private const string Believed = "Control.Proxy";

    public static IReadOnlyList<HeaderFact> All { get; } =
    [
        new("CF-Connecting-IP", FieldSource.Network, BeforeTheSite, HeaderLine.With("DeliveredFor", 60)),
        new("CF-Connecting-IPv6", FieldSource.Network, BeforeTheSite, HeaderLine.With("DeliveredFor", 60)),
        new("True-Client-IP", FieldSource.Network, BeforeTheSite, HeaderLine.With("DeliveredFor", 60)),
        new("Fastly-Client-IP", FieldSource.Network, BeforeTheSite, HeaderLine.With("DeliveredFor", 60)),
        new("CF-IPCountry", FieldSource.Network, BeforeTheSite, HeaderLine.With("CF-IPCountry", 10)),
        new("CF-Visitor", FieldSource.Network, Believed, HeaderLine.With("CF-Visitor", 60)),
        new("CF-Worker", FieldSource.Network, Believed, HeaderLine.With("CF-Worker", 80)),
        new("CF-Ray", FieldSource.Network, Believed, HeaderLine.Always("RequestNumber")),
        new("X-Amzn-Trace-Id", FieldSource.Network, Believed, HeaderLine.Always("RequestNumber")),
        new("X-Cloud-Trace-Context", FieldSource.Network, Believed, HeaderLine.Always("RequestNumber")),
        new("traceparent", FieldSource.Network, Believed),
        new("tracestate", FieldSource.Network, Believed),
        new("CDN-Loop", FieldSource.Network, Believed),
    ];
}
