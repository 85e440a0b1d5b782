using System.Text.Json;

namespace PixelLab.Web.Limits;

/// <summary>How often a budget was used up.</summary>
/// <param name="Budget">The budget.</param>
/// <param name="Count">How often something was refused for it, since the lab began.</param>
/// <param name="Latest">When that was last.</param>
public sealed record Refusal(Budget Budget, long Count, DateTimeOffset Latest)
{
    /// <summary>The budget as programs name it, for example <c>hits_of_address</c>.</summary>
    public string Name => NameOf(Budget);

    /// <summary>A budget as programs name it.</summary>
    public static string NameOf(Budget budget) => JsonNamingPolicy.SnakeCaseLower.ConvertName(budget.ToString());
}

/// <summary>Counts what was refused because a budget was used up, for whoever looks after the lab: <c>/healthz</c> and the instructors' consoles tell it.</summary>
public sealed class Refusals(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<Budget, Refusal> _all = [];

    /// <summary>What was refused so far.</summary>
    public IReadOnlyList<Refusal> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all.Values];
            }
        }
    }

    /// <summary>Counts one more.</summary>
    public void Add(Budget budget)
    {
        lock (_gate)
        {
            _all[budget] = new Refusal(budget, (_all.GetValueOrDefault(budget)?.Count ?? 0) + 1, time.GetUtcNow());
        }
    }
}
