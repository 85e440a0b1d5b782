using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Metrics;

namespace PixelLab.Core.Tests;

/// <summary>Builds hits for tests; each <c>With…</c> gives a changed copy.</summary>
public static class BuiltHit
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 14, 3, 7, TimeSpan.Zero);

    public static Hit OfMetrics(string query = "", string[]? head = null) =>
        Of(MetricsWire.VendorName, "/px/PL-SHOP-1.gif" + (query.Length > 0 ? "?" + query : ""), head ?? BrowserHeads.Chromium);

    public static Hit OfAdnet(string query = "", string[]? head = null) =>
        Of(AdnetWire.VendorName, "/tr" + (query.Length > 0 ? "?" + query : ""), head ?? BrowserHeads.Chromium);

    public static Hit Of(string vendor, string target, params string[] head) => new()
    {
        Id = 1,
        At = Noon,
        Vendor = vendor,
        Site = "shop",
        Request = Request($"GET {target} HTTP/1.1", head),
    };

    public static CapturedRequest Request(string requestLine, params string[] head)
    {
        var text = string.Join("\r\n", [requestLine, .. head]);
        return new CapturedRequest
        {
            Head = text,
            Scheme = "http",
            Path = requestLine.Split(' ').ElementAtOrDefault(1)?.Split('?')[0] ?? "",
            Address = "127.0.0.1",
            HeadBytes = text.Length + 4,
        };
    }

    public static Hit WithHeader(this Hit hit, string name, string value) =>
        hit with { Request = hit.Request with { Head = $"{hit.Request.Head}\r\n{name}: {value}" } };

    public static Hit Setting(this Hit hit, params string[] setCookies) => hit with { SetCookies = setCookies };

    public static Hit On(this Hit hit, string? site) => hit with { Site = site };

    public static Hit From(this Hit hit, string address) => hit with { Request = hit.Request with { Address = address } };
}
