using PixelLab.Core.Languages;

namespace PixelLab.Core.Vendors.Metrics;

/// <summary>What the analytics vendor’s parameters tell.</summary>
public static class MetricsText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(MetricsText));
}
