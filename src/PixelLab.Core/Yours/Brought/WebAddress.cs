using System.Buffers;

namespace PixelLab.Core.Yours.Brought;

/// <summary>What counts as an address of the web.</summary>
internal static class WebAddress
{
    private static readonly SearchValues<char> OfSchemes = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");
    private static readonly string[] Schemes = ["https://", "http://", "wss://", "ws://"];

    /// <summary>Whether asking for it sends something to a host.</summary>
    public static bool IsOfTheWeb(ReadOnlySpan<char> url)
    {
        foreach (var scheme in Schemes)
        {
            if (url.Length > scheme.Length && url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && !char.IsWhiteSpace(url[scheme.Length]) && url[scheme.Length] != '/')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The address that a page means; null where it asks nobody, or nobody can say whom.</summary>
    /// <param name="written">As it stands in the page.</param>
    /// <param name="base">The address of the page, or null where nobody knows it.</param>
    /// <param name="isRelative">Whether it is a part of an address, and the page's is missing.</param>
    public static string? Of(string written, Uri? @base, out bool isRelative)
    {
        isRelative = false;
        var url = written.Trim();
        if (IsOfTheWeb(url))
        {
            return url;
        }

        if (url.StartsWith("//", StringComparison.Ordinal) && url.Length > 2)
        {
            return (@base?.Scheme ?? "https") + ":" + url;
        }

        if (url.Length == 0 || url[0] == '#' || HasScheme(url))
        {
            return null;
        }

        isRelative = @base is null;
        return @base is not null && Uri.TryCreate(@base, url, out var whole) ? whole.AbsoluteUri : null;
    }

    /// <summary>Whether it names a scheme (RFC 3986 section 3.1): <c>mailto:</c>, <c>data:</c>, <c>cid:</c>.</summary>
    private static bool HasScheme(string url)
    {
        var end = url.AsSpan().IndexOfAnyExcept(OfSchemes);
        return end > 0 && url[end] == ':';
    }
}
