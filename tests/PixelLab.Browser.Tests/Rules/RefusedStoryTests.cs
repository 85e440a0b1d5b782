namespace PixelLab.Browser.Tests.Rules;

/// <summary>The story of the shoes, told to somebody who said no.</summary>
public sealed class RefusedStoryTests(SharedLab lab, Browsers browsers) : RulesTest(lab, browsers)
{
    [Fact]
    public async Task After_a_refusal_the_shoes_follow_nobody()
    {
        await OpenAsync(new() { World = CookieWorld.Open });
        await SetBannersAsync("Opt-in");
        await GoAsync("shop", ShopSite.Product);
        await Button("Refuse all").ClickAsync();
        await Expect(Banner).ToHaveCountAsync(0);
        await GoAsync("shop", ShopSite.Product);
        await GoAsync("social");
        await Button("Refuse all").ClickAsync();
        await Expect(Banner).ToHaveCountAsync(0);
        await GoAsync("social");

        await MissingAsync("adnet", "refused_consent");
        await MissingAsync("metrics", "refused_consent");
        await Expect(Page.Locator("iframe.ad-frame")).ToHaveCountAsync(0);
        await Expect(Page.Locator("main")).Not.ToContainTextAsync("Trail Runner 2");
        var panel = await OpenPanelAsync();
        await Expect(panel.Missing("You have not agreed, and the site keeps to it.").First).ToBeVisibleAsync();
        await Expect(panel.Hits()).ToHaveCountAsync(0);
        Assert.Empty(await HeardAsync());
    }
}
