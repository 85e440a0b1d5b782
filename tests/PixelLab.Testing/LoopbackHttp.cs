using System.Net;
using System.Net.Sockets;

namespace PixelLab.Testing;

/// <summary>HTTP to one machine, this one where no other is named, whatever the host name says.</summary>
public static class LoopbackHttp
{
    /// <summary>A client that keeps no cookies, follows no redirect and leaves that machine never.</summary>
    public static HttpClient Client(IPAddress? machine = null) => new(Handler(machine)) { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>The handler of such a client.</summary>
    public static SocketsHttpHandler Handler(IPAddress? machine = null) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(machine ?? IPAddress.Loopback, context.DnsEndPoint.Port), cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}
