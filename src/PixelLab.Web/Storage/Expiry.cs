using Microsoft.Extensions.Options;
using PixelLab.Core.Events;

namespace PixelLab.Web.Storage;

/// <summary>Erases what has been kept long enough, little by little so that no hit has to wait for it.</summary>
internal sealed class Expiry(IEventWriter log, StoreState state, IOptions<StorageOptions> options, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            do
            {
                await ExpireAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task ExpireAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await log.ExpireAsync(time.GetUtcNow().AddHours(-options.Value.KeepHours), stoppingToken) > 0)
            {
                await Task.Yield();
            }

            state.Works(StorePart.Expiring);
        }
        catch (EventLogException failure)
        {
            // The next tick tries again. Where hits are refused as well, that is said already.
            if (state.Now.Condition == StoreCondition.Well)
            {
                state.Fails(StorePart.Expiring, StoreCondition.Behind, StoreCause.NotExpired, failure.InnerException);
            }
        }
    }
}
