using PixelLab.Core.Events;

namespace PixelLab.Core.Population;

/// <summary>A kind of browser: what it calls itself and which lines it sends, in its own order and spelling.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Agent">Its <c>User-Agent</c>.</param>
/// <param name="IsPhone">Whether it runs on a phone.</param>
/// <param name="KeepsPartitioned">Whether it keeps a jar per site for cookies marked <c>Partitioned</c> (CHIPS) where it refuses others.</param>
/// <param name="Screen">The screen's size in CSS pixels, as scripts report it.</param>
/// <param name="Window">The size of its window in CSS pixels.</param>
/// <param name="Lines">The lines for an image of another site; names in braces are filled in.</param>
public sealed record BrowserKind(string Name, string Agent, bool IsPhone, bool KeepsPartitioned, string Screen, string Window, IReadOnlyList<string> Lines)
{
    private const string Documents = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static readonly string[] Chromium =
    [
        "Host: {host}", "Connection: keep-alive", "sec-ch-ua-platform: {platform}", "User-Agent: {agent}",
        "sec-ch-ua: \"Chromium\";v=\"156\", \"Not.A/Brand\";v=\"8\"", "sec-ch-ua-mobile: {mobile}",
        "Accept: image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8", "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image", "Referer: {referer}", "Accept-Encoding: gzip, deflate, br, zstd",
        "Accept-Language: {language}", "Sec-GPC: {gpc}", "Cookie: {cookie}",
    ];

    private static readonly string[] Firefox =
    [
        "Host: {host}", "User-Agent: {agent}", "Accept: image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5",
        "Accept-Language: {language}", "Accept-Encoding: gzip, deflate, br, zstd", "Connection: keep-alive", "Referer: {referer}",
        "Cookie: {cookie}", "Sec-Fetch-Dest: image", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Site: cross-site", "Priority: u=5, i",
        "Sec-GPC: {gpc}",
    ];

    private static readonly string[] Safari =
    [
        "Host: {host}", "Sec-Fetch-Dest: image", "User-Agent: {agent}",
        "Accept: image/webp,image/avif,image/jxl,image/heic,image/heic-sequence,video/*;q=0.8,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5",
        "Referer: {referer}", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Accept-Language: {language}",
        "Priority: u=5, i", "Accept-Encoding: gzip, deflate, br", "Cookie: {cookie}", "Connection: keep-alive",
    ];

    /// <summary>The kinds on phones, the most common first.</summary>
    public static readonly IReadOnlyList<BrowserKind> Phones =
    [
        new("Chrome on Android", "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36",
            true, true, "412x915", "412x785", Of(Chromium, "\"Android\"", "?1")),
        new("Safari on iPhone", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1",
            true, false, "390x844", "390x664", Safari),
        new("Firefox on Android", "Mozilla/5.0 (Android 15; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0", true, true, "412x892", "412x765", Firefox),
        new("Samsung Internet", "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36",
            true, true, "384x854", "384x726", Of(Chromium, "\"Android\"", "?1")),
    ];

    /// <summary>The kinds on laptops, the most common first.</summary>
    public static readonly IReadOnlyList<BrowserKind> Laptops =
    [
        new("Chrome on Windows", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36",
            false, true, "1920x1080", "1920x945", Of(Chromium, "\"Windows\"", "?0")),
        new("Safari on a Mac", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15",
            false, false, "1512x982", "1512x829", Safari),
        new("Firefox on Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0", false, true, "1920x1080", "1900x960", Firefox),
        new("Edge on Windows", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0",
            false, true, "1536x864", "1536x730", Of(Chromium, "\"Windows\"", "?0")),
        new("Chrome on a Mac", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36",
            false, true, "1440x900", "1440x765", Of(Chromium, "\"macOS\"", "?0")),
    ];

    /// <summary>The header lines of a request, in this browser's order; a line whose value is null is left out.</summary>
    /// <param name="host">The host asked.</param>
    /// <param name="referer">The page's origin, as browsers send it to other sites; null for none.</param>
    /// <param name="language">The languages.</param>
    /// <param name="gpc">Whether Global Privacy Control is on.</param>
    /// <param name="cookie">The cookies, or null.</param>
    /// <param name="asked">What is asked for.</param>
    public IEnumerable<NameValue> Headers(
        string host, string? referer, string language, bool gpc, string? cookie, AskedFor asked = AskedFor.Image)
    {
        foreach (var line in Lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var name = line[..colon];
            var value = (name, asked) switch
            {
                ("Accept", AskedFor.Page or AskedFor.Frame) => Documents,
                ("Accept", AskedFor.Beacon) => "*/*",
                ("Sec-Fetch-Site", AskedFor.Page) => referer is null ? "none"
                    : referer.Contains($"//{host}/", StringComparison.Ordinal) ? "same-origin" : "cross-site",
                ("Sec-Fetch-Mode", AskedFor.Page or AskedFor.Frame) => "navigate",
                ("Sec-Fetch-Dest", AskedFor.Page) => "document",
                ("Sec-Fetch-Dest", AskedFor.Frame) => "iframe",
                ("Sec-Fetch-Dest", AskedFor.Beacon) => "empty",
                _ => line[(colon + 2)..],
            };
            value = value switch
            {
                "{host}" => host,
                "{agent}" => Agent,
                "{referer}" => referer,
                "{language}" => language,
                "{gpc}" => gpc ? "1" : null,
                "{cookie}" => cookie,
                _ => value,
            };
            if (value is not null)
            {
                yield return new NameValue(name, value);
                if (asked == AskedFor.Beacon && name == "User-Agent")
                {
                    yield return new NameValue("Content-Length", "0");
                }
                else if (asked == AskedFor.Beacon && name == "Accept" && referer is not null)
                {
                    // A POST names the origin of its page (Fetch, section 3.1).
                    yield return new NameValue("Origin", referer.TrimEnd('/'));
                }
            }
        }
    }

    private static string[] Of(string[] lines, string platform, string mobile) =>
    [
        .. lines.Select(line => line
            .Replace("{platform}", platform, StringComparison.Ordinal)
            .Replace("{mobile}", mobile, StringComparison.Ordinal)),
    ];
}

/// <summary>What a browser asks for, which its headers tell (Fetch Metadata, W3C).</summary>
public enum AskedFor
{
    /// <summary>A page in a tab.</summary>
    Page,

    /// <summary>A page in a frame of another site.</summary>
    Frame,

    /// <summary>An image of another site.</summary>
    Image,

    /// <summary>A message of a script that outlives its page (Beacon, W3C).</summary>
    Beacon,
}
