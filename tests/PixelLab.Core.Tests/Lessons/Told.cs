using PixelLab.Core.Events;
using PixelLab.Core.Lessons.Conditions;

namespace PixelLab.Core.Tests.Lessons;

/// <summary>Events and conditions as tests of lessons speak of them.</summary>
internal static class Told
{
    public static readonly string[] Sites = ["shop", "news", "mail"];

    public static ParsedCondition Parse(params string[] lines) =>
        new ConditionParser(Sites).Parse([.. lines.Select((text, index) => new SourceLine(index + 1, text))]);

    public static Condition Condition(params string[] lines)
    {
        var parsed = Parse(lines);
        Assert.Empty(parsed.Problems);
        return parsed.Value!;
    }

    public static ConditionOutcome Outcome(Condition condition, params IEnumerable<LabEvent> events)
    {
        var state = new ConditionState(condition);
        foreach (var one in events)
        {
            state.Add(one);
        }

        return state.Outcome();
    }

    public static bool IsMet(string condition, params IEnumerable<LabEvent> events) =>
        Outcome(Condition(condition), events).IsMet;

    public static OpenRequirement Open(string condition, params IEnumerable<LabEvent> events) =>
        Assert.Single(Outcome(Condition(condition), events).Open);

    public static Visit Visit(string site = "shop", string page = "/") => new()
    {
        At = BuiltHit.Noon,
        Site = site,
        Page = page,
        Title = "A page",
        PageView = "pv",
        Request = BuiltHit.Request($"GET {page} HTTP/1.1", "Host: shop.localhost"),
    };

    public static ConsentChoice Consent(params string[] granted) => new()
    {
        At = BuiltHit.Noon,
        Site = "shop",
        Regime = "opt_in",
        Granted = granted,
        Denied = granted.Length == 0 ? ["analytics", "advertising"] : [],
        How = granted.Length == 0 ? "refuse_all" : "accept_all",
    };

    public static PixelMissing Missing(MissingReason reason, string vendor = "adnet") => new()
    {
        At = BuiltHit.Noon,
        Plant = "pv.1",
        Site = "shop",
        Page = "/",
        Vendor = vendor,
        Event = "page_view",
        Reason = reason,
        Witness = MissingWitness.Lab,
    };

    public static SettingChanged Setting(string name, string value) => new() { At = BuiltHit.Noon, Name = name, Value = value };
}
