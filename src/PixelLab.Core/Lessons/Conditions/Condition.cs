namespace PixelLab.Core.Lessons.Conditions;

/// <summary>
/// What must have happened in a seat before a check is ticked: all lines hold, and of a line with alternatives one.
/// The grammar stands at <see cref="ConditionParser"/>.
/// </summary>
/// <param name="Lines">The lines, in the order of the file.</param>
public sealed record Condition(IReadOnlyList<RequirementLine> Lines)
{
    /// <summary>Whether what was done before the lesson was opened counts too.</summary>
    public bool CountsFromTheBeginning { get; init; }
}

/// <summary>A requirement with its alternatives.</summary>
/// <param name="Alternatives">At least one; the first is the line itself, the others began with <c>or</c>.</param>
public sealed record RequirementLine(IReadOnlyList<Requirement> Alternatives);

/// <summary>One requirement: that events of some sort came, or that none did.</summary>
public sealed record Requirement
{
    /// <summary>Whether no such event may have come.</summary>
    public bool Forbids { get; init; }

    /// <summary>How many such events must have come.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Which events count.</summary>
    public required Selector Selector { get; init; }

    /// <summary>The events count only before the first event of this sort; null for no such bound.</summary>
    public Selector? Before { get; init; }

    /// <summary>The events count only after the first event of this sort; null for no such bound.</summary>
    public Selector? After { get; init; }

    /// <summary>The events count only while the latest experiment is one of this sort; null for no such bound.</summary>
    public Selector? During { get; init; }

    /// <summary>The field of which each event that counts must hold another value; null where the same may come again.</summary>
    public string? DifferingIn { get; init; }

    /// <summary>What to tell the reader while this is open; null where the file says nothing.</summary>
    public string? Else { get; init; }

    /// <summary>The line of the file it stands on, from 1.</summary>
    public required int Line { get; init; }
}

/// <summary>Which events are meant.</summary>
/// <param name="Kind">Their kind.</param>
/// <param name="Vendor">The vendor they concern; null for any.</param>
/// <param name="Site">The site they happened on; null for any.</param>
/// <param name="Where">What must hold of them.</param>
public sealed record Selector(EventKind Kind, string? Vendor, string? Site, IReadOnlyList<Comparison> Where);

/// <summary>The kinds of event a condition can speak of.</summary>
public enum EventKind
{
    /// <summary>A request that reached a pixel.</summary>
    Hit,

    /// <summary>A page of a site was opened.</summary>
    Visit,

    /// <summary>A page carried a pixel.</summary>
    Planted,

    /// <summary>A planted pixel's hit never came.</summary>
    Missing,

    /// <summary>A choice at a banner.</summary>
    Consent,

    /// <summary>An account was used.</summary>
    Account,

    /// <summary>An ad was shown.</summary>
    Ad,

    /// <summary>A message was sent, opened or otherwise handled.</summary>
    Mail,

    /// <summary>A switch of the lab was turned.</summary>
    Setting,

    /// <summary>Something was tried.</summary>
    Experiment,

    /// <summary>The lab cleared the town's cookies.</summary>
    Clearing,
}

/// <summary>Something that must hold of an event's field.</summary>
/// <param name="Field">The field, for example <c>event</c> or <c>query.dl</c>.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Value">What it is compared with; empty where the operator takes no value.</param>
public sealed record Comparison(string Field, ComparisonOperator Operator, string Value)
{
    /// <summary>The comparison as it is written in a condition.</summary>
    public override string ToString() => Operator switch
    {
        ComparisonOperator.Present or ComparisonOperator.Absent
            or ComparisonOperator.Sent or ComparisonOperator.Set or ComparisonOperator.None =>
            $"{Field} {OperatorNames.Of(Operator)}",
        _ => $"{Field} {OperatorNames.Of(Operator)} {(IsBare(Value) ? Value : $"\"{Value}\"")}",
    };

    private static bool IsBare(string value) =>
        value.Length > 0 && value.All(c => !char.IsWhiteSpace(c) && c is not ('"' or '=' or '!' or '<' or '>')) && value is not ("and" or "before" or "after" or "or");
}

/// <summary>How a field is compared.</summary>
public enum ComparisonOperator
{
    /// <summary>It is the value; of a field with several values, one of them is.</summary>
    Is,

    /// <summary>It is not the value; of a field with several values, none of them is.</summary>
    IsNot,

    /// <summary>The value is a part of it.</summary>
    Contains,

    /// <summary>It begins with the value.</summary>
    Starts,

    /// <summary>It is a number of at least the value.</summary>
    AtLeast,

    /// <summary>It is there and not empty.</summary>
    Present,

    /// <summary>It is not there, or empty.</summary>
    Absent,

    /// <summary>Of <c>cookie</c>: at least one came with the request.</summary>
    Sent,

    /// <summary>Of <c>cookie</c>: at least one was set in reply.</summary>
    Set,

    /// <summary>Of <c>cookie</c>: none came with the request.</summary>
    None,
}

/// <summary>Operators as conditions write them.</summary>
public static class OperatorNames
{
    /// <summary>The operator's word or sign.</summary>
    public static string Of(ComparisonOperator op) => op switch
    {
        ComparisonOperator.Is => "=",
        ComparisonOperator.IsNot => "!=",
        ComparisonOperator.AtLeast => ">=",
        _ => op.ToString().ToLowerInvariant(),
    };

    /// <summary>The operator of that word or sign that takes a value, or null.</summary>
    public static ComparisonOperator? WithValue(string text) => text switch
    {
        "=" => ComparisonOperator.Is,
        "!=" => ComparisonOperator.IsNot,
        ">=" => ComparisonOperator.AtLeast,
        "contains" => ComparisonOperator.Contains,
        "starts" => ComparisonOperator.Starts,
        _ => null,
    };
}
