using System.Collections.Frozen;

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
public sealed record TownHost(string Name, TownKind Kind, string Title);

/// <summary>
/// The list of all hosts. A new site or vendor is one line at the end: in port mode the place in this list is the
/// distance from the lab's port, so the order is an address and is not changed.
/// </summary>
public static class Town
{
    /// <summary>The lab itself.</summary>
    public static readonly TownHost Lab = new("lab", TownKind.Lab, "PixelLab");

    /// <summary>Where learners' own pages run.</summary>
    public static readonly TownHost Sandbox = new("sandbox", TownKind.Sandbox, "Your own page");

    /// <summary>Every host, the lab first.</summary>
    public static readonly IReadOnlyList<TownHost> Hosts =
    [
        Lab,
        new("shop", TownKind.Site, "Fernweh Outdoor"),
        new("news", TownKind.Site, "The Harbour Post"),
        new("metrics", TownKind.Vendor, "Metrics"),
        new("adnet", TownKind.Vendor, "AdNet"),
        new("social", TownKind.Site, "Kreis"),
        new("clinic", TownKind.Site, "Lindenhof Clinic"),
        new("mail", TownKind.Site, "Brieftaube Mail"),
        new("postbox", TownKind.Vendor, "Postbox"),
        new("broker", TownKind.Vendor, "Broker"),
        Sandbox,
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

    /// <summary>How far the host's port lies from the lab's in port mode.</summary>
    public static int PortOffset(TownHost host)
    {
        for (var i = 0; i < Hosts.Count; i++)
        {
            if (Hosts[i] == host)
            {
                return i;
            }
        }

        throw new ArgumentException($"'{host.Name}' is not on the list of hosts.", nameof(host));
    }
}
