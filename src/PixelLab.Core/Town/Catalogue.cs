using System.Collections.Frozen;

namespace PixelLab.Core.Town;

/// <summary>Everything the invented shop sells: the same goods in every run and on every machine.</summary>
public static class Catalogue
{
    private static readonly FrozenDictionary<int, Product> ById;

    static Catalogue()
    {
        Products = [.. ProductPlans.All.Select(ProductMaker.Make)];
        ById = Products.ToFrozenDictionary(product => product.Id);
    }

    /// <summary>The departments, in the order of the shop's menu.</summary>
    public static IReadOnlyList<Category> Categories { get; } =
        [ProductPlans.Shoes, ProductPlans.Jackets, ProductPlans.Packs, ProductPlans.Camp];

    /// <summary>Every product, by number.</summary>
    public static IReadOnlyList<Product> Products { get; }

    /// <summary>The product with that number, or null.</summary>
    public static Product? Find(int id) => ById.GetValueOrDefault(id);

    /// <summary>The department of that name in addresses, or null.</summary>
    public static Category? FindCategory(string? slug) => Categories.FirstOrDefault(category => category.Slug == slug);

    /// <summary>What is sold in a department.</summary>
    public static IEnumerable<Product> In(Category category) => Products.Where(product => product.Category == category);

    /// <summary>What the shop shows beside a product: its neighbours first, then what else there is.</summary>
    public static IEnumerable<Product> Beside(Product product) =>
        Products.Where(other => other.Id != product.Id)
            .OrderBy(other => other.Category == product.Category ? 0 : 1)
            .ThenBy(other => (other.Id - product.Id + Products.Count) % Products.Count);

    /// <summary>What every word fits: name, department, summary, material or colour.</summary>
    public static IEnumerable<Product> Search(string words)
    {
        var wanted = words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Products.Where(product => wanted.All(word => Text(product).Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    private static string Text(Product product) => string.Join(
        ' ',
        [product.Name, product.Category.Name, product.Summary, product.Description, product.Material, .. product.Colours.Select(colour => colour.Name)]);
}
