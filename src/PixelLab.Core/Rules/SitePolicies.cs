using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Broker;
using PixelLab.Core.Vendors.Metrics;
using PixelLab.Core.Vendors.Postbox;

namespace PixelLab.Core.Rules;

/// <summary>
/// What each site declares: the companies whose pixels it carries. A policy is a promise and stands apart from the code
/// that plants, so that the check has two things to compare. A site that carries a new vendor gets a line here.
/// </summary>
public static class SitePolicies
{
    private const string Everywhere = "on every site that carries its pixel";
    private const string HereOnly = "for this site only";

    private static readonly IReadOnlyList<VendorDisclosure> Disclosures =
    [
        new(
            MetricsWire.VendorName,
            "Metrics",
            Purposes.Analytics,
            "It counts visits and shows us which pages are read, and for how long.",
            [
                "the address and title of the page, and the page you came from",
                "your browser’s name, your language and the size of your screen",
                "your IP address, as with every request",
                "how far you scroll, what you click and how long the page stays in view",
                "if you are logged in, your customer number",
            ],
            []),
        new(
            AdnetWire.VendorName,
            "AdNet",
            Purposes.Advertising,
            "It chooses the ads you see here and on other sites, and counts what came of them.",
            [
                "the address of the page, and the page you came from",
                "what the page shows: for a product its number, name and price",
                "what you put into the cart, and what you buy",
                "if you sign up, log in or buy something, a scrambled form (hash) of your email address, which it can match with others",
                "your browser’s name and your IP address, as with every request",
            ],
            [
                new(AdnetWire.IdCookie, "A number by which AdNet knows your browser again.", "400 days", $"AdNet, {Everywhere}"),
                new(AdnetWire.PartitionedIdCookie, "The same for browsers that keep a jar for each site.", "400 days", $"AdNet, {HereOnly}"),
                new(ClickId.Cookie, "The click on an ad that brought you here, if one did.", "90 days", "us, and our pixel tells AdNet"),
            ]),
        new(
            BrokerWire.VendorName,
            "Broker",
            Purposes.Advertising,
            "AdNet sends your browser on to it, so that the two companies learn each other’s number for you.",
            [
                "AdNet’s number for your browser",
                "your browser’s name and your IP address, as with every request",
            ],
            [
                new(BrokerWire.IdCookie, "A number by which Broker knows your browser again.", "400 days", $"Broker, {Everywhere}"),
                new(BrokerWire.PartitionedIdCookie, "The same for browsers that keep a jar for each site.", "400 days", $"Broker, {HereOnly}"),
            ]),
        new(
            PostboxWire.VendorName,
            "Postbox",
            Purposes.Analytics,
            "It sends newsletters and tells their sender who opened them and which links were clicked.",
            [
                "which message was opened, and so whose",
                "when it was opened, and how often",
                "the mail program’s name and your IP address, as with every request",
            ],
            [],
            InMail: true),
    ];

    private static readonly Dictionary<string, IReadOnlyList<string>> Declared = new(StringComparer.Ordinal)
    {
        ["shop"] = [MetricsWire.VendorName, AdnetWire.VendorName, BrokerWire.VendorName, PostboxWire.VendorName],
        ["news"] = [MetricsWire.VendorName, AdnetWire.VendorName, BrokerWire.VendorName, PostboxWire.VendorName],
        ["social"] = [MetricsWire.VendorName, AdnetWire.VendorName, BrokerWire.VendorName],
        ["clinic"] = [MetricsWire.VendorName, AdnetWire.VendorName, BrokerWire.VendorName],
    };

    /// <summary>The sites whose pages carry pixels. The webmail carries none: those in its messages are their senders’.</summary>
    public static IReadOnlyCollection<string> Sites => Declared.Keys;

    /// <summary>The names of all cookies that any policy speaks of.</summary>
    public static IEnumerable<string> Cookies => Disclosures.SelectMany(vendor => vendor.Cookies).Select(cookie => cookie.Name);

    /// <summary>What a site's policy lists.</summary>
    /// <param name="site">The site.</param>
    /// <param name="omitted">The vendor that a switch of the lab leaves out of it, or empty.</param>
    public static IReadOnlyList<VendorDisclosure> Policy(string site, string omitted = "") =>
        [.. Carried(site).Where(vendor => vendor != omitted).Select(Get)];

    /// <summary>The names of the vendors a site carries; none for a site nobody declared.</summary>
    public static IReadOnlyList<string> Carried(string site) => Declared.GetValueOrDefault(site, []);

    /// <summary>What there is to say about a vendor, or null for one nobody described.</summary>
    public static VendorDisclosure? Find(string vendor) => Disclosures.FirstOrDefault(entry => entry.Vendor == vendor);

    private static VendorDisclosure Get(string vendor) =>
        Find(vendor) ?? throw new InvalidOperationException($"No site can declare '{vendor}' before it is described.");
}
