namespace PixelLab.Core.Lessons.Conditions;

/// <summary>One word, sign or quoted text of a line.</summary>
/// <param name="Text">The word, or what stands between the quotes.</param>
/// <param name="Column">Where it begins, from 1.</param>
/// <param name="IsQuoted">Whether it stood in quotes, and so is never a word of the language.</param>
internal readonly record struct ConditionWord(string Text, int Column, bool IsQuoted);

/// <summary>Cuts a line into words: in one pass, without regular expressions.</summary>
internal static class ConditionWords
{
    /// <summary>Cuts a line; a mistake is returned as the problem, with the words before it.</summary>
    public static (List<ConditionWord> Words, ConditionProblem? Problem) Cut(SourceLine line)
    {
        var words = new List<ConditionWord>();
        var text = line.Text;
        var at = 0;
        while (at < text.Length)
        {
            var start = at;
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (c == '"')
            {
                var end = text.IndexOf('"', at + 1);
                if (end < 0)
                {
                    return (words, new ConditionProblem(line.Number, at + 1, ConditionText.Text["Quotes"]));
                }

                words.Add(new ConditionWord(text[(at + 1)..end], at + 1, true));
                at = end + 1;
            }
            else if (IsSign(c))
            {
                while (at < text.Length && IsSign(text[at]))
                {
                    at++;
                }

                words.Add(new ConditionWord(text[start..at], start + 1, false));
            }
            else
            {
                while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] != '"' && !IsSign(text[at]))
                {
                    at++;
                }

                words.Add(new ConditionWord(text[start..at], start + 1, false));
            }
        }

        return (words, null);
    }

    private static bool IsSign(char c) => c is '=' or '!' or '<' or '>';
}
