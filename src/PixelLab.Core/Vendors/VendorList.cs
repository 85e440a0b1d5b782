using System.Collections.Frozen;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Broker;
using PixelLab.Core.Vendors.Invented;
using PixelLab.Core.Vendors.Metrics;
using PixelLab.Core.Vendors.Postbox;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Vendors;

/// <summary>Every vendor of the town. Adding a vendor is one line here, and one in the host's own list.</summary>
public static class VendorList
{
    /// <summary>Every vendor, in the town's order.</summary>
    public static IReadOnlyList<IVendorWire> All { get; } = [new MetricsWire(), new AdnetWire(), new PostboxWire(), new BrokerWire(), .. InventedWire.All];

    private static readonly FrozenDictionary<string, IVendorWire> ByName = All.ToFrozenDictionary(vendor => vendor.Name, StringComparer.Ordinal);

    /// <summary>The vendor's wire, or null for a name nobody has.</summary>
    public static IVendorWire? Find(string vendor) => ByName.GetValueOrDefault(vendor);

    /// <summary>What people call the vendor; a name nobody has stays as it is.</summary>
    public static string TitleOf(string vendor) => Find(vendor)?.Title ?? vendor;

    /// <summary>The field's name for what a hit reports; <c>unknown</c> if it can't be told.</summary>
    public static string EventOf(Hit hit) => Find(hit.Vendor)?.EventOf(hit.Request) ?? VendorEvents.Unknown;

    /// <summary>The planted pixel a hit belongs to, or null.</summary>
    public static string? PlantOf(Hit hit) => Find(hit.Vendor)?.PlantOf(hit.Request);
}
