using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PixelLab.Web.Tests;

/// <summary>A bare connection to a lab: what is sent is what was written, byte for byte.</summary>
public sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _unread = [];

    private RawConnection()
    {
    }

    /// <summary>Connects to a lab.</summary>
    public static async Task<RawConnection> OpenAsync(LabServer server)
    {
        var connection = new RawConnection();
        await connection._socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Port));
        return connection;
    }

    /// <summary>One request, one answer, on a connection of its own.</summary>
    public static async Task<RawReply> AskAsync(LabServer server, string request, bool head = false)
    {
        using var connection = await OpenAsync(server);
        await connection.SendAsync(request);
        return await connection.ReadReplyAsync(head);
    }

    /// <summary>Sends text, each character one byte.</summary>
    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Sends bytes. A server that has already hung up is no failure: its answer is what counts.</summary>
    public async Task SendAsync(byte[] bytes)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _socket.SendAsync(bytes, patience.Token);
        }
        catch (SocketException)
        {
            // Read what it said.
        }
    }

    /// <summary>Reads one answer with its body.</summary>
    public async Task<RawReply> ReadReplyAsync(bool head = false)
    {
        using var patience = new CancellationTokenSource(Patience);
        int end;
        while ((end = _unread.AsSpan().IndexOf("\r\n\r\n"u8)) < 0)
        {
            await ReceiveAsync(patience.Token);
        }

        var text = Encoding.Latin1.GetString(_unread, 0, end);
        _unread = _unread[(end + 4)..];
        var lines = text.Split("\r\n");
        var headers = lines.Skip(1)
            .Select(line => line.Split(':', 2))
            .ToLookup(parts => parts[0], parts => parts[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var length = head ? 0 : int.Parse(headers["Content-Length"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        while (_unread.Length < length)
        {
            await ReceiveAsync(patience.Token);
        }

        var body = _unread[..length];
        _unread = _unread[length..];
        return new RawReply(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, body);
    }

    /// <inheritdoc />
    public void Dispose() => _socket.Dispose();

    private async Task ReceiveAsync(CancellationToken cancellation)
    {
        var buffer = new byte[16 * 1024];
        var read = await _socket.ReceiveAsync(buffer, cancellation);
        if (read == 0)
        {
            throw new EndOfStreamException("The server closed the connection before its answer was complete.");
        }

        _unread = [.. _unread, .. buffer.AsSpan(0, read)];
    }
}

/// <summary>An answer as it came.</summary>
public sealed record RawReply(int Status, ILookup<string, string> Headers, byte[] Body);
