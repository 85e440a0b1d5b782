using PixelLab.Core.Events;

namespace PixelLab.Core.Vendors.Metrics;

/// <summary>
/// Web analytics without cookies. Its parameters carry the names that GA4's measurement requests use; its way of
/// counting without a cookie is that of the privacy-minded counters.
/// </summary>
public sealed class MetricsWire : IVendorWire
{
    /// <summary>The vendor's name.</summary>
    public const string VendorName = "metrics";

    /// <inheritdoc />
    public string Name => VendorName;

    /// <inheritdoc />
    public string EventOf(CapturedRequest request) => request.Parameter("en") switch
    {
        VendorEvents.PageView => VendorEvents.PageView,
        VendorEvents.Click => VendorEvents.Click,
        VendorEvents.Scroll => VendorEvents.Scroll,
        VendorEvents.Engagement => VendorEvents.Engagement,
        _ => VendorEvents.Unknown,
    };

    /// <inheritdoc />
    public string? PlantOf(CapturedRequest request) => request.Parameter("z");

    /// <inheritdoc />
    public string? PageOf(CapturedRequest request) => request.Parameter("dl");

    /// <inheritdoc />
    public string? TitleOf(CapturedRequest request) => request.Parameter("dt");
}
