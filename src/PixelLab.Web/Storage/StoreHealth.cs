using Microsoft.Extensions.Diagnostics.HealthChecks;
using PixelLab.Core.Events;

namespace PixelLab.Web.Storage;

/// <summary>An engine that can find out whether it would keep a hit.</summary>
internal interface IStoreProbe
{
    /// <summary>Goes the way of a hit that comes now, as far as it can without keeping one, and tells <see cref="StoreState"/> what it met.</summary>
    /// <exception cref="EventLogException">The hit would not be kept.</exception>
    Task ProbeAsync(CancellationToken cancellation);
}

/// <summary>Whether hits can be kept. It is found out by the way of a hit: what merely answers may still take nothing in.</summary>
internal sealed class StoreHealth(IStoreProbe probe, StoreState state, Holdings holdings) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        EventLogException? refused = null;
        try
        {
            await probe.ProbeAsync(cancellationToken);
        }
        catch (EventLogException failure)
        {
            refused = failure;
        }

        if (holdings.IsFull)
        {
            state.Fails(StorePart.Room, StoreCondition.Full, StoreCause.LabFull);
        }
        else
        {
            state.Works(StorePart.Room);
        }

        return refused is null && state.Now.KeepsHits
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy(state.Now.Why ?? refused?.Message, refused);
    }
}
