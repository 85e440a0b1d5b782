using PixelLab.Core.Events;

namespace PixelLab.Web.Sites.Mail;

/// <summary>
/// Lets one delivery at a time into an inbox, so that what is decided by looking into it still holds when the message is
/// kept. Inboxes share a fixed number of gates: a seat that nobody will come back to leaves nothing behind.
/// </summary>
internal sealed class DeliveryGates : IDisposable
{
    private const int Count = 64;

    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, Count).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for the seat's gate and goes through; what comes back opens it for the next one.</summary>
    public async Task<IDisposable> EnterAsync(SeatId seat, CancellationToken cancellation)
    {
        var gate = _gates[(uint)seat.GetHashCode() % Count];
        await gate.WaitAsync(cancellation);
        return new Entered(gate);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var gate in _gates)
        {
            gate.Dispose();
        }
    }

    private sealed class Entered(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
