namespace PixelLab.Core.Yours;

/// <summary>An address that somebody brought, taken apart (RFC 3986) without judging it: hosts and paths may hold anything.</summary>
/// <param name="Url">The whole address; one that begins with its host is taken for <c>https</c>.</param>
/// <param name="Scheme">Its scheme.</param>
/// <param name="Host">Its host in small letters, without port and user; empty where there is none.</param>
/// <param name="Path">Its path; <c>/</c> where there is none.</param>
internal sealed record BroughtAddress(string Url, string Scheme, string Host, string Path)
{
    private const string SchemeEnd = "://";

    /// <summary>The most characters of a name in the DNS (RFC 1035).</summary>
    private const int LongestHost = 255;

    /// <summary>Takes an address apart.</summary>
    public static BroughtAddress Read(string text)
    {
        var url = text.Trim();
        if (url.StartsWith("//", StringComparison.Ordinal))
        {
            url = "https:" + url;
        }

        var scheme = url.IndexOf(SchemeEnd, StringComparison.Ordinal);
        var start = scheme < 0 ? 0 : scheme + SchemeEnd.Length;
        var rest = url.AsSpan(start);
        var end = rest.IndexOfAny("/?#\\");
        var authority = end < 0 ? rest : rest[..end];
        var tail = end < 0 ? [] : rest[end..];
        var query = tail.IndexOfAny("?#");
        var path = query < 0 ? tail : tail[..query];
        return new BroughtAddress(url, scheme < 0 ? "https" : url[..scheme].ToLowerInvariant(), HostOf(authority), path.IsEmpty ? "/" : path.ToString());
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
