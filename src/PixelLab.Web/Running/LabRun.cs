using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using PixelLab.Web.Features.Classroom;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;
using PixelLab.Web.Storage.Redis;
using PixelLab.Web.Storage.Sqlite;

namespace PixelLab.Web.Running;

/// <summary>The lab from its start to its end.</summary>
public static partial class LabRun
{
    /// <summary>The version, with the commit that it was built of where that is known.</summary>
    public static string Version { get; } = Short(
        typeof(LabRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "");

    /// <summary>Adds how long the end waits for those who are still sending, and the warm-up.</summary>
    public static void AddRun(this IHostApplicationBuilder builder)
    {
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ConnectionLimits.PatienceAtTheEnd);
        builder.Services.AddSingleton<WarmUp>();
    }

    /// <summary>Has the first pages asked for once the lab has started. It stands before all that answers.</summary>
    public static void UseWarmUp(this IApplicationBuilder app) => app.Use(app.ApplicationServices.GetRequiredService<WarmUp>().Follow);

    /// <summary>Runs the lab until it is told to end, which may be while it starts.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunToTheEndAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        app.Lifetime.ApplicationStarted.Register(() => Announce(app));
        try
        {
            await app.RunAsync();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // It was told to end before it had started.
        }

        return 0;
    }

    private static void Announce(WebApplication app)
    {
        var services = app.Services;
        var addresses = string.Join(", ", services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
        var storage = services.GetRequiredService<IOptions<StorageOptions>>().Value;
        var data = storage.Storage switch
        {
            StorageKind.Sqlite => $"data in {storage.Folder}",
            StorageKind.Redis => $"data on the server of {RedisOptions.Section}",
        };
        var recovered = Recovered(services.GetService<SqliteEventLog>()?.TakenOver ?? 0, services.GetRequiredService<Rooms>().All.Count);
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("PixelLab");
        Started(logger, Version, addresses, data, recovered);
    }

    private static string Recovered(long events, int rooms) => (events, rooms) switch
    {
        (0, 0) => "nothing to recover",
        (0, _) => $"rooms that go on: {rooms}",
        (_, 0) => $"events recovered from a run that broke off: {events}",
        _ => $"events recovered from a run that broke off: {events}, rooms that go on: {rooms}",
    };

    private static string Short(string version) => version.Split('+') is [var number, { Length: > 7 } commit] ? $"{number}+{commit[..7]}" : version;

    [LoggerMessage(EventId = 1, EventName = "Started", Level = LogLevel.Information, Message = "PixelLab {Version} listens on {Addresses}; {Data}; {Recovered}")]
    private static partial void Started(ILogger logger, string version, string addresses, string data, string recovered);
}
