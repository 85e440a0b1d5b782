using System.Text.RegularExpressions;
using PixelLab.Core.Events;

namespace PixelLab.Core.Yours.Brought;

/// <summary>A request as it goes over the wire, or as developer tools show it: request line, headers, an empty line, the body (RFC 9112).</summary>
internal static partial class RawRequest
{
    /// <summary>Whether a line begins one.</summary>
    public static bool Begins(ReadOnlySpan<char> line) => RequestLine().IsMatch(line) || PseudoHeader().IsMatch(line);

    /// <summary>Reads one.</summary>
    /// <param name="text">The text that it stands in.</param>
    /// <param name="at">Where it begins; then where it ends.</param>
    /// <param name="where">Where it stood.</param>
    /// <param name="isNext">Whether a line is the beginning of something else, and so no part of a body.</param>
    /// <returns>The request; null where no host is named.</returns>
    public static BroughtRequest? Read(string text, ref int at, string where, Func<string, bool> isNext)
    {
        var (method, target) = ("GET", "");
        string? host = null, scheme = null;
        var headers = new List<NameValue>();
        var line = Line(text, ref at);
        if (RequestLine().Match(line) is { Success: true } first)
        {
            (method, target) = (first.Groups["method"].Value, first.Groups["target"].Value);
            line = Line(text, ref at);
        }

        for (; line.Length > 0; line = Line(text, ref at))
        {
            var colon = line.IndexOf(':', 1);
            var (name, value) = colon < 0 ? (line, "") : (line[..colon].Trim(), line[(colon + 1)..].Trim());
            switch (name.ToLowerInvariant())
            {
                case ":method":
                    method = value;
                    break;
                case ":path":
                    target = value;
                    break;
                case ":scheme":
                    scheme = value;
                    break;
                case ":authority":
                    host = value;
                    break;
                default:
                    host ??= name.Equals("Host", StringComparison.OrdinalIgnoreCase) ? value : null;
                    headers.Add(new NameValue(name, value));
                    break;
            }
        }

        var body = Body(text, ref at, headers, method, isNext);
        var url = WebAddress.IsOfTheWeb(target) ? target : host is { Length: > 0 } ? $"{scheme ?? SchemeOf(host)}://{host}{target}" : null;
        return url is null ? null : new BroughtRequest(method, url, headers, body, where);
    }

    /// <summary>A line, without its end.</summary>
    public static string Line(string text, ref int at)
    {
        var rest = text.AsSpan(at);
        var end = rest.IndexOf('\n');
        at += end < 0 ? rest.Length : end + 1;
        return (end < 0 ? rest : rest[..end]).TrimEnd('\r').ToString();
    }

    /// <summary>The body: as long as it is told, else up to where something else begins.</summary>
    private static string? Body(string text, ref int at, List<NameValue> headers, string method, Func<string, bool> isNext)
    {
        var length = headers.Find(header => header.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)).Value;
        if (length is null && method is "GET" or "HEAD" or "OPTIONS")
        {
            return null;
        }

        var start = at;
        if (int.TryParse(length, out var told) && told >= 0 && told <= text.Length - at)
        {
            at += told;
            return told == 0 ? null : text.Substring(start, told);
        }

        var end = at;
        while (at < text.Length)
        {
            var before = at;
            if (isNext(Line(text, ref at)))
            {
                at = before;
                break;
            }

            end = at;
        }

        return text[start..end].TrimEnd() is { Length: > 0 } body ? body : null;
    }

    /// <summary>A request says no scheme; today's web has https, but not at the machine itself.</summary>
    private static string SchemeOf(string host)
    {
        var name = host.Split(':')[0];
        return name == "localhost" || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || name == "127.0.0.1" || host.EndsWith(":80", StringComparison.Ordinal) ? "http" : "https";
    }

    [GeneratedRegex(@"^(?<method>[A-Z]{3,16}) (?<target>\S+)(?: HTTP/\d(?:\.\d)?)\s*$")]
    private static partial Regex RequestLine();

    [GeneratedRegex("^:(?:authority|method|path|scheme):", RegexOptions.IgnoreCase)]
    private static partial Regex PseudoHeader();
}
