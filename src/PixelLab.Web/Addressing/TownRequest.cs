using PixelLab.Core.Events;

namespace PixelLab.Web.Addressing;

/// <summary>Where a request goes: which host of the town and whose seat. Every request that passes the door has one.</summary>
/// <param name="Host">The host asked for.</param>
/// <param name="Seat">The learner's space.</param>
/// <param name="Address">The town's addresses as this browser sees them.</param>
public sealed record TownRequest(TownHost Host, SeatId Seat, TownAddress Address)
{
    /// <summary>Whether only the head of the answer was asked for. The request is otherwise as a <c>GET</c>.</summary>
    public bool IsHead { get; init; }

    /// <summary>Whether the name that it came by, with its port, can stand in an address.</summary>
    public bool HasAddress { get; init; } = true;

    /// <summary>
    /// Whether it is of whoever sits at the machine (<see cref="OwnSeat"/>), whose seat needs no name. Where it is not, a request without
    /// a seat is nobody's.
    /// </summary>
    public bool IsAtTheMachine { get; init; } = true;

    /// <summary>Whether it names no seat and does not come from the machine.</summary>
    public bool IsNobodys => Seat.IsDefault && !IsAtTheMachine;

    /// <summary>A URL on another host, carrying the seat on.</summary>
    public string Url(string host, string pathAndQuery) => Address.Url(Town.Get(host), Seat, pathAndQuery);

    /// <summary>A URL of the lab, carrying the seat on.</summary>
    public string LabUrl(string pathAndQuery) => Address.Url(Town.Lab, Seat, pathAndQuery);

    /// <summary>A path on this host, carrying the seat on.</summary>
    /// <param name="pathAndQuery">
    /// The host's own path. It may be one that was asked for: two slashes at its start would be read as another host's name (RFC 3986
    /// section 4.2), so there is one.
    /// </param>
    public string Path(string pathAndQuery) =>
        Address.Prefix(Host, Seat) + (pathAndQuery.StartsWith("//", StringComparison.Ordinal) ? "/" + pathAndQuery.TrimStart('/') : pathAndQuery);

    /// <summary>A path on this host to something that is the same for every seat: a stylesheet, a script, the hub.</summary>
    public string Shared(string path) => Address.Mount(Host) + path;

    /// <summary>The request's place in the town.</summary>
    /// <exception cref="InvalidOperationException">The request has not passed <see cref="TownMiddleware"/>.</exception>
    public static TownRequest Of(HttpContext context) =>
        context.Features.Get<TownRequest>()
        ?? throw new InvalidOperationException("The request has not passed the town's door.");

    /// <summary>Lets an endpoint ask for it as a parameter.</summary>
    public static ValueTask<TownRequest?> BindAsync(HttpContext context) => ValueTask.FromResult<TownRequest?>(Of(context));
}
