namespace PixelLab.Core.Yours.Known;

/// <summary>What the vendors that the lab knows do for those who use them.</summary>
public static class VendorCategories
{
    /// <summary>Counting visits and reading behaviour.</summary>
    public const string Analytics = "website analytics";

    /// <summary>Showing, following and measuring ads.</summary>
    public const string Advertising = "advertising";

    /// <summary>Writing to customers, talking with them, and showing them what suits them.</summary>
    public const string CustomerTools = "customer tools";

    /// <summary>Sending messages, and telling who opened them.</summary>
    public const string Email = "email";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Analytics, Advertising, CustomerTools, Email];
}
