using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Web.Features.Rules;

/// <summary>The purposes in the words of banners and policies.</summary>
public static class PurposeText
{
    /// <summary>What the purpose is called.</summary>
    public static string Title(string purpose) => purpose == Purposes.Advertising ? "Advertising." : "Counting visits.";

    /// <summary>What it means.</summary>
    public static string Explain(string purpose) => purpose == Purposes.Advertising
        ? "Ads that follow what you looked at, and counting what came of them."
        : "Which pages are read and how far, so that we can make the site better.";
}
