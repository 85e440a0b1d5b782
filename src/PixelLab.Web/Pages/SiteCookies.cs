using PixelLab.Core.Events;

namespace PixelLab.Web.Pages;

/// <summary>A site's own cookies: first-party, and kept apart for each seat by their path.</summary>
public static class SiteCookies
{
    /// <summary>
    /// The value of a cookie, or null. Browsers send the one with the longest path first (RFC 6265 section 5.4), so the
    /// first is this seat's, even where the default seat has one of the same name.
    /// </summary>
    public static string? SiteCookie(this PageVisit visit, string name)
    {
        var headers = visit.Context.Request.Headers.Cookie.Select(text => new NameValue("Cookie", text ?? ""));
        foreach (var cookie in CookieText.Parse([.. headers]))
        {
            if (cookie.Name == name)
            {
                return cookie.Value;
            }
        }

        return null;
    }

    /// <summary>Sets a cookie of the site's own, unreadable for scripts.</summary>
    public static void SetSiteCookie(this PageVisit visit, string name, string value, TimeSpan maxAge) =>
        visit.Context.Response.Cookies.Append(name, value, Options(visit, maxAge));

    /// <summary>Takes a cookie back.</summary>
    public static void DropSiteCookie(this PageVisit visit, string name) =>
        visit.Context.Response.Cookies.Append(name, "", Options(visit, TimeSpan.Zero));

    private static CookieOptions Options(PageVisit visit, TimeSpan maxAge) => new()
    {
        Path = visit.Town.Path("/"),
        MaxAge = maxAge,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = visit.Context.Request.IsHttps,
    };
}
