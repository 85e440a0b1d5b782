using System.Net;
using System.Net.Sockets;

namespace PixelLab.Testing;

/// <summary>
/// Ports for those who must know theirs before they listen. They are below those that a system hands out where nobody chooses
/// (32768 and up on Linux, 49152 on others), so that no program which asks for any port is given one of them in the meantime.
/// </summary>
public static class LoopbackPorts
{
    private const int First = 20_000;
    private const int Last = 32_000;
    private static readonly Lock Gate = new();
    private static int _next = First + (Environment.ProcessId % 100 * 100);

    /// <summary>A port that nobody listens on.</summary>
    public static int Free() => FreeRun(1);

    /// <summary>The first of so many ports in a row that nobody listens on.</summary>
    public static int FreeRun(int length)
    {
        lock (Gate)
        {
            while (true)
            {
                var first = _next;
                _next = first + length < Last ? first + length : First;
                if (Enumerable.Range(first, length).All(IsFree))
                {
                    return first;
                }
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
