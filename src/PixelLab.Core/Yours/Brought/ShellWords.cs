using System.Buffers;
using System.Globalization;
using System.Text;

namespace PixelLab.Core.Yours.Brought;

/// <summary>Takes a command apart into its words, as the shell would for which a browser wrote it.</summary>
internal static class ShellWords
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The words of the command that begins there, as bash has them (Bash manual, section 3.1.2).</summary>
    /// <param name="text">The text that it stands in.</param>
    /// <param name="at">Where it begins; then where it ends.</param>
    public static List<string> OfBash(string text, ref int at)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var isWord = false;
        while (at < text.Length && !EndsBash(text, at))
        {
            var letter = text[at++];
            switch (letter)
            {
                case ' ' or '\t' or '\r':
                    Finish(words, word, ref isWord);
                    continue;
                case '\\' when at < text.Length:
                    var next = text[at++];
                    next = next == '\r' && at < text.Length && text[at] == '\n' ? text[at++] : next;
                    if (next != '\n')
                    {
                        word.Append(next);
                        isWord = true;
                    }

                    continue;
                case '\'':
                    AppendUpTo('\'', text, word, ref at);
                    break;
                case '$' when at < text.Length && text[at] == '\'':
                    at++;
                    AppendAnsi(text, word, ref at);
                    break;
                case '"':
                    AppendQuoted(text, word, "\"\\$`", ref at);
                    break;
                default:
                    word.Append(letter);
                    break;
            }

            isWord = true;
        }

        Finish(words, word, ref isWord);
        return words;
    }

    /// <summary>The words of the command that begins there, as the command prompt of Windows and its C library have them.</summary>
    /// <param name="text">The text that it stands in.</param>
    /// <param name="at">Where it begins; then where it ends.</param>
    public static List<string> OfCmd(string text, ref int at)
    {
        // The prompt takes carets away, but not between quotes that have none; what is left goes to the program, which reads the quotes.
        var line = new StringBuilder();
        var isQuoted = false;
        for (; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '^' && !isQuoted && at + 1 < text.Length)
            {
                at += text[at + 1] == '\r' && at + 2 < text.Length && text[at + 2] == '\n' ? 2 : 1;
                if (text[at] != '\n')
                {
                    line.Append(text[at]);
                }
                else if (at + 1 < text.Length && text[at + 1] == '\n')
                {
                    // A line's end within a value is written as a caret and two of them.
                    line.Append(text[++at]);
                }

                continue;
            }

            if (letter is '\n' or '&' && !isQuoted)
            {
                break;
            }

            isQuoted ^= letter == '"';
            line.Append(letter);
        }

        return OfProgram(line.ToString());
    }

    private static List<string> OfProgram(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var (isWord, isQuoted) = (false, false);
        for (var at = 0; at < line.Length; at++)
        {
            switch (line[at])
            {
                case ' ' or '\t' or '\r' or '\n' when !isQuoted:
                    Finish(words, word, ref isWord);
                    continue;
                case '\\':
                    at = AppendBackslashes(line, at, word);
                    break;
                case '"' when isQuoted && at + 1 < line.Length && line[at + 1] == '"':
                    word.Append(line[++at]);
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                default:
                    word.Append(line[at]);
                    break;
            }

            isWord = true;
        }

        Finish(words, word, ref isWord);
        return words;
    }

    /// <summary>Backslashes are letters like others, but before a quote: there each two are one, and one that is left over makes the quote a letter.</summary>
    /// <returns>The place of the last letter that was taken.</returns>
    private static int AppendBackslashes(string line, int at, StringBuilder word)
    {
        var rest = line.AsSpan(at).IndexOfAnyExcept('\\');
        var count = rest < 0 ? line.Length - at : rest;
        var isBeforeQuote = at + count < line.Length && line[at + count] == '"';
        word.Append('\\', isBeforeQuote ? count / 2 : count);
        if (!isBeforeQuote || count % 2 == 0)
        {
            return at + count - 1;
        }

        word.Append('"');
        return at + count;
    }

    /// <summary>Whoever pastes an address without quotes means its <c>&amp;</c> as a part of it.</summary>
    private static bool EndsBash(string text, int at) => text[at] switch
    {
        '\n' or '\0' => true,
        ';' or '|' => at == 0 || char.IsWhiteSpace(text[at - 1]),
        '&' when at > 0 && char.IsWhiteSpace(text[at - 1]) => true,
        _ => false,
    };

    private static void Finish(List<string> words, StringBuilder word, ref bool isWord)
    {
        if (isWord)
        {
            words.Add(word.ToString());
            word.Clear();
            isWord = false;
        }
    }

    private static void AppendUpTo(char quote, string text, StringBuilder word, ref int at)
    {
        var end = text.IndexOf(quote, at);
        end = end < 0 ? text.Length : end;
        word.Append(text, at, end - at);
        at = Math.Min(end + 1, text.Length);
    }

    private static void AppendQuoted(string text, StringBuilder word, string escaped, ref int at)
    {
        for (; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                if (text[at + 1] == '\n')
                {
                    at++;
                    continue;
                }

                at += escaped.Contains(text[at + 1], StringComparison.Ordinal) ? 1 : 0;
            }

            word.Append(text[at]);
        }

        at = Math.Min(at + 1, text.Length);
    }

    /// <summary>A text with the escapes of C (Bash manual, section 3.1.2.4).</summary>
    private static void AppendAnsi(string text, StringBuilder word, ref int at)
    {
        while (at < text.Length && text[at] != '\'')
        {
            var letter = text[at++];
            if (letter != '\\' || at == text.Length)
            {
                word.Append(letter);
                continue;
            }

            var escape = text[at++];
            switch (escape)
            {
                case 'x':
                    AppendCode(text, 2, NumberStyles.AllowHexSpecifier, word, ref at);
                    break;
                case 'u':
                    AppendCode(text, 4, NumberStyles.AllowHexSpecifier, word, ref at);
                    break;
                case 'U':
                    AppendCode(text, 8, NumberStyles.AllowHexSpecifier, word, ref at);
                    break;
                case >= '0' and <= '7':
                    at--;
                    AppendOctal(text, word, ref at);
                    break;
                default:
                    word.Append(escape switch { 'a' => '\a', 'b' => '\b', 'e' => '\e', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', 'v' => '\v', _ => escape });
                    break;
            }
        }

        at = Math.Min(at + 1, text.Length);
    }

    private static void AppendCode(string text, int most, NumberStyles style, StringBuilder word, ref int at)
    {
        var digits = text.AsSpan(at, Math.Min(most, text.Length - at));
        var end = digits.IndexOfAnyExcept(HexDigits);
        digits = end < 0 ? digits : digits[..end];
        if (int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) && code is >= 0 and <= 0x10FFFF)
        {
            // Half a pair of surrogates waits for its other half.
            word.Append(code < 0x10000 ? ((char)code).ToString() : char.ConvertFromUtf32(code));
        }

        at += digits.Length;
    }

    private static void AppendOctal(string text, StringBuilder word, ref int at)
    {
        var code = 0;
        for (var end = Math.Min(at + 3, text.Length); at < end && text[at] is >= '0' and <= '7'; at++)
        {
            code = (code * 8) + text[at] - '0';
        }

        word.Append((char)(code & 0xFF));
    }
}
