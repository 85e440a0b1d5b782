using System.Net;
using System.Net.Sockets;
using PixelLab.Core.Explaining;

namespace PixelLab.Core.Reports;

/// <summary>
/// An invented map from network addresses to places. Real trackers buy such a map; this one knows only the ranges that are
/// set aside for examples (RFC 5737, RFC 3849, RFC 9637), and every place on it is made up.
/// </summary>
public static class InventedPlaces
{
    private const int QuarterBits = 6;

    private static readonly string[][] Towns =
    [
        ["Hafenstadt", "Oberdeich", "Kiefernau", "Leuchtturm Bay"],
        ["Steinbrück", "Mühlental", "Neu Anker", "Sandholm"],
        ["Bergfried", "Tannhofen", "Seewinkel", "Altmoor"],
    ];

    /// <summary>The place of an address, or why it has none.</summary>
    public static string Of(string address) => AddressFacts.KindOf(address) switch
    {
        AddressKind.Documentation => OnTheMap(IPAddress.Parse(address)),
        AddressKind.Loopback => "This machine (no place)",
        AddressKind.Private or AddressKind.LinkLocal => "A home or school network (no place)",
        AddressKind.SharedByProvider => "Somewhere at a provider (no place)",
        AddressKind.Public => "On the internet (not looked up)",
        _ => "Not known",
    };

    private static string OnTheMap(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        if (plain.AddressFamily != AddressFamily.InterNetwork)
        {
            return bytes[0] == 0x20 ? "Nordhaven" : "Far Meadows";
        }

        var row = bytes[0] switch { 192 => 0, 198 => 1, _ => 2 };
        return Towns[row][bytes[3] >> QuarterBits];
    }
}
