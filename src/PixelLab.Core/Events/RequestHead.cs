using System.Text;

namespace PixelLab.Core.Events;

/// <summary>A request's first lines, taken apart. It judges nothing: a line without a colon is a header without a value.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">The request target, as it came.</param>
/// <param name="Protocol">The protocol's name and version.</param>
/// <param name="Headers">The header lines in order.</param>
public sealed record RequestHead(string Method, string Target, string Protocol, IReadOnlyList<NameValue> Headers)
{
    /// <summary>Takes a head apart (RFC 9112 sections 3 and 5).</summary>
    public static RequestHead Parse(string head)
    {
        var lines = head.AsSpan().Split("\r\n");
        if (!lines.MoveNext())
        {
            return new RequestHead("", "", "", []);
        }

        var first = head.AsSpan(lines.Current);
        var afterMethod = first.IndexOf(' ');
        var beforeProtocol = first.LastIndexOf(' ');
        var headers = new List<NameValue>();
        while (lines.MoveNext())
        {
            var line = head.AsSpan(lines.Current);
            if (line.IsEmpty)
            {
                continue;
            }

            var colon = line.IndexOf(':');
            headers.Add(colon < 0
                ? new NameValue(line.ToString(), "")
                : new NameValue(line[..colon].ToString(), line[(colon + 1)..].Trim(" \t").ToString()));
        }

        return afterMethod < 0 || beforeProtocol <= afterMethod
            ? new RequestHead(first.ToString(), "", "", headers)
            : new RequestHead(
                first[..afterMethod].ToString(),
                first[(afterMethod + 1)..beforeProtocol].ToString(),
                first[(beforeProtocol + 1)..].ToString(),
                headers);
    }

    /// <summary>The request target of a head alone, as <see cref="Parse"/> would find it.</summary>
    public static ReadOnlySpan<char> TargetOf(ReadOnlySpan<char> head)
    {
        var end = head.IndexOf("\r\n");
        var first = end < 0 ? head : head[..end];
        var afterMethod = first.IndexOf(' ');
        var beforeProtocol = first.LastIndexOf(' ');
        return beforeProtocol <= afterMethod ? [] : first[(afterMethod + 1)..beforeProtocol];
    }

    /// <summary>Puts the parts together again as the text of a head.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append(Method).Append(' ').Append(Target).Append(' ').Append(Protocol);
        foreach (var header in Headers)
        {
            text.Append("\r\n").Append(header.Name).Append(": ").Append(header.Value);
        }

        return text.ToString();
    }
}
