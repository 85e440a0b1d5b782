using System.Text;
using System.Text.Encodings.Web;

namespace PixelLab.Core.Events;

/// <summary>Reads the query of a URL the way trackers do: pairs in order, <c>+</c> as a space, broken encoding kept.</summary>
public static class QueryText
{
    /// <summary>Reads the pairs after the first <c>?</c> and before a <c>#</c>.</summary>
    public static IReadOnlyList<NameValue> Parse(string url)
    {
        var query = QueryOf(url);
        var pairs = new List<NameValue>();
        foreach (var range in query.Split('&'))
        {
            if (pairs.Count == TextLimits.QueryPairs)
            {
                break;
            }

            var pair = query[range];
            if (pair.IsEmpty)
            {
                continue;
            }

            var equals = pair.IndexOf('=');
            pairs.Add(equals < 0
                ? new NameValue(Decode(pair), "")
                : new NameValue(Decode(pair[..equals]), Decode(pair[(equals + 1)..])));
        }

        return pairs;
    }

    /// <summary>
    /// The value of the first pair of that name, or null: what <see cref="Parse"/> would find, without keeping the others.
    /// </summary>
    public static string? Find(ReadOnlySpan<char> url, string name)
    {
        var query = QueryOf(url);
        var read = 0;
        foreach (var range in query.Split('&'))
        {
            var pair = query[range];
            if (pair.IsEmpty)
            {
                continue;
            }

            if (read++ == TextLimits.QueryPairs)
            {
                return null;
            }

            var equals = pair.IndexOf('=');
            if (Names(equals < 0 ? pair : pair[..equals], name))
            {
                return equals < 0 ? "" : Decode(pair[(equals + 1)..]);
            }
        }

        return null;
    }

    /// <summary>Writes a path with a query, percent-encoded; pairs without a value (null) are left out.</summary>
    public static string Write(string path, IEnumerable<(string Name, string? Value)> pairs)
    {
        var text = new StringBuilder(path);
        var mark = '?';
        foreach (var (name, value) in pairs)
        {
            if (value is not null)
            {
                text.Append(mark).Append(UrlEncoder.Default.Encode(name)).Append('=').Append(UrlEncoder.Default.Encode(value));
                mark = '&';
            }
        }

        return text.ToString();
    }

    /// <summary>Decodes percent-encoding; each sequence that is not valid UTF-8 stays as it came.</summary>
    public static string Decode(ReadOnlySpan<char> text) =>
        text.IndexOfAny('%', '+') < 0 ? text.ToString() : Uri.UnescapeDataString(text.ToString().Replace('+', ' '));

    private static bool Names(ReadOnlySpan<char> written, string name) =>
        written.IndexOfAny('%', '+') < 0 ? written.SequenceEqual(name) : Decode(written) == name;

    private static ReadOnlySpan<char> QueryOf(ReadOnlySpan<char> url)
    {
        var start = url.IndexOf('?');
        if (start < 0)
        {
            return [];
        }

        var query = url[(start + 1)..];
        var end = query.IndexOf('#');
        return end < 0 ? query : query[..end];
    }
}
