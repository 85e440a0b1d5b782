using System.Globalization;
using PixelLab.Core.Vendors;

namespace PixelLab.Core.Lessons.Conditions;

/// <summary>One line while it is read, word by word. After the first mistake everything is null, so it is told once.</summary>
internal sealed class ConditionLine(
    SourceLine line, List<ConditionWord> words, bool isBroken, List<ConditionProblem> problems, IReadOnlyCollection<string> sites)
{
    private int _at;
    private bool _isBroken = isBroken;

    /// <summary>Takes the next word if it is this one.</summary>
    public bool TakeWord(string word)
    {
        if (_at < words.Count && !words[_at].IsQuoted && words[_at].Text == word)
        {
            _at++;
            return true;
        }

        return false;
    }

    /// <summary>Reads a whole requirement; null after a mistake.</summary>
    public Requirement? Requirement()
    {
        var forbids = TakeWord("no");
        var times = 1;
        if (!forbids && _at < words.Count && words[_at].Text.All(char.IsAsciiDigit) && words[_at].Text.Length > 0 && !words[_at].IsQuoted)
        {
            if (!int.TryParse(words[_at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out times)
                || times is < 1 or > ConditionLimits.Times)
            {
                return Fail<Requirement>(ConditionText.Text["Times", ConditionLimits.Times]);
            }

            _at++;
        }

        if (Selector() is not { } selector)
        {
            return null;
        }

        Selector? before = null;
        Selector? after = null;
        Selector? during = null;
        string? differingIn = null;
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
            else if (during is null && TakeWord("during"))
            {
                if (_at >= words.Count || ConditionFields.KindOf(words[_at].Text) != EventKind.Experiment)
                {
                    return Fail<Requirement>(Unexpected(ConditionText.Text["Wanted.Experiment"]));
                }

                during = Selector();
            }
            else if (differingIn is null && times > 1 && TakeWord("differing"))
            {
                if (!TakeWord("in") || _at >= words.Count || !ConditionFields.Has(selector.Kind, words[_at].Text))
                {
                    return Fail<Requirement>(Unexpected(ConditionText.Text["Wanted.Differing"]));
                }

                differingIn = words[_at++].Text;
            }
            else
            {
                return Fail<Requirement>(Unexpected(ConditionText.Text["Wanted.Rest"]));
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
            During = during,
            DifferingIn = differingIn,
            Line = line.Number,
        };
    }

    /// <summary>Reads a selector; null after a mistake.</summary>
    public Selector? Selector()
    {
        if (_isBroken)
        {
            return null;
        }

        if (_at >= words.Count || ConditionFields.KindOf(words[_at].Text) is not { } kind)
        {
            return Fail<Selector>(Unexpected(ConditionText.Text["Wanted.Kind", string.Join(", ", ConditionFields.Kinds)]));
        }

        _at++;
        string? vendor = null;
        string? site = null;
        while (_at < words.Count)
        {
            if (vendor is null && (TakeWord("from") || TakeWord("of")))
            {
                vendor = Name(kind, "vendor", [.. VendorList.All.Select(wire => wire.Name)]);
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

    /// <summary>Sees to it that nothing follows.</summary>
    public void End()
    {
        if (!_isBroken && _at < words.Count)
        {
            Fail<Selector>(Unexpected(ConditionText.Text["Wanted.Last"]));
        }
    }

    private string? Name(EventKind kind, string what, IReadOnlyCollection<string> known)
    {
        if (!ConditionFields.Has(kind, what))
        {
            return Fail<string>(ConditionText.Text["NoName", ConditionFields.NameOf(kind), what], back: 1);
        }

        if (_at >= words.Count || !known.Contains(words[_at].Text))
        {
            return Fail<string>(Unexpected(ConditionText.Text["Wanted.Name", what, string.Join(", ", known)]));
        }

        return words[_at++].Text;
    }

    private Comparison? Comparison(EventKind kind)
    {
        if (_at >= words.Count)
        {
            return Fail<Comparison>(Unexpected(ConditionText.Text["Wanted.Field"]));
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
                : Fail<Comparison>(Unexpected(ConditionText.Text["Wanted.Cookie"]));
        }

        if (field.IsQuoted || !ConditionFields.Has(kind, field.Text))
        {
            var names = string.Join(", ", ConditionFields.Of(kind));
            return Fail<Comparison>(
                ConditionText.Text[kind == EventKind.Hit ? "NoField.Hit" : "NoField", field.Text, ConditionFields.NameOf(kind), names]);
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
            return Fail<Comparison>(Unexpected(ConditionText.Text["Wanted.Operator"]));
        }

        _at++;
        if (_at >= words.Count)
        {
            return Fail<Comparison>(Unexpected(ConditionText.Text["Wanted.Value"]));
        }

        var value = words[_at];
        if (op == ComparisonOperator.AtLeast
            && !decimal.TryParse(value.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out _))
        {
            return Fail<Comparison>(ConditionText.Text["NoNumber", value.Text]);
        }

        if (!value.IsQuoted && value.Text is "and" or "=" or "!=" or ">=")
        {
            return Fail<Comparison>(Unexpected(ConditionText.Text["Wanted.Value.Quoted"]));
        }

        _at++;
        return new Comparison(field.Text, op, value.Text);
    }

    private string Unexpected(string wanted) => _at < words.Count
        ? ConditionText.Text["Unexpected", words[_at].Text, wanted]
        : ConditionText.Text["Unexpected.End", wanted];

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
