using System.Security.Cryptography;
using PixelLab.Core.Town;
using PixelLab.Web.Sites.Shop.Cart;

namespace PixelLab.Web.Sites.Shop.Checkout;

/// <summary>An order, as its cookie holds it: number, customer and goods, parted by <c>~</c>.</summary>
/// <param name="Number">The order's number, for example <c>FO-7K2M9Q</c>.</param>
/// <param name="Customer">Who ordered.</param>
/// <param name="Goods">What was ordered.</param>
public sealed record ShopOrder(string Number, Persona Customer, ShopCart Goods)
{
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const string Prefix = "FO-";
    private const int Length = 6;
    private const int MostText = 500;

    /// <summary>What was paid.</summary>
    public decimal Total => Goods.Goods + Goods.Shipping;

    /// <summary>A new order.</summary>
    public static ShopOrder New(Persona customer, ShopCart goods) =>
        new(Prefix + RandomNumberGenerator.GetString(Letters, Length), customer, goods);

    /// <summary>Reads an order from its cookie; null where it is none.</summary>
    public static ShopOrder? Parse(string? text)
    {
        if (text is null or { Length: > MostText } || text.Split('~') is not [var number, var person, var goods]
            || !IsNumber(number) || Personas.Find(person) is not { } customer || ShopCart.Parse(goods) is not { Count: > 0 } cart)
        {
            return null;
        }

        return new ShopOrder(number, customer, cart);
    }

    /// <inheritdoc />
    public override string ToString() => $"{Number}~{Customer.Key}~{Goods}";

    private static bool IsNumber(string text) =>
        text.Length == Prefix.Length + Length && text.StartsWith(Prefix, StringComparison.Ordinal)
        && text.Skip(Prefix.Length).All(Letters.Contains);
}
