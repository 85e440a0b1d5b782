using PixelLab.Core.Events;

namespace PixelLab.Core.Population;

/// <summary>
/// The invented people around a visitor, so that reports have more than one person in them. They are the same for everybody, always, and stand in
/// no seat's log.
/// </summary>
public static class TownAround
{
    /// <summary>The number before their first event: further than any log comes.</summary>
    private const long Before = 1L << 40;

    /// <summary>Who they are, and how long they walk.</summary>
    public static PopulationPlan Plan { get; } = new() { People = 1000, Days = 1, Seed = 42, LeavesCart = 0.15 };

    /// <summary>What they do, oldest first.</summary>
    public static IEnumerable<LabEvent> Events() =>
        new PopulationWalk(Plan, Inhabitants.Of(Plan), Before).Days().Select(happening => happening.Event);

    /// <summary>Whether an event is one of theirs.</summary>
    public static bool IsTheirs(long id) => id > Before;
}
