using CsCheck;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Explaining.UserAgents;

namespace PixelLab.Core.Tests.Explaining.Accounts;

public sealed class FetchReaderTests
{
    [Theory]
    [InlineData(BrowserHeads.ChromiumAgent, FetchedBy.Person)]
    [InlineData(BrowserHeads.FirefoxAgent, FetchedBy.Person)]
    [InlineData(BrowserHeads.SafariAgent, FetchedBy.Person)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36", FetchedBy.Person)]
    [InlineData("Mozilla/5.0 (Linux; Android 12; CUBOT NOTE 40) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36", FetchedBy.Person)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.0", FetchedBy.Person)]
    [InlineData("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", FetchedBy.Robot)]
    [InlineData("Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/116.0.1938.76 Safari/537.36", FetchedBy.Robot)]
    [InlineData("Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); compatible; ChatGPT-User/1.0; +https://openai.com/bot", FetchedBy.Robot)]
    [InlineData("facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", FetchedBy.Robot)]
    [InlineData("WhatsApp/2.23.20.0", FetchedBy.Robot)]
    [InlineData("Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", FetchedBy.Robot)]
    [InlineData("python-requests/2.32.3", FetchedBy.Robot)]
    [InlineData("Go-http-client/2.0", FetchedBy.Robot)]
    [InlineData("axios/1.7.2", FetchedBy.Robot)]
    [InlineData("curl/8.9.1", FetchedBy.Robot)]
    [InlineData("SomethingNobodyListed/3.1 (https://example.org/about)", FetchedBy.Robot)]
    [InlineData("Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)", FetchedBy.Proxy)]
    [InlineData("YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html", FetchedBy.Proxy)]
    [InlineData("Mozilla/5.0", FetchedBy.Relay)]
    [InlineData("Mozilla/5.0 (Linux; Android 14; M bot 60 Build/UP1A.231005.007) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36", FetchedBy.Person)]
    [InlineData("Mozilla/5.0 (Linux; U; Android 15; en-us; CPH2655 Build/AP3A.240617.008) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36", FetchedBy.Person)]
    [InlineData("Microsoft Office/16.0 (Windows NT 10.0; Microsoft Word 16.0.19000; Pro)", FetchedBy.Unknown)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 SiteChecker/2.0", FetchedBy.Robot)]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko; Some Tool) Chrome/156.0.0.0 Safari/537.36", FetchedBy.Robot)]
    [InlineData("Resizer/6.7, Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36", FetchedBy.Robot)]
    [InlineData("Mozilla/5.0 (compatible; um/1.0; write to ops@um.example) Gecko/20100101 Firefox/140.0", FetchedBy.Robot)]
    [InlineData("SomeRuntime/7.29.0", FetchedBy.Robot)]
    [InlineData("nothing anybody knows", FetchedBy.Robot)]
    [InlineData("", FetchedBy.Unknown)]
    public void The_program_tells_who_fetched(string agent, FetchedBy by)
    {
        var read = FetchReader.Of(BuiltHit.Of("metrics", "/px/a.gif", $"User-Agent: {agent}"));
        Assert.Equal(by, read.By);
        Assert.Equal(by == FetchedBy.Person, read.Counts);
    }

    [Theory]
    [InlineData("HEAD", "DNT: 1", FetchedBy.Check)]
    [InlineData("OPTIONS", "DNT: 1", FetchedBy.Check)]
    [InlineData("OPTIONS", "Access-Control-Request-Method: POST", FetchedBy.Preflight)]
    [InlineData("GET", "Sec-Purpose: prefetch", FetchedBy.Prefetch)]
    [InlineData("GET", "Sec-Purpose: prefetch;prerender", FetchedBy.Prefetch)]
    [InlineData("GET", "Purpose: prefetch", FetchedBy.Prefetch)]
    [InlineData("GET", "X-Moz: prefetch", FetchedBy.Prefetch)]
    [InlineData("GET", "DNT: 1", FetchedBy.Person)]
    public void A_browsers_request_says_what_it_is_for(string method, string header, FetchedBy by)
    {
        var hit = BuiltHit.OfMetrics() with { Request = BuiltHit.Request($"{method} /px/a.gif HTTP/1.1", [.. BrowserHeads.Chromium, header]) };
        Assert.Equal((by, by == FetchedBy.Person), (FetchReader.Of(hit).By, FetchReader.Of(hit).Counts));
    }

    [Theory]
    [InlineData("curl/8.9.1")]
    [InlineData("Mozilla/5.0")]
    [InlineData("")]
    public void Whoever_asks_for_the_head_alone_only_checks(string agent) => Assert.Equal(
        FetchedBy.Check,
        FetchReader.Of(BuiltHit.OfMetrics() with { Request = BuiltHit.Request("HEAD /px/a.gif HTTP/1.1", $"User-Agent: {agent}") }).By);

    [Theory]
    [InlineData("image", FetchMeans.Image)]
    [InlineData("iframe", FetchMeans.Frame)]
    [InlineData("embed", FetchMeans.Frame)]
    [InlineData("script", FetchMeans.Script)]
    [InlineData("serviceworker", FetchMeans.Script)]
    [InlineData("style", FetchMeans.Style)]
    [InlineData("font", FetchMeans.Font)]
    [InlineData("track", FetchMeans.Media)]
    [InlineData("empty", FetchMeans.Beacon)]
    [InlineData("report", FetchMeans.Report)]
    [InlineData("websocket", FetchMeans.Socket)]
    [InlineData("document", FetchMeans.Navigation)]
    [InlineData("manifest", FetchMeans.Other)]
    public void A_browser_says_by_what_means(string destination, FetchMeans means) =>
        Assert.Equal(means, FetchReader.Of(BuiltHit.Of("metrics", "/px/a.gif", $"Sec-Fetch-Dest: {destination}")).Means);

    [Theory]
    [InlineData("GET", "/tr", "Accept: image/webp,*/*;q=0.8", FetchMeans.Image)]
    [InlineData("GET", "/tr", "Accept: */*", FetchMeans.Image)]
    [InlineData("GET", "/click?ad=a", "Accept: text/html", FetchMeans.Navigation)]
    [InlineData("GET", "/slot", "Accept: text/html", FetchMeans.Frame)]
    [InlineData("POST", "/tr", "Content-Type: text/plain", FetchMeans.Beacon)]
    [InlineData("POST", "/tr", "Content-Type: text/ping", FetchMeans.Ping)]
    [InlineData("POST", "/tr", "Content-Type: application/reports+json", FetchMeans.Report)]
    public void Without_that_its_other_lines_and_its_answer_tell(string method, string target, string header, FetchMeans means)
    {
        var hit = BuiltHit.Of("adnet", target) with { Request = BuiltHit.Request($"{method} {target} HTTP/1.1", header) };
        Assert.Equal(means, FetchReader.Of(hit).Means);
    }

    [Fact]
    public void Sooner_after_delivery_than_anybody_reads_it_was_a_scanner()
    {
        var hit = BuiltHit.Of("postbox", "/o/m1.gif", BrowserHeads.Firefox);
        Assert.Equal(FetchedBy.Scanner, FetchReader.Of(hit, hit.At.AddSeconds(-1), TimeSpan.FromSeconds(2)).By);
        Assert.Equal(FetchedBy.Person, FetchReader.Of(hit, hit.At.AddSeconds(-3), TimeSpan.FromSeconds(2)).By);
    }

    [Fact]
    public void A_robot_goes_by_its_name() => Assert.Equal(
        "ChatGPT-User",
        UserAgentReader.Read("Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); compatible; ChatGPT-User/1.0; +https://openai.com/bot").Browser);

    [Fact]
    public void Whatever_a_request_holds_it_is_read() => Gen.Select(Gen.String[0, 40], Gen.String[0, 40], Gen.String[0, 300]).Sample((method, name, value) =>
        Assert.NotNull(FetchReader.Of(BuiltHit.OfMetrics() with { Request = BuiltHit.Request($"{method} / HTTP/1.1", $"{name}: {value}", $"User-Agent: {value}") })));
}
