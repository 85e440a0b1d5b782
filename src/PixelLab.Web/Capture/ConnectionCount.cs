using System.Net;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using PixelLab.Web.Addressing;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Capture;

/// <summary>
/// How many connections an address may have at once. One more is told so and closed, before anything is read of it. A proxy that is trusted
/// speaks for many, and is not counted.
/// </summary>
public sealed class ConnectionCount(Refusals refusals, IOptions<AddressingOptions> addressing)
{
    private static readonly string Words = CaptureText.Text["TooMany.Connections", ConnectionLimits.OfAddress] + "\n";

    private static readonly byte[] Refused = Encoding.UTF8.GetBytes(
        $"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 60\r\nContent-Type: text/plain\r\n"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(Words)}\r\n\r\n{Words}");

    private readonly HashSet<IPAddress> _proxies = [.. addressing.Value.TrustedProxies.Select(proxy => Sender.Of(IPAddress.Parse(proxy)))];

    /// <summary>The places of each address.</summary>
    public Places<IPAddress> Of { get; } = new(ConnectionLimits.OfAddress);

    /// <summary>Lets every connection of this endpoint be counted.</summary>
    public void Count(ListenOptions listen) => listen.Use(next => async connection =>
    {
        var sender = Sender.Of((connection.RemoteEndPoint as IPEndPoint)?.Address);
        if (_proxies.Contains(sender))
        {
            await next(connection);
            return;
        }

        if (!Of.TryTake(sender))
        {
            refusals.Add(Budget.ConnectionsOfAddress);
            await connection.Transport.Output.WriteAsync(Refused, connection.ConnectionClosed);
            return;
        }

        try
        {
            await next(connection);
        }
        finally
        {
            Of.GiveBack(sender);
        }
    });
}
