using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using PixelLab.Core.Events;

namespace PixelLab.Web.Storage.Redis;

/// <summary>Registers what several labs share on a Redis server.</summary>
internal static class RedisSetup
{
    /// <summary>Adds the event log on Redis, and what else must be one for all labs.</summary>
    public static void AddRedisStorage(this IServiceCollection services)
    {
        services.AddOptions<RedisOptions>().BindConfiguration(RedisOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<RedisOptions>, RedisOptionsCheck>();
        services.AddSingleton<RedisServer>();
        services.AddSingleton<RedisFile>();
        services.AddHostedService(provider => provider.GetRequiredService<RedisFile>());
        services.AddSingleton<RedisEventLog>();
        services.AddEventWriter<RedisEventLog>();
        services.AddSingleton<IEventReader>(provider => provider.GetRequiredService<RedisEventLog>());
        services.AddSingleton<IClaims, RedisClaims>();
        services.AddHealthChecks().AddCheck<RedisHealth>("redis");

        // The name is what protected things are bound to; by default it would be the folder of each lab.
        services.AddDataProtection().SetApplicationName("PixelLab");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            keys => keys.XmlRepository = new RedisKeyRing(provider.GetRequiredService<RedisServer>())));
    }
}
