using PixelLab.Core.Events;

namespace PixelLab.Core.Yours;

/// <summary>Reads a form that is sent in parts (RFC 7578), as far as recordings keep it: names and values, in order.</summary>
internal static class MultipartText
{
    private const string NameMark = "name=\"";

    /// <summary>The pairs; none where the text has no parts.</summary>
    public static IReadOnlyList<NameValue> Parse(string body)
    {
        var text = body.ReplaceLineEndings("\n");
        var pairs = new List<NameValue>();
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var boundary = end > 2 ? text[..end].TrimEnd() : "";
        if (!boundary.StartsWith("--", StringComparison.Ordinal))
        {
            return pairs;
        }

        foreach (var part in text.Split(boundary, TextLimits.QueryPairs + 1).Skip(1))
        {
            var start = part.IndexOf(NameMark, StringComparison.Ordinal);
            var blank = part.IndexOf("\n\n", StringComparison.Ordinal);
            if (start < 0 || blank < start)
            {
                continue;
            }

            var name = part[(start + NameMark.Length)..blank];
            var quote = name.IndexOf('"', StringComparison.Ordinal);
            pairs.Add(new NameValue(quote < 0 ? name : name[..quote], part[(blank + 2)..].TrimEnd('\n')));
        }

        return pairs;
    }
}
