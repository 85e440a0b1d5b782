namespace PixelLab.Core.Town;

/// <summary>What is decided by hand about a product; Bogus decides the rest within these bounds.</summary>
internal sealed record ProductPlan(int Id, ProductKind Kind, Category Category)
{
    /// <summary>Names that would sound right.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>One short sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Two or three sentences.</summary>
    public required string Description { get; init; }

    /// <summary>The lowest price in euros.</summary>
    public required int PriceFrom { get; init; }

    /// <summary>The highest price in euros.</summary>
    public required int PriceTo { get; init; }

    /// <summary>The lowest weight in grams.</summary>
    public required int GramsFrom { get; init; }

    /// <summary>The highest weight in grams.</summary>
    public required int GramsTo { get; init; }

    /// <summary>What it could be made of.</summary>
    public required IReadOnlyList<string> Materials { get; init; }

    /// <summary>The sizes it comes in.</summary>
    public required IReadOnlyList<string> Sizes { get; init; }
}
