using System.Net;
using PixelLab.Core.Languages;

namespace PixelLab.Core.Explaining;

/// <summary>What kind of network address a request came from.</summary>
public enum AddressKind
{
    /// <summary>The text is no address.</summary>
    None,

    /// <summary>The same machine (RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.3).</summary>
    Loopback,

    /// <summary>A home's, school's or company's own network (RFC 1918, RFC 4193).</summary>
    Private,

    /// <summary>The same cable or Wi-Fi, without a server that gives out addresses (RFC 3927, RFC 4291 section 2.5.6).</summary>
    LinkLocal,

    /// <summary>A provider's network between its customers and the internet (RFC 6598).</summary>
    SharedByProvider,

    /// <summary>Set aside for examples (RFC 5737, RFC 3849, RFC 9637): nobody's.</summary>
    Documentation,

    /// <summary>On the internet.</summary>
    Public,
}

/// <summary>What a network address gives away.</summary>
/// <param name="Kind">What kind of address it is.</param>
/// <param name="InWords">What it gives away, as one or two sentences.</param>
public sealed record AddressFacts(AddressKind Kind, string InWords)
{
    private static readonly (IPNetwork Network, AddressKind Kind)[] Ranges =
    [
        (IPNetwork.Parse("127.0.0.0/8"), AddressKind.Loopback),
        (IPNetwork.Parse("::1/128"), AddressKind.Loopback),
        (IPNetwork.Parse("10.0.0.0/8"), AddressKind.Private),
        (IPNetwork.Parse("172.16.0.0/12"), AddressKind.Private),
        (IPNetwork.Parse("192.168.0.0/16"), AddressKind.Private),
        (IPNetwork.Parse("fc00::/7"), AddressKind.Private),
        (IPNetwork.Parse("169.254.0.0/16"), AddressKind.LinkLocal),
        (IPNetwork.Parse("fe80::/10"), AddressKind.LinkLocal),
        (IPNetwork.Parse("100.64.0.0/10"), AddressKind.SharedByProvider),
        (IPNetwork.Parse("192.0.2.0/24"), AddressKind.Documentation),
        (IPNetwork.Parse("198.51.100.0/24"), AddressKind.Documentation),
        (IPNetwork.Parse("203.0.113.0/24"), AddressKind.Documentation),
        (IPNetwork.Parse("2001:db8::/32"), AddressKind.Documentation),
        (IPNetwork.Parse("3fff::/20"), AddressKind.Documentation),
    ];

    /// <summary>What can be said about an address.</summary>
    public static AddressFacts Of(string address, Language language)
    {
        var kind = KindOf(address);
        return new AddressFacts(kind, language[ExplainingText.Words][$"Address.{kind}"]);
    }

    /// <summary>What kind of address a text is.</summary>
    public static AddressKind KindOf(string text)
    {
        if (text.Length > 64 || !IPAddress.TryParse(text, out var address))
        {
            return AddressKind.None;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        foreach (var (network, kind) in Ranges)
        {
            if (network.Contains(address))
            {
                return kind;
            }
        }

        return AddressKind.Public;
    }
}
