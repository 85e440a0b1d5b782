using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Vendors.Adnet;

/// <summary>The numbers by which the network knows the browser behind a hit.</summary>
public static class AdnetNumbers
{
    private static readonly AdnetWire Wire = new();

    /// <summary>The network's numbers of the hit, the one that reaches across sites first: as sent, else as just given.</summary>
    public static IReadOnlyList<string> Of(Hit hit) => Wire.NumbersOf(hit);

    /// <summary>The number that came with the request, or null: a number just given may never come back.</summary>
    public static string? Sent(CapturedRequest request) => Wire.NumberSent(request);
}
