using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PixelLab.Core.Events;

namespace PixelLab.Core.Yours.Brought;

/// <summary>What <c>Invoke-WebRequest</c> would ask for, as Chromium copies a request for PowerShell.</summary>
internal static partial class PowerShellCommand
{
    /// <summary>What HTTP/2 and /3 have as headers and Chromium copies as such; they stand in the address.</summary>
    private static readonly string[] OfRequestLine = ["authority", "method", "path", "scheme"];

    private static readonly SearchValues<char> EndOfWord = SearchValues.Create(" \t\r\n`\"'(){}=;,|@");

    private readonly record struct Token(string Text, bool IsQuoted)
    {
        public bool Is(string text) => !IsQuoted && Text.Equals(text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads the lines that make one request: those before it that fill the session, and the command.</summary>
    /// <param name="text">The text that they stand in.</param>
    /// <param name="at">Where they begin; then where they end.</param>
    /// <param name="where">Where they stood.</param>
    /// <returns>The request; null where no address is named.</returns>
    public static BroughtRequest? Read(string text, ref int at, string where)
    {
        var tokens = Tokens(text, ref at);
        var headers = new List<NameValue>();
        var cookies = new List<string>();
        string? url = null, method = null, body = null, agent = null, type = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var next = i + 1 < tokens.Count ? tokens[i + 1].Text : "";
            switch (tokens[i])
            {
                case { } option when option.Is("-Uri"):
                    url = next;
                    break;
                case { } option when option.Is("-Method"):
                    method = next;
                    break;
                case { } option when option.Is("-Body"):
                    body = tokens.Skip(i + 1).FirstOrDefault(token => token.IsQuoted).Text;
                    break;
                case { } option when option.Is("-ContentType"):
                    type = next;
                    break;
                case { } option when option.Is("-UserAgent") || (option.Is("$session.UserAgent") && next == "="):
                    agent = tokens.Skip(i + 1).FirstOrDefault(token => token.IsQuoted).Text;
                    break;
                case { } option when option.Is("System.Net.Cookie"):
                    if (tokens.Skip(i + 1).Where(token => token.IsQuoted).Take(2).ToList() is [var name, var value])
                    {
                        cookies.Add($"{name.Text}={value.Text}");
                    }

                    break;
                case { } option when option.Is("@") && i > 0 && tokens[i - 1].Is("-Headers"):
                    headers.AddRange(Pairs(tokens, i + 1));
                    break;
                case { IsQuoted: true, Text: var quoted } when url is null && WebAddress.IsOfTheWeb(quoted):
                    url = quoted;
                    break;
                default:
                    break;
            }
        }

        if (agent is not null)
        {
            headers.Insert(0, new NameValue("User-Agent", agent));
        }

        if (cookies.Count > 0)
        {
            headers.Add(new NameValue("Cookie", string.Join("; ", cookies)));
        }

        if (type is not null)
        {
            headers.Add(new NameValue("Content-Type", type));
        }

        return url is null ? null : new BroughtRequest(method?.ToUpperInvariant() ?? "GET", url, headers, body, where);
    }

    private static List<NameValue> Pairs(List<Token> tokens, int at)
    {
        var pairs = new List<NameValue>();
        while (at < tokens.Count && !tokens[at].Is("}"))
        {
            if (at + 2 < tokens.Count && tokens[at + 1].Is("="))
            {
                pairs.Add(new NameValue(tokens[at].Text, tokens[at + 2].Text));
                at += 3;
            }
            else
            {
                at++;
            }
        }

        var isWhole = OfRequestLine.All(part => pairs.Exists(pair => pair.Name == part));
        return isWhole ? [.. pairs.Where(pair => !OfRequestLine.Contains(pair.Name))] : pairs;
    }

    /// <summary>Words, texts and signs, up to the end of the command: an end of line behind it that nothing leads on from.</summary>
    private static List<Token> Tokens(string text, ref int at)
    {
        var tokens = new List<Token>();
        var depth = 0;
        var isCommand = false;
        while (at < text.Length)
        {
            var letter = text[at];
            switch (letter)
            {
                case '\n' when isCommand && depth == 0:
                    return tokens;
                case '`' or ' ' or '\t' or '\r' or '\n' or ';' or ',' or '|':
                    // A grave accent before the line's end leads on to the next.
                    at += letter == '`' && text.AsSpan(at + 1).StartsWith("\r\n") ? 3 : letter == '`' ? 2 : 1;
                    at = Math.Min(at, text.Length);
                    continue;
                case '"' or '\'':
                    tokens.Add(new Token(Quoted(text, ref at), IsQuoted: true));
                    continue;
                case '(' or ')' or '{' or '}' or '=' or '@':
                    depth = Math.Max(0, depth + (letter is '(' or '{' ? 1 : letter is ')' or '}' ? -1 : 0));
                    tokens.Add(new Token(letter.ToString(), IsQuoted: false));
                    at++;
                    continue;
                default:
                    var word = text.AsSpan(at);
                    var end = word.IndexOfAny(EndOfWord);
                    word = end < 0 ? word : word[..end];
                    tokens.Add(new Token(word.ToString(), IsQuoted: false));
                    isCommand |= IsCommand(word);
                    at += word.Length;
                    continue;
            }
        }

        return tokens;
    }

    /// <summary>Whether a word is the command that asks.</summary>
    public static bool IsCommand(ReadOnlySpan<char> word) =>
        word.Equals("Invoke-WebRequest", StringComparison.OrdinalIgnoreCase) || word.Equals("Invoke-RestMethod", StringComparison.OrdinalIgnoreCase)
        || word.Equals("iwr", StringComparison.OrdinalIgnoreCase) || word.Equals("irm", StringComparison.OrdinalIgnoreCase);

    private static string Quoted(string text, ref int at)
    {
        var quote = text[at++];
        var value = new StringBuilder();
        for (; at < text.Length; at++)
        {
            if (text[at] == '`' && quote == '"' && at + 1 < text.Length)
            {
                at++;
                value.Append(text[at] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', '0' => '\0', 'a' => '\a', 'b' => '\b', 'f' => '\f', 'v' => '\v', var other => other });
            }
            else if (text[at] != quote)
            {
                value.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == quote)
            {
                value.Append(text[at++]);
            }
            else
            {
                break;
            }
        }

        at = Math.Min(at + 1, text.Length);
        return quote == '"' ? CharacterByNumber().Replace(value.ToString(), number => Character(number.Groups[1].Value)) : value.ToString();
    }

    private static string Character(string number) =>
        ushort.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? ((char)code).ToString() : "";

    /// <summary>How Chromium writes what is no plain letter.</summary>
    [GeneratedRegex(@"\$\(\[char\]([0-9]{1,6})\)")]
    private static partial Regex CharacterByNumber();
}
