using PixelLab.Core.Explaining.Accounts;

namespace PixelLab.Core.Explaining.Headers;

/// <summary>
/// Wishes that a user has set and the browser passes on: Global Privacy Control (W3C), DNT (W3C, ended 2019), Save Data (WICG), and Upgrade Insecure
/// Requests (W3C).
/// </summary>
internal static class WishHeaders
{
    public static IReadOnlyList<HeaderFact> All { get; } =
    [
        new("Sec-GPC", FieldSource.Browser, "Sec-GPC.Control", line => line.Words[line.Value == "1" ? "Sec-GPC" : "Sec-GPC.Other"]),
        new("DNT", FieldSource.Browser, "DNT.Control", line => line.Words[line.Value switch { "1" => "DNT.1", "0" => "DNT.0", _ => "DNT" }]),
        new("Save-Data", FieldSource.Browser, "Save-Data.Control", line => line.Words[line.Has("on") ? "Save-Data" : "Save-Data.Off"]),
        new("Upgrade-Insecure-Requests", FieldSource.Browser, "Upgrade-Insecure-Requests.Control", line =>
            line.Words[line.Means == FetchMeans.Frame ? "Upgrade-Insecure-Requests.Frame" : "Upgrade-Insecure-Requests"]),
    ];
}
