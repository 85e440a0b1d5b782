using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PixelLab.Web.Tests.Ads;

public sealed partial class AdTests(AdTownServer server) : IClassFixture<AdTownServer>
{
    private const string Product = "Trail Runner 2";

    [Fact]
    public async Task What_was_looked_at_in_the_shop_stands_in_the_social_feed()
    {
        using var browser = server.Browser("retarget");
        await browser.OpenAsync("shop", "/shoes/3");

        var feed = await browser.OpenAsync("social", "/");

        Assert.Contains(Product, feed, StringComparison.Ordinal);
        var ad = (await browser.EventsAsync()).Single(item => Kind(item) == "ad" && Text(item, "slot") == "feed-1");
        Assert.Equal("retargeting", Text(ad, "reason"));
        Assert.True(ad.GetProperty("because").GetArrayLength() >= 2);
    }

    [Fact]
    public async Task Without_cookies_the_page_decides()
    {
        using var browser = server.Browser("nocookie", cookies: false);
        await browser.OpenAsync("shop", "/jackets/5");

        await browser.OpenAsync("social", "/");

        var ads = (await browser.EventsAsync()).Where(item => Kind(item) == "ad").ToList();
        Assert.NotEmpty(ads);
        Assert.All(ads, ad => Assert.True(Text(ad, "reason") is "context" or "house"));
    }

    [Fact]
    public async Task The_page_that_says_why_names_the_hits()
    {
        using var browser = server.Browser("why");
        await browser.OpenAsync("shop", "/shoes/3");
        await browser.OpenAsync("social", "/");
        var ad = (await browser.EventsAsync()).Single(item => Kind(item) == "ad" && Text(item, "reason") == "retargeting");

        var why = await browser.TextAsync(browser.At("adnet", $"/why/{Text(ad, "ad")}"));

        Assert.Contains(Product, why, StringComparison.Ordinal);
        Assert.All(ad.GetProperty("because").EnumerateArray(), hit => Assert.Contains($"/panel?hit={hit.GetInt64()}", why, StringComparison.Ordinal));
        Assert.Single(await browser.EventsAsync(), item => Kind(item) == "setting" && Text(item, "name") == "adnet.why" && Text(item, "value") == "on");
    }

    [Fact]
    public async Task A_click_leads_to_the_ads_own_page_with_a_click_id()
    {
        using var browser = server.Browser("click");
        await browser.OpenAsync("shop", "/shoes/3");
        await browser.OpenAsync("social", "/");
        var ad = (await browser.EventsAsync()).Single(item => Kind(item) == "ad" && Text(item, "reason") == "retargeting");

        using var answer = await browser.SendAsync(browser.At("adnet", $"/click?ad={Text(ad, "ad")}&dest=https://evil.example/&url=//evil.example"));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var landing = answer.Headers.Location!;
        Assert.Equal(browser.At("shop", "/shoes/3").GetLeftPart(UriPartial.Path), landing.GetLeftPart(UriPartial.Path));
        Assert.Contains("adclid=a1.", landing.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/click")]
    [InlineData("/click?ad=https://evil.example/")]
    [InlineData("/click?ad=aaaaaaaaaaaa&dest=https://evil.example/")]
    [InlineData("/click?slot=side&eid=nobody.1&dest=//evil.example")]
    public async Task A_click_on_no_ad_leads_nowhere(string address)
    {
        using var browser = server.Browser("closed");

        using var answer = await browser.SendAsync(browser.At("adnet", address));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
    }

    [Fact]
    public async Task A_link_around_an_image_ad_finds_that_images_ad()
    {
        using var browser = server.Browser("image");
        var feed = await browser.OpenAsync("social", "/");
        var side = (await browser.EventsAsync()).Single(item => Kind(item) == "ad" && Text(item, "slot") == "side");

        var link = ImageLink().Match(feed).Groups[1].Value;
        using var answer = await browser.SendAsync(new Uri(WebUtility.HtmlDecode(link)));

        Assert.Contains($"utm_campaign={Text(side, "campaign")}", answer.Headers.Location!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Matching_sends_there_and_back_and_ends_in_the_image()
    {
        using var browser = server.Browser("match");
        var url = browser.At("adnet", "/match?start=551907&eid=view.3");
        string[] hosts = ["adnet", "broker", "adnet"];

        for (var step = 0; step < hosts.Length; step++)
        {
            Assert.StartsWith(hosts[step] + ".", url.Host, StringComparison.Ordinal);
            using var answer = await browser.SendAsync(url, "social");
            if (step == hosts.Length - 1)
            {
                Assert.Equal("image/gif", answer.Content.Headers.ContentType?.MediaType);
                return;
            }

            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            url = answer.Headers.Location!;
        }
    }

    [Theory]
    [InlineData("adnet", "/match?partner=evil.example&id=1")]
    [InlineData("adnet", "/match?partner=adnet&id=1")]
    [InlineData("broker", "/match?partner=broker&id=1")]
    [InlineData("broker", "/match?partner=//evil.example&id=1")]
    [InlineData("broker", "/match")]
    public async Task Whoever_is_no_partner_gets_the_image_and_no_redirect(string host, string address)
    {
        using var browser = server.Browser("partner");

        using var answer = await browser.SendAsync(browser.At(host, address));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/gif", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Pixels_of_one_page_get_one_number()
    {
        using var browser = server.Browser("number", cookies: false);
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(place => browser.SendAsync(browser.At("adnet", $"/tr?ev=PageView&eid=onepageview.{place}"))));

        Assert.Single(answers.Select(answer => answer.Headers.GetValues("Set-Cookie").First().Split(';')[0]).Distinct());
    }

    [Fact]
    public async Task An_ads_frame_lets_nothing_run_but_its_own_script_and_only_sites_frame_it()
    {
        using var browser = server.Browser("policy");

        using var answer = await browser.SendAsync(browser.At("adnet", "/slot?slot=x&ctx=sport&eid=view.1"));

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors http://shop.localhost", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_slot_names_are_kept_and_harm_nothing()
    {
        using var browser = server.Browser("hostile");

        using var answer = await browser.SendAsync(browser.At("adnet", $"/slot?slot=%3Cscript%3E&ctx={new string('x', 5000)}&pos=-1&eid={new string('y', 500)}"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string? Kind(JsonElement item) => Text(item, "kind");

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex("class=\"ad-image\" href=\"([^\"]+)\"")]
    private static partial Regex ImageLink();
}
