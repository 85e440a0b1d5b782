using PixelLab.Core.Languages;

namespace PixelLab.Core.Vendors.Broker;

/// <summary>What the broker’s parameters and cookies tell.</summary>
public static class BrokerText
{
    /// <summary>The file that they are in.</summary>
    public static WordFile Words { get; } = new(typeof(BrokerText));
}
