using System.Net;
using System.Net.Sockets;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Storage.Redis;

/// <summary>Whether what listens somewhere speaks as a Redis server does. The client says of both alike that it could not connect.</summary>
internal static class RedisKnock
{
    /// <summary>A command as Redis reads it (RESP, redis.io/docs/latest/develop/reference/protocol-spec).</summary>
    private static readonly byte[] Ping = [.. "*1\r\n$4\r\nPING\r\n"u8];

    /// <summary>Whether something answers there that is no Redis server. One that does not answer may be one that is not well.</summary>
    public static async Task<bool> AnswersOtherwiseAsync(EndPoint place)
    {
        using var patience = new CancellationTokenSource(StoreLimits.ServerPatience);
        using var socket = place is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(place, patience.Token);
            await socket.SendAsync(Ping, patience.Token);
            var first = new byte[1];

            // A simple answer begins with a plus, and what is wrong with a minus: so does that a password is asked for.
            return await socket.ReceiveAsync(first, patience.Token) == 1 && first[0] is not ((byte)'+' or (byte)'-');
        }
        catch (Exception silent) when (silent is SocketException or OperationCanceledException)
        {
            return false;
        }
    }
}
