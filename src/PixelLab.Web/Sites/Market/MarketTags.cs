using PixelLab.Core.Case;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Pages;
using PixelLab.Web.Vendors.Invented;

namespace PixelLab.Web.Sites.Market;

/// <summary>The tags that the shop's pages carry, as the case's plan says.</summary>
public static class MarketTags
{
    /// <summary>What stands on a page of the shop; where something was bought, it is told what that cost, and whose it is.</summary>
    /// <param name="visit">The view of the page.</param>
    /// <param name="plan">The case.</param>
    /// <param name="reports">What is reported.</param>
    /// <param name="good">The thing that the page is about; null for none.</param>
    /// <param name="code">Whether the link that was followed brought the code of the visitor's address.</param>
    public static void PlantPage(this PageVisit visit, CasePlan plan, string reports, CaseGood? good = null, bool code = false)
    {
        var isBought = reports == VendorEvents.Purchase;
        string? CostFor(CaseCompany company) => isBought && company.TellsCost ? good?.Cost() : null;
        string? CodeFor(CaseCompany company, bool isKnown) => isKnown && company.TellsCode ? plan.Person.EmailHash : null;

        var watcher = plan.Of(CaseRole.Watcher);
        visit.Plant(new InventedTag(watcher.Wire, reports)
        {
            UsesScript = watcher.UsesScript,
            KeepsCookie = watcher.KeepsCookie,
            Good = good is not null && watcher.TellsGood ? plan.NameOf(good) : null,
            Cost = CostFor(watcher),
            Code = CodeFor(watcher, code),
        });
        var disguise = plan.Of(CaseRole.Disguise);
        visit.Plant(new InventedTag(disguise.Wire, reports)
        {
            DisguisedOn = CaseReading.Site,
            TellsPage = true,
            Cost = CostFor(disguise),
            Code = CodeFor(disguise, isBought),
        });
        if (isBought)
        {
            var letters = plan.Of(CaseRole.Letters);
            visit.Plant(new InventedTag(letters.Wire, reports) { Cost = CostFor(letters), Code = CodeFor(letters, isBought) });
        }
    }

    /// <summary>The till, which has to know what is to be paid.</summary>
    public static PlantedPixel PlantTill(this PageVisit visit, CasePlan plan, CaseGood good)
    {
        var till = plan.Of(CaseRole.Till);
        return visit.Plant(new InventedTag(till.Wire, VendorEvents.BeginCheckout)
        {
            IsTill = true,
            Good = till.TellsGood ? plan.NameOf(good) : null,
            Cost = good.Cost(),
        });
    }

    /// <summary>The pixel in the letter.</summary>
    public static void PlantLetter(this PageVisit visit, CasePlan plan) =>
        visit.Plant(new InventedTag(plan.Of(CaseRole.Letters).Wire, VendorEvents.EmailOpen) { Code = plan.Person.EmailHash });
}
