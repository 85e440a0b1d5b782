using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Broker;
using PixelLab.Core.Vendors.Invented;
using PixelLab.Core.Vendors.Metrics;
using PixelLab.Core.Vendors.Postbox;
using PixelLab.Web.Addressing;
using PixelLab.Web.Vendors.Adnet;
using PixelLab.Web.Vendors.Broker;
using PixelLab.Web.Vendors.Invented;
using PixelLab.Web.Vendors.Metrics;
using PixelLab.Web.Vendors.Postbox;

namespace PixelLab.Web.Vendors;

/// <summary>What serves each vendor. Adding a vendor is one line here, and one in <see cref="Core.Vendors.VendorList"/>.</summary>
public static class VendorHosts
{
    /// <summary>Every vendor's.</summary>
    public static IReadOnlyList<ServedHost> All { get; } =
    [
        new(MetricsWire.VendorName, MetricsEndpoints.Map),
        new(AdnetWire.VendorName, AdnetEndpoints.Map, AdnetEndpoints.Add),
        new(PostboxWire.VendorName, PostboxEndpoints.Map),
        new(BrokerWire.VendorName, BrokerEndpoints.Map),
        .. InventedWire.All.Select(wire => new ServedHost(wire.Name, app => InventedEndpoints.Map(app, wire))),
    ];

    /// <summary>Adds what the vendors need.</summary>
    public static WebApplicationBuilder AddVendors(this WebApplicationBuilder builder) => builder.AddHosts(All);

    /// <summary>Maps the vendors.</summary>
    public static WebApplication MapVendors(this WebApplication app) => app.MapHosts(All);
}
