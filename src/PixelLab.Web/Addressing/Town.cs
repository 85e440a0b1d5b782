using System.Collections.Frozen;
using PixelLab.Core.Town;
using PixelLab.Core.Vendors;

namespace PixelLab.Web.Addressing;

/// <summary>What a host of the lab is.</summary>
public enum TownKind
{
    /// <summary>The lab itself: panel, lessons, settings.</summary>
    Lab,

    /// <summary>An invented website.</summary>
    Site,

    /// <summary>An invented company whose pixels the sites carry.</summary>
    Vendor,

    /// <summary>Where pages that learners write themselves run, apart from everything else.</summary>
    Sandbox,
}

/// <summary>One host of the invented web.</summary>
/// <param name="Name">Its name and, in subdomain mode, its first label.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Place">In port mode its port's distance from the lab's.</param>
public sealed record TownHost(string Name, TownKind Kind, string Title, int Place);

/// <summary>All hosts, each at its place: the lab's own, and those that the lists of sites and of vendors bring.</summary>
public static class Town
{
    /// <summary>The lab itself.</summary>
    public static readonly TownHost Lab = new("lab", TownKind.Lab, "PixelLab", Place: 0);

    /// <summary>Where learners' own pages run.</summary>
    public static readonly TownHost Sandbox = new("sandbox", TownKind.Sandbox, "Your own page", Place: 10);

    /// <summary>Every host, the lab first.</summary>
    public static readonly IReadOnlyList<TownHost> Hosts =
    [
        .. new[] { Lab, Sandbox }
            .Concat(TownSites.All.Select(site => new TownHost(site.Name, TownKind.Site, site.Title, site.Place)))
            .Concat(VendorList.All.Select(vendor => new TownHost(vendor.Name, TownKind.Vendor, vendor.Title, vendor.Place)))
            .OrderBy(host => host.Place),
    ];

    private static readonly FrozenDictionary<string, TownHost> ByName =
        Hosts.ToFrozenDictionary(host => host.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The hosts that are websites.</summary>
    public static IEnumerable<TownHost> Sites => Hosts.Where(host => host.Kind == TownKind.Site);

    /// <summary>The hosts that are vendors.</summary>
    public static IEnumerable<TownHost> Vendors => Hosts.Where(host => host.Kind == TownKind.Vendor);

    /// <summary>The host of that name, or null.</summary>
    public static TownHost? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The host of that name.</summary>
    /// <exception cref="ArgumentException">There is none: a mistake in the code that asks.</exception>
    public static TownHost Get(string name) =>
        Find(name) ?? throw new ArgumentException($"The town has no host '{name}'.", nameof(name));
}
