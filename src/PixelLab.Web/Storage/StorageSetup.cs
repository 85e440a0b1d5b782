using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using PixelLab.Web.Storage.Redis;

namespace PixelLab.Web.Storage;

/// <summary>Registers the event log and its expiry.</summary>
public static class StorageSetup
{
    /// <summary>Adds the event log.</summary>
    public static WebApplicationBuilder AddStorage(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<StorageOptions>()
            .BindConfiguration(StorageOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<ClosedSeats>();
        if (builder.Configuration.GetValue<StorageKind>($"{StorageOptions.Section}:{nameof(StorageOptions.Storage)}") == StorageKind.Redis)
        {
            builder.Services.AddRedisStorage();
        }
        else
        {
            builder.Services.AddSingleton<SqliteEventLog>();
            builder.Services.AddEventWriter<SqliteEventLog>();
            builder.Services.AddSingleton<IEventReader>(services => services.GetRequiredService<SqliteEventLog>());
            builder.Services.AddSingleton<IClaims, ClaimsOfOne>();
        }

        builder.Services.AddHostedService<Expiry>();
        return builder;
    }

    /// <summary>Lets everybody write into a log by the one way in, which knows the closed seats.</summary>
    internal static void AddEventWriter<TLog>(this IServiceCollection services)
        where TLog : IEventWriter => services.AddSingleton<IEventWriter>(
            provider => new OpenSeatsLog(provider.GetRequiredService<TLog>(), provider.GetRequiredService<ClosedSeats>()));
}

/// <summary>Erases what has been kept long enough, little by little so that no hit has to wait for it.</summary>
internal sealed class Expiry(IEventWriter log, IOptions<StorageOptions> options, TimeProvider time) : BackgroundService
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
        }
        catch (EventLogException)
        {
            // The next hit says so to the person at the panel; expiry tries again at the next tick.
        }
    }
}
