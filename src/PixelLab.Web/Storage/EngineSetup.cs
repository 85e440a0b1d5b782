using PixelLab.Core.Events;

namespace PixelLab.Web.Storage;

/// <summary>What an engine registers itself with.</summary>
internal static class EngineSetup
{
    /// <summary>Adds an engine's parts, by which everybody else reaches events, rooms and leases.</summary>
    public static void AddEngine<TLog, TRooms, TLeases>(this IServiceCollection services)
        where TLog : class, IEventWriter, IEventReader, IStoreProbe, IStoreFigures
        where TRooms : class, IRoomStore
        where TLeases : class, ILeases
    {
        services.AddSingleton<TLog>();
        services.AddSingleton<IEventReader>(provider => provider.GetRequiredService<TLog>());
        services.AddSingleton<IStoreFigures>(provider => provider.GetRequiredService<TLog>());
        if (typeof(TLog).IsAssignableTo(typeof(ISnapshots)))
        {
            services.AddSingleton(provider => (ISnapshots)provider.GetRequiredService<TLog>());
        }

        services.AddSingleton<StoreState>();
        services.AddSingleton<IStoreProbe>(provider => provider.GetRequiredService<TLog>());
        services.AddHealthChecks().AddCheck<StoreHealth>("store");

        // The one way in, which knows the closed seats and the full ones.
        services.AddSingleton<ClosedSeats>();
        services.AddSingleton<Holdings>();
        services.AddHttpContextAccessor();
        services.AddSingleton<IEventWriter>(
            provider => ActivatorUtilities.CreateInstance<OpenSeatsLog>(provider, provider.GetRequiredService<TLog>()));
        services.AddSingleton<TRooms>();
        services.AddSingleton<IRoomStore>(provider => provider.GetRequiredService<TRooms>());
        services.AddSingleton<ILeases, TLeases>();
    }
}
