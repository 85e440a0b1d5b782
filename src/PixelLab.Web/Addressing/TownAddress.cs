using System.Globalization;
using PixelLab.Core.Events;

namespace PixelLab.Web.Addressing;

/// <summary>
/// Builds and reads every URL of the lab, as seen from one place: the scheme, name and port by which a browser
/// reached it. Nothing else in the code puts a host name together.
/// </summary>
/// <param name="options">The addressing mode and names.</param>
/// <param name="scheme"><c>http</c> or <c>https</c>.</param>
/// <param name="host">In port and path mode, the host name or address by which the lab was reached.</param>
/// <param name="labPort">The lab's own port; in subdomain and path mode every host's. Null: the scheme's default.</param>
public sealed class TownAddress(AddressingOptions options, string scheme, string host, int? labPort)
{
    /// <summary>What stands before a seat in a path.</summary>
    public const string SeatMark = "/~";

    /// <summary>In path mode, what stands before a host's name.</summary>
    public const string PathMark = "/on/";

    private (string Origin, TownHost Town)[]? _origins;

    /// <inheritdoc cref="AddressingOptions.SandboxHasOrigin" />
    public bool SandboxHasOrigin => options.SandboxHasOrigin;

    /// <summary><c>http</c> or <c>https</c>.</summary>
    public string Scheme => scheme;

    /// <summary>Whether each host has a name of its own, and with it an origin and a cookie jar.</summary>
    public bool NamesHosts => options.Mode == AddressingMode.Subdomain;

    /// <summary>The host's origin: scheme, host and port, without a slash at the end.</summary>
    public string Origin(TownHost town) => options.Mode switch
    {
        AddressingMode.Subdomain => $"{scheme}://{HostName(town)}{PortText(labPort)}",
        AddressingMode.Port => $"{scheme}://{host}{PortText((labPort ?? DefaultPort) + town.Place)}",
        _ => $"{scheme}://{host}{PortText(labPort)}",
    };

    /// <summary>The prefix of paths on that host: the lab's plumbing for path mode and the seat. Empty, or without a slash at the end.</summary>
    public string Prefix(TownHost town, SeatId seat) => Mount(town) + (seat.IsDefault ? "" : SeatMark + seat.Value);

    /// <summary>In path mode the path under which the host lies, else empty.</summary>
    public string Mount(TownHost town) =>
        options.Mode == AddressingMode.Path && town.Kind != TownKind.Lab ? PathMark + town.Name : "";

    /// <summary>A URL on that host for that seat.</summary>
    /// <param name="town">The host.</param>
    /// <param name="seat">The seat it carries on.</param>
    /// <param name="pathAndQuery">The host's own path, with a slash at the start.</param>
    public string Url(TownHost town, SeatId seat, string pathAndQuery) => Origin(town) + Prefix(town, seat) + pathAndQuery;

    /// <summary>
    /// Reads a URL back: which host of the town it names and what its own path is, without the lab's plumbing. Null
    /// for a URL that is none of the lab's.
    /// </summary>
    public (TownHost Host, SeatId Seat, string PathAndQuery)? Read(string? url)
    {
        if (Parse(url) is not { } uri)
        {
            return null;
        }

        var path = uri.AbsolutePath;
        var found = Find(uri, ref path);
        if (found is null || !SeatPath.TryTake(ref path, out var seat))
        {
            return null;
        }

        return (found, seat, path + uri.Query);
    }

    /// <summary>Which host of the town a URL names, whatever its path is; null for a URL that is none of the lab's.</summary>
    public TownHost? HostOf(string? url)
    {
        if (url is null)
        {
            return null;
        }

        // As browsers write it, which saves a hit from being parsed. In path mode all hosts have one origin.
        if (options.Mode != AddressingMode.Path)
        {
            _origins ??= [.. Town.Hosts.Select(town => (Origin(town), town))];
            foreach (var (origin, town) in _origins)
            {
                if (url.StartsWith(origin, StringComparison.Ordinal) && (url.Length == origin.Length || url[origin.Length] is '/' or '?' or '#'))
                {
                    return town;
                }
            }
        }

        if (Parse(url) is not { } uri)
        {
            return null;
        }

        var path = uri.AbsolutePath;
        return Find(uri, ref path);
    }

    private static Uri? Parse(string? url) =>
        url is { Length: > 0 and <= 16_384 } && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;

    private TownHost? Find(Uri uri, ref string path)
    {
        switch (options.Mode)
        {
            case AddressingMode.Subdomain:
                return HostNames.Find(options, NameIn(uri));
            case AddressingMode.Port:
                var offset = uri.Port - (labPort ?? DefaultPort);
                return string.Equals(NameIn(uri), host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase)
                    ? Town.Hosts.FirstOrDefault(town => town.Place == offset)
                    : null;
            default:
                return string.Equals(NameIn(uri), host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase)
                    ? HostNames.TakeMount(ref path)
                    : null;
        }
    }

    /// <summary>The name as it stands. What is punycode in part only (<c>xn--</c> before a broken letter) throws as <c>IdnHost</c>, and is none of the lab's.</summary>
    private static string NameIn(Uri uri) => uri.Host.Trim('[', ']');

    private int DefaultPort => scheme == "https" ? 443 : 80;

    private string HostName(TownHost town) => town.Kind == TownKind.Lab ? options.BaseHost : $"{town.Name}.{options.BaseHostOf(town)}";

    private string PortText(int? port) =>
        port is null || port == DefaultPort ? "" : ":" + port.Value.ToString(CultureInfo.InvariantCulture);
}
