using PixelLab.Core.Events;

namespace PixelLab.Web.Export;

/// <summary>Puts a replay's events into the log, where they get new ids.</summary>
internal static class ReplayIntake
{
    private const int GroupSize = 500;

    /// <summary>Keeps the events, in order. What names other events by their ids names them by the new ones afterwards.</summary>
    public static async Task KeepAsync(
        IEventWriter log, IReadOnlyList<LabEvent> events, DateTimeOffset now, CancellationToken cancellation)
    {
        var newIds = new Dictionary<long, long>();
        var group = new List<LabEvent>(GroupSize);

        async Task FlushAsync()
        {
            // A list of its own: the log still reads it while others are answered.
            var kept = await log.AppendAsync([.. group], cancellation);
            for (var i = 0; i < kept.Count; i++)
            {
                newIds[group[i].Id] = kept[i].Id;
            }

            group.Clear();
        }

        foreach (var labEvent in events)
        {
            // An ad names the hits that led to it, so those need their new ids first.
            if (group.Count >= GroupSize || (labEvent is AdServed { Because.Count: > 0 } && group.Count > 0))
            {
                await FlushAsync();
            }

            var fresh = labEvent with { KeptSince = now };
            group.Add(fresh is AdServed ad
                ? ad with { Because = [.. ad.Because.Where(newIds.ContainsKey).Select(id => newIds[id])] }
                : fresh);
        }

        if (group.Count > 0)
        {
            await FlushAsync();
        }
    }
}
