namespace PixelLab.Core.Vendors.Wire;

/// <summary>The values that pages plant in their pixels: the view of the page, a dot, and which pixel of it.</summary>
public static class Plants
{
    /// <summary>The most characters of a view's name: the lab's own are shorter, and a hit may bring anything.</summary>
    private const int LongestView = 32;

    /// <summary>The view of the page that a value was planted in; null where it tells none.</summary>
    public static string? PageViewOf(string? plant) =>
        plant?.IndexOf('.', StringComparison.Ordinal) is > 0 and <= LongestView and { } end ? plant[..end] : null;
}
