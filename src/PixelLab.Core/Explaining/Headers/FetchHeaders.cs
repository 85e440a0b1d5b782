namespace PixelLab.Core.Explaining.Headers;

/// <summary>
/// How a request came about: Fetch Metadata Request Headers (W3C), Storage Access Headers (W3C Privacy CG), RFC 9218
/// (Priority) and the prefetch marks.
/// </summary>
internal static class FetchHeaders
{
    private const string CannotBeStopped =
        "Browsers set it so that servers can protect themselves. No page and no setting can change it.";

    public static IReadOnlyList<HeaderFact> All { get; } =
    [
        new("Sec-Fetch-Site", FieldSource.Browser, (value, _) => value switch
        {
            "cross-site" => "The page that carries the pixel belongs to another site: the vendor is a third party here.",
            "same-site" => "The page that carries the pixel belongs to the same site, on another host: to the browser, the vendor is no third party.",
            "same-origin" => "The page that carries the pixel is on the very same host.",
            "none" => "Nobody’s page asked for this: you typed the address or opened a bookmark.",
            _ => "How the page and the vendor are related.",
        }, CannotBeStopped),
        new("Sec-Fetch-Mode", FieldSource.Browser, (value, _) => value switch
        {
            "no-cors" => "An ordinary request for a picture or a beacon: the page may use the reply but not read it.",
            "cors" => "The page asks to read the reply too.",
            "same-origin" => "Only the same host was to be asked.",
            "navigate" => "The address was opened as a page, not as a picture within one.",
            "websocket" => "A lasting connection is asked for.",
            _ => "In which way the browser asks.",
        }, CannotBeStopped),
        new("Sec-Fetch-Dest", FieldSource.Browser, (value, _) => value switch
        {
            "image" => "The reply will be used as an image: this is a pixel in a page.",
            "empty" => "The reply will not be shown: a script sent this, for example with sendBeacon or fetch.",
            "document" => "The reply will be shown as a page of its own.",
            "iframe" or "frame" => "The reply will be shown in a frame within a page.",
            "script" => "The reply will be run as a script.",
            "style" => "The reply will be used as a style sheet.",
            _ => $"What the reply is for: {PlainText.Quoted(value, 40)}.",
        }, CannotBeStopped),
        HeaderFact.Fixed("Sec-Fetch-User", FieldSource.Browser,
            "You did something to start this, for example clicked a link.", CannotBeStopped),
        new("Sec-Fetch-Storage-Access", FieldSource.Browser, (value, _) => value switch
        {
            "active" => "The vendor may use its cookies here, although this is another site’s page.",
            "inactive" => "The vendor has been allowed its cookies on this site, but has not asked for them in this request.",
            "none" => "The browser gives the vendor no cookies of its own here, other than those kept for this one site.",
            _ => "Whether the vendor may use its cookies on this page.",
        }, "Chromium and its relatives send it with requests to other sites. It follows the setting for third-party cookies; with those blocked it says “none”."),
        new("Priority", FieldSource.Browser, (value, _) => PriorityMeaning(value),
            "It can’t be switched off. It differs a little between browsers, so it can help to tell them apart."),
        new("Sec-Purpose", FieldSource.Browser, (value, _) => Ahead(value),
            "Loading pages ahead can be switched off in the browser’s settings."),
        new("Purpose", FieldSource.Browser, (value, _) => Ahead(value),
            "Loading pages ahead can be switched off in the browser’s settings."),
        new("X-Purpose", FieldSource.Browser, (value, _) => Ahead(value),
            "Loading pages ahead can be switched off in the browser’s settings."),
        new("X-Moz", FieldSource.Browser, (value, _) => Ahead(value),
            "Loading pages ahead can be switched off in the browser’s settings."),
        HeaderFact.Fixed("Sec-Speculation-Tags", FieldSource.Browser,
            "Which rule of the page made the browser load this ahead.",
            "Loading pages ahead can be switched off in the browser’s settings."),
        new("Access-Control-Request-Method", FieldSource.Browser, (value, _) =>
            $"The browser first asks whether a script may send {PlainText.Quoted(value, 40)}.", CannotBeStopped),
        new("Access-Control-Request-Headers", FieldSource.Browser, (value, _) =>
            $"The browser first asks whether a script may send the headers {PlainText.Quoted(value)}.", CannotBeStopped),
        HeaderFact.Fixed("Access-Control-Request-Private-Network", FieldSource.Browser,
            "The browser first asks whether a public page may reach into this private network.", CannotBeStopped),
    ];

    private static string Ahead(string value) =>
        value.Contains("prerender", StringComparison.OrdinalIgnoreCase)
            ? "The browser prepares a page that you have not opened yet. A careful counter waits until you do."
            : value.Contains("prefetch", StringComparison.OrdinalIgnoreCase) || value.Contains("preview", StringComparison.OrdinalIgnoreCase)
                ? "The browser fetches this ahead, in case you need it. A careful counter leaves it out."
                : "Why the browser fetches this, other than to show it at once.";

    private static string PriorityMeaning(string value)
    {
        var urgency = value.Split(',', 8).Select(part => part.Trim())
            .Where(part => part is ['u', '=', >= '0' and <= '7'])
            .Select(part => part[2..])
            .FirstOrDefault() ?? "3";
        return $"How urgent the browser finds it: {urgency} on a scale from 0 (at once) to 7 (whenever). An image usually comes after the page itself.";
    }
}
