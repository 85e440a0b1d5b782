using System.Globalization;
using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Wire;

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
    public string Title => "Metrics";

    /// <inheritdoc />
    public int Place => 3;

    /// <inheritdoc />
    /// <remarks>Bars, for it counts.</remarks>
    public VendorMark Mark { get; } = new("#0b6a7a", "#6fd3e3", "M4 13V9M8 13V3M12 13V6");

    /// <inheritdoc />
    public IReadOnlyList<string> BlockRules { get; } = ["/built/metrics.js$script,third-party", "/px/*.gif$image,third-party"];

    /// <inheritdoc />
    public VendorDisclosure Disclosure { get; } = new(MetricsText.Words, Purposes.Analytics, ["page", "browser", "address", "doing", "account"], []);

    /// <inheritdoc />
    public WordFile Words => MetricsText.Words;

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

    /// <inheritdoc />
    public string? ReferrerOf(CapturedRequest request) => request.Parameter("dr");

    /// <inheritdoc />
    public string? PersonOf(CapturedRequest request) => request.Parameter("uid");

    /// <inheritdoc />
    public EventDetail DetailOf(CapturedRequest request) => new()
    {
        Percent = int.TryParse(request.Parameter("epn.percent_scrolled"), NumberStyles.None, CultureInfo.InvariantCulture, out var percent)
            && percent is >= 0 and <= 100 ? percent : null,
        Engaged = uint.TryParse(request.Parameter("_et"), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? TimeSpan.FromMilliseconds(milliseconds) : null,
        Target = FirstFilled(request, "ep.link_text", "ep.link_id", "ep.link_url"),
    };

    /// <inheritdoc />
    public IReadOnlyList<VendorParameter> Parameters => MetricsParameters.All;

    private static string? FirstFilled(CapturedRequest request, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (request.Parameter(name) is { Length: > 0 } value)
            {
                return value;
            }
        }

        return null;
    }
}
