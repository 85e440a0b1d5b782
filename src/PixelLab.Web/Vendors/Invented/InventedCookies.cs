using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using PixelLab.Core.Vendors.Invented;
using PixelLab.Web.Addressing;
using PixelLab.Web.Vendors.Answers;

namespace PixelLab.Web.Vendors.Invented;

/// <summary>The numbers that the case's companies give to a browser: on their own hosts, and under the name of the site that carries them.</summary>
public static class InventedCookies
{
    private const int Days = 400;
    private const string Hexadecimal = "0123456789abcdef";

    private static readonly ConcurrentDictionary<string, ThirdPartyCookies> OnOwnHost = new();

    /// <summary>
    /// The number on the company's own host, where the request says that the site wants one (<c>c=1</c>), as tags say which of a company's
    /// services a site has. No twin for jars of a site: where third-party cookies are refused there is none.
    /// </summary>
    public static IReadOnlyList<string> Own(HttpContext context, InventedWire wire) => context.Request.Query["c"] == "1"
        ? OnOwnHost.GetOrAdd(wire.IdCookie, name => new ThirdPartyCookies(name, partitionedName: null)).ForNewcomer(context, context.Request.Query["z"].FirstOrDefault()?.Split('.')[0])
        : [];

    /// <summary>The number under the site's name, for its own seat: to the browser it is the site's.</summary>
    public static IReadOnlyList<string> OfSite(HttpContext context, InventedWire wire) =>
        ThirdPartyCookies.IsId(context.Request.Cookies[wire.OwnCookie])
            ? []
            : [string.Create(CultureInfo.InvariantCulture,
                $"{wire.OwnCookie}={RandomNumberGenerator.GetString(Hexadecimal, 16)}; Path={TownRequest.Of(context).Path("/")}; Max-Age={Days * 86_400}; HttpOnly; SameSite=Lax")];
}
