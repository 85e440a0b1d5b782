using Microsoft.AspNetCore.Routing.Patterns;
using PixelLab.Core.Events;

namespace PixelLab.Web.Addressing;

/// <summary>Who may come in by an endpoint.</summary>
public enum DoorClass
{
    /// <summary>A page, a picture, a script: asking changes nothing, so whoever reached the lab may ask.</summary>
    Read,

    /// <summary>Changes something: from this host's own pages alone, and from programs that are no browser.</summary>
    Change,

    /// <summary>What the lab knows, as data: as <see cref="Change"/>, in every method, but that a person may follow a link to it.</summary>
    Data,

    /// <summary>From anywhere, for that is how it works; only what <see cref="Door.Open"/> names.</summary>
    Open,

    /// <summary>Changes something at a browser that is led there from another host: with a <see cref="DoorTicket"/>.</summary>
    Ticket,
}

/// <summary>Says on an endpoint that it is a pixel: it is there to be asked by pages of every host, and answers before the door.</summary>
public sealed record PixelRoute;

/// <summary>Says on an endpoint that only programs of the machine itself may ask.</summary>
public sealed record MachineRoute;

/// <summary>
/// The one place that decides whether a request may come in, once its host is known (<see cref="TownMiddleware"/> turns away
/// the others). Browsers let any page send forms and open web sockets to any host, and say where such a request comes from: in
/// <c>Origin</c> (Fetch Standard section 3.2, RFC 6455 section 10.2) and, but for plain http on a bare address, in
/// <c>Sec-Fetch-Site</c> (W3C Fetch Metadata). A program that is no browser says neither, and lies as it likes; it has no other's rights to use.
/// </summary>
public static class Door
{
    /// <summary>The step on each host at which a browser is told to forget what it keeps of that host.</summary>
    public const string ForgetStep = "/forget";

    /// <summary>The image with which a vendor clears those that are kept for one site.</summary>
    public const string ForgetImage = "/forget.gif";

    /// <summary>Where a list is left; the only one of the open ways that answers with a page.</summary>
    private const string LeaveList = "/u/{mail}";

    /// <summary>
    /// What is open to pages of other hosts also where it changes something, beside pixels (<see cref="PixelRoute"/>).
    /// </summary>
    public static readonly IReadOnlyList<(string Host, string Pattern, string Why)> Open =
    [
        ("adnet", "/i", "That an ad was shown: its frame says so, wherever it stands."),
        ("adnet", "/v", "That it was seen."),
        ("postbox", "/o/{mail}.gif", "The pixel of a message, wherever it is read."),
        ("postbox", LeaveList, "Mail programs leave a list by one press, without a page (RFC 8058)."),
    ];

    /// <summary>What an endpoint is to the door.</summary>
    /// <param name="endpoint">The endpoint; null where the request leads nowhere.</param>
    /// <param name="method">The request's method.</param>
    public static DoorClass ClassOf(Endpoint? endpoint, string method)
    {
        var pattern = (endpoint as RouteEndpoint)?.RoutePattern;
        if (pattern is not null
            && (endpoint!.Metadata.GetMetadata<PixelRoute>() is not null || IsOpen(pattern, endpoint.Metadata.GetMetadata<OnTownHost>()?.Name)))
        {
            return DoorClass.Open;
        }

        if (pattern?.RawText is ForgetStep or ForgetImage)
        {
            return DoorClass.Ticket;
        }

        if (pattern?.PathSegments is [{ Parts: [RoutePatternLiteralPart { Content: "api" or "live" or "room" or "metrics" }] }, ..])
        {
            return DoorClass.Data;
        }

        return HttpMethods.IsGet(method) || HttpMethods.IsOptions(method) ? DoorClass.Read : DoorClass.Change;
    }

    /// <summary>Stands at the door: behind the routing, before everything that answers.</summary>
    public static WebApplication UseDoor(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            var door = ClassOf(context.GetEndpoint(), context.Request.Method);
            if (door == DoorClass.Data)
            {
                // What is known of a seat stays in no cache.
                context.Response.Headers.CacheControl = "no-store";
            }

            // A pixel answers whoever asks, whatever they take it for. A page has links to make of it.
            if (TownRequest.Of(context) is { HasAddress: false } town
                && (door != DoorClass.Open || context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: LeaveList }))
            {
                return TownMiddleware.AnswerNoSuchHostAsync(context, town.Address);
            }

            if (context.GetEndpoint()?.Metadata.GetMetadata<MachineRoute>() is not null && !OwnSeat.IsFromTheMachine(context))
            {
                return RefuseAsync(context, AddressingText.Text["Door.Machine"]);
            }

            if (!MayEnter(context, door))
            {
                return RefuseAsync(context, AddressingText.Text["Door.Own"]);
            }

            return IsOfNobody(context, door) ? SendForSeatAsync(context, door) : next(context);
        });
        return app;
    }

    private static bool MayEnter(HttpContext context, DoorClass door) => door switch
    {
        DoorClass.Ticket => context.RequestServices.GetRequiredService<DoorTicket>().ErrandIn(context) is not null,
        DoorClass.Data => IsFollowedLink(context.Request) || IsOwn(context),
        DoorClass.Change => IsOwn(context),
        _ => true,
    };

    /// <summary>Whether it is somebody's, and nobody says whose: on a page by the address, in the API by the seat that it names.</summary>
    private static bool IsOfNobody(HttpContext context, DoorClass door) => door switch
    {
        DoorClass.Read or DoorClass.Change =>
            context.GetEndpoint() is { } endpoint && OwnSeat.IsNeededFor(endpoint) && TownRequest.Of(context).IsNobodys,
        DoorClass.Data => context.GetRouteValue("seat") is SeatId.DefaultName && !TownRequest.Of(context).IsAtTheMachine,
        _ => false,
    };

    private static Task SendForSeatAsync(HttpContext context, DoorClass door)
    {
        if (door != DoorClass.Read)
        {
            return RefuseAsync(context, AddressingText.Text["Door.Seat"]);
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(OwnSeat.WayTo(context));
        return Task.CompletedTask;
    }

    private static bool IsOpen(RoutePattern pattern, string? host) =>
        Open.Any(one => one.Host == host && string.Equals(one.Pattern, pattern.RawText, StringComparison.Ordinal));

    /// <summary>A person who follows a link reads what it leads to; the page with the link does not.</summary>
    private static bool IsFollowedLink(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document"
        && request.Headers.Origin.Count == 0;

    /// <summary>
    /// Whether a request comes from this host's own pages, from a person's address bar, or from a program. <c>Origin</c> counts where it says where from. It is <c>null</c> on forms of pages with the policy <c>no-referrer</c> too, which
    /// only <c>Sec-Fetch-Site</c> can tell from a stranger's, or a ticket that stood in the page; without either it is a stranger's.
    /// </summary>
    internal static bool IsOwn(HttpContext context)
    {
        var headers = context.Request.Headers;
        var town = TownRequest.Of(context);
        var site = headers["Sec-Fetch-Site"];
        return (site.Count == 0 || site is ["same-origin" or "none"])
            && (headers.Origin is not { Count: > 0 } origin
                || origin == town.Address.Origin(town.Host)
                // The lab under another of its names, such as the machine's own address.
                || origin == $"{context.Request.Scheme}://{context.Request.Host}"
                || (origin == "null" && (site.Count > 0 || context.RequestServices.GetRequiredService<DoorTicket>().IsOfOwnForm(context))));
    }

    private static Task RefuseAsync(HttpContext context, string words)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        return context.Response.WriteAsync(words, context.RequestAborted);
    }
}
