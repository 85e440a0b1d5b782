using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Town;
using PixelLab.Core.Vendors.Invented;

namespace PixelLab.Core.Case;

/// <summary>What a company is there for in a case.</summary>
public enum CaseRole
{
    /// <summary>Its pixel or script stands on every page.</summary>
    Watcher,

    /// <summary>Its pixel stands on every page under the shop’s own name.</summary>
    Disguise,

    /// <summary>It sends the shop’s letters.</summary>
    Letters,

    /// <summary>It takes the money. Without it nothing can be ordered.</summary>
    Till,
}

/// <summary>A company in a case, and what the shop lets it know.</summary>
/// <param name="Wire">The company.</param>
/// <param name="Role">What it is there for.</param>
public sealed record CaseCompany(InventedWire Wire, CaseRole Role)
{
    /// <summary>Whether a script of its own tells more than a picture could.</summary>
    public bool UsesScript { get; init; }

    /// <summary>Whether it gives the browser a number.</summary>
    public bool KeepsCookie { get; init; }

    /// <summary>Whether it is told the name of the thing that a page shows.</summary>
    public bool TellsGood { get; init; }

    /// <summary>Whether it is told what the order cost.</summary>
    public bool TellsCost { get; init; }

    /// <summary>Whether it is told the code of the visitor’s email address, where the shop knows it.</summary>
    public bool TellsCode { get; init; }
}

/// <summary>A thing that the case’s shop sells.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Place">Its place among the goods of its trade, by which its words and its picture are found.</param>
/// <param name="Price">What it costs, in whole euros.</param>
public sealed record CaseGood(string Slug, int Place, int Price);

/// <summary>
/// A case, as its number composes it: the shop, the person as whom one goes, and who is told what. The site is drawn from it. What was really told is read
/// from the log and never from here, since a browser has its say.
/// </summary>
public sealed record CasePlan
{
    /// <summary>Its number.</summary>
    public required int Number { get; init; }

    /// <summary>What the shop sells, by the name of the trade’s words.</summary>
    public required string Trade { get; init; }

    /// <summary>Which of the trade’s names the shop has.</summary>
    public required int Name { get; init; }

    /// <summary>Which of the palettes the shop has, from 0.</summary>
    public required int Colours { get; init; }

    /// <summary>The invented person as whom one orders.</summary>
    public required Persona Person { get; init; }

    /// <summary>The goods, in the shop’s order.</summary>
    public required IReadOnlyList<CaseGood> Goods { get; init; }

    /// <summary>The companies, in an order that says nothing of their roles.</summary>
    public required IReadOnlyList<CaseCompany> Companies { get; init; }

    /// <summary>The ties that can be chosen, in an order that says nothing of which is right.</summary>
    public required IReadOnlyList<TiedBy> Ties { get; init; }

    /// <summary>The company of that role.</summary>
    public CaseCompany Of(CaseRole role) => Companies.First(company => company.Role == role);

    /// <summary>The thing of that name, or null.</summary>
    public CaseGood? Find(string? slug) => Goods.FirstOrDefault(good => good.Slug == slug);
}
