namespace PixelLab.Core.Explaining.Headers;

/// <summary>What the connection needs to work: RFC 9110 sections 7 and 10, RFC 9112, RFC 7838 (<c>Alt-Used</c>), RFC 8470 (<c>Early-Data</c>), RFC 6455 (<c>Sec-WebSocket-…</c>).</summary>
internal static class ConnectionHeaders
{
    private const string Needed = "Control.Needed";
    private const string OnlyScripts = "Control.Socket";

    public static IReadOnlyList<HeaderFact> All { get; } =
    [
        new("Host", FieldSource.Network, "Host.Control", HeaderLine.With("Host")),
        new("Connection", FieldSource.Network, Needed, line =>
            line.Words[line.Has("close") ? "Connection.Close" : line.Has("upgrade") ? "Connection.Upgrade" : "Connection"]),
        new("Keep-Alive", FieldSource.Network, Needed),
        new("Proxy-Connection", FieldSource.Network, "Proxy-Connection.Control"),
        new("TE", FieldSource.Network, Needed),
        new("Trailer", FieldSource.Network, Needed),
        new("Transfer-Encoding", FieldSource.Network, Needed),
        new("Expect", FieldSource.Network, Needed),
        new("Upgrade", FieldSource.Network, Needed),
        new("Sec-WebSocket-Key", FieldSource.Browser, OnlyScripts),
        new("Sec-WebSocket-Version", FieldSource.Browser, OnlyScripts, HeaderLine.With("Sec-WebSocket-Version", 20)),
        new("Sec-WebSocket-Extensions", FieldSource.Browser, OnlyScripts, HeaderLine.With("Sec-WebSocket-Extensions")),
        new("Sec-WebSocket-Protocol", FieldSource.Browser, OnlyScripts, HeaderLine.With("Sec-WebSocket-Protocol")),
        new("HTTP2-Settings", FieldSource.Network, Needed),
        new("Alt-Used", FieldSource.Network, Needed),
        new("Early-Data", FieldSource.Network, Needed),
    ];
}
