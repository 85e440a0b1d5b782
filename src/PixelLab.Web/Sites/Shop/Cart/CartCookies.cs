using PixelLab.Web.Pages;
namespace PixelLab.Web.Sites.Shop.Cart;

/// <summary>The shop's two first-party cookies: what is in the cart, and what was just put into it.</summary>
public static class CartCookies
{
    private const string Cart = "cart";
    private const string JustAdded = "cart_added";

    private static readonly TimeSpan CartKept = TimeSpan.FromDays(7);
    private static readonly TimeSpan AddedKept = TimeSpan.FromMinutes(1);

    /// <summary>The visitor's cart.</summary>
    public static ShopCart ReadCart(this PageVisit visit) => ShopCart.Parse(visit.SiteCookie(Cart));

    /// <summary>Keeps the cart.</summary>
    public static void KeepCart(this PageVisit visit, ShopCart cart)
    {
        if (cart.Lines.Count > 0)
        {
            visit.SetSiteCookie(Cart, cart.ToString(), CartKept);
        }
        else
        {
            visit.DropSiteCookie(Cart);
        }
    }

    /// <summary>Notes what was just put into the cart, for the page that is shown next.</summary>
    public static void NoteAdded(this PageVisit visit, CartLine line) =>
        visit.SetSiteCookie(JustAdded, $"{line.Key}.{line.Quantity}", AddedKept);

    /// <summary>Takes the note: a second look at the same page is no second adding.</summary>
    public static CartLine? TakeAdded(this PageVisit visit)
    {
        if (visit.SiteCookie(JustAdded) is not { } text)
        {
            return null;
        }

        visit.DropSiteCookie(JustAdded);
        var numbers = text.Split('.', 5);
        return numbers.Length == 4 ? ShopCart.TryLine(numbers[0], numbers[1], numbers[2], numbers[3]) : null;
    }
}
