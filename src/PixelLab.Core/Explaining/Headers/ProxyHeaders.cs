namespace PixelLab.Core.Explaining.Headers;

/// <summary>What a proxy on the way adds: RFC 9110 section 7.6.3 (Via), RFC 7239 (Forwarded), and the older names in use.</summary>
internal static class ProxyHeaders
{
    private const string Believed =
        "Whoever runs the proxy decides. Anybody can also write it by hand, so a careful server believes it only from a proxy it knows.";

    public static IReadOnlyList<HeaderFact> All { get; } =
    [
        new("Via", FieldSource.Network, (value, _) => $"The request came through a proxy that names itself: {PlainText.Quoted(value)}.", Believed),
        new("Forwarded", FieldSource.Network, (value, _) => $"A proxy passes on who asked it: {PlainText.Quoted(value)}. So the proxy does not hide you.", Believed),
        new("X-Forwarded-For", FieldSource.Network, (value, _) => $"A proxy passes on the address it was asked from: {PlainText.Quoted(value)}. So the proxy does not hide you.", Believed),
        new("X-Real-IP", FieldSource.Network, (value, _) => $"A proxy passes on the address it was asked from: {PlainText.Quoted(value, 60)}. So the proxy does not hide you.", Believed),
        new("X-Forwarded-Proto", FieldSource.Network, (value, _) => $"The proxy was asked by {PlainText.Quoted(value, 20)}.", Believed),
        new("X-Forwarded-Scheme", FieldSource.Network, (value, _) => $"The proxy was asked by {PlainText.Quoted(value, 20)}.", Believed),
        new("X-Forwarded-Host", FieldSource.Network, (value, _) => $"The proxy was asked for the host {PlainText.Quoted(value)}.", Believed),
        new("X-Forwarded-Server", FieldSource.Network, (value, _) => $"The proxy’s own name: {PlainText.Quoted(value)}.", Believed),
        new("X-Forwarded-Port", FieldSource.Network, (value, _) => $"The proxy was asked on port {PlainText.Quoted(value, 10)}.", Believed),
        new("X-Forwarded-Prefix", FieldSource.Network, (value, _) => $"The proxy cut {PlainText.Quoted(value)} from the path.", Believed),
        HeaderFact.Fixed("X-Request-ID", FieldSource.Network, "A number that something on the way gave to this one request, to find it in its records.", Believed),
        HeaderFact.Fixed("Max-Forwards", FieldSource.Network, "Through how many more proxies the request may go.", Believed),
        HeaderFact.Fixed("CDN-Loop", FieldSource.Network, "A delivery network on the way marks that it has seen this request.", Believed),
    ];
}
