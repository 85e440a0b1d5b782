using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Town;
using PixelLab.Core.Vendors;

namespace PixelLab.Web.Features.Cards;

/// <summary>A site on which a company was told something, and by what it ties that to the other sites.</summary>
/// <param name="Site">The site's title.</param>
/// <param name="Company">The company's title.</param>
/// <param name="TiedBy">By what.</param>
public sealed record CompanyTie(string Site, string Company, TiedBy TiedBy)
{
    /// <summary>All of them, in the order of companies.</summary>
    public static IReadOnlyList<CompanyTie> Of(IEnumerable<KnownCompany> companies) =>
    [
        .. companies.SelectMany(company => company.Sites.Select(site => new CompanyTie(
            TownSites.All.FirstOrDefault(one => one.Name == site.Site)?.Title ?? site.Site, VendorList.TitleOf(company.Vendor), site.TiedBy))),
    ];
}
