using System.Globalization;

namespace PixelLab.Web.Sites.Shop;

/// <summary>Writes amounts of euros as the shop does.</summary>
public static class Money
{
    /// <summary>For example <c>€129.95</c>.</summary>
    public static string Text(decimal euros) => "€" + euros.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
