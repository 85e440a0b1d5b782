using PixelLab.Web.Storage;
using PixelLab.Web.Storage.Redis;
using PixelLab.Web.Storage.Sqlite;

namespace PixelLab.Web;

/// <summary>Chooses the engine that keeps events and rooms.</summary>
public static class StorageSetup
{
    /// <summary>Adds the event log with its expiry, the rooms' store, and what several labs must agree on.</summary>
    public static void AddStorage(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<StorageOptions>()
            .BindConfiguration(StorageOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        Action<IServiceCollection> addEngine = builder.Configuration.GetValue<StorageKind>($"{StorageOptions.Section}:{nameof(StorageOptions.Storage)}") switch
        {
            StorageKind.Sqlite => SqliteSetup.AddSqlite,
            StorageKind.Redis => RedisSetup.AddRedis,
        };
        addEngine(builder.Services);
        builder.Services.AddHostedService<Expiry>();
    }
}
