using System.Globalization;
using PixelLab.Core.Case;
using PixelLab.Core.Languages;
using PixelLab.Core.Rules;
using PixelLab.Core.Vendors.Invented;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Addressing;
using PixelLab.Web.Capture;
using PixelLab.Web.Pages;
using PixelLab.Web.Vendors.Invented;

namespace PixelLab.Web.Sites.Market;

/// <summary>The shop of the case: another one for each number, drawn from the same plan from which its pixels are planted.</summary>
public static class MarketPages
{
    private const string OrderPath = "/order";
    private const string OrderCookie = "market_order";

    private static readonly TimeSpan OrderKept = TimeSpan.FromMinutes(10);

    /// <summary>Maps the shop, and the pixels of companies that stand under its name.</summary>
    public static void Map(WebApplication app)
    {
        var market = app.MapTownHost(CaseReading.Site);
        market.MapGet("/", ShowFrontAsync);
        market.MapGet(CaseReading.GoodPages + "{slug}", ShowGoodAsync);
        market.MapGet(OrderPath, ShowOrderAsync);
        market.MapPost(OrderPath, OrderAsync);
        market.MapGet(CaseReading.DonePage, ShowDoneAsync);
        market.MapGet(CaseReading.LetterPage, ShowLetterAsync);
        market.MapSiteNotFound(ShowNothingAsync);
        foreach (var wire in InventedWire.All)
        {
            market.MapPixel(wire.DisguisedPath, wire, context => InventedCookies.OfSite(context, wire));
        }
    }

    /// <summary>The seat's case.</summary>
    public static CasePlan Case(this PageVisit visit) =>
        CaseComposer.Of(CaseComposer.Parse(visit.Settings.Value(SettingNames.Case)) ?? CaseComposer.NumberOf(visit.Town.Seat));

    /// <summary>What the shop is called.</summary>
    public static string ShopName(this CasePlan plan) => Text[$"Shop.{plan.Trade}.{plan.Name}"];

    /// <summary>What a thing is called.</summary>
    public static string NameOf(this CasePlan plan, CaseGood good) => Text[$"Good.{plan.Trade}.{good.Place}"];

    /// <summary>A line about a thing.</summary>
    public static string AboutOf(this CasePlan plan, CaseGood good) => Text[$"About.{plan.Trade}.{good.Place}"];

    /// <summary>What a thing costs.</summary>
    public static string Cost(this CaseGood good) => string.Create(CultureInfo.InvariantCulture, $"{good.Price} €");

    /// <summary>The path of a thing's page.</summary>
    public static string PathOf(this CaseGood good) => CaseReading.GoodPages + good.Slug;

    /// <summary>The path of the page on which a thing is ordered.</summary>
    public static string OrderPathOf(this CaseGood good) => $"{OrderPath}?{CaseReading.GoodParameter}{good.Slug}";

    /// <summary>Where the letter's link leads: the shop's door, and a code of the address to which the letter went where the shop hands that on.</summary>
    public static string LetterLink(this CasePlan plan) =>
        CaseReading.FollowedPage + (plan.Of(CaseRole.Watcher).TellsCode ? $"&{InventedWire.LinkMark}={plan.Person.EmailHash}" : "");

    /// <summary>The shop's words. They are in English alone, as those of all sites.</summary>
    internal static Words Text { get; } = Language.English[CaseText.Words];

    private static async Task<IResult> ShowFrontAsync(PageVisit visit)
    {
        var plan = visit.Case();
        visit.Title = plan.ShopName();
        visit.PlantPage(plan, VendorEvents.PageView, code: visit.Context.Request.Query[InventedWire.LinkMark] == plan.Person.EmailHash);
        return await visit.ShowAsync<MarketFront>();
    }

    private static async Task<IResult> ShowGoodAsync(PageVisit visit, string slug)
    {
        var plan = visit.Case();
        if (plan.Find(slug) is not { } good)
        {
            return await ShowNothingAsync(visit);
        }

        visit.Title = plan.NameOf(good);
        visit.PlantPage(plan, VendorEvents.ViewItem, good);
        return await visit.ShowAsync<MarketGood>(new Dictionary<string, object?> { ["Good"] = good });
    }

    private static async Task<IResult> ShowOrderAsync(PageVisit visit)
    {
        var plan = visit.Case();
        if (plan.Find(visit.Context.Request.Query["good"].FirstOrDefault()) is not { } good)
        {
            return visit.Context.Response.SeeOther(visit.Town.Path("/"));
        }

        visit.Title = Text["Market.OrderTitle"];
        visit.PlantPage(plan, VendorEvents.BeginCheckout, good);
        return await visit.ShowAsync<MarketOrder>(new Dictionary<string, object?> { ["Good"] = good, ["Till"] = visit.PlantTill(plan, good) });
    }

    private static async Task<IResult> OrderAsync(PageVisit visit)
    {
        var plan = visit.Case();
        var form = await visit.Context.Request.ReadSmallFormAsync();
        if (plan.Find(form["good"].FirstOrDefault()) is not { } good)
        {
            return visit.Context.Response.SeeOther(visit.Town.Path("/"));
        }

        // Where the till is kept out of the page nothing can be paid, whoever sends the form all the same.
        if (!visit.PlantTill(plan, good).IsInPage)
        {
            return visit.Context.Response.SeeOther(visit.Town.Path(good.OrderPathOf()));
        }

        visit.SetSiteCookie(OrderCookie, good.Slug, OrderKept);
        return visit.Context.Response.SeeOther(visit.Town.Path(CaseReading.DonePage));
    }

    private static async Task<IResult> ShowDoneAsync(PageVisit visit)
    {
        var plan = visit.Case();
        if (plan.Find(visit.SiteCookie(OrderCookie)) is not { } good)
        {
            return visit.Context.Response.SeeOther(visit.Town.Path("/"));
        }

        // Once: a page that is loaded again is no other order.
        visit.DropSiteCookie(OrderCookie);
        visit.Title = Text["Market.DoneTitle"];
        visit.PlantPage(plan, VendorEvents.Purchase, good);
        return await visit.ShowAsync<MarketDone>(new Dictionary<string, object?> { ["Good"] = good });
    }

    private static async Task<IResult> ShowLetterAsync(PageVisit visit)
    {
        var plan = visit.Case();
        visit.Title = Text["Market.LetterTitle", plan.ShopName()];
        visit.PlantLetter(plan);
        return await visit.ShowAsync<MarketLetter>();
    }

    private static async Task<IResult> ShowNothingAsync(PageVisit visit)
    {
        visit.Title = Text["Market.Nothing"];
        return await visit.ShowAsync<MarketNothing>(status: StatusCodes.Status404NotFound);
    }
}
