namespace PixelLab.Core.Lessons.Conditions;

/// <summary>How a condition stands.</summary>
/// <param name="IsMet">Whether all lines hold.</param>
/// <param name="Lines">How many lines there are.</param>
/// <param name="Open">The lines that do not hold, in their order.</param>
public sealed record ConditionOutcome(bool IsMet, int Lines, IReadOnlyList<OpenRequirement> Open);

/// <summary>A line that does not hold.</summary>
/// <param name="Index">Which line, from 0.</param>
/// <param name="Else">What the lesson tells the reader; null where it says nothing.</param>
/// <param name="Nearest">What came nearest.</param>
public sealed record OpenRequirement(int Index, string? Else, NearestMiss Nearest);

/// <summary>What came nearest to a requirement that is open.</summary>
/// <param name="Kind">In which way it is not enough.</param>
/// <param name="Wanted">Which events are wanted, or unwanted.</param>
/// <param name="Missed">The comparison that did not hold of the event that came nearest.</param>
/// <param name="Came">How many fitting events have come.</param>
/// <param name="Needed">How many are needed.</param>
/// <param name="Anchor">The event that it must come before or after, where that is what it fails at.</param>
public sealed record NearestMiss(
    MissKind Kind, Selector Wanted, Comparison? Missed, int Came, int Needed, Selector? Anchor = null);

/// <summary>In which way what came is not enough.</summary>
public enum MissKind
{
    /// <summary>No event of that kind, vendor and site has come.</summary>
    NothingYet,

    /// <summary>One has come, but a comparison does not hold of it.</summary>
    DoesNotHold,

    /// <summary>Some have come, but not as many as are needed.</summary>
    TooFew,

    /// <summary>One has come, but before the event that it must follow.</summary>
    TooEarly,

    /// <summary>One has come, but after the event that it must precede.</summary>
    TooLate,

    /// <summary>None should have come, and one has.</summary>
    ForbiddenCame,

    /// <summary>None has come, which can be told only once another event has happened.</summary>
    WaitsForEvent,

    /// <summary>None has come, but no page was opened either.</summary>
    WaitsForVisit,
}
