using System.Globalization;

namespace PixelLab.Core.Town;

/// <summary>Writes amounts of euros as the town’s shop does, on its pages and in its mail.</summary>
public static class Money
{
    /// <summary>For example <c>€129.95</c>.</summary>
    public static string Text(decimal euros) => "€" + euros.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
