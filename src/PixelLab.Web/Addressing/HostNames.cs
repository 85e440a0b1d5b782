using System.Net;

namespace PixelLab.Web.Addressing;

/// <summary>Finds the town's host by a host name or by a path.</summary>
public static class HostNames
{
    /// <summary>The host of that name in subdomain mode. The loopback addresses are the lab; an unknown name is null.</summary>
    public static TownHost? Find(AddressingOptions options, string hostName)
    {
        var name = Plain(hostName);
        if (Same(name, options.BaseHost) || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address)))
        {
            return Town.Lab;
        }

        return Under(options, name, options.BaseHost)
            ?? Under(options, name, options.VendorBaseHost)
            ?? Under(options, name, options.SandboxBaseHost);
    }

    /// <summary>Whether the lab goes by that name in port and path mode. An address is no name that somebody else could own.</summary>
    public static bool IsOwn(AddressingOptions options, string hostName)
    {
        var name = Plain(hostName);
        return IPAddress.TryParse(name, out _)
            || Same(name, "localhost")
            || Same(name, options.BaseHost)
            || Same(name, Environment.MachineName)
            || Same(name, Environment.MachineName + ".local")
            || options.HostNames.Any(own => Same(name, own));
    }

    /// <summary>In path mode: takes <c>/on/name</c> off a path. The lab where it has none; null for a name nobody has.</summary>
    public static TownHost? TakeMount(ref string path)
    {
        if (!path.StartsWith(TownAddress.PathMark, StringComparison.Ordinal))
        {
            return Town.Lab;
        }

        var end = path.IndexOf('/', TownAddress.PathMark.Length);
        var name = path[TownAddress.PathMark.Length..(end < 0 ? path.Length : end)];
        if (Town.Find(name) is not { } town)
        {
            return null;
        }

        path = end < 0 ? "/" : path[end..];
        return town;
    }

    private static TownHost? Under(AddressingOptions options, string name, string baseHost)
    {
        if (baseHost.Length == 0 || name.Length <= baseHost.Length + 1
            || !name.EndsWith("." + baseHost, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return Town.Find(name[..^(baseHost.Length + 1)]) is { } town && town.Kind != TownKind.Lab && options.BaseHostOf(town) == baseHost
            ? town
            : null;
    }

    /// <summary>A name without the dot of the root, which may stand at its end once (RFC 1034, section 3.1), and an address without brackets.</summary>
    private static string Plain(string hostName) => (hostName.EndsWith('.') ? hostName[..^1] : hostName).Trim('[', ']');

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
