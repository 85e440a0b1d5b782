using Microsoft.Net.Http.Headers;
using PixelLab.Core.Population;

namespace PixelLab.Web.Features.Population;

/// <summary>
/// The cookies of one simulated browser, kept as a real one keeps them: a site's own always, a vendor's as far as the browser
/// lets third parties keep any, and those marked <c>Partitioned</c> in a jar per site (CHIPS).
/// </summary>
/// <param name="person">Whose browser it is.</param>
/// <param name="browser">The browser.</param>
internal sealed class WalkedBrowser(Inhabitant person, OwnBrowser browser)
{
    private const string Everywhere = "";
    private const int MostCookies = 50;

    private readonly Dictionary<(string Host, string Site, string Name), string> _cookies = [];

    /// <summary>Whose it is.</summary>
    public Inhabitant Person => person;

    /// <summary>The browser.</summary>
    public OwnBrowser Browser => browser;

    /// <summary>The address of the page that is open, or null.</summary>
    public string? Page { get; set; }

    /// <summary>The page from which the open one was reached, or null.</summary>
    public string? From { get; private set; }

    /// <summary>Another page is open now.</summary>
    public void Open(string url)
    {
        From = Page;
        Page = url;
    }

    /// <summary>Clears all cookies.</summary>
    public void Clear() => _cookies.Clear();

    /// <summary>The <c>Cookie</c> header for a host on a page of a site, or null.</summary>
    public string? CookiesFor(string host, string site)
    {
        var fitting = _cookies.Where(cookie => cookie.Key.Host == host && (cookie.Key.Site == Everywhere || cookie.Key.Site == site))
            .OrderBy(cookie => cookie.Key.Name, StringComparer.Ordinal)
            .Select(cookie => $"{cookie.Key.Name}={cookie.Value}")
            .ToList();
        return fitting.Count > 0 ? string.Join("; ", fitting) : null;
    }

    /// <summary>Keeps what a reply gave, as far as this browser does.</summary>
    public void Take(string host, string site, IEnumerable<string> setCookies)
    {
        foreach (var text in setCookies)
        {
            if (!SetCookieHeaderValue.TryParse(text, out var cookie))
            {
                continue;
            }

            var isPartitioned = cookie.Extensions.Any(extension => extension.Equals("Partitioned", StringComparison.OrdinalIgnoreCase));
            if (host != site && person.RefusesThirdParty && !(isPartitioned && browser.Kind.KeepsPartitioned))
            {
                continue;
            }

            var key = (host, isPartitioned ? site : Everywhere, cookie.Name.ToString());
            if (cookie.MaxAge <= TimeSpan.Zero || cookie.Expires < DateTimeOffset.UnixEpoch.AddDays(1))
            {
                _cookies.Remove(key);
            }
            else if (_cookies.Count < MostCookies || _cookies.ContainsKey(key))
            {
                _cookies[key] = cookie.Value.ToString();
            }
        }
    }
}
