using System.Net;
using System.Text.Json;

namespace PixelLab.Web.Tests.Ads;

/// <summary>The ads that the learner books, in a browser that lets third parties keep cookies.</summary>
public sealed class CampaignTests(AdTownServer server) : IClassFixture<AdTownServer>
{
    [Fact]
    public async Task A_booked_ad_stands_on_the_news_site_and_the_page_that_says_why_names_the_campaign()
    {
        using var browser = server.Browser("booked");
        await BookAsync(browser, "hundred-looked");
        await browser.OpenAsync("shop", "/shoes/3");

        await browser.OpenAsync("news", "/sport/ten-kilometres-before-breakfast");

        var ad = Assert.Single(await AdsAsync(browser), one => Text(one, "campaign") == "hundred-looked");
        Assert.Equal(("retargeting", "3"), (Text(ad, "reason"), Text(ad, "product")));
        var why = await browser.TextAsync(browser.At("adnet", $"/why/{Text(ad, "ad")}"));
        Assert.Contains("your campaign “You had a good look at it”, from your hundred euros", WebUtility.HtmlDecode(why), StringComparison.Ordinal);
        Assert.Contains("You looked at Trail Runner 2", WebUtility.HtmlDecode(why), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_campaign_that_is_stopped_is_shown_no_more()
    {
        using var browser = server.Browser("stopped");
        await BookAsync(browser, "hundred-everybody");
        await browser.OpenAsync("news", "/");
        await BookAsync(browser, "");
        await browser.OpenAsync("news", "/");

        Assert.Single(await AdsAsync(browser), ad => Text(ad, "campaign") == "hundred-everybody");
        Assert.Equal("everybody", Text((await AdsAsync(browser)).First(ad => Text(ad, "campaign") == "hundred-everybody"), "reason"));
    }

    [Fact]
    public async Task The_page_tells_who_is_on_the_list_and_marks_the_visitor()
    {
        using var browser = server.Browser("listed");
        var before = WebUtility.HtmlDecode(await browser.TextAsync(browser.At("adnet", "/campaign")));
        await browser.OpenAsync("shop", "/shoes/3");

        var page = WebUtility.HtmlDecode(await browser.TextAsync(browser.At("adnet", "/campaign")));

        Assert.DoesNotContain("of them yours", before, StringComparison.Ordinal);
        Assert.Contains("of them yours", page, StringComparison.Ordinal);
        Assert.Contains("You and 1,000 invented people.", page, StringComparison.Ordinal);
    }

    private static async Task BookAsync(TownBrowser browser, string campaign)
    {
        using var answer = await browser.PostAsync("adnet", "/campaign", "campaign", campaign);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    private static async Task<List<JsonElement>> AdsAsync(TownBrowser browser) =>
        [.. (await browser.EventsAsync()).Where(one => Text(one, "kind") == "ad")];

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() : null;
}
