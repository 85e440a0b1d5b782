using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace PixelLab.Web.Tests;

/// <summary>
/// Readers that take nothing off the wire, as a tab that sleeps. The SignalR client reads on whatever its caller does, so
/// these speak the hub's protocol over a web socket of their own.
/// </summary>
public sealed class StalledReaderTests
{
    private const int Readers = 40;
    private const int Hits = 2000;
    private const int HitsBetweenPings = 250;
    private const int Padding = 4000;

    /// <summary>A record's end in the hub's JSON protocol.</summary>
    private const char RecordSeparator = '\x1e';

    private static CancellationToken Patience => new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;

    [Fact]
    public async Task Readers_that_stall_cost_no_memory_and_miss_nothing_when_they_read_on()
    {
        await using var server = await LabProcess.StartAsync(("Limits:HitsPerMinute", "0"));
        var seat = await Seat.NewAsync(server);
        var readers = new List<StalledReader>();
        try
        {
            for (var i = 0; i < Readers; i++)
            {
                readers.Add(await StalledReader.FollowAsync(server, seat));
            }

            for (var first = 0; first < Hits; first += HitsBetweenPings)
            {
                // A connection that says nothing for half a minute is taken for dead; a stalled one still says that it is there.
                await Task.WhenAll(readers.Select(reader => reader.PingAsync()));
                await Task.WhenAll(Enumerable.Range(first, HitsBetweenPings).Select(i => seat.HitAsync(
                    string.Create(CultureInfo.InvariantCulture, $"?n={i}&pad={new string('p', Padding)}"))));
            }

            // Each reader is owed more than this, for a row has its address and each parameter of it.
            const long Owed = (long)Readers * Hits * Padding;
            Assert.True(server.Memory < Owed, $"{server.Memory:n0} bytes are held while readers are owed {Owed:n0}");

            var kept = (await seat.HitsAsync()).Select(hit => hit.Id());
            Assert.Equal(kept, await readers[0].ReadAsync(Hits));
            Assert.Equal(kept, await readers[^1].ReadAsync(Hits));
        }
        finally
        {
            readers.ForEach(reader => reader.Dispose());
        }
    }

    private sealed class StalledReader(WebSocket socket) : IDisposable
    {
        private readonly List<byte> _unread = [];

        public static async Task<StalledReader> FollowAsync(LabServer server, Seat seat)
        {
            using var handler = new SocketsHttpHandler
            {
                UseProxy = false,
                ConnectCallback = async (_, cancellation) =>
                {
                    var narrow = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 16 * 1024 };
                    await narrow.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Port), cancellation);
                    return new NetworkStream(narrow, ownsSocket: true);
                },
            };
            var socket = new ClientWebSocket();
            await socket.ConnectAsync(new Uri($"ws://localhost:{server.Port}/live"), new HttpMessageInvoker(handler, disposeHandler: false), Patience);
            var reader = new StalledReader(socket);
            await reader.SendAsync("""{"protocol":"json","version":1}""");
            Assert.Equal("{}", await reader.ReceiveAsync());
            await reader.SendAsync($$"""{"type":4,"invocationId":"1","target":"Follow","arguments":["{{seat.Name}}",""]}""");
            return reader;
        }

        public Task PingAsync() => SendAsync("""{"type":6}""");

        /// <summary>Reads on, and gives the ids of as many events.</summary>
        public async Task<List<long>> ReadAsync(int count)
        {
            var ids = new List<long>(count);
            while (ids.Count < count)
            {
                using var message = JsonDocument.Parse(await ReceiveAsync());
                if (message.RootElement.TryGetProperty("item", out var item))
                {
                    ids.Add(item.Id());
                }
            }

            return ids;
        }

        public void Dispose() => socket.Dispose();

        private Task SendAsync(string message) =>
            socket.SendAsync(Encoding.UTF8.GetBytes(message + RecordSeparator), WebSocketMessageType.Text, endOfMessage: true, Patience);

        private async Task<string> ReceiveAsync()
        {
            var buffer = new byte[16 * 1024];
            int end;
            while ((end = _unread.IndexOf((byte)RecordSeparator)) < 0)
            {
                var received = await socket.ReceiveAsync(buffer, Patience);
                Assert.NotEqual(WebSocketMessageType.Close, received.MessageType);
                _unread.AddRange(buffer.AsSpan(0, received.Count));
            }

            var message = Encoding.UTF8.GetString([.. _unread.Take(end)]);
            _unread.RemoveRange(0, end + 1);
            return message;
        }
    }
}
