using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Web.Tests.Deploying;

/// <summary>What the guide for schools promises, held to a lab that runs behind the guide's own configuration.</summary>
public abstract partial class DeployedTests(DeployedLab lab)
{
    private static CancellationToken Patience => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;

    [Fact]
    public async Task Pages_name_https_addresses_on_the_right_domain_and_work_from_there()
    {
        var seat = await lab.SeatAsync();
        var page = WebUtility.HtmlDecode(await lab.Http.GetStringAsync(lab.At("shop", $"/~{seat}/"), Patience));
        var addresses = Addresses().Matches(page).Select(match => match.Value).Distinct().ToList();

        Assert.Contains(addresses, address => address.StartsWith(lab.Origin("metrics") + $"/~{seat}/px/", StringComparison.Ordinal));
        Assert.Contains(addresses, address => address.StartsWith(lab.Origin("adnet") + $"/~{seat}/", StringComparison.Ordinal));
        Assert.Contains(addresses, address => address.StartsWith(lab.Origin("lab") + "/", StringComparison.Ordinal));
        Assert.All(addresses.Where(address => address.Contains(":" + lab.At("lab", "/").Port, StringComparison.Ordinal)), address =>
            Assert.StartsWith("https://", address, StringComparison.Ordinal));

        // Their port is the proxy's, and none is the lab's own.
        Assert.DoesNotContain(":" + lab.Lab.Port, page, StringComparison.Ordinal);
        foreach (var style in Styles().Matches(page).Select(match => new Uri(lab.At("shop", "/"), match.Groups[1].Value)))
        {
            using var reply = await lab.Http.GetAsync(style, Patience);
            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
            Assert.Equal("text/css", reply.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task A_page_that_a_student_writes_lies_on_a_domain_of_its_own()
    {
        var seat = await lab.SeatAsync();
        using var page = await lab.Http.GetAsync(lab.At("sandbox", $"/~{seat}/"), Patience);
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.EndsWith("sandbox allow-scripts allow-same-origin", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors " + lab.Origin("lab"), policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vendor_is_a_third_party_with_a_cookie_that_only_https_allows()
    {
        var seat = await lab.SeatAsync();
        var page = WebUtility.HtmlDecode(await lab.Http.GetStringAsync(lab.At("shop", $"/~{seat}/"), Patience));
        var pixel = Addresses().Matches(page).Select(match => match.Value)
            .First(address => address.StartsWith(lab.Origin("adnet"), StringComparison.Ordinal) && address.Contains("/tr?", StringComparison.Ordinal));
        using var ask = new HttpRequestMessage(HttpMethod.Get, pixel);
        ask.Headers.Referrer = lab.At("shop", "/");
        ask.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var reply = await lab.Http.SendAsync(ask, Patience);

        Assert.True(reply.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found, $"{reply.StatusCode}");
        Assert.True(reply.Headers.TryGetValues("Set-Cookie", out var cookies), $"{reply}");
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("samesite=none", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        });

        // On the sites' own domain there is no such company.
        using var elsewhere = await lab.Http.GetAsync(
            new Uri(pixel.Replace(DeployedLab.Vendors, DeployedLab.Base, StringComparison.Ordinal)), Patience);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Fact]
    public async Task The_browsers_address_lands_in_the_hit_and_not_one_that_it_makes_up()
    {
        var seat = await lab.SeatAsync();
        var pixel = lab.At("metrics", $"/~{seat}/px/PL-SHOP-1.gif?from=browser");
        using var ask = new HttpRequestMessage(HttpMethod.Get, pixel);
        ask.Headers.Add("X-Forwarded-For", "203.0.113.7");
        ask.Headers.Add("X-Forwarded-Proto", "http");
        using var reply = await lab.Http.SendAsync(ask, Patience);

        Assert.Equal(TransparentGif.Bytes, await reply.Content.ReadAsByteArrayAsync(Patience));
        var hit = Assert.Single(await lab.HitsAsync(seat));
        Assert.Equal(DeployedLab.Browser.ToString(), hit.Text("address"));
        Assert.Equal(pixel.ToString(), hit.Text("url"));
    }

    [Fact]
    public async Task Whoever_comes_round_the_proxy_is_not_believed()
    {
        var seat = await lab.SeatAsync();
        using var round = new HttpClient(lab.Handler());
        using var ask = new HttpRequestMessage(
            HttpMethod.Get, $"http://metrics.{DeployedLab.Vendors}:{lab.Lab.Port}/~{seat}/px/PL-SHOP-1.gif");
        ask.Headers.Add("X-Forwarded-For", "203.0.113.7");
        ask.Headers.Add("X-Forwarded-Proto", "https");
        using var reply = await round.SendAsync(ask, Patience);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        var hit = Assert.Single(await lab.HitsAsync(seat));
        Assert.Equal(DeployedLab.Browser.ToString(), hit.Text("address"));
        Assert.StartsWith("http://", hit.Text("url"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hits_stream_through_web_sockets_and_through_server_sent_events()
    {
        foreach (var transport in new[] { HttpTransportType.WebSockets, HttpTransportType.ServerSentEvents })
        {
            var seat = await lab.SeatAsync();
            await using var connection = lab.Hub(transport);
            await connection.StartAsync(Patience);
            await using var stream = connection.StreamAsync<JsonElement>("Follow", seat, "", Patience).GetAsyncEnumerator(Patience);
            foreach (var number in Enumerable.Range(0, 3))
            {
                // Each is there before the next is sent: nothing on the way waits until it has more to pass on.
                using var reply = await lab.Http.GetAsync(lab.At("metrics", $"/~{seat}/px/PL-SHOP-1.gif?n={number}"), Patience);
                Assert.True(await stream.MoveNextAsync());
                Assert.Contains($"n={number}", stream.Current.GetRawText(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_form_of_several_megabytes_comes_through_and_only_from_the_labs_own_pages()
    {
        var seat = await lab.SeatAsync();
        using (var hit = await lab.Http.GetAsync(lab.At("metrics", $"/~{seat}/px/PL-SHOP-1.gif"), Patience))
        {
            Assert.Equal(HttpStatusCode.OK, hit.StatusCode);
        }

        var replay = await lab.Http.GetStringAsync(lab.At("lab", $"/api/seats/{seat}/export"), Patience);
        using var own = await PostAsync(seat, replay + new string(' ', 8 * 1024 * 1024), lab.Origin("lab"));
        Assert.Equal(HttpStatusCode.SeeOther, own.StatusCode);
        Assert.StartsWith(lab.Origin("lab") + "/", new Uri(lab.At("lab", "/"), own.Headers.Location!).ToString(), StringComparison.Ordinal);
        using var strange = await PostAsync(seat, replay, lab.Origin("shop"));
        Assert.Equal(HttpStatusCode.Forbidden, strange.StatusCode);
    }

    [Fact]
    public async Task Plain_http_leads_to_https()
    {
        using var reply = await lab.Http.GetAsync(lab.PlainAt("/page?x=1"), HttpCompletionOption.ResponseHeadersRead, Patience);
        Assert.True(reply.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect, $"{reply.StatusCode}");
        Assert.Equal("https", reply.Headers.Location!.Scheme);
        Assert.Equal("shop." + DeployedLab.Base, reply.Headers.Location.Host);
        Assert.Equal("/page?x=1", reply.Headers.Location.PathAndQuery);
    }

    private async Task<HttpResponseMessage> PostAsync(string seat, string replay, string origin)
    {
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(replay));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        form.Add(file, "replay", "replay.json");
        using var ask = new HttpRequestMessage(HttpMethod.Post, lab.At("lab", $"/~{seat}/replay")) { Content = form };
        ask.Headers.Add("Origin", origin);
        return await lab.Http.SendAsync(ask, Patience);
    }

    [GeneratedRegex("""https?://[^\s"'<>]+""")]
    private static partial Regex Addresses();

    [GeneratedRegex("href=\"([^\"]+\\.css[^\"]*)\"")]
    private static partial Regex Styles();
}

/// <summary>Behind nginx.</summary>
public sealed class NginxTests(NginxLab lab) : DeployedTests(lab), IClassFixture<NginxLab>;

/// <summary>Behind Caddy.</summary>
public sealed class CaddyTests(CaddyLab lab) : DeployedTests(lab), IClassFixture<CaddyLab>;

/// <summary>The guide shows what was run, and what can't be run here says what it lacks.</summary>
public sealed class DeployingGuideTests
{
    [Fact]
    public void A_proxy_that_is_not_installed_is_named_with_its_package()
    {
        var missing = Assert.Throws<InvalidOperationException>(() => ReverseProxy.Find("no-such-proxy", "its-package"));
        Assert.Equal("This test runs no-such-proxy, which is not installed. On Debian: apt-get install its-package", missing.Message);
    }

    [Theory]
    [InlineData("nginx.conf", "nginx")]
    [InlineData("upstream.conf", "nginx")]
    [InlineData("Caddyfile", "caddyfile")]
    [InlineData("pixellab.service", "ini")]
    public void The_guide_shows_the_very_file_that_these_tests_run(string file, string language)
    {
        var guide = File.ReadAllText(Path.Combine(Checkout.Folder, "lessons", "deploying.md"));
        var example = File.ReadAllText(Path.Combine(ReverseProxy.Examples, file));
        Assert.Contains($"```{language}\n{example}```\n", guide, StringComparison.Ordinal);
    }
}
