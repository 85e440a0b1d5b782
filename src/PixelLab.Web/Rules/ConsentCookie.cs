using PixelLab.Core.Consent;

namespace PixelLab.Web.Rules;

/// <summary>
/// Where a site remembers the answer: in a first-party cookie of its own, as real sites do. Whoever clears cookies is
/// asked again.
/// </summary>
public static class ConsentCookie
{
    private const string Nothing = "nothing";

    /// <summary>Half a year, after which a site asks again.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(182);

    /// <summary>Reads the answer a request carries. What cannot be read is no answer.</summary>
    public static ConsentState Read(HttpRequest request, string site)
    {
        var value = request.Cookies[Name(site)];
        return value switch
        {
            null or { Length: 0 or > 100 } => ConsentState.Unanswered,
            Nothing => ConsentState.Of(),
            _ when value.Split('.') is var purposes && purposes.All(Purposes.All.Contains) => ConsentState.Of(purposes),
            _ => ConsentState.Unanswered,
        };
    }

    /// <summary>Writes an answer into the reply.</summary>
    public static void Write(HttpResponse response, string site, IReadOnlyList<string> granted) =>
        response.Cookies.Append(Name(site), granted.Count == 0 ? Nothing : string.Join('.', granted), Options(Lifetime));

    /// <summary>Takes an answer back, so that the site asks again.</summary>
    public static void Clear(HttpResponse response, string site) => response.Cookies.Append(Name(site), "", Options(TimeSpan.Zero));

    // The site's name is in it for the addressing modes in which all sites share one jar.
    private static string Name(string site) => "consent_" + site;

    private static CookieOptions Options(TimeSpan lifetime) => new()
    {
        Path = "/",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        MaxAge = lifetime,
    };
}
