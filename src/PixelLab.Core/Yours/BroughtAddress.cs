namespace PixelLab.Core.Yours;

/// <summary>An address that somebody brought, taken apart (RFC 3986) without judging it: hosts and paths may hold anything.</summary>
/// <param name="Url">The whole address; one that begins with its host is taken for <c>https</c>.</param>
/// <param name="Scheme">Its scheme.</param>
/// <param name="Host">Its host in small letters, without port and user; empty where there is none.</param>
/// <param name="Path">Its path; <c>/</c> where there is none.</param>
internal sealed record BroughtAddress(string Url, string Scheme, string Host, string Path)
{
    /// <summary>The most characters of a name in the DNS (RFC 1035).</summary>
    private const int LongestHost = 255;

    /// <summary>Scheme, host and port with the path: what is left without query and fragment.</summary>
    public string Place => $"{Scheme}://{Host}{Port}{Path}";

    /// <summary>The colon and the number of its port; empty where it names none.</summary>
    private string Port { get; init; } = "";

    /// <summary>Takes an address apart.</summary>
    public static BroughtAddress Read(string text)
    {
        var url = text.Trim();
        if (url.StartsWith("//", StringComparison.Ordinal))
        {
            url = "https:" + url;
        }

        var colon = url.AsSpan().IndexOfAny(":/?#");
        var hasScheme = colon > 0 && url[colon] == ':' && !IsPort(url.AsSpan(colon + 1));
        var scheme = hasScheme ? url[..colon].ToLowerInvariant() : "https";
        var rest = hasScheme ? url.AsSpan(colon + 1) : url.AsSpan();
        // What goes to no host: data:image/gif;base64,… and mailto:ann@mail.example.
        var isHosted = !hasScheme || rest.StartsWith("//");
        rest = hasScheme && isHosted ? rest[2..] : rest;
        var end = isHosted ? rest.IndexOfAny("/?#\\") : 0;
        var authority = end < 0 ? rest : rest[..end];
        var tail = end < 0 ? [] : rest[end..];
        var query = tail.IndexOfAny("?#");
        var path = query < 0 ? tail : tail[..query];
        return new BroughtAddress(url, scheme, HostOf(authority), path.IsEmpty ? "/" : path.ToString()) { Port = PortOf(authority) };
    }

    /// <summary>Whether a number follows, as after the host in <c>shop.example:8080/a</c>.</summary>
    private static bool IsPort(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end != 0 && text.Length > 0 && (end < 0 || text[end] is '/' or '?' or '#');
    }

    private static string PortOf(ReadOnlySpan<char> authority)
    {
        var port = authority[Math.Max(authority.LastIndexOf(':'), 0)..];
        return port.Length is > 1 and < 7 && port[0] == ':' && !port[1..].ContainsAnyExceptInRange('0', '9') ? port.ToString() : "";
    }

    private static string HostOf(ReadOnlySpan<char> authority)
    {
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        var bracket = host.IndexOf(']');
        var port = host.LastIndexOf(':');
        host = (port > bracket ? host[..port] : host).TrimEnd('.');
        return host.Length > LongestHost ? "" : host.ToString().ToLowerInvariant();
    }
}
