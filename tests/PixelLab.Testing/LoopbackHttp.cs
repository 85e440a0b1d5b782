using System.Net;
using System.Net.Sockets;

namespace PixelLab.Testing;

/// <summary>HTTP to this machine, whatever the host name says.</summary>
public static class LoopbackHttp
{
    /// <summary>A client that keeps no cookies, follows no redirect and leaves this machine never.</summary>
    public static HttpClient Client() => new(Handler()) { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>The handler of such a client.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancellation);
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
