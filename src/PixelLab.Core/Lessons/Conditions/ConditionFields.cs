using System.Collections.Frozen;

namespace PixelLab.Core.Lessons.Conditions;

/// <summary>Which fields the events of each kind have, and where a vendor or a site can be named.</summary>
public static class ConditionFields
{
    private static readonly FrozenDictionary<EventKind, string[]> ByKind = new Dictionary<EventKind, string[]>
    {
        [EventKind.Hit] = ["event", "vendor", "site", "page", "method", "address", "emulated", "by", "means"],
        [EventKind.Visit] = ["site", "page", "title"],
        [EventKind.Planted] = ["vendor", "event", "site", "page", "trigger"],
        [EventKind.Missing] = ["reason", "vendor", "event", "site", "page", "witness"],
        [EventKind.Consent] = ["site", "regime", "how", "granted", "denied"],
        [EventKind.Account] = ["site", "person", "action"],
        [EventKind.Ad] = ["campaign", "product", "reason", "slot", "site"],
        [EventKind.Mail] = ["what", "client", "campaign"],
        [EventKind.Setting] = ["name", "value"],
        [EventKind.Experiment] = ["experiment"],
        [EventKind.Clearing] = [],
    }.ToFrozenDictionary();

    /// <summary>What stands before a name that the field's owner chose: <c>query.dl</c>.</summary>
    public static readonly IReadOnlyList<string> Prefixes = ["query.", "header.", "cookie."];

    /// <summary>The names of all kinds, as conditions write them.</summary>
    public static readonly IReadOnlyList<string> Kinds = [.. Enum.GetNames<EventKind>().Select(name => name.ToLowerInvariant())];

    /// <summary>The fields of a kind.</summary>
    public static IReadOnlyList<string> Of(EventKind kind) => ByKind[kind];

    /// <summary>Whether events of that kind have that field.</summary>
    public static bool Has(EventKind kind, string field) =>
        ByKind[kind].Contains(field) || (kind == EventKind.Hit && PrefixOf(field) is not null);

    /// <summary>The prefix of a field such as <c>query.dl</c>; null where it has none, or nothing follows it.</summary>
    public static string? PrefixOf(string field) =>
        Prefixes.FirstOrDefault(prefix => field.Length > prefix.Length && field.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The kind's name, as conditions write it.</summary>
    public static string NameOf(EventKind kind) => Kinds[(int)kind];

    /// <summary>The kind of that name, also in the plural (<c>2 hits</c>), or null.</summary>
    public static EventKind? KindOf(string name)
    {
        for (var i = 0; i < Kinds.Count; i++)
        {
            if (Kinds[i] == name || Kinds[i] + "s" == name)
            {
                return (EventKind)i;
            }
        }

        return null;
    }
}
