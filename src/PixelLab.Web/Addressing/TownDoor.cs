using System.Globalization;
using Microsoft.Extensions.Options;

namespace PixelLab.Web.Addressing;

/// <summary>
/// The first middleware: finds out which host of the town is meant and takes the lab's plumbing (mount and seat) off
/// the path, so that no site and no vendor sees it. Turns away what it does not know.
/// </summary>
public sealed class TownDoor(RequestDelegate next, IOptions<AddressingOptions> options)
{
    private readonly AddressingOptions _options = options.Value;

    /// <summary>Lets a request in, or answers it with a plain page.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value is { Length: > 0 } value ? value : "/";
        var full = path;
        var host = FindHost(context, ref path);
        if (host is null)
        {
            return PlainPage.WriteAsync(
                context,
                StatusCodes.Status404NotFound,
                "There is no such site in the lab",
                $"Nothing here is called “{Shown(request.Host.Host)}”.",
                AddressOf(context).Url(Town.Lab, Core.Events.SeatId.Default, "/"));
        }

        if (!SeatPath.TryTake(ref path, out var seat))
        {
            return PlainPage.WriteAsync(
                context,
                StatusCodes.Status400BadRequest,
                "This address names no seat",
                "What follows the ~ in the address should be 2 to 32 small letters and digits. Check it, or start again.",
                AddressOf(context).Url(Town.Lab, Core.Events.SeatId.Default, "/"));
        }

        if (path.Length != full.Length)
        {
            request.PathBase = request.PathBase.Add(full[..^path.Length] is { Length: > 0 } taken ? taken : "");
            request.Path = path;
        }

        context.Features.Set(new TownRequest(host, seat, AddressOf(context)));
        return next(context);
    }

    private TownHost? FindHost(HttpContext context, ref string path) => _options.Mode switch
    {
        AddressingMode.Subdomain => HostNames.Find(_options, context.Request.Host.Host),
        AddressingMode.Port => ByPort(context),
        _ => HostNames.TakeMount(ref path),
    };

    private static TownHost? ByPort(HttpContext context)
    {
        var offset = context.Connection.LocalPort - context.RequestServices.GetRequiredService<PortPlan>().LabPort;
        return offset >= 0 && offset < Town.Hosts.Count ? Town.Hosts[offset] : null;
    }

    private TownAddress AddressOf(HttpContext context)
    {
        var request = context.Request;
        var labPort = _options.Mode == AddressingMode.Port
            ? context.RequestServices.GetRequiredService<PortPlan>().LabPort
            : request.Host.Port;
        return new TownAddress(_options, request.Scheme, request.Host.Host, labPort);
    }

    private static string Shown(string hostName) =>
        hostName.Length <= 100 ? hostName : string.Create(CultureInfo.InvariantCulture, $"{hostName.AsSpan(0, 100)}…");
}
