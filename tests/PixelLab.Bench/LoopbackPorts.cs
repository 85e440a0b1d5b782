using System.Net;
using System.Net.Sockets;

namespace PixelLab.Bench;

/// <summary>Finds free ports on this machine.</summary>
internal static class LoopbackPorts
{
    /// <summary>A port that is free now.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
