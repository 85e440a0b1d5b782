namespace PixelLab.Core.Explaining.Headers;

/// <summary>What the connection needs to work: RFC 9110 sections 7 and 10, RFC 9112, RFC 7838 (<c>Alt-Used</c>), RFC 8470 (<c>Early-Data</c>).</summary>
internal static class ConnectionHeaders
{
    private const string Needed = "Control.Needed";

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
        new("HTTP2-Settings", FieldSource.Network, Needed),
        new("Alt-Used", FieldSource.Network, Needed),
        new("Early-Data", FieldSource.Network, Needed),
    ];
}
