using PixelLab.Core.Vendors.Invented;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Features.Case;

/// <summary>What somebody can set up against a company of the case.</summary>
public enum CaseMeans
{
    /// <summary>A rule about the company's own address.</summary>
    Host,

    /// <summary>A rule about its pixel under the shop's own name.</summary>
    Path,

    /// <summary>A rule about everything that is not the shop's.</summary>
    All,

    /// <summary>No rule of the lab: something in one's own browser.</summary>
    Own,
}

/// <summary>Writes the blocker's rules for them.</summary>
public static class CaseRules
{
    /// <summary>The rule, as this browser reaches the lab; null for none of the lab's.</summary>
    public static string? Of(CaseMeans means, InventedWire wire, TownAddress address) => means switch
    {
        CaseMeans.Host => $"||{HostOf(address, wire)}/",
        CaseMeans.Path => wire.DisguisedPath,
        CaseMeans.All => "://$third-party",
        _ => null,
    };

    /// <summary>The company's host and port, and in path mode what stands for them.</summary>
    private static string HostOf(TownAddress address, InventedWire wire)
    {
        var host = Town.Get(wire.Name);
        var origin = address.Origin(host);
        return origin[(origin.IndexOf("//", StringComparison.Ordinal) + 2)..] + address.Mount(host);
    }
}
