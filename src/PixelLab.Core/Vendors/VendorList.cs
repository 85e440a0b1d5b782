using System.Collections.Frozen;
using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Broker;
using PixelLab.Core.Vendors.Metrics;
using PixelLab.Core.Vendors.Postbox;

namespace PixelLab.Core.Vendors;

/// <summary>Every vendor whose hits the lab can read. Adding a vendor is one line here.</summary>
public static class VendorList
{
    private static readonly FrozenDictionary<string, IVendorWire> Wires =
        new IVendorWire[] { new MetricsWire(), new AdnetWire(), new BrokerWire(), new PostboxWire() }.ToFrozenDictionary(wire => wire.Name, StringComparer.Ordinal);

    /// <summary>Every vendor's wire.</summary>
    public static IEnumerable<IVendorWire> All => Wires.Values;

    /// <summary>The vendor's wire, or null for a name nobody has.</summary>
    public static IVendorWire? Find(string vendor) => Wires.GetValueOrDefault(vendor);

    /// <summary>The field's name for what a hit reports; <c>unknown</c> if it can't be told.</summary>
    public static string EventOf(Hit hit) => Find(hit.Vendor)?.EventOf(hit.Request) ?? VendorEvents.Unknown;

    /// <summary>The planted pixel a hit belongs to, or null.</summary>
    public static string? PlantOf(Hit hit) => Find(hit.Vendor)?.PlantOf(hit.Request);
}
