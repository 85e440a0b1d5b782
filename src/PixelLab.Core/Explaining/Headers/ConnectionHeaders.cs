namespace PixelLab.Core.Explaining.Headers;

/// <summary>What the connection needs to work: RFC 9110 sections 7 and 10, RFC 9112.</summary>
internal static class ConnectionHeaders
{
    private const string Needed = "The connection needs it; it tells nothing about you and can’t be switched off.";

    public static IReadOnlyList<HeaderFact> All { get; } =
    [
        new("Host", FieldSource.Network, (value, _) =>
                $"The host that is asked: {PlainText.Quoted(value)}. One machine often serves many.",
            "Without it no answer would come. Blocking the host, in the browser or in your network, stops the request whole."),
        new("Connection", FieldSource.Network, (value, _) => value.Contains("close", StringComparison.OrdinalIgnoreCase)
            ? "The connection is to end after this reply."
            : value.Contains("upgrade", StringComparison.OrdinalIgnoreCase)
                ? "Another way of talking is asked for on this connection."
                : "The connection stays open for more.", Needed),
        HeaderFact.Fixed("Keep-Alive", FieldSource.Network, "How long the connection should stay open.", Needed),
        HeaderFact.Fixed("Proxy-Connection", FieldSource.Network,
            "Meant for a proxy: the program believes that it talks through one.",
            "The proxy’s setting in the program or the system."),
        HeaderFact.Fixed("TE", FieldSource.Network, "The browser can take notes that follow after the reply (“trailers”). Firefox sends this.", Needed),
        HeaderFact.Fixed("Trailer", FieldSource.Network, "Which notes follow after the body.", Needed),
        HeaderFact.Fixed("Transfer-Encoding", FieldSource.Network, "The body comes in pieces.", Needed),
        HeaderFact.Fixed("Expect", FieldSource.Network, "The program waits for a go-ahead before it sends the body. Browsers do not do this.", Needed),
        HeaderFact.Fixed("Upgrade", FieldSource.Network, "Another way of talking is offered for this connection.", Needed),
        HeaderFact.Fixed("HTTP2-Settings", FieldSource.Network, "Settings for the newer protocol HTTP/2 that is offered.", Needed),
        HeaderFact.Fixed("Alt-Used", FieldSource.Network, "The browser took another way to this host, which an earlier reply had named.", Needed),
        HeaderFact.Fixed("Early-Data", FieldSource.Network, "The request came before the encrypted connection was fully made, to save time.", Needed),
    ];
}
