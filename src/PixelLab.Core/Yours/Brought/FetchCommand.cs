using System.Text.Json;
using System.Text.RegularExpressions;
using PixelLab.Core.Events;

namespace PixelLab.Core.Yours.Brought;

/// <summary>What <c>fetch()</c> would ask for, as browsers copy a request for a script: an address, and an object of JSON with the rest.</summary>
internal static partial class FetchCommand
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Whether a line begins one.</summary>
    public static bool Begins(ReadOnlySpan<char> line) => Start().IsMatch(line);

    /// <summary>Reads one.</summary>
    /// <param name="text">The text that it stands in.</param>
    /// <param name="at">Where it begins; then where it ends, or its address does where the rest cannot be read.</param>
    /// <param name="where">Where it stood.</param>
    /// <param name="isWhole">Whether all of it was read.</param>
    /// <returns>The request; null where its address breaks off.</returns>
    public static BroughtRequest? Read(string text, ref int at, string where, out bool isWhole)
    {
        isWhole = false;
        var open = text.IndexOf('(', at) + 1;
        var quote = text.AsSpan(open).IndexOfAny("\"'`") + open;
        at = EndOfQuoted(text, quote);
        if (at < 0)
        {
            at = text.Length;
            return null;
        }

        var request = new BroughtRequest("GET", LenientJson.Unescaped(text[(quote + 1)..(at - 1)]), [], null, where);
        var rest = text.AsSpan(at).TrimStart();
        if (rest is not [',', ..])
        {
            isWhole = rest is [')', ..];
            at = isWhole ? EndOfCall(text, at) : at;
            return request;
        }

        var begin = text.IndexOf(',', at) + 1;
        if (EndOfObject(text, begin) is not { } end)
        {
            return request;
        }

        try
        {
            using var options = JsonDocument.Parse(text.AsMemory(begin, end - begin), Lenient);
            request = With(request, options.RootElement);
            isWhole = true;
            at = EndOfCall(text, end);
        }
        // Somebody wrote it by hand, in more of the language than JSON has; the latter is for half a surrogate pair.
        catch (Exception wrong) when (wrong is JsonException or ArgumentException)
        {
            at = end;
        }

        return request;
    }

    private static BroughtRequest With(BroughtRequest request, JsonElement options)
    {
        var (method, body) = (request.Method, (string?)null);
        var headers = new List<NameValue>();
        foreach (var option in options.EnumerateObject().Where(option => option.Value.ValueKind is JsonValueKind.String or JsonValueKind.Object))
        {
            var value = LenientJson.Text(option.Value);
            switch (LenientJson.Name(option))
            {
                case "method":
                    method = value;
                    break;
                case "body":
                    body = value;
                    break;
                case "headers" when option.Value.ValueKind == JsonValueKind.Object:
                    headers.AddRange(option.Value.EnumerateObject().Select(header => new NameValue(LenientJson.Name(header), LenientJson.Text(header.Value))));
                    break;
                case "referrer" when WebAddress.IsOfTheWeb(value):
                    headers.Add(new NameValue("Referer", value));
                    break;
                default:
                    break;
            }
        }

        return request with { Method = method, Headers = headers, Body = body };
    }

    /// <summary>Behind the closing quotation mark; -1 where there is none.</summary>
    private static int EndOfQuoted(string text, int quote)
    {
        for (var at = quote + 1; at < text.Length && text[at] != '\n'; at++)
        {
            if (text[at] == text[quote])
            {
                return at + 1;
            }

            at += text[at] == '\\' ? 1 : 0;
        }

        return -1;
    }

    /// <summary>Behind the closing brace; null where there is none.</summary>
    private static int? EndOfObject(string text, int at)
    {
        var depth = 0;
        for (at += text.AsSpan(at).IndexOfAnyExcept(" \t\r\n"); at >= 0 && at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                at = EndOfQuoted(text, at) - 1;
                if (at < 0)
                {
                    return null;
                }
            }

            depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth <= 0)
            {
                return text[at] == '}' ? at + 1 : null;
            }
        }

        return null;
    }

    /// <summary>Behind the brackets and the semicolon that end the call.</summary>
    private static int EndOfCall(string text, int at) => at + End().Match(text, at).Length;

    [GeneratedRegex("""^(?:(?:const|let|var)\s+\w{1,50}\s*=\s*)?(?:await\s+)?(?:window\.)?fetch\(\s*["'`]""")]
    private static partial Regex Start();

    [GeneratedRegex(@"\G\s*\)?(?:\.then\([^\n]*)?;?")]
    private static partial Regex End();
}
