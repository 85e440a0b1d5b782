using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PixelLab.Bench;

/// <summary>
/// The load client: connections that stay open, each with one request under way, like browsers that load one image after
/// another. Every answer is checked. It shares the machine with the server that it measures, the same for all servers.
/// </summary>
internal static class Load
{
    /// <summary>How many connections there are.</summary>
    public const int Connections = 64;

    private const int Threads = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>A head of about 800 bytes, as a current Chromium sends for an image of another site.</summary>
    public static byte[] BrowserRequest(int port, string path) => Encoding.ASCII.GetBytes(
        $"GET {path}?v=2&tid=PL-SHOP-1&cid=1742217461.1764000000&sid=1764000000&en=page_view&dl=http%3A%2F%2Fshop.localhost%3A{port}%2Fshoes%2F3"
        + "&dr=http%3A%2F%2Fnews.localhost%2F&dt=Trail%20Runner%202&ul=en-gb&sr=1920x1080&z=4f9a1c77d2 HTTP/1.1\r\n"
        + $"Host: metrics.localhost:{port}\r\n"
        + "Connection: keep-alive\r\n"
        + "sec-ch-ua-platform: \"Linux\"\r\n"
        + "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36\r\n"
        + "sec-ch-ua: \"Chromium\";v=\"142\", \"Not_A Brand\";v=\"99\"\r\n"
        + "sec-ch-ua-mobile: ?0\r\n"
        + "Accept: image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8\r\n"
        + "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: image\r\n"
        + $"Referer: http://shop.localhost:{port}/\r\n"
        + "Accept-Encoding: gzip, deflate, br, zstd\r\nAccept-Language: en-GB,en;q=0.9\r\n\r\n");

    /// <summary>Sends for a while, and gives how many answers came in a second.</summary>
    public static async Task<double> ForAsync(TimeSpan duration, int port, string path)
    {
        var clock = Stopwatch.StartNew();
        var counts = await AllAsync(port, path, () => clock.Elapsed < duration);
        return counts / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Sends a number of requests.</summary>
    public static Task CountAsync(int count, int port, string path)
    {
        var left = count;
        return AllAsync(port, path, () => Interlocked.Decrement(ref left) >= 0);
    }

    private static async Task<long> AllAsync(int port, string path, Func<bool> more)
    {
        var request = BrowserRequest(port, path);
        var counts = await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(
            () => Loop(port, request, more), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        return counts.Sum();
    }

    /// <summary>
    /// One thread's connections: whoever has an answer is sent the next request at once. Waiting for many sockets with one call
    /// leaves more of the machine to the server than a task for each of them would.
    /// </summary>
    private static long Loop(int port, byte[] request, Func<bool> more)
    {
        var sockets = new List<Socket>();
        try
        {
            for (var i = 0; i < Connections / Threads && more(); i++)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                sockets.Add(socket);
                socket.Connect(IPAddress.Loopback, port);
                socket.Send(request);
            }

            var waiting = new List<Socket>(sockets);
            var ready = new List<Socket>(sockets.Count);
            var buffer = new byte[4096];
            long answered = 0;
            while (waiting.Count > 0)
            {
                ready.Clear();
                ready.AddRange(waiting);
                Socket.Select(ready, null, null, Patience);
                if (ready.Count == 0)
                {
                    throw new TimeoutException("The server did not answer for a while.");
                }

                foreach (var socket in ready)
                {
                    ReceiveImage(socket, buffer);
                    answered++;
                    if (more())
                    {
                        socket.Send(request);
                    }
                    else
                    {
                        waiting.Remove(socket);
                    }
                }
            }

            return answered;
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    private static void ReceiveImage(Socket socket, byte[] buffer)
    {
        var length = 0;
        int whole;
        do
        {
            var read = socket.Receive(buffer.AsSpan(length));
            if (read == 0)
            {
                throw new InvalidOperationException("The server closed a connection under load.");
            }

            length += read;
            whole = WholeLength(buffer.AsSpan(0, length));
        }
        while (whole < 0 || length < whole);

        if (length != whole || !buffer.AsSpan().StartsWith("HTTP/1.1 200"u8) || !buffer.AsSpan(whole - 43).StartsWith("GIF89a"u8))
        {
            throw new InvalidOperationException($"No pixel: {Encoding.Latin1.GetString(buffer, 0, length)}");
        }
    }

    /// <summary>The length of the answer with its 43 bytes of image; -1 as long as its head has not ended.</summary>
    private static int WholeLength(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf("\r\n\r\n"u8);
        return end < 0 ? -1 : end + 4 + 43;
    }
}
