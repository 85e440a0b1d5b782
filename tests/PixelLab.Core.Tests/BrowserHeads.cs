namespace PixelLab.Core.Tests;

/// <summary>The header lines that real programs send with a pixel of another site.</summary>
public static class BrowserHeads
{
    public const string ChromiumAgent =
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";

    public const string FirefoxAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0";

    public const string SafariAgent =
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15";

    public static readonly string[] Chromium =
    [
        "Host: metrics.localhost:5080",
        "Connection: keep-alive",
        "sec-ch-ua-platform: \"Linux\"",
        $"User-Agent: {ChromiumAgent}",
        "sec-ch-ua: \"Chromium\";v=\"156\", \"Not.A/Brand\";v=\"8\"",
        "sec-ch-ua-mobile: ?0",
        "Accept: image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Mode: no-cors",
        "Sec-Fetch-Dest: image",
        "Sec-Fetch-Storage-Access: none",
        "Referer: http://shop.localhost:5080/",
        "Accept-Encoding: gzip, deflate, br, zstd",
        "Accept-Language: en-US,en;q=0.9",
    ];

    public static readonly string[] Firefox =
    [
        "Host: metrics.localhost:5080",
        $"User-Agent: {FirefoxAgent}",
        "Accept: image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5",
        "Accept-Language: en-GB,de;q=0.7,en;q=0.3",
        "Accept-Encoding: gzip, deflate, br, zstd",
        "Connection: keep-alive",
        "Referer: http://shop.localhost:5080/",
        "Sec-Fetch-Dest: image",
        "Sec-Fetch-Mode: no-cors",
        "Sec-Fetch-Site: cross-site",
        "Priority: u=5, i",
        "Sec-GPC: 1",
        "TE: trailers",
    ];

    public static readonly string[] Safari =
    [
        "Host: metrics.localhost:5080",
        "Sec-Fetch-Dest: image",
        $"User-Agent: {SafariAgent}",
        "Accept: image/webp,image/avif,image/jxl,image/heic,image/heic-sequence,video/*;q=0.8,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5",
        "Referer: http://shop.localhost:5080/",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Mode: no-cors",
        "Accept-Language: de-DE,de;q=0.9",
        "Priority: u=5, i",
        "Accept-Encoding: gzip, deflate, br",
        "Connection: keep-alive",
    ];

    public static readonly string[] GoogleImageProxy =
    [
        "Host: postbox.lab.example",
        "User-Agent: Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
        "Accept-Encoding: gzip, deflate, br",
        "Connection: Keep-alive",
    ];

    public static readonly string[] YahooMailProxy =
    [
        "Host: postbox.lab.example",
        "User-Agent: YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html",
        "Accept: */*",
        "Via: 1.1 proxy.example",
        "X-Forwarded-For: 198.51.100.7",
    ];
}
