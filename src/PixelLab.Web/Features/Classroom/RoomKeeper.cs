using System.Text.Json;
using PixelLab.Core.Events;

namespace PixelLab.Web.Features.Classroom;

/// <summary>Brings back the rooms at the start, and ends each when its time is over.</summary>
internal sealed partial class RoomKeeper(Rooms rooms, OldRoomFiles old, TimeProvider time, ILogger<RoomKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await old.TakeOverAsync();
            await rooms.LoadAsync(cancellationToken);
        }
        catch (Exception broken) when (broken is JsonException or EventLogException)
        {
            NotRead(logger, broken);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            do
            {
                try
                {
                    await rooms.EndOldAsync(stoppingToken);
                }
                catch (EventLogException)
                {
                    // What keeps rooms and events is away; the next tick tries again.
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    [LoggerMessage(EventId = 1, EventName = "RoomsNotRead", Level = LogLevel.Warning, Message = "The rooms of an earlier run could not be read")]
    private static partial void NotRead(ILogger logger, Exception failure);
}
