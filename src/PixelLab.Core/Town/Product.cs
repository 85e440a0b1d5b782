namespace PixelLab.Core.Town;

/// <summary>A department of the invented shop.</summary>
/// <param name="Slug">Its name in addresses, for example <c>shoes</c>.</param>
/// <param name="Name">Its name on screen.</param>
/// <param name="Tagline">One sentence about what is sold there.</param>
public sealed record Category(string Slug, string Name, string Tagline);

/// <summary>What a product is; its picture is drawn by this.</summary>
public enum ProductKind
{
    /// <summary>A low running shoe for paths.</summary>
    TrailShoe,

    /// <summary>A shoe that reaches over the ankle.</summary>
    Boot,

    /// <summary>A rain jacket.</summary>
    Shell,

    /// <summary>A warm jacket in quilted tubes.</summary>
    Down,

    /// <summary>A bag carried on the back.</summary>
    Backpack,

    /// <summary>A tent.</summary>
    Tent,

    /// <summary>A drinking bottle.</summary>
    Bottle,

    /// <summary>A lamp for the camp.</summary>
    Lantern,
}

/// <summary>A colour that a product comes in.</summary>
/// <param name="Name">What the shop calls it.</param>
/// <param name="Base">The main colour as <c>#rrggbb</c>.</param>
/// <param name="Accent">The colour of seams, laces and pulls as <c>#rrggbb</c>.</param>
public sealed record ProductColour(string Name, string Base, string Accent);

/// <summary>What a customer wrote about a product.</summary>
/// <param name="Author">First name and first letter of the last.</param>
/// <param name="Stars">1 to 5.</param>
/// <param name="Title">The headline.</param>
/// <param name="Text">A sentence or two.</param>
/// <param name="After">How long the product had been used, in words.</param>
public sealed record Review(string Author, int Stars, string Title, string Text, string After);

/// <summary>Something the invented shop sells.</summary>
public sealed record Product
{
    /// <summary>Its number, stable across runs and machines; carts and addresses hold it.</summary>
    public required int Id { get; init; }

    /// <summary>What it is.</summary>
    public required ProductKind Kind { get; init; }

    /// <summary>The department it is sold in.</summary>
    public required Category Category { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>One short sentence for lists.</summary>
    public required string Summary { get; init; }

    /// <summary>A paragraph for its own page.</summary>
    public required string Description { get; init; }

    /// <summary>The price in euros.</summary>
    public required decimal Price { get; init; }

    /// <summary>The weight in grams.</summary>
    public required int Grams { get; init; }

    /// <summary>What it is made of.</summary>
    public required string Material { get; init; }

    /// <summary>The sizes to choose from; one entry where there is nothing to choose.</summary>
    public required IReadOnlyList<string> Sizes { get; init; }

    /// <summary>The colours to choose from, the one in lists first.</summary>
    public required IReadOnlyList<ProductColour> Colours { get; init; }

    /// <summary>The mean of all stars given, 1 to 5.</summary>
    public required decimal Rating { get; init; }

    /// <summary>How many gave stars.</summary>
    public required int RatingCount { get; init; }

    /// <summary>The latest reviews.</summary>
    public required IReadOnlyList<Review> Reviews { get; init; }
}
