using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Languages;

namespace PixelLab.Core.Tests.Explaining;

public sealed class HeaderMeaningTests
{
    [Theory]
    [InlineData("User-Agent", BrowserHeads.ChromiumAgent, "Chrome 156 on Linux")]
    [InlineData("User-Agent", "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36", "model are hidden")]
    [InlineData("user-agent", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "A robot that names itself: Googlebot 2")]
    [InlineData("Accept-Language", "en-GB,de;q=0.7", "English (United Kingdom) first, then German")]
    [InlineData("Accept-Language", "en-US,en;q=0.9", "read: English (United States).")]
    [InlineData("Accept-Language", "de;q=0.5,fr", "French first, then German")]
    [InlineData("Accept-Language", "tlh", "tlh")]
    [InlineData("Accept-Language", "*", "No language")]
    [InlineData("Accept", "image/avif,image/webp,*/*;q=0.8", "AVIF, WebP")]
    [InlineData("Accept-Encoding", "gzip, deflate, br, zstd", "gzip, Brotli, Zstandard, deflate")]
    [InlineData("Referer", "http://shop.localhost:5080/", "Which page it is, this does not tell")]
    [InlineData("Referer", "http://shop.localhost:5080/~k7m2qd/shoes/3?q=secret", "“/shoes/3?q=secret” on shop.localhost:5080")]
    [InlineData("Sec-CH-UA", "\"Google Chrome\";v=\"156\", \"Chromium\";v=\"156\", \"Not=A?Brand\";v=\"24\"", "Google Chrome 156, Chromium 156. The odd name")]
    [InlineData("Sec-CH-UA-Mobile", "?1", "runs on a phone")]
    [InlineData("Sec-CH-UA-Model", "\"Pixel 8\"", "Pixel 8")]
    [InlineData("Sec-Fetch-Site", "cross-site", "third party")]
    [InlineData("Sec-Fetch-Dest", "empty", "sendBeacon")]
    [InlineData("Sec-Fetch-Storage-Access", "none", "no cookies of its own here")]
    [InlineData("Priority", "u=5, i", "5 on a scale")]
    [InlineData("Sec-GPC", "1", "neither sold nor shared")]
    [InlineData("DNT", "1", "not to be tracked")]
    [InlineData("If-None-Match", "\"uid-77\"", "an id without a cookie")]
    [InlineData("Sec-Purpose", "prefetch;prerender", "not opened yet")]
    [InlineData("X-Forwarded-For", "203.0.113.9", "“203.0.113.9”")]
    [InlineData("CF-Connecting-IP", "203.0.113.9", "stands between you and this host, to be faster or to keep attacks away, passes on the address that asked it: “203.0.113.9”")]
    [InlineData("True-Client-IP", "203.0.113.9", "“203.0.113.9”")]
    [InlineData("CF-IPCountry", "T1", "finds your address: “T1”")]
    [InlineData("Sec-Browsing-Topics", "(1);v=chrome.1:1:2, ();p=P0000000000000", "numbers from a public list of topics: “(1);v=chrome.1:1:2")]
    [InlineData("Attribution-Reporting-Eligible", "event-source, trigger", "Older versions of Chrome")]
    [InlineData("Attribution-Reporting-Support", "web, os", "“web, os”")]
    [InlineData("Ping-To", "http://shop.localhost/a", "the link that you clicked: “http://shop.localhost/a”")]
    [InlineData("Sec-CH-Forced-Colors", "active", ": active.")]
    [InlineData("Accept-Encoding", "gzip, dcz", "gzip, shared dictionaries")]
    [InlineData("Available-Dictionary", ":pZGm1Av0IEBKARczz7exkNYsZb8LzaMrV7J32a2fFG4=:", "an id without a cookie")]
    [InlineData("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "made anew for each request")]
    public void A_header_is_decoded(string name, string value, string part) =>
        Assert.Contains(part, Explain(name, value).Meaning);

    [Theory]
    [InlineData("Content-Type: text/ping", "Content-Type", "which a link left when it was pressed", "with scripts off too")]
    [InlineData("Content-Type: application/reports+json", "Content-Type", "which the browser wrote because the page’s policy asks for it", "without any script")]
    [InlineData("Content-Type: text/plain", "Content-Type", "as a beacon does", "With scripts off there are no beacons")]
    [InlineData("Content-Type: text/ping", "body", "What a pressed link left here", "with scripts off too")]
    [InlineData("Content-Type: text/plain", "body", "What a script sent", "With scripts off")]
    public void A_body_is_told_by_what_really_sent_it(string header, string field, string meaning, string control)
    {
        var hit = BuiltHit.OfMetrics() with { Request = BuiltHit.Request("POST /px/a.gif HTTP/1.1", header) with { Body = "PING", BodyBytes = 4 } };
        var explained = HitExplainer.Fields(hit, Language.English).First(one => one.Field == field);
        Assert.Contains(meaning, explained.Meaning, StringComparison.Ordinal);
        Assert.Contains(control, explained.Control, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cache-Control: max-age=0", "Content-Type: text/ping", "by itself")]
    [InlineData("Cache-Control: max-age=0", "Sec-Fetch-Dest: image", "reload")]
    [InlineData("Upgrade-Insecure-Requests: 1", "Sec-Fetch-Dest: iframe", "shown in a frame")]
    [InlineData("Upgrade-Insecure-Requests: 1", "Sec-Fetch-Dest: document", "opened by itself")]
    [InlineData("Save-Data: off", "DNT: 1", "No data saver")]
    [InlineData("Save-Data: on", "DNT: 1", "asked for pages with less data")]
    public void A_header_is_told_by_the_request_it_came_with(string header, string with, string part) => Assert.Contains(
        part, HitExplainer.Fields(BuiltHit.OfMetrics("", [header, with]), Language.English).First(field => header.StartsWith(field.Field + ":", StringComparison.Ordinal)).Meaning);

    [Fact]
    public void Where_the_browser_does_not_say_what_for_a_header_goes_by_what_the_request_was_answered_with()
    {
        var slot = BuiltHit.Of("adnet", "/slot?slot=top", "Accept: text/html", "Upgrade-Insecure-Requests: 1");
        var explained = HitExplainer.Explain(slot, Language.English);
        Assert.Equal(FetchMeans.Frame, explained.Account.Means);
        Assert.Contains("shown in a frame", explained.Fields.Single(field => field.Field == "Upgrade-Insecure-Requests").Meaning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("font")]
    [InlineData("audio")]
    [InlineData("video")]
    [InlineData("object")]
    [InlineData("embed")]
    [InlineData("report")]
    [InlineData("manifest")]
    [InlineData("track")]
    [InlineData("serviceworker")]
    public void Every_destination_has_words_of_its_own(string destination) =>
        Assert.DoesNotContain($"“{destination}”", Explain("Sec-Fetch-Dest", destination).Meaning, StringComparison.Ordinal);

    [Theory]
    [InlineData("Sec-WebSocket-Key")]
    [InlineData("Sec-WebSocket-Version")]
    [InlineData("Sec-WebSocket-Extensions")]
    [InlineData("Sec-WebSocket-Protocol")]
    public void A_lasting_connections_headers_are_known(string name) => Assert.Equal(FieldSource.Browser, Explain(name, "13").Source);

    [Theory]
    [InlineData("15.0.0", "Windows 11")]
    [InlineData("10.0.0", "Windows 10")]
    public void A_windows_version_is_told_as_people_know_it(string version, string words)
    {
        var hit = BuiltHit.OfMetrics("", ["sec-ch-ua-platform: \"Windows\"", $"sec-ch-ua-platform-version: \"{version}\""]);
        Assert.Contains(words, HitExplainer.Fields(hit, Language.English)[^1].Meaning);
    }

    [Theory]
    [InlineData("User-Agent", FieldSource.Browser)]
    [InlineData("Host", FieldSource.Network)]
    [InlineData("Cookie", FieldSource.Cookie)]
    [InlineData("Via", FieldSource.Network)]
    [InlineData("X-Nobody", FieldSource.Unknown)]
    public void A_header_has_its_source(string name, FieldSource source) => Assert.Equal(source, Explain(name, "x").Source);

    private static ExplainedField Explain(string name, string value) =>
        HitExplainer.Fields(BuiltHit.OfMetrics("", [$"{name}: {value}"]), Language.English).First(field => field.Field == name);
}
