using System.Net;
using System.Net.Sockets;

namespace PixelLab.Testing;

/// <summary>
/// A line to a lab that can go dead without anybody hanging up, as when a laptop sleeps or a router forgets: connections stay
/// open, new ones are taken, and no byte goes through.
/// </summary>
public sealed class Line : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly List<Call> _calls = [];
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _hungUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _to;
    private readonly Task _answering;
    private bool _isDead;

    /// <summary>Lays a line to a port of this machine.</summary>
    public Line(int to)
    {
        _to = to;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _answering = AnswerAsync();
    }

    /// <summary>The port at the near end.</summary>
    public int Port { get; }

    /// <summary>Comes to its end when the far end hangs up on a call.</summary>
    public Task HungUp => _hungUp.Task;

    /// <summary>From now on nothing goes through, in neither direction.</summary>
    public void Die()
    {
        lock (_lock)
        {
            _isDead = true;
            _calls.ForEach(call => call.IsDead = true);
        }
    }

    /// <summary>New calls go through again; those that were on the line while it was dead stay dead.</summary>
    public void Mend()
    {
        lock (_lock)
        {
            _isDead = false;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        await _answering;
        _calls.ForEach(call => call.Dispose());
        _end.Dispose();
    }

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var near = await _listener.AcceptTcpClientAsync(_end.Token);
                var far = new TcpClient { NoDelay = true };
                await far.ConnectAsync(IPAddress.Loopback, _to, _end.Token);
                var call = new Call(near, far);
                lock (_lock)
                {
                    call.IsDead = _isDead;
                    _calls.Add(call);
                }

                call.Start(_hungUp, _end.Token);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The line is taken down.
        }
    }

    private sealed class Call(TcpClient near, TcpClient far) : IDisposable
    {
        public volatile bool IsDead;

        public void Start(TaskCompletionSource hungUp, CancellationToken end)
        {
            _ = CarryAsync(near, far, end);
            _ = CarryBackAsync();

            async Task CarryBackAsync()
            {
                await CarryAsync(far, near, end);
                hungUp.TrySetResult();
            }
        }

        public void Dispose()
        {
            near.Dispose();
            far.Dispose();
        }

        private async Task CarryAsync(TcpClient from, TcpClient to, CancellationToken end)
        {
            var buffer = new byte[16 * 1024];
            try
            {
                while (await from.GetStream().ReadAsync(buffer, end) is var read and > 0)
                {
                    if (!IsDead)
                    {
                        await to.GetStream().WriteAsync(buffer.AsMemory(0, read), end);
                    }
                }

                if (!IsDead)
                {
                    to.Client.Shutdown(SocketShutdown.Send);
                }
            }
            catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
            {
                // One of the two ends is gone; the other one learns of it unless the line is dead.
                if (!IsDead)
                {
                    Dispose();
                }
            }
        }
    }
}
