using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace PixelLab.Web.Storage.Redis;

/// <summary>Registers the engine of several labs: a Redis server that they share.</summary>
internal static class RedisSetup
{
    /// <summary>Adds the engine, and what else must be one for all labs.</summary>
    public static void AddRedis(this IServiceCollection services)
    {
        services.AddOptions<RedisOptions>().BindConfiguration(RedisOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RedisOptions>, RedisOptionsCheck>();
        services.AddSingleton<RedisServer>();
        services.AddSingleton<RedisFile>();
        services.AddEngine<RedisEventLog, RedisRoomStore, RedisLeases>();
        services.AddHostedService<RedisStart>();
        services.AddHostedService(provider => provider.GetRequiredService<RedisFile>());

        // The name is what protected things are bound to; by default it would be the folder of each lab.
        services.AddDataProtection().SetApplicationName("PixelLab");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            keys => keys.XmlRepository = new RedisKeyRing(provider.GetRequiredService<RedisServer>())));
    }
}
