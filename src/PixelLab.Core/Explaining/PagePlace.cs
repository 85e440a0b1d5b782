using PixelLab.Core.Events;
using PixelLab.Core.Languages;

namespace PixelLab.Core.Explaining;

/// <summary>
/// A page's address, read for people: the lab's plumbing (the seat, and <c>/on/…</c> where all sites share one hostname)
/// is taken out.
/// </summary>
/// <param name="Authority">Host and port, with the site's mount where sites share a hostname: what makes two pages the same site's.</param>
/// <param name="Name">What people call the place: a site's short name, or its host.</param>
/// <param name="Path">Path and query on the site.</param>
public sealed record PagePlace(string Authority, string Name, string Path)
{
    private const string Mount = "/on/";
    private const string SeatMark = "/~";

    /// <summary>Reads an address; null for a text that is none.</summary>
    public static PagePlace? Read(string? url)
    {
        if (url is not { Length: > 0 and <= TextLimits.PageAddress }
            || !Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var path = uri.AbsolutePath;
        var mount = Take(Mount, ref path);
        if (SeatSegment(path) is not null)
        {
            Take(SeatMark, ref path);
        }

        return new PagePlace(
            mount is null ? uri.Authority : $"{uri.Authority}{Mount}{mount}",
            mount ?? uri.Authority,
            path + uri.Query);
    }

    /// <summary>The seat's segment of a URL or target as it stands there, for example <c>~k7m2qd</c>; null where there is none.</summary>
    public static string? SeatSegment(string url)
    {
        var path = url.Split('?', 2)[0];
        var scheme = path.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            var slash = path.IndexOf('/', scheme + 3);
            path = slash < 0 ? "/" : path[slash..];
        }

        Take(Mount, ref path);
        return Take(SeatMark, ref path) is { } seat && SeatId.TryParse(seat, out _) ? "~" + seat : null;
    }

    /// <summary>This place as where somebody came from, seen from the given page: <c>the front page</c>, <c>news</c>.</summary>
    public string SeenFrom(PagePlace? page, Language language)
    {
        var words = language[ExplainingText.Words];
        if (page is null || page.Authority != Authority)
        {
            return page is null ? PlainText.Shown(Name, 80) : ShortName(page, words);
        }

        var path = Path.Split('?', 2)[0];
        return path is "" or "/" ? words["From.FrontPage"] : words["From.Page", PlainText.Shown(path, 60)];
    }

    private string ShortName(PagePlace page, Words words)
    {
        var parent = Parent(page.Name);
        return parent is not null && parent == Name ? words["From.Lab"]
            : parent is not null && parent == Parent(Name) ? PlainText.Shown(Name.Split('.', 2)[0], 60)
            : PlainText.Shown(Name, 80);
    }

    /// <summary>The host without its first label, where that label is a name and not part of an IPv4 address.</summary>
    private static string? Parent(string host) =>
        host.Split('.', 2) is [var first, var rest] && !char.IsAsciiDigit(first.FirstOrDefault()) ? rest : null;

    private static string? Take(string mark, ref string path)
    {
        if (!path.StartsWith(mark, StringComparison.Ordinal))
        {
            return null;
        }

        var end = path.IndexOf('/', mark.Length);
        var taken = path[mark.Length..(end < 0 ? path.Length : end)];
        path = end < 0 ? "/" : path[end..];
        return taken;
    }
}
