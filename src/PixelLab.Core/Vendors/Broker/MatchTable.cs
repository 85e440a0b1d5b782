using PixelLab.Core.Events;
using PixelLab.Core.Readings;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Vendors.Broker;

/// <summary>One browser that a company knows by two numbers: its own and a partner's.</summary>
/// <param name="Owner">The company whose table this is in.</param>
/// <param name="Own">The company's own number.</param>
/// <param name="Partner">The other company.</param>
/// <param name="Theirs">The other company's number.</param>
/// <param name="Hit">The hit that brought it.</param>
public sealed record Match(string Owner, string Own, string Partner, string Theirs, long Hit);

/// <summary>
/// The tables that cookie matching fills: after a redirect each company can look up its own number for the other's, and
/// from then on what one knows can be sold to the other without any browser.
/// </summary>
public sealed class MatchTable : Reading
{
    /// <summary>The path of the redirects on every company's host.</summary>
    public const string Path = AdnetPaths.Match;

    private const int Most = 5_000;

    private readonly Dictionary<(string Owner, string Own, string Partner), Match> _matches = [];

    /// <summary>Every match, oldest first.</summary>
    public IReadOnlyList<Match> All => [.. _matches.Values.OrderBy(match => match.Hit)];

    /// <inheritdoc />
    public override void Add(LabEvent labEvent)
    {
        if (labEvent is not Hit { Request.Path: Path } hit || _matches.Count >= Most
            || !MatchPartners.IsPartner(hit.Vendor, hit.Request.Parameter("partner"))
            || hit.Request.Parameter("id") is not { Length: > 0 and <= 64 } theirs)
        {
            return;
        }

        var partner = hit.Request.Parameter("partner")!;
        foreach (var own in MatchPartners.NumbersOf(hit))
        {
            _matches[(hit.Vendor, own, partner)] = new Match(hit.Vendor, own, partner, theirs, hit.Id);
        }
    }

    /// <summary>A partner's number for a company's own, or null.</summary>
    public string? Find(string owner, string own, string partner) =>
        _matches.GetValueOrDefault((owner, own, partner))?.Theirs;
}

/// <summary>Who matches with whom: a fixed list, so that the redirect leads nowhere else.</summary>
public static class MatchPartners
{
    /// <summary>The company that pages ask first. Only it sends on what comes without a partner.</summary>
    private const string Starter = AdnetWire.VendorName;

    /// <summary>The company that a company sends browsers on to, or null.</summary>
    public static string? PartnerOf(string vendor) => vendor switch
    {
        AdnetWire.VendorName => BrokerWire.VendorName,
        BrokerWire.VendorName => AdnetWire.VendorName,
        _ => null,
    };

    /// <summary>Whether the named company is one that the vendor matches with.</summary>
    public static bool IsPartner(string vendor, string? named) => named is not null && PartnerOf(vendor) == named;

    /// <summary>
    /// Whether a step of the redirects sends the browser on. They end by themselves: the starter, coming from the page, sends
    /// on; the partner sends back; the starter, coming from the partner, answers with the image.
    /// </summary>
    public static bool SendsOn(Hit hit)
    {
        var named = hit.Request.Parameter("partner");
        var comesFromPage = named is null && hit.Vendor == Starter;
        var comesFromStarter = named == Starter && IsPartner(hit.Vendor, named);
        return (comesFromPage || comesFromStarter) && NumbersOf(hit).Count > 0;
    }

    /// <summary>What a step of the redirects tells of the company that sent the browser on.</summary>
    public static EventDetail DetailOf(CapturedRequest request) =>
        request.Parameter("partner") is { Length: > 0 } partner && request.Parameter("id") is { Length: > 0 } number
            ? new() { Partner = partner, PartnersNumber = number }
            : EventDetail.None;

    /// <summary>The vendor's own numbers for the browser behind one of its hits, the one that reaches furthest first.</summary>
    public static IReadOnlyList<string> NumbersOf(Hit hit) => hit.Vendor == BrokerWire.VendorName
        ? AdnetNumbers.Of(hit, BrokerWire.IdCookie, BrokerWire.PartitionedIdCookie)
        : AdnetNumbers.Of(hit);
}
