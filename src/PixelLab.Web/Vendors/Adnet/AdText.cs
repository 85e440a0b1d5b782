using System.Globalization;
using PixelLab.Core.Town;

namespace PixelLab.Web.Vendors.Adnet;

/// <summary>What ads say about their product.</summary>
internal static class AdText
{
    /// <summary>The price as the advertiser writes it, for example <c>€129.95</c>.</summary>
    public static string Price(Product product) => "€" + product.Price.ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>The path of the product's picture, which every host of the town has.</summary>
    public static string Picture(Product product) => string.Create(CultureInfo.InvariantCulture, $"/pictures/{product.Id}-0.svg");
}
