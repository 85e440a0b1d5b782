namespace PixelLab.Core.Lessons.Conditions;

/// <summary>
/// Reads conditions. One requirement a line; all must hold. A line that begins with <c>or</c> is an alternative to the one
/// before it. <c>else: …</c> below a requirement tells the reader what to do while it is open.
/// <code>
/// requirement = [ "no" | NUMBER ] selector { ( "before" | "after" | "during" ) selector | "differing" "in" FIELD }
/// selector    = KIND { ( "from" | "of" ) VENDOR | ( "on" | "to" ) SITE } [ "where" comparison { "and" comparison } ]
/// comparison  = "cookie" ( "sent" | "set" | "none" )
///             | FIELD ( "present" | "absent" )
///             | FIELD ( "=" | "!=" | ">=" | "contains" | "starts" ) VALUE
/// VALUE       = a word, or "text in quotes"
/// </code>
/// <c>before consent</c> and <c>after consent</c> mean the first choice that agreed to something; with a <c>where</c> of its own
/// it is the first choice that fits. <c>during experiment</c> lasts until the next experiment begins.
/// <c>3 hit … differing in page</c> wants three pages: who opens one page three times has opened one.
/// </summary>
/// <param name="sites">The names of the sites that there are.</param>
public sealed class ConditionParser(IReadOnlyCollection<string> sites)
{
    /// <summary>Reads a condition from the lines of its block.</summary>
    public ParsedCondition Parse(IReadOnlyList<SourceLine> lines)
    {
        var problems = new List<ConditionProblem>();
        var groups = new List<List<Requirement>>();
        var requirements = 0;
        var comparisons = 0;
        var lastIsBroken = false;
        foreach (var line in lines)
        {
            var text = line.Text.Trim();
            if (text.Length == 0)
            {
                continue;
            }

            if (TooLong(line, lines) is { } tooLong)
            {
                problems.Add(tooLong);
                break;
            }

            if (text.StartsWith("else:", StringComparison.Ordinal))
            {
                if (!lastIsBroken)
                {
                    AddElse(line, text["else:".Length..].Trim(), groups, problems);
                }

                continue;
            }

            if (++requirements > ConditionLimits.Requirements)
            {
                problems.Add(new ConditionProblem(line.Number, 1, ConditionText.Text["Requirements", ConditionLimits.Requirements]));
                break;
            }

            var told = problems.Count;
            var reading = Read(line, problems);
            var isAlternative = reading.TakeWord("or");
            if (isAlternative && groups.Count == 0)
            {
                problems.Add(new ConditionProblem(line.Number, 1, ConditionText.Text["Or"]));
                continue;
            }

            if (reading.Requirement() is { } requirement)
            {
                comparisons += ComparisonsOf(requirement);
                Group(groups, isAlternative).Add(requirement);
            }
            else if (!isAlternative)
            {
                // A place for what follows, so that one mistake is not told twice.
                groups.Add([]);
            }

            lastIsBroken = problems.Count > told;
        }

        if (comparisons > ConditionLimits.Comparisons)
        {
            problems.Add(new ConditionProblem(lines[0].Number, 1, ConditionText.Text["Comparisons", ConditionLimits.Comparisons]));
        }
        else if (requirements == 0 && problems.Count == 0)
        {
            problems.Add(new ConditionProblem(
                lines.Count > 0 ? lines[0].Number : 1, 1, ConditionText.Text["None"]));
        }

        return problems.Count > 0
            ? new ParsedCondition(null, problems)
            : new ParsedCondition(new Condition([.. groups.Select(group => new RequirementLine([.. group]))]), []);
    }

    /// <summary>Reads a selector of one line, for example <c>hit from metrics where event = page_view</c>.</summary>
    public ParsedSelector ParseSelector(SourceLine line)
    {
        var problems = new List<ConditionProblem>();
        if (TooLong(line, [line]) is { } tooLong)
        {
            return new ParsedSelector(null, [tooLong]);
        }

        var reading = Read(line, problems);
        var selector = reading.Selector();
        if (selector is not null)
        {
            reading.End();
        }

        if (selector?.Where.Count > ConditionLimits.Comparisons)
        {
            problems.Add(new ConditionProblem(line.Number, 1, ConditionText.Text["Filter.Comparisons", ConditionLimits.Comparisons]));
        }

        return problems.Count > 0 ? new ParsedSelector(null, problems) : new ParsedSelector(selector, []);
    }

    private static ConditionProblem? TooLong(SourceLine line, IReadOnlyList<SourceLine> lines) =>
        line.Text.Length > ConditionLimits.LineLength
            ? new ConditionProblem(line.Number, ConditionLimits.LineLength, ConditionText.Text["LineLength", ConditionLimits.LineLength])
            : lines.Count > ConditionLimits.Lines
                ? new ConditionProblem(lines[0].Number, 1, ConditionText.Text["Lines", ConditionLimits.Lines])
                : null;

    private static void AddElse(SourceLine line, string text, List<List<Requirement>> groups, List<ConditionProblem> problems)
    {
        if (text.Length == 0)
        {
            problems.Add(new ConditionProblem(line.Number, 1, ConditionText.Text["Else"]));
        }
        else if (groups.Count == 0)
        {
            problems.Add(new ConditionProblem(line.Number, 1, ConditionText.Text["Else.Place"]));
        }
        else if (groups[^1] is [.., var last])
        {
            if (last.Else is not null)
            {
                problems.Add(new ConditionProblem(line.Number, 1, ConditionText.Text["Else.Twice"]));
            }

            groups[^1][^1] = last with { Else = text };
        }
    }

    private static List<Requirement> Group(List<List<Requirement>> groups, bool isAlternative)
    {
        if (!isAlternative)
        {
            groups.Add([]);
        }

        return groups[^1];
    }

    private static int ComparisonsOf(Requirement requirement) =>
        requirement.Selector.Where.Count + (requirement.Before?.Where.Count ?? 0) + (requirement.After?.Where.Count ?? 0);

    private ConditionLine Read(SourceLine line, List<ConditionProblem> problems)
    {
        var (words, problem) = ConditionWords.Cut(line);
        if (problem is not null)
        {
            problems.Add(problem);
        }

        return new ConditionLine(line, words, problem is not null, problems, sites);
    }
}
