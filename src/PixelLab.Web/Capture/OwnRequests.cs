using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Capture;

/// <summary>
/// Real requests that the lab makes to its own hosts over the wire. Whatever name a URL carries, they can reach nothing but
/// this machine.
/// </summary>
public sealed class OwnRequests(IServer server, IOptions<AddressingOptions> addressing)
{
    /// <summary>The handler of such a client: no cookies of its own, no redirects followed, no proxy.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectCallback = ConnectAsync,
    };

    /// <summary>A request to a URL of the town. Behind a proxy that ends TLS the lab itself speaks plain HTTP.</summary>
    public static HttpRequestMessage Message(HttpMethod method, string url)
    {
        var uri = new Uri(url);
        var message = new HttpRequestMessage(method, new UriBuilder(uri) { Scheme = "http" }.Uri);
        message.Headers.Host = uri.Authority;
        return message;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var bound = BindingAddress.Parse(
            server.Features.Get<IServerAddressesFeature>()?.Addresses
                .FirstOrDefault(url => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException("The server listens nowhere without TLS."));
        var address = IPAddress.TryParse(bound.Host.Trim('[', ']'), out var own) && !own.Equals(IPAddress.Any) && !own.Equals(IPAddress.IPv6Any)
            ? own
            : IPAddress.Loopback;
        var port = addressing.Value.Mode == AddressingMode.Port ? context.DnsEndPoint.Port : bound.Port;
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
