using PixelLab.Core.Town;
using PixelLab.Web.Addressing;
using PixelLab.Web.Pages;
using PixelLab.Web.Sites.Shop.Account;
using PixelLab.Web.Sites.Shop.Cart;

namespace PixelLab.Web.Sites.Shop.Checkout;

/// <summary>The way from the cart to the order.</summary>
public static class ShopCheckoutPages
{
    private const string OrderCookie = "order";

    private static readonly TimeSpan OrderKept = TimeSpan.FromHours(1);

    /// <summary>Maps it.</summary>
    public static void MapShopCheckout(this RouteGroupBuilder shop)
    {
        shop.MapGet("/checkout", ShowAsync);
        shop.MapPost("/checkout", OrderAsync);
        shop.MapGet("/order", ShowOrderAsync);
    }

    private static async Task<IResult> ShowAsync(PageVisit visit)
    {
        var cart = visit.ReadCart();
        if (cart.Count == 0)
        {
            return visit.Context.Response.SeeOther(visit.Town.Path("/cart"));
        }

        visit.Title = ShopText.Text["Checkout"];
        visit.PlantPageView();
        visit.PlantBeginCheckout(cart);
        var person = Personas.Find(visit.Context.Request.Query["as"].FirstOrDefault()) ?? visit.Customer();
        return await visit.ShowAsync<ShopCheckout>(new Dictionary<string, object?> { ["Cart"] = cart, ["Person"] = person });
    }

    private static async Task<IResult> OrderAsync(PageVisit visit)
    {
        var form = await visit.Context.Request.ReadSmallFormAsync();
        var cart = visit.ReadCart();
        if (cart.Count == 0 || Personas.Find(form["person"].FirstOrDefault()) is not { } person)
        {
            return visit.Context.Response.SeeOther(visit.Town.Path("/checkout"));
        }

        visit.SetSiteCookie(OrderCookie, ShopOrder.New(person, cart).ToString(), OrderKept);
        visit.KeepCart(ShopCart.Parse(null));
        return visit.Context.Response.SeeOther(visit.Town.Path("/order"));
    }

    private static async Task<IResult> ShowOrderAsync(PageVisit visit)
    {
        if (ShopOrder.Parse(visit.SiteCookie(OrderCookie)) is not { } order)
        {
            return visit.Context.Response.SeeOther(visit.Town.Path("/cart"));
        }

        visit.Title = ShopText.Text["Order"];
        visit.PlantPageView();

        // A reload fires it once more, as it does in real shops: the order's number tells the vendor that it is the same.
        visit.PlantPurchase(order);
        return await visit.ShowAsync<ShopOrderPage>(new Dictionary<string, object?> { ["Order"] = order });
    }
}
