using PixelLab.Core.Compare;
using PixelLab.Web.Addressing;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Sites.Shop;

/// <summary>
/// The colours a visitor likes, kept in a cookie of the shop's own. It holds a choice and no number: what cookies were made for.
/// </summary>
internal static class ShopLook
{
    /// <summary>Maps the choice.</summary>
    public static void MapShopLook(this RouteGroupBuilder shop) => shop.MapPost("/look", ChooseAsync);

    /// <summary>The chosen colours, or null where the system decides.</summary>
    public static string? Look(this PageVisit visit) =>
        visit.SiteCookie(PreferenceCookie.Name) is PreferenceCookie.Day or PreferenceCookie.Night
            ? visit.SiteCookie(PreferenceCookie.Name)
            : null;

    private static async Task<IResult> ChooseAsync(PageVisit visit)
    {
        var form = await visit.Context.Request.ReadSmallFormAsync();
        if (form["look"].FirstOrDefault() is PreferenceCookie.Day or PreferenceCookie.Night)
        {
            visit.SetSiteCookie(PreferenceCookie.Name, form["look"].ToString(), PreferenceCookie.Lifetime);
        }
        else
        {
            visit.DropSiteCookie(PreferenceCookie.Name);
        }

        return visit.Context.Response.SeeOther(visit.Town.Path("/"));
    }
}
