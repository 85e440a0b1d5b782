using Microsoft.AspNetCore.Routing.Patterns;

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

/// <summary>
/// The one place that decides whether a request may come in, once its host is known (<see cref="TownMiddleware"/> turns away
/// the others). Browsers let any page send forms and open web sockets to any host, and say where such a request comes from: in
/// <c>Origin</c> (Fetch Standard section 3.2, RFC 6455 section 10.2) and, but for plain http on a bare address, in
/// <c>Sec-Fetch-Site</c> (W3C Fetch Metadata). A program that is no browser says neither, and lies as it likes; it has no other's rights to use.
/// </summary>
public static class Door
{
    /// <summary>
    /// What is open to pages of other hosts also where it changes something: a vendor's hits, and what they lead to. Beside these
    /// stand the pixels that end at their route, which never come to the door (<c>Capture/PixelEndpoints.cs</c>).
    /// </summary>
    public static readonly IReadOnlyList<(string Host, string Pattern, string Why)> Open =
    [
        ("postbox", "/o/{mail}.gif", "The pixel of a message, wherever it is read."),
        ("postbox", "/u/{mail}", "Mail programs leave a list by one press, without a page (RFC 8058)."),
    ];

    /// <summary>The steps of clearing cookies (<c>Features/Rules/ClearCookies.cs</c>), and the image with which a vendor clears those kept for one site.</summary>
    private static readonly string[] Steps = ["/forget", "/forget.gif"];

    /// <summary>What an endpoint is to the door.</summary>
    /// <param name="endpoint">The endpoint; null where the request leads nowhere.</param>
    /// <param name="method">The request's method.</param>
    public static DoorClass ClassOf(Endpoint? endpoint, string method)
    {
        var pattern = (endpoint as RouteEndpoint)?.RoutePattern;
        if (pattern is not null && IsOpen(pattern, endpoint!.Metadata.GetMetadata<OnTownHost>()?.Name))
        {
            return DoorClass.Open;
        }

        if (Steps.Contains(pattern?.RawText))
        {
            return DoorClass.Ticket;
        }

        if (pattern?.PathSegments is [{ Parts: [RoutePatternLiteralPart { Content: "api" or "live" or "room" }] }, ..])
        {
            return DoorClass.Data;
        }

        return HttpMethods.IsGet(method) || HttpMethods.IsOptions(method) ? DoorClass.Read : DoorClass.Change;
    }

    /// <summary>Stands at the door: behind the routing, before everything that answers.</summary>
    public static WebApplication UseDoor(this WebApplication app)
    {
        app.Use((context, next) => Enter(context) switch
        {
            DoorClass.Read or DoorClass.Open => next(context),
            DoorClass.Ticket when context.RequestServices.GetRequiredService<DoorTicket>().IsIn(context) => next(context),
            DoorClass.Data when IsFollowedLink(context.Request) => next(context),
            DoorClass.Data or DoorClass.Change when IsOwn(context) => next(context),
            _ => RefuseAsync(context),
        });
        return app;
    }

    /// <summary>No answer is read as something else than it says (Fetch Standard section 3.5), and what is known of a seat stays in no cache.</summary>
    private static DoorClass Enter(HttpContext context)
    {
        var door = ClassOf(context.GetEndpoint(), context.Request.Method);
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (door == DoorClass.Data)
        {
            context.Response.Headers.CacheControl = "no-store";
        }

        return door;
    }

    private static bool IsOpen(RoutePattern pattern, string? host) =>
        Open.Any(one => one.Host == host && string.Equals(one.Pattern, pattern.RawText, StringComparison.Ordinal));

    /// <summary>A person who follows a link reads what it leads to; the page with the link does not.</summary>
    private static bool IsFollowedLink(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document"
        && request.Headers.Origin.Count == 0;

    /// <summary>
    /// <c>Origin</c> counts where it says where from. It is <c>null</c> on forms of pages with the policy <c>no-referrer</c> too, which
    /// only <c>Sec-Fetch-Site</c> can tell from a stranger's; so without that it is a stranger's.
    /// </summary>
    private static bool IsOwn(HttpContext context)
    {
        var headers = context.Request.Headers;
        var town = TownRequest.Of(context);
        var site = headers["Sec-Fetch-Site"];
        return (site.Count == 0 || site is ["same-origin" or "none"])
            && (headers.Origin is not { Count: > 0 } origin
                || origin == town.Address.Origin(town.Host)
                || (origin == "null" && site.Count > 0));
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("This is taken only from the lab’s own pages.", context.RequestAborted);
    }
}
