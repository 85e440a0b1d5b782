namespace PixelLab.Core.Explaining.Headers;

/// <summary>
/// What browsers add for advertising: the Topics API (PATCG draft), Attribution Reporting (WICG), Protected Audience (WICG) and Shared Storage
/// (WICG), most of which Google announced in October 2025 to retire, and the Private State Token API (WICG), which stays.
/// </summary>
internal static class AdvertisingHeaders
{
    private const string Retired = "Control.Retired";

    public static IReadOnlyList<HeaderFact> All { get; } =
    [
        new("Sec-Browsing-Topics", FieldSource.Browser, Retired, HeaderLine.With("Sec-Browsing-Topics")),
        new("Attribution-Reporting-Eligible", FieldSource.Browser, Retired),
        new("Attribution-Reporting-Support", FieldSource.Browser, Retired, HeaderLine.With("Attribution-Reporting-Support", 40)),
        new("Sec-Ad-Auction-Fetch", FieldSource.Browser, Retired),
        new("Sec-Shared-Storage-Writable", FieldSource.Browser, Retired),
        new("Sec-Private-State-Token", FieldSource.Browser, "Sec-Private-State-Token.Control"),
    ];
}
