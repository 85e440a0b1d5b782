using PixelLab.Core.Town;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Rules;

/// <summary>
/// What each site declares: the companies whose pixels it carries. A policy is a promise and stands apart from the code
/// that plants, so that the check has two things to compare.
/// </summary>
public static class SitePolicies
{
    private static readonly Dictionary<string, IReadOnlyList<IVendorWire>> Declared = TownSites.All
        .Where(site => site.Carries.Count > 0)
        .ToDictionary(site => site.Name, site => (IReadOnlyList<IVendorWire>)[.. site.Carries.Select(Get)], StringComparer.Ordinal);

    /// <summary>The sites whose pages carry pixels. The webmail carries none: those in its messages are their senders’.</summary>
    public static IReadOnlyCollection<string> Sites => Declared.Keys;

    /// <summary>The names of all cookies that any policy speaks of.</summary>
    public static IEnumerable<string> Cookies => VendorList.All.SelectMany(vendor => vendor.Disclosure.Cookies).Select(cookie => cookie.Name);

    /// <summary>The vendors that a site's policy lists.</summary>
    /// <param name="site">The site.</param>
    /// <param name="omitted">The vendor that a switch of the lab leaves out of it, or empty.</param>
    public static IReadOnlyList<IVendorWire> Policy(string site, string omitted = "") =>
        [.. Declared.GetValueOrDefault(site, []).Where(vendor => vendor.Name != omitted)];

    /// <summary>The names of the vendors a site carries; none for a site nobody declared.</summary>
    public static IReadOnlyList<string> Carried(string site) => [.. Policy(site).Select(vendor => vendor.Name)];

    private static IVendorWire Get(string vendor) =>
        VendorList.Find(vendor) ?? throw new InvalidOperationException($"A site carries '{vendor}', which is not on the list of vendors.");
}
