using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Case;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Invented;
using PixelLab.Web.Addressing;
using PixelLab.Web.Languages;
using PixelLab.Web.Readings;

namespace PixelLab.Web.Features.Cards;

/// <summary>What each company was told, a card a company: read, and printed with nothing in it but what one chooses.</summary>
public static class CardsPages
{
    /// <summary>The path of the page at the lab.</summary>
    public const string Path = "/known";

    /// <summary>Maps <c>/known</c>.</summary>
    public static WebApplication MapCards(this WebApplication app)
    {
        app.MapTownHost(Town.Lab.Name).MapGet(Path, ShowAsync);
        return app;
    }

    private static async Task<RazorComponentResult<CardsPage>> ShowAsync(HttpContext context, TownRequest town, PageLanguage page, SeatReadings readings)
    {
        context.Response.Headers.CacheControl = "no-store";
        var companies = await readings.AskAsync(town.Seat, (KnownReading known) => known.Companies(page.Language), context.RequestAborted);

        // What the companies of an open case learned is for the learner to find, and would stand here ready made.
        var isOpen = !await readings.AskAsync(town.Seat, (CaseReading open) => open.State.IsClosed, context.RequestAborted);
        return new RazorComponentResult<CardsPage>(new Dictionary<string, object?>
        {
            ["Place"] = town,
            ["Companies"] = isOpen ? companies.Where(company => !IsOfCase(company)).ToList() : companies,
            ["IsCaseOpen"] = isOpen && companies.Any(IsOfCase),
        });
    }

    private static bool IsOfCase(KnownCompany company) => VendorList.Find(company.Vendor) is InventedWire;
}
