namespace PixelLab.Core.Vendors.Wire;

/// <summary>What data is wanted for; banners ask for each by itself.</summary>
public static class Purposes
{
    /// <summary>Counting visits and reading behaviour.</summary>
    public const string Analytics = "analytics";

    /// <summary>Showing, following and measuring ads.</summary>
    public const string Advertising = "advertising";

    /// <summary>Both.</summary>
    public static readonly IReadOnlyList<string> All = [Analytics, Advertising];
}
