using System.Buffers;

namespace PixelLab.Core.Yours.Brought;

/// <summary>Finds the addresses that stand in text of other languages than HTML. Each goes once through its text, however it is made.</summary>
internal static class AddressesIn
{
    private static readonly SearchValues<char> EndOfAddress = SearchValues.Create(" \t\r\n\f\0\"'`<>\\{}|");

    private static readonly SearchValues<string> Fetching = SearchValues.Create(["url(", "@import"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Names of things that look like addresses; nobody asks there.</summary>
    private static readonly string[] OnlyNames = ["www.w3.org", "schema.org", "ns.adobe.com", "ogp.me"];

    /// <summary>What a style sheet fetches: <c>url()</c> and <c>@import</c> (CSS Values, section 4.5; CSS Cascade, section 2).</summary>
    public static IEnumerable<string> Style(string css)
    {
        var at = 0;
        while (css.AsSpan(at).IndexOfAny(Fetching) is >= 0 and var next)
        {
            at += next;
            var isImport = css[at] == '@';
            at += isImport ? "@import".Length : "url(".Length;
            while (at < css.Length && char.IsWhiteSpace(css[at]))
            {
                at++;
            }

            if (at == css.Length)
            {
                yield break;
            }

            var isQuoted = css[at] is '"' or '\'';
            if (isImport && !isQuoted)
            {
                continue;
            }

            var end = isQuoted ? css.IndexOf(css[at], at + 1) : css.IndexOf(')', at);
            if (end < 0)
            {
                yield break;
            }

            yield return css[(isQuoted ? at + 1 : at)..end].Trim();
            at = end + 1;
        }
    }

    /// <summary>The addresses of a list of pictures to choose from (HTML, section 4.8.4.2.1).</summary>
    public static IEnumerable<string> Choices(string srcset)
    {
        var at = 0;
        while (at < srcset.Length)
        {
            while (at < srcset.Length && (char.IsWhiteSpace(srcset[at]) || srcset[at] == ','))
            {
                at++;
            }

            var start = at;
            while (at < srcset.Length && !char.IsWhiteSpace(srcset[at]))
            {
                at++;
            }

            var url = srcset[start..at];
            if (url.Length > 0)
            {
                yield return url.TrimEnd(',');
            }

            // What stands behind it says how large the picture is, up to the next comma.
            var comma = url.EndsWith(',') ? at : srcset.IndexOf(',', at);
            at = comma < 0 ? srcset.Length : comma;
        }
    }

    /// <summary>The addresses that a script names as texts. Whether it asks there, only running it would tell.</summary>
    public static IEnumerable<string> Script(string script)
    {
        var plain = script.Replace("\\/", "/", StringComparison.Ordinal).Replace("\\u002F", "/", StringComparison.OrdinalIgnoreCase).Replace("\\u0026", "&", StringComparison.OrdinalIgnoreCase);
        return Text(plain, isQuotedOnly: true);
    }

    /// <summary>The addresses in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isQuotedOnly">Whether only those count that stand at the beginning of a quoted text, also without a scheme.</param>
    public static IEnumerable<string> Text(string text, bool isQuotedOnly = false)
    {
        var at = 0;
        while (text.IndexOf("//", at, StringComparison.Ordinal) is >= 0 and var slashes)
        {
            var start = slashes;
            foreach (var scheme in (ReadOnlySpan<string>)["https:", "http:", "wss:", "ws:"])
            {
                if (slashes - scheme.Length >= at && string.Compare(text, slashes - scheme.Length, scheme, 0, scheme.Length, StringComparison.OrdinalIgnoreCase) == 0)
                {
                    start = slashes - scheme.Length;
                    break;
                }
            }

            var length = text.AsSpan(slashes).IndexOfAny(EndOfAddress);
            var end = length < 0 ? text.Length : slashes + length;
            at = Math.Max(end, slashes + 2);
            var isQuoted = start > 0 && text[start - 1] is '"' or '\'' or '`';
            if (isQuotedOnly ? isQuoted : start < slashes)
            {
                var found = isQuotedOnly ? text[start..end] : text[start..end].TrimEnd('.', ',', ')', ']', ';', ':', '!', '?');
                if (HasHost(found.AsSpan(found.IndexOf("//", StringComparison.Ordinal) + 2)))
                {
                    yield return found;
                }
            }
        }
    }

    private static bool HasHost(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny('/', '?', '#');
        var host = (end < 0 ? rest : rest[..end]).ToString();
        return host.Contains('.', StringComparison.Ordinal) && !host.StartsWith('.') && char.IsAsciiLetterOrDigit(host[0]) && !OnlyNames.Contains(host)
            || host.Split(':')[0] == "localhost";
    }
}
