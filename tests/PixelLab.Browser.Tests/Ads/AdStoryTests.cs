using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Ads;

/// <summary>An advertisement that follows a person, with third parties' cookies and without.</summary>
public sealed partial class AdStoryTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private const string Product = "Trail Runner 2";

    [Fact]
    public async Task The_shoes_follow_from_the_shop_to_the_feed_and_the_network_claims_the_sale()
    {
        await StayAloneAsync();
        await OpenAsync(new Visitor { World = CookieWorld.Open });
        await GoAsync("shop", "/shoes/3");
        await GoAsync("social", "/");
        var ad = FirstAd();
        await Expect(ad.GetByText(Product)).ToBeVisibleAsync();
        await Expect(ad.GetByText("€129.95")).ToBeVisibleAsync();

        var why = await Page.Context.RunAndWaitForPageAsync(() => ad.GetByRole(AriaRole.Link, new() { Name = "Why this ad?" }).PressInFrameAsync());
        await Expect(why.GetByText($"looked at the product “{Product}”")).ToBeVisibleAsync();
        await Expect(why.GetByRole(AriaRole.Link, new() { NameRegex = SeeHit() })).ToHaveCountAsync(2);

        await ad.GetByRole(AriaRole.Link, new() { NameRegex = Back() }).PressInFrameAsync();
        await Page.WaitForURLAsync(url => url.Contains("adclid=a1.", StringComparison.Ordinal));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add to cart" }).ClickAsync();
        await GoAsync("shop", "/checkout?as=mara");
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = Order() }).ClickAsync();
        await Expect(Dock.Hits.Filter(new() { HasText = "adnet" }).Filter(new() { HasText = "bought something" }))
            .Not.ToHaveCountAsync(0);

        await GoAsync("adnet", "/report");
        await Expect(Page.GetByText("claimed by a click")).ToBeVisibleAsync();
        var row = Page.GetByRole(AriaRole.Row, new() { NameRegex = StillThinking() });
        await Expect(row.GetByText("€129.95")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Show the town around me" }).ClickAsync();
        await Expect(row.Locator("td[data-label='Sales after a click'] .you-mark")).ToBeVisibleAsync();

        // The tab that the ad opened is no longer in the ad's frame: there too something can be bought.
        await why.GotoAsync(Lab.Url("shop", Seat, "/jackets/5"));
        await why.GetByRole(AriaRole.Button, new() { Name = "Add to cart" }).ClickAsync();
        await why.WaitForURLAsync("**/cart");
    }

    [Fact]
    public async Task What_was_looked_at_last_follows_however_often_it_was_shown_in_the_lessons_before()
    {
        await OpenAsync(new Visitor { World = CookieWorld.Open });
        foreach (var page in (string[])["/shoes/3", "/jackets/5", "/backpacks/8", "/jackets/6"])
        {
            await GoAsync("shop", page);
            await GoAsync("news", "/town/the-bridge-that-waits");
            await Expect(Middle.GetByText("Still thinking about it?")).ToBeVisibleAsync();
            await GoAsync("news", "/nature/the-island-that-is-let-each-summer");
        }

        await GoAsync("shop", "/shoes/3");
        await GoAsync("news", "/sport/ten-kilometres-before-breakfast");
        await Expect(Middle.GetByText(Product)).ToBeVisibleAsync();
        var why = await Page.Context.RunAndWaitForPageAsync(() => Middle.GetByRole(AriaRole.Link, new() { Name = "Why this ad?" }).PressInFrameAsync());
        await Expect(why.GetByText($"You looked at {Product} and did not buy it.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task With_third_party_cookies_blocked_the_page_decides_and_the_network_says_why()
    {
        await OpenAsync(new Visitor { World = CookieWorld.BlockedByPreference });
        await GoAsync("shop", "/jackets/5");
        await GoAsync("social", "/");
        var ad = FirstAd();
        await Expect(ad.GetByText("Grip for the last wet kilometre")).ToBeVisibleAsync();
        await Expect(ad.GetByText("Still thinking about it?")).ToHaveCountAsync(0);

        var why = await Page.Context.RunAndWaitForPageAsync(() => ad.GetByRole(AriaRole.Link, new() { Name = "Why this ad?" }).PressInFrameAsync());

        await Expect(why.GetByText(WithoutNumber())).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_ad_in_view_for_a_second_counts_as_seen_and_one_far_below_does_not()
    {
        await OpenAsync(new Visitor { World = CookieWorld.Open });
        await Page.SetViewportSizeAsync(1000, 900);

        var seen = await Page.RunAndWaitForRequestAsync(
            () => GoAsync("social", "/"), request => request.Url.Contains("/v?ad=", StringComparison.Ordinal));

        var first = await Page.Locator("iframe").First.ElementHandleAsync();
        Assert.Equal((await first!.ContentFrameAsync())?.Url, seen.Frame.Url);
        var below = Page.RunAndWaitForRequestAsync(
            () => Page.Locator("iframe").Nth(1).ScrollIntoViewIfNeededAsync(),
            request => request.Url.Contains("/v?ad=", StringComparison.Ordinal) && request.Url != seen.Url);
        Assert.NotEqual(seen.Frame.Url, (await below).Frame.Url);
    }

    private Task<IResponse?> GoAsync(string host, string path) => Page.GotoAsync(Lab.Url(host, Seat, path));

    private IFrameLocator Middle => Page.FrameLocator("#middle iframe");

    private IFrameLocator FirstAd() => Page.FrameLocator("iframe[title='Advertisement'] >> nth=0");

    // Whether the number of this one site is there in time depends on which of the page's pixels was answered first.
    [GeneratedRegex("no number came with the request|another number of AdNet’s for each site", RegexOptions.IgnoreCase)]
    private static partial Regex WithoutNumber();

    [GeneratedRegex("^See hit \\d+ in the panel$")]
    private static partial Regex SeeHit();

    [GeneratedRegex("Back to the shop")]
    private static partial Regex Back();

    [GeneratedRegex("^Order for")]
    private static partial Regex Order();

    [GeneratedRegex("Still thinking about it")]
    private static partial Regex StillThinking();
}
