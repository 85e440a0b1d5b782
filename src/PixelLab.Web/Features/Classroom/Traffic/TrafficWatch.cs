using PixelLab.Core.Events;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Features.Classroom.Traffic;

/// <summary>
/// Keeps true what rooms say of their simulated people. The lab that lets them walk holds a lease as long as it lives; where nobody
/// holds it any more, because that lab was killed, whichever lab sees it first takes them out of the room.
/// </summary>
internal sealed class TrafficWatch(Rooms rooms, RoomTraffic traffic, ILeases leases, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>How long a lease outlives the lab that held it; some pauses, for a lab may be busy.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(8);

    /// <summary>Begins or goes on to hold the lease on a room's simulated people.</summary>
    /// <returns>Whether nobody else holds it.</returns>
    public static Task<bool> HoldAsync(ILeases leases, ExtraTraffic walking) => leases.TryHoldAsync("walk:" + walking.Run, Memory);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            do
            {
                try
                {
                    await LookAsync(stoppingToken);
                }
                catch (EventLogException)
                {
                    // What keeps rooms and leases is away; the next tick tries again.
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        foreach (var room in rooms.All)
        {
            if (room.Traffic is { } walking && await HoldAsync(leases, walking) && !traffic.IsRunning(walking))
            {
                await rooms.ChangeAsync(
                    room.Code, old => old.Traffic?.Run == walking.Run ? old with { Traffic = null } : null, cancellation);
            }
        }
    }
}
