using System.Globalization;
using PixelLab.Core.Town;

namespace PixelLab.Web.Sites.Shop.Cart;

/// <summary>One line of a cart.</summary>
/// <param name="Product">What is in it.</param>
/// <param name="Colour">The place of its colour in the product's list.</param>
/// <param name="Size">The place of its size in the product's list.</param>
/// <param name="Quantity">How many.</param>
public sealed record CartLine(Product Product, int Colour, int Size, int Quantity)
{
    /// <summary>What the line costs.</summary>
    public decimal Price => Product.Price * Quantity;

    /// <summary>The line's name in forms: it stays the same when the quantity changes.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Product.Id}.{Colour}.{Size}");
}

/// <summary>
/// A cart as its cookie holds it: <c>3.0.5.1-12.2.0.2</c> is one of product 3 in its first colour and sixth size, and
/// two of product 12. What is not understood is left out, so a cart from anywhere is at worst empty.
/// </summary>
public sealed record ShopCart
{
    /// <summary>The most lines in a cart.</summary>
    public const int MostLines = 20;

    /// <summary>The most pieces in one line.</summary>
    public const int MostOfOne = 9;

    private const int MostText = 400;
    private const decimal FreeShippingFrom = 80m;
    private const decimal ShippingPrice = 4.95m;

    private ShopCart(IReadOnlyList<CartLine> lines) => Lines = lines;

    /// <summary>The lines, oldest first.</summary>
    public IReadOnlyList<CartLine> Lines { get; }

    /// <summary>How many pieces.</summary>
    public int Count => Lines.Sum(line => line.Quantity);

    /// <summary>What the goods cost.</summary>
    public decimal Goods => Lines.Sum(line => line.Price);

    /// <summary>What sending them costs.</summary>
    public decimal Shipping => Lines.Count == 0 || Goods >= FreeShippingFrom ? 0 : ShippingPrice;

    /// <summary>Reads a cart from its cookie.</summary>
    public static ShopCart Parse(string? text)
    {
        var cart = new ShopCart([]);
        if (text is null or { Length: > MostText })
        {
            return cart;
        }

        foreach (var part in text.Split('-', MostLines + 1).Take(MostLines))
        {
            var numbers = part.Split('.');
            if (numbers.Length == 4 && TryLine(numbers[0], numbers[1], numbers[2], numbers[3]) is { } line)
            {
                cart = cart.With(line);
            }
        }

        return cart;
    }

    /// <summary>A line from four texts that came from outside; null if they name nothing that is sold.</summary>
    public static CartLine? TryLine(string? product, string? colour, string? size, string? quantity)
    {
        if (Number(product) is not { } id || Catalogue.Find(id) is not { } found
            || Number(colour) is not { } colourPlace || colourPlace >= found.Colours.Count
            || Number(size) is not { } sizePlace || sizePlace >= found.Sizes.Count
            || Number(quantity) is not (>= 1 and <= MostOfOne and { } pieces))
        {
            return null;
        }

        return new CartLine(found, colourPlace, sizePlace, pieces);
    }

    /// <summary>The cart with one line more, or with more in a line that it has already.</summary>
    public ShopCart With(CartLine added)
    {
        var place = IndexOf(added.Key);
        if (place < 0)
        {
            return Lines.Count < MostLines ? new ShopCart([.. Lines, added]) : this;
        }

        var quantity = Math.Min(Lines[place].Quantity + added.Quantity, MostOfOne);
        return Replace(place, [Lines[place] with { Quantity = quantity }]);
    }

    /// <summary>The cart with another quantity in one line; 0 takes the line out.</summary>
    public ShopCart WithQuantity(string key, int quantity)
    {
        var place = IndexOf(key);
        return place < 0
            ? this
            : Replace(place, quantity > 0 ? [Lines[place] with { Quantity = Math.Min(quantity, MostOfOne) }] : []);
    }

    /// <summary>The cart as its cookie holds it.</summary>
    public override string ToString() =>
        string.Join('-', Lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Key}.{line.Quantity}")));

    /// <summary>A small whole number, or null.</summary>
    public static int? Number(string? text) =>
        text is { Length: > 0 and <= 4 } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private ShopCart Replace(int place, IEnumerable<CartLine> lines) => new([.. Lines.Take(place), .. lines, .. Lines.Skip(place + 1)]);

    private int IndexOf(string key)
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            if (Lines[i].Key == key)
            {
                return i;
            }
        }

        return -1;
    }
}
