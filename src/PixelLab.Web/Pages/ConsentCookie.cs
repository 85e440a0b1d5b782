using PixelLab.Core.Rules;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Pages;

/// <summary>
/// Where a site remembers the answer: in a first-party cookie of its own, as real sites do. Whoever clears cookies is
/// asked again.
/// </summary>
public static class ConsentCookie
{
    /// <summary>Half a year, after which a site asks again.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(182);

    /// <summary>Reads the answer a request carries to the banner that the site shows now.</summary>
    public static ConsentState Read(HttpRequest request, TownRequest town, Regime regime) =>
        ConsentMemory.Read(request.Cookies[Name(town)], regime);

    /// <summary>Writes an answer into the reply.</summary>
    public static void Write(HttpResponse response, TownRequest town, Regime regime, IReadOnlyList<string> granted) =>
        response.Cookies.Append(
            Name(town),
            ConsentMemory.Write(regime, granted),
            new CookieOptions { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = Lifetime });

    private static string Name(TownRequest town) => ConsentMemory.CookieName(town.Host.Name, town.Seat);
}
