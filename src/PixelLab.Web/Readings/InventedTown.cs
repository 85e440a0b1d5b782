using System.Collections.Concurrent;
using PixelLab.Core.Population;
using PixelLab.Core.Readings;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Web.Readings;

/// <summary>
/// What is to be said of the simulated town around every visitor (<see cref="TownAround"/>). It is the same for all seats, so each reading of it is made once,
/// when it is first asked for, and held; there are as many as kinds of readings. Its events are held nowhere.
/// </summary>
public sealed class InventedTown
{
    private readonly ConcurrentDictionary<Type, Lazy<Task<Reading>>> _readings = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<CampaignResult>>> _campaigns = new(StringComparer.Ordinal);
    private readonly ConcurrentExclusiveSchedulerPair _oneCampaign = new();

    /// <summary>The town as a reading sees it. Asking it changes nothing in it, and whoever asks it holds its lock.</summary>
    public async Task<TReading> ReadAsync<TReading>()
        where TReading : Reading, new() =>
        (TReading)await _readings.GetOrAdd(typeof(TReading), _ => new(() => Task.Run<Reading>(() => new TReading().AddAll(TownAround.Events())))).Value;

    /// <summary>What a campaign buys in the town. It takes a few seconds once, one campaign after the other, and goes on where nobody waits for it.</summary>
    /// <param name="campaign">One of <see cref="AdCampaigns.Bookable"/>.</param>
    public Task<CampaignResult> RunAsync(AdCampaign campaign) => _campaigns.GetOrAdd(campaign.Key, _ => new(() => Task.Factory.StartNew(
        () => CampaignRun.Of(campaign, CampaignRun.Plan), CancellationToken.None, TaskCreationOptions.None, _oneCampaign.ExclusiveScheduler))).Value;
}
