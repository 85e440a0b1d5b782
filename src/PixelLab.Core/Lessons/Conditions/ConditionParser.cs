using System.Globalization;
using PixelLab.Core.Vendors;

namespace PixelLab.Core.Lessons.Conditions;

/// <summary>
/// Reads conditions. One requirement a line; all must hold. A line that begins with <c>or</c> is an alternative to the one
/// before it. <c>else: …</c> below a requirement tells the reader what to do while it is open.
/// <code>
/// requirement = [ "no" | NUMBER ] selector { ( "before" | "after" ) selector }
/// selector    = KIND { ( "from" | "of" ) VENDOR | ( "on" | "to" ) SITE } [ "where" comparison { "and" comparison } ]
/// comparison  = "cookie" ( "sent" | "set" | "none" )
///             | FIELD ( "present" | "absent" )
///             | FIELD ( "=" | "!=" | ">=" | "contains" | "starts" ) VALUE
/// VALUE       = a word, or "text in quotes"
/// </code>
/// <c>before consent</c> and <c>after consent</c> mean the first choice that agreed to something; with a <c>where</c> of its own
/// it is the first choice that fits.
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
                problems.Add(new ConditionProblem(line.Number, 1, $"A condition has at most {ConditionLimits.Requirements} requirements."));
                break;
            }

            var told = problems.Count;
            var reading = Read(line, problems);
            var isAlternative = reading.TakeWord("or");
            if (isAlternative && groups.Count == 0)
            {
                problems.Add(new ConditionProblem(line.Number, 1, "‘or’ needs a requirement on the line before it."));
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
            problems.Add(new ConditionProblem(lines[0].Number, 1, $"A condition has at most {ConditionLimits.Comparisons} comparisons."));
        }
        else if (requirements == 0 && problems.Count == 0)
        {
            problems.Add(new ConditionProblem(
                lines.Count > 0 ? lines[0].Number : 1, 1, "There is no requirement here. Write one a line, for example: hit from metrics"));
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
            problems.Add(new ConditionProblem(line.Number, 1, $"There are at most {ConditionLimits.Comparisons} comparisons."));
        }

        return problems.Count > 0 ? new ParsedSelector(null, problems) : new ParsedSelector(selector, []);
    }

    private static ConditionProblem? TooLong(SourceLine line, IReadOnlyList<SourceLine> lines) =>
        line.Text.Length > ConditionLimits.LineLength
            ? new ConditionProblem(line.Number, ConditionLimits.LineLength, $"A line of a condition has at most {ConditionLimits.LineLength} characters.")
            : lines.Count > ConditionLimits.Lines
                ? new ConditionProblem(lines[0].Number, 1, $"A condition has at most {ConditionLimits.Lines} lines.")
                : null;

    private static void AddElse(SourceLine line, string text, List<List<Requirement>> groups, List<ConditionProblem> problems)
    {
        if (text.Length == 0)
        {
            problems.Add(new ConditionProblem(line.Number, 1, "After ‘else:’ comes what to tell the reader."));
        }
        else if (groups.Count == 0)
        {
            problems.Add(new ConditionProblem(line.Number, 1, "‘else:’ stands below the requirement that it belongs to."));
        }
        else if (groups[^1] is [.., var last])
        {
            if (last.Else is not null)
            {
                problems.Add(new ConditionProblem(line.Number, 1, "This requirement has its ‘else:’ already."));
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

    private LineReading Read(SourceLine line, List<ConditionProblem> problems)
    {
        var (words, problem) = ConditionWords.Cut(line);
        if (problem is not null)
        {
            problems.Add(problem);
        }

        return new LineReading(line, words, problem is not null, problems, sites);
    }

    /// <summary>One line while it is read, word by word. After the first mistake everything is null, so it is told once.</summary>
    private sealed class LineReading(
        SourceLine line, List<ConditionWord> words, bool isBroken, List<ConditionProblem> problems, IReadOnlyCollection<string> sites)
    {
        private int _at;
        private bool _isBroken = isBroken;

        public bool TakeWord(string word)
        {
            if (_at < words.Count && !words[_at].IsQuoted && words[_at].Text == word)
            {
                _at++;
                return true;
            }

            return false;
        }

        public Requirement? Requirement()
        {
            var forbids = TakeWord("no");
            var times = 1;
            if (!forbids && _at < words.Count && words[_at].Text.All(char.IsAsciiDigit) && words[_at].Text.Length > 0 && !words[_at].IsQuoted)
            {
                if (!int.TryParse(words[_at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out times)
                    || times is < 1 or > ConditionLimits.Times)
                {
                    return Fail<Requirement>($"The number of events is from 1 to {ConditionLimits.Times}.");
                }

                _at++;
            }

            if (Selector() is not { } selector)
            {
                return null;
            }

            Selector? before = null;
            Selector? after = null;
            while (_at < words.Count)
            {
                if (before is null && TakeWord("before"))
                {
                    before = Selector();
                }
                else if (after is null && TakeWord("after"))
                {
                    after = Selector();
                }
                else
                {
                    return Fail<Requirement>(Unexpected("‘where’, ‘and’, ‘before’, ‘after’ or the end of the line"));
                }

                if (_isBroken)
                {
                    return null;
                }
            }

            return _isBroken ? null : new Requirement
            {
                Forbids = forbids,
                Times = times,
                Selector = selector,
                Before = before,
                After = after,
                Line = line.Number,
            };
        }

        public Selector? Selector()
        {
            if (_isBroken)
            {
                return null;
            }

            if (_at >= words.Count || ConditionFields.KindOf(words[_at].Text) is not { } kind)
            {
                return Fail<Selector>(Unexpected("a kind of event: " + string.Join(", ", ConditionFields.Kinds)));
            }

            _at++;
            string? vendor = null;
            string? site = null;
            while (_at < words.Count)
            {
                if (vendor is null && (TakeWord("from") || TakeWord("of")))
                {
                    vendor = Name(kind, "vendor", [.. VendorBook.All.Select(wire => wire.Name)]);
                }
                else if (site is null && (TakeWord("on") || TakeWord("to")))
                {
                    site = Name(kind, "site", sites);
                }
                else
                {
                    break;
                }

                if (_isBroken)
                {
                    return null;
                }
            }

            var where = new List<Comparison>();
            if (TakeWord("where"))
            {
                do
                {
                    if (Comparison(kind) is not { } comparison)
                    {
                        return null;
                    }

                    where.Add(comparison);
                }
                while (TakeWord("and"));
            }

            return new Selector(kind, vendor, site, where);
        }

        public void End()
        {
            if (!_isBroken && _at < words.Count)
            {
                Fail<Selector>(Unexpected("‘where’, ‘and’ or the end of the line"));
            }
        }

        private string? Name(EventKind kind, string what, IReadOnlyCollection<string> known)
        {
            if (!ConditionFields.Has(kind, what))
            {
                return Fail<string>($"‘{ConditionFields.NameOf(kind)}’ has no {what} to name.", back: 1);
            }

            if (_at >= words.Count || !known.Contains(words[_at].Text))
            {
                return Fail<string>(Unexpected($"a {what}: {string.Join(", ", known)}"));
            }

            return words[_at++].Text;
        }

        private Comparison? Comparison(EventKind kind)
        {
            if (_at >= words.Count)
            {
                return Fail<Comparison>(Unexpected("a field, for example ‘event’"));
            }

            var field = words[_at];
            if (field.Text == "cookie" && kind == EventKind.Hit)
            {
                _at++;
                ComparisonOperator? cookie = TakeWord("sent") ? ComparisonOperator.Sent
                    : TakeWord("set") ? ComparisonOperator.Set
                    : TakeWord("none") ? ComparisonOperator.None
                    : null;
                return cookie is { } found
                    ? new Comparison("cookie", found, "")
                    : Fail<Comparison>(Unexpected("‘sent’, ‘set’ or ‘none’ after ‘cookie’"));
            }

            if (field.IsQuoted || !ConditionFields.Has(kind, field.Text))
            {
                var names = string.Join(", ", ConditionFields.Of(kind));
                return Fail<Comparison>(
                    $"‘{field.Text}’ is no field of ‘{ConditionFields.NameOf(kind)}’. Its fields are: {names}"
                    + (kind == EventKind.Hit ? ", query.NAME, header.NAME, cookie.NAME, and ‘cookie sent’, ‘cookie set’, ‘cookie none’." : "."));
            }

            _at++;
            if (TakeWord("present"))
            {
                return new Comparison(field.Text, ComparisonOperator.Present, "");
            }

            if (TakeWord("absent"))
            {
                return new Comparison(field.Text, ComparisonOperator.Absent, "");
            }

            if (_at >= words.Count || words[_at].IsQuoted || OperatorNames.WithValue(words[_at].Text) is not { } op)
            {
                return Fail<Comparison>(Unexpected("=, !=, >=, contains, starts, present or absent"));
            }

            _at++;
            if (_at >= words.Count)
            {
                return Fail<Comparison>(Unexpected("a value"));
            }

            var value = words[_at];
            if (op == ComparisonOperator.AtLeast
                && !decimal.TryParse(value.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out _))
            {
                return Fail<Comparison>($"After ‘>=’ comes a number, and ‘{value.Text}’ is none.");
            }

            if (!value.IsQuoted && value.Text is "and" or "=" or "!=" or ">=")
            {
                return Fail<Comparison>(Unexpected("a value; put it in quotes if it is meant like this"));
            }

            _at++;
            return new Comparison(field.Text, op, value.Text);
        }

        private string Unexpected(string wanted) => _at < words.Count
            ? $"Here stands ‘{words[_at].Text}’, but there should be {wanted}."
            : $"The line ends here, but there should be {wanted}.";

        private T? Fail<T>(string text, int back = 0)
            where T : class
        {
            if (!_isBroken)
            {
                var at = _at - back;
                var column = at >= 0 && at < words.Count ? words[at].Column : line.Text.TrimEnd().Length + 1;
                problems.Add(new ConditionProblem(line.Number, column, text));
                _isBroken = true;
            }

            return null;
        }
    }
}
