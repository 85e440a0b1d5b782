using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Options;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Addressing;

/// <summary>
/// The first middleware: finds out which host of the town is meant and takes the lab's plumbing (mount and seat) off
/// the path, so that no site and no vendor sees it. Turns away what it does not know.
/// </summary>
public sealed class TownMiddleware(RequestDelegate next, IOptions<AddressingOptions> options)
{
    /// <summary>A longer name is none of the town's (RFC 1035 section 2.3.4: 255 bytes), and not remembered.</summary>
    private const int LongestName = 262;

    private readonly AddressingOptions _options = options.Value;

    /// <summary>What the names mean by which browsers reached the lab; the same few come with every request.</summary>
    private readonly ConcurrentDictionary<(string Scheme, string Host), Named> _names = new();

    /// <summary>Lets a request in, or answers it with a plain page.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value is { Length: > 0 } value ? value : "/";
        var full = path;
        var named = NamedBy(context);
        var host = FindHost(context, named, ref path);
        if (host is null)
        {
            return PlainPage.WriteAsync(
                context,
                StatusCodes.Status404NotFound,
                "There is no such site in the lab",
                $"Nothing here is called “{Shown(request.Host.Host)}”.",
                named.Address.Url(Town.Lab, Core.Events.SeatId.Default, "/"));
        }

        if (!SeatPath.TryTake(ref path, out var seat))
        {
            return PlainPage.WriteAsync(
                context,
                StatusCodes.Status400BadRequest,
                "This address names no seat",
                "What follows the ~ in the address should be 2 to 32 small letters and digits. Check it, or start again.",
                named.Address.Url(Town.Lab, Core.Events.SeatId.Default, "/"));
        }

        if (path.Length != full.Length)
        {
            request.PathBase = request.PathBase.Add(full[..^path.Length] is { Length: > 0 } taken ? taken : "");
            request.Path = path;
        }

        context.Features.Set(new TownRequest(host, seat, named.Address));
        return next(context);
    }

    private TownHost? FindHost(HttpContext context, Named named, ref string path) => _options.Mode switch
    {
        AddressingMode.Subdomain => named.Host,
        AddressingMode.Port => ByPort(context),
        _ => HostNames.TakeMount(ref path),
    };

    private static TownHost? ByPort(HttpContext context)
    {
        var offset = context.Connection.LocalPort - context.RequestServices.GetRequiredService<PortPlan>().LabPort;
        return offset >= 0 && offset < Town.Hosts.Count ? Town.Hosts[offset] : null;
    }

    private Named NamedBy(HttpContext context)
    {
        var request = context.Request;
        var key = (request.Scheme, request.Host.Value ?? "");
        if (_names.TryGetValue(key, out var known))
        {
            return known;
        }

        var labPort = _options.Mode == AddressingMode.Port
            ? context.RequestServices.GetRequiredService<PortPlan>().LabPort
            : request.Host.Port;
        var named = new Named(
            _options.Mode == AddressingMode.Subdomain ? HostNames.Find(_options, request.Host.Host) : null,
            new TownAddress(_options, request.Scheme, request.Host.Host, labPort));
        if (key.Item2.Length <= LongestName)
        {
            if (_names.Count >= MemoryLimits.HostNames)
            {
                _names.Clear();
            }

            _names[key] = named;
        }

        return named;
    }

    private static string Shown(string hostName) =>
        hostName.Length <= 100 ? hostName : string.Create(CultureInfo.InvariantCulture, $"{hostName.AsSpan(0, 100)}…");

    /// <summary>What a name means.</summary>
    /// <param name="Host">In subdomain mode, the host of that name; null where there is none.</param>
    /// <param name="Address">The town's addresses as seen from it.</param>
    private sealed record Named(TownHost? Host, TownAddress Address);
}
