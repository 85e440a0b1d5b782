using PixelLab.Core.Town;
using PixelLab.Web.Addressing;
using PixelLab.Web.Pages;
using PixelLab.Web.Sites.Shop.Account;
using PixelLab.Web.Sites.Shop.Cart;
using PixelLab.Web.Sites.Shop.Checkout;

namespace PixelLab.Web.Sites.Shop;

/// <summary>The shop's routes.</summary>
public static class ShopPages
{
    private const int LongestSearch = 80;

    /// <summary>Maps the shop.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPictures();
        var shop = app.MapTownHost("shop");
        shop.MapGet("/", ShowFrontAsync);
        shop.MapGet("/cart", ShowCartAsync);
        shop.MapPost("/cart", AddToCartAsync);
        shop.MapPost("/cart/change", ChangeCartAsync);
        shop.MapGet("/search", ShowSearchAsync);
        shop.MapShopCheckout();
        shop.MapShopAccount();
        shop.MapShopLook();
        shop.MapGet("/{category:nonfile}", ShowCategoryAsync);
        shop.MapGet("/{category}/{id:nonfile}", ShowProductAsync);
        shop.MapSiteNotFound(ShowNothingAsync);
    }

    private static async Task<IResult> ShowFrontAsync(PageVisit visit)
    {
        visit.Title = visit.Town.Host.Title;
        visit.PlantPageView();
        return await visit.ShowAsync<ShopFront>();
    }

    private static async Task<IResult> ShowCategoryAsync(PageVisit visit, string category)
    {
        if (Catalogue.FindCategory(category) is not { } found)
        {
            return await ShowNothingAsync(visit);
        }

        visit.Title = found.Name;
        visit.PlantPageView();
        visit.PlantViewCategory(found);
        return await visit.ShowAsync<ShopCategory>(new Dictionary<string, object?> { ["Category"] = found });
    }

    private static async Task<IResult> ShowProductAsync(PageVisit visit, string category, string id)
    {
        if (ShopCart.Number(id) is not { } number || Catalogue.Find(number) is not { } product || product.Category.Slug != category)
        {
            return await ShowNothingAsync(visit);
        }

        visit.Title = product.Name;
        visit.PlantPageView();
        visit.PlantViewContent(product);
        var colour = ShopCart.Number(visit.Context.Request.Query["colour"].FirstOrDefault()) ?? 0;
        return await visit.ShowAsync<ShopProduct>(new Dictionary<string, object?>
        {
            ["Product"] = product,
            ["Colour"] = colour < product.Colours.Count ? colour : 0,
        });
    }

    private static async Task<IResult> ShowSearchAsync(PageVisit visit)
    {
        var asked = visit.Context.Request.Query["q"].FirstOrDefault() ?? "";
        var words = asked.Trim()[..Math.Min(asked.Trim().Length, LongestSearch)];
        visit.Title = ShopText.Text["Search"];
        visit.PlantPageView();
        if (words.Length > 0)
        {
            visit.PlantSearch(words);
        }

        IReadOnlyList<Product> found = words.Length == 0 ? [] : [.. Catalogue.Search(words)];
        return await visit.ShowAsync<ShopSearch>(new Dictionary<string, object?> { ["Words"] = words, ["Found"] = found });
    }

    private static async Task<IResult> ShowCartAsync(PageVisit visit)
    {
        var cart = visit.ReadCart();
        visit.Title = ShopText.Text["Cart.Yours"];
        visit.PlantPageView();
        var added = visit.TakeAdded();
        if (added is not null)
        {
            visit.PlantAddToCart(added);
        }

        return await visit.ShowAsync<ShopCartPage>(new Dictionary<string, object?> { ["Cart"] = cart, ["Added"] = added });
    }

    private static async Task<IResult> AddToCartAsync(PageVisit visit)
    {
        var form = await visit.Context.Request.ReadSmallFormAsync();
        if (ShopCart.TryLine(form["product"], form["colour"], form["size"], "1") is { } line)
        {
            visit.KeepCart(visit.ReadCart().With(line));
            visit.NoteAdded(line);
        }

        return visit.Context.Response.SeeOther(visit.Town.Path("/cart"));
    }

    private static async Task<IResult> ChangeCartAsync(PageVisit visit)
    {
        var form = await visit.Context.Request.ReadSmallFormAsync();
        if (form["line"].FirstOrDefault() is { } key && ShopCart.Number(form["quantity"]) is { } quantity)
        {
            visit.KeepCart(visit.ReadCart().WithQuantity(key, quantity));
        }

        return visit.Context.Response.SeeOther(visit.Town.Path("/cart"));
    }

    private static async Task<IResult> ShowNothingAsync(PageVisit visit)
    {
        visit.Title = ShopText.Text["Nothing.Title"];
        visit.PlantPageView();
        return await visit.ShowAsync<ShopNothing>(status: StatusCodes.Status404NotFound);
    }
}
