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
            return AnswerNoSuchHostAsync(
                context, named.Address, named.IsOwn || _options.Mode == AddressingMode.Subdomain ? "NoSite.Text" : "NoSite.Name");
        }

        if (!SeatPath.TryTake(ref path, out var seat))
        {
            return PlainPage.WriteAsync(
                context,
                StatusCodes.Status400BadRequest,
                AddressingText.Text["NoSeat"],
                AddressingText.Text["NoSeat.Text"],
                named.Address.Url(Town.Lab, Core.Events.SeatId.Default, "/"));
        }

        if (path.Length != full.Length)
        {
            // Made of what is decoded already; a bare string would be decoded once more.
            request.PathBase = request.PathBase.Add(new PathString(full[..^path.Length]));
            request.Path = new PathString(path);
        }

        // Who asks for a head gets the head of what a GET would get (RFC 9110 section 9.3.2); the server keeps the body back, and the log the method.
        var isHead = HttpMethods.IsHead(request.Method);
        if (isHead)
        {
            request.Method = HttpMethods.Get;
        }

        context.Features.Set(new TownRequest(host, seat, named.Address) { IsHead = isHead, HasAddress = named.HasAddress, IsAtTheMachine = OwnSeat.IsAtTheMachine(context, _options) });
        return next(context);
    }

    /// <summary>Answers a request for a host that the lab does not have.</summary>
    internal static Task AnswerNoSuchHostAsync(HttpContext context, TownAddress address, string words = "NoSite.Text") => PlainPage.WriteAsync(
        context,
        StatusCodes.Status404NotFound,
        AddressingText.Text["NoSite"],
        AddressingText.Text[words, Shown(context.Request.Host.Value ?? "")],
        address.Url(Town.Lab, Core.Events.SeatId.Default, "/"));

    private TownHost? FindHost(HttpContext context, Named named, ref string path) => _options.Mode switch
    {
        AddressingMode.Subdomain => named.Host,
        _ when !named.IsOwn => null,
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
            HostNames.IsOwn(_options, request.Host.Host),
            Uri.TryCreate($"{request.Scheme}://{request.Host.Value}/", UriKind.Absolute, out _),
            new TownAddress(_options, request.Scheme, request.Host.Host, labPort is <= ushort.MaxValue ? labPort : null));
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
    /// <param name="IsOwn">Whether the lab goes by it, where the name does not tell the host.</param>
    /// <param name="HasAddress">Whether an address can be made of it and its port.</param>
    /// <param name="Address">The town's addresses as seen from it.</param>
    private sealed record Named(TownHost? Host, bool IsOwn, bool HasAddress, TownAddress Address);
}
