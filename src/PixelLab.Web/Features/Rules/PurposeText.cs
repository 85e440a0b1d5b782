namespace PixelLab.Web.Features.Rules;

/// <summary>The purposes in the words of banners and policies.</summary>
public static class PurposeText
{
    /// <summary>What the purpose is called.</summary>
    public static string Title(string purpose) => ConsentText.Text[$"Purpose.{purpose}"];

    /// <summary>What it means.</summary>
    public static string Explain(string purpose) => ConsentText.Text[$"Purpose.{purpose}.Means"];
}
