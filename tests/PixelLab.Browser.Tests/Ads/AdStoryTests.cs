using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Ads;

public sealed partial class AdStoryTests(AdTown town) : IClassFixture<AdTown>
{
    private const string Product = "Trail Runner 2";

    [Fact]
    public async Task The_shoes_follow_from_the_shop_to_the_feed_and_the_network_claims_the_sale()
    {
        const string seat = "story";
        await using var browser = await town.BrowserAsync(thirdPartyCookies: true);
        var page = browser.Pages[0];
        await OpenAsync(page, town.At(seat, "shop", "/shoes/3"));
        await OpenAsync(page, town.At(seat, "social", "/"));
        var ad = FirstAd(page);
        await Expect(ad.GetByText(Product)).ToBeVisibleAsync();
        await Expect(ad.GetByText("€129.95")).ToBeVisibleAsync();

        var why = await browser.RunAndWaitForPageAsync(() => ad.GetByRole(AriaRole.Link, new() { Name = "Why this ad?" }).ClickAsync());
        await Expect(why.GetByText($"looked at the product “{Product}”")).ToBeVisibleAsync();
        await Expect(why.GetByRole(AriaRole.Link, new() { NameRegex = SeeHit() })).ToHaveCountAsync(2);

        await ad.GetByRole(AriaRole.Link, new() { NameRegex = Back() }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("adclid=a1.", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Add to cart" }).ClickAsync();
        await OpenAsync(page, town.At(seat, "shop", "/checkout?as=mara"));
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Order() }).ClickAsync();
        await Expect(new Dock(page).Hits.Filter(new() { HasText = "adnet" }).Filter(new() { HasText = "bought something" }))
            .Not.ToHaveCountAsync(0);

        await OpenAsync(page, town.At(seat, "adnet", "/report"));
        await Expect(page.GetByText("claimed by a click")).ToBeVisibleAsync();
        var row = page.GetByRole(AriaRole.Row, new() { NameRegex = StillThinking() });
        await Expect(row.GetByText("€129.95")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task With_third_party_cookies_blocked_the_page_decides_and_the_network_says_why()
    {
        const string seat = "blocked";
        await using var browser = await town.BrowserAsync(thirdPartyCookies: false);
        var page = browser.Pages[0];
        await OpenAsync(page, town.At(seat, "shop", "/jackets/5"));
        await OpenAsync(page, town.At(seat, "social", "/"));
        var ad = FirstAd(page);
        await Expect(ad.GetByText("Grip for the last wet kilometre")).ToBeVisibleAsync();
        await Expect(ad.GetByText("Still thinking about it?")).ToHaveCountAsync(0);

        var why = await browser.RunAndWaitForPageAsync(() => ad.GetByRole(AriaRole.Link, new() { Name = "Why this ad?" }).ClickAsync());

        await Expect(why.GetByText(WithoutNumber())).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_ad_in_view_for_a_second_counts_as_seen_and_one_far_below_does_not()
    {
        const string seat = "seen";
        await using var browser = await town.BrowserAsync(thirdPartyCookies: true);
        var page = browser.Pages[0];
        await page.SetViewportSizeAsync(1000, 900);

        var seen = await page.RunAndWaitForRequestAsync(
            () => page.GotoAsync(town.At(seat, "social", "/")), request => request.Url.Contains("/v?ad=", StringComparison.Ordinal));

        var first = await page.Locator("iframe").First.ElementHandleAsync();
        Assert.Equal((await first!.ContentFrameAsync())?.Url, seen.Frame.Url);
        var below = page.RunAndWaitForRequestAsync(
            () => page.Locator("iframe").Nth(1).ScrollIntoViewIfNeededAsync(),
            request => request.Url.Contains("/v?ad=", StringComparison.Ordinal) && request.Url != seen.Url);
        Assert.NotEqual(seen.Frame.Url, (await below).Frame.Url);
    }

    private static Task<IResponse?> OpenAsync(IPage page, string url) => page.GotoAsync(url, new() { WaitUntil = WaitUntilState.Load });

    private static IFrameLocator FirstAd(IPage page) => page.FrameLocator("iframe[title='Advertisement'] >> nth=0");

    // Whether the number of this one site is there in time depends on which of the page's pixels was answered first.
    [GeneratedRegex("no number came with the request|one that your browser keeps for this site only", RegexOptions.IgnoreCase)]
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
