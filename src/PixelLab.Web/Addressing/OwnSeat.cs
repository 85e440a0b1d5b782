using Microsoft.AspNetCore.Http.Extensions;
using PixelLab.Core.Events;

namespace PixelLab.Web.Addressing;

/// <summary>
/// A seat for each: the seat without a name is of whoever sits at the machine. Whoever comes from elsewhere and names none is sent
/// to one place of the lab, which knows the browser again by a cookie for that place alone: no site and no vendor ever gets it, so that it is
/// in no hit.
/// </summary>
public static class OwnSeat
{
    /// <summary>The place, on the lab's host.</summary>
    public const string Place = "/seat";

    private const string Cookie = "seat";

    /// <summary>Longer than anything in a seat is kept where nobody says otherwise; then a new one is as good.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    private static readonly string[] Forwarded = ["X-Forwarded-For", "X-Original-For", "Forwarded"];

    /// <summary>Says on an endpoint that it is the same for every seat, and so needs none.</summary>
    public static TBuilder ForEverybody<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new NoSeatNeeded());

    /// <summary>Whether an endpoint is a page, which is somebody's.</summary>
    public static bool IsNeededFor(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<NoSeatNeeded>() is null
        && endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null;

    /// <summary>
    /// Whether a request is of whoever sits at the machine: from it, through no proxy, and to a lab that goes by no other name.
    /// What is unsure counts as from elsewhere, for that costs nothing but a longer address.
    /// </summary>
    public static bool IsAtTheMachine(HttpContext context, AddressingOptions options) =>
        options.BaseHost == "localhost" && IsFromTheMachine(context);

    /// <summary>Whether a request comes from the machine itself, through no proxy.</summary>
    public static bool IsFromTheMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote && System.Net.IPAddress.IsLoopback(remote)
        && !Forwarded.Any(context.Request.Headers.ContainsKey);

    /// <summary>Where a page that needs a seat sends to, so that it is asked for again with one.</summary>
    public static string WayTo(HttpContext context)
    {
        var town = TownRequest.Of(context);
        var query = new QueryBuilder { { "host", town.Host.Name }, { "path", context.Request.Path + context.Request.QueryString } };
        return town.Address.Url(Town.Lab, SeatId.Default, Place) + query;
    }

    /// <summary>The seat that this browser was given before; null where it was given none.</summary>
    public static SeatId? Known(HttpContext context) =>
        SeatId.TryParse(context.Request.Cookies[Cookie], out var seat) && !seat.IsDefault ? seat : null;

    /// <summary>Lets the browser come back to a seat.</summary>
    public static void Remember(HttpContext context, SeatId seat) => context.Response.Cookies.Append(Cookie, seat.Value, Options(context, Remembered));

    /// <summary>Lets the browser forget which seat was its own: whoever uses it next is somebody else.</summary>
    public static void Forget(HttpContext context) => context.Response.Cookies.Append(Cookie, "", Options(context, TimeSpan.Zero));

    private static CookieOptions Options(HttpContext context, TimeSpan maxAge) => new()
    {
        Path = Place,
        MaxAge = maxAge,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };

    private sealed class NoSeatNeeded;
}
