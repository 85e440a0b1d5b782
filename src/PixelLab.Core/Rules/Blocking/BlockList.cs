using PixelLab.Core.Events;

namespace PixelLab.Core.Rules.Blocking;

/// <summary>A list of rules in the syntax that the common blockers share.</summary>
public sealed class BlockList
{
    private readonly List<BlockRule> _rules = [];
    private readonly List<string> _passedOver = [];

    private BlockList()
    {
    }

    /// <summary>Lines that are no rule this blocker knows, so that the person who wrote them can be told.</summary>
    public IReadOnlyList<string> PassedOver => _passedOver;

    /// <summary>How many rules were read.</summary>
    public int Count => _rules.Count;

    /// <summary>Reads a list, a rule a line; lines that begin with <c>!</c> are remarks.</summary>
    public static BlockList Parse(string text)
    {
        var list = new BlockList();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (trimmed.IsEmpty || trimmed[0] == '!')
            {
                continue;
            }

            if (list._rules.Count < TextLimits.BlockerRuleCount && BlockRule.Parse(trimmed.ToString()) is { } rule)
            {
                list._rules.Add(rule);
            }
            else if (list._passedOver.Count < TextLimits.BlockerRuleCount)
            {
                list._passedOver.Add(trimmed[..Math.Min(trimmed.Length, TextLimits.BlockerRule)].ToString());
            }
        }

        return list;
    }

    /// <summary>The rule that stops the request, or null where none does or an exception lets it through.</summary>
    public string? Match(BlockRequest request)
    {
        var stops = _rules.Find(rule => !rule.IsException && rule.Matches(request));
        return stops is null || _rules.Exists(rule => rule.IsException && rule.Matches(request)) ? null : stops.Text;
    }
}
