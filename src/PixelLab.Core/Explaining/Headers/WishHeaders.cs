namespace PixelLab.Core.Explaining.Headers;

/// <summary>Wishes that a user has set and the browser passes on: Global Privacy Control (W3C), DNT (W3C, ended 2019), Save-Data.</summary>
internal static class WishHeaders
{
    public static IReadOnlyList<HeaderFact> All { get; } =
    [
        new("Sec-GPC", FieldSource.Browser, (value, _) => value == "1"
                ? "You ask that your data be neither sold nor shared (Global Privacy Control). In a number of American states companies must obey. That you ask is itself a small mark of your browser."
                : "Global Privacy Control, with a value that says nothing.",
            "You set it: a setting in Firefox (on in its private windows), on in Brave, an extension elsewhere. Leaving it on is the point."),
        new("DNT", FieldSource.Browser, (value, _) => value switch
        {
            "1" => "You ask not to be tracked (Do Not Track). The wish was never made binding and nearly nobody obeys; few send it any more, so it helps to tell you apart.",
            "0" => "You say that tracking is fine with you (Do Not Track). Few browsers send this.",
            _ => "Do Not Track, with a value that says nothing.",
        }, "A setting of the browser, where it still has one. Global Privacy Control has taken its place."),
        HeaderFact.Fixed("Save-Data", FieldSource.Browser,
            "You have asked for pages with less data: perhaps a phone on a small contract.",
            "The browser’s or phone’s data saver."),
        new("Upgrade-Insecure-Requests", FieldSource.Browser, (_, _) => "The browser would rather have an encrypted page. It comes with pages, not with images: this address was opened by itself.",
            "It can’t be switched off and tells nothing about you."),
    ];
}
