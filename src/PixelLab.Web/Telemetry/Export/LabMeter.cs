using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using PixelLab.Web.Capture;
using PixelLab.Web.Features.Classroom;
using PixelLab.Web.Frame;
using PixelLab.Web.Limits;
using PixelLab.Web.Readings;
using PixelLab.Web.Storage;
using PixelLab.Web.Storage.Redis;

namespace PixelLab.Web.Telemetry.Export;

/// <summary>
/// The figures of the lab as instruments, for whoever looks after it. Each is asked where it is known anyway, and only when somebody listens: a
/// hit does nothing for them but count.
/// </summary>
public sealed class LabMeter
{
    /// <summary>What those ask for who listen.</summary>
    public const string Name = "PixelLab";

    private static readonly FrozenDictionary<Budget, KeyValuePair<string, object?>> Budgets = Enum.GetValues<Budget>()
        .ToFrozenDictionary(budget => budget, budget => Tag("reason", Refusal.NameOf(budget)));

    private static readonly FrozenDictionary<StoreCondition, string> States = Enum.GetValues<StoreCondition>()
        .ToFrozenDictionary(condition => condition, HealthView.NameOf);

    /// <summary>Makes the instruments.</summary>
    public LabMeter(
        IMeterFactory meters, HitKeeper hits, Refusals refusals, StoreState state, Holdings holdings, IStoreFigures store, Rooms rooms, SeatReadings readings,
        IServiceProvider services)
    {
        var meter = meters.Create(Name);
        meter.CreateObservableCounter("pixellab.hits.kept", () => hits.Kept, "{hit}", "Hits that were kept.");
        meter.CreateObservableCounter("pixellab.refused", () => Refused(refusals, state), "{event}", "What was refused, by the budget that was used up or the state of the store.");
        meter.CreateObservableGauge("pixellab.store.state", () => StateOf(state), "{state}", "1 for the state that the store has, 0 for the others.");
        meter.CreateObservableGauge("pixellab.store.held", () => holdings.Bytes, "By", "Bytes of all events that the lab holds.");
        meter.CreateObservableGauge("pixellab.store.unreadable", () => store.Figures.Unreadable, "{event}", "Events that this version of the lab cannot read.");
        meter.CreateObservableGauge("pixellab.followers", () => store.Figures.Followers, "{follower}", "Who follows the log: panels, docks, rooms.");
        meter.CreateObservableGauge("pixellab.followers.behind", () => store.Figures.Behind, "{id}", "How many ids the furthest of them has still to come past.");
        meter.CreateObservableGauge("pixellab.rooms", () => rooms.All.Count, "{room}", "Rooms that are open.");
        meter.CreateObservableGauge("pixellab.folds.kept", () => readings.Kept, "{fold}", "Readings that are held in memory.");
        meter.CreateObservableCounter("pixellab.folds.made", () => readings.Made, "{fold}", "Readings that were begun from the first event on.");
        if (store.Figures.Unmoved is not null)
        {
            meter.CreateObservableGauge("pixellab.journal.bytes", () => store.Figures.Unmoved!.Bytes, "By", "Bytes in the journal that are not in the database yet.");
            meter.CreateObservableGauge("pixellab.journal.age", () => store.Figures.Unmoved!.Age.TotalSeconds, "s", "How long the oldest of them have waited.");
        }

        if (services.GetService<RedisServer>() is { } redis)
        {
            meter.CreateObservableCounter("pixellab.redis.roundtrips", () => redis.RoundTrips, "{command}", "Commands that Redis was sent.");
            meter.CreateObservableCounter("pixellab.redis.failures", () => redis.Failures, "{failure}", "Commands that failed, and connections that were lost.");
        }
    }

    private static IEnumerable<Measurement<long>> Refused(Refusals refusals, StoreState state) =>
    [
        .. refusals.All.Select(refusal => new Measurement<long>(refusal.Count, Budgets[refusal.Budget])),
        .. States.Where(one => state.RefusedBy(one.Key) > 0).Select(one => new Measurement<long>(state.RefusedBy(one.Key), Tag("reason", "store_" + one.Value))),
    ];

    private static IEnumerable<Measurement<int>> StateOf(StoreState state)
    {
        var now = state.Now.Condition;
        return States.Select(one => new Measurement<int>(one.Key == now ? 1 : 0, Tag("state", one.Value)));
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
