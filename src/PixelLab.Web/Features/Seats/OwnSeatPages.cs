using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Events;
using PixelLab.Web.Addressing;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Features.Seats;

/// <summary>Gives a seat of its own to each browser that comes from elsewhere, and the same one again when it comes back.</summary>
internal static class OwnSeatPages
{
    /// <summary>Maps the place where seats are given, and the way out of one's own.</summary>
    public static void MapOwnSeat(this IEndpointRouteBuilder routes)
    {
        var lab = routes.MapTownHost(Town.Lab.Name);
        lab.MapGet(OwnSeat.Place, Give).ForEverybody();
        lab.MapPost(OwnSeat.Place, GiveAnother);
    }

    /// <summary>
    /// Sends the browser on to the page that it asked for, in its seat. A seat that the address names is not remembered: else a link could put
    /// whoever follows it into somebody else's.
    /// </summary>
    private static RedirectHttpResult Give(HttpContext context, TownRequest town, string? host, string? path)
    {
        if (!town.IsNobodys)
        {
            return TypedResults.Redirect(town.Path("/"));
        }

        var seat = OwnSeat.Known(context) ?? SeatId.New();
        OwnSeat.Remember(context, seat);
        return TypedResults.Redirect(town.Address.Url(Town.Find(host ?? "") ?? Town.Lab, seat, IsPath(path) ? path! : "/"));
    }

    /// <summary>Whether it is a path as it stands in an address; what else somebody put there could be no header.</summary>
    private static bool IsPath(string? path) =>
        path is ['/', ..] && path.Length <= TextLimits.PageAddress && path.All(letter => letter is > ' ' and <= '~');

    /// <summary>Leaves the seat: the browser gets another, and what is in the old one stays for whoever has its address, until it is erased.</summary>
    private static SeeOther GiveAnother(HttpContext context, TownRequest town)
    {
        var seat = SeatId.New();
        OwnSeat.Remember(context, seat);
        return new SeeOther(town.Address.Url(Town.Lab, seat, "/"));
    }
}
