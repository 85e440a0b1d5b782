namespace PixelLab.Browser.Tests.Ads;

/// <summary>A hundred euros spent at AdNet, and the ad that they buy.</summary>
public sealed class CampaignTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    /// <summary>How long thirty days of a thousand people may take on a busy machine, in milliseconds.</summary>
    private const float DaysGoBy = 120_000;

    [Fact]
    public async Task The_ad_that_was_paid_for_stands_in_the_newspaper_and_says_who_paid()
    {
        await OpenAsync(new Visitor { World = CookieWorld.Open });
        await BookAsync("looked at something");
        await GoAsync("shop", ShopSite.Product);
        await ArrivedAsync("the network hears of the shoe", one => one.GetProperty("kind").GetString() == "hit" && one.GetProperty("event").GetString() == "view_item");
        await GoAsync("news", "/sport/ten-kilometres-before-breakfast");
        var ad = Page.FrameLocator("iframe[title='Advertisement'] >> nth=0");
        await Expect(ad.GetByText("You had a good look at it")).ToBeVisibleAsync();

        var why = await Page.Context.RunAndWaitForPageAsync(() => ad.GetByRole(AriaRole.Link, new() { Name = "Why this ad?" }).PressInFrameAsync());

        await Expect(why.GetByText("your campaign “You had a good look at it”")).ToBeVisibleAsync();
        await GoAsync("adnet", "/campaign");
        await Expect(Page.GetByText("It was shown to you 1 time.")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true, ColorScheme.Light)]
    [InlineData(false, ColorScheme.Dark)]
    public async Task By_keyboard_the_money_is_spent_and_three_answers_say_what_it_brought(bool scripts, ColorScheme scheme)
    {
        await OpenAsync(new() { Scripts = scripts, Scheme = scheme, Width = 320, Height = 800 });
        await GoAsync("adnet", "/campaign");
        await Page.GetByRole(AriaRole.Radio, new() { NameRegex = new("Everybody") }).FocusAsync();
        await Page.Keyboard.PressAsync("Space");
        await Page.Keyboard.PressAsync("Enter");

        foreach (var title in new[] { "AdNet tells you", "A comparison lets you believe", "What really happened" })
        {
            await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = title })).ToBeVisibleAsync(new() { Timeout = DaysGoBy });
        }

        await Expect(Page.Locator(".figures")).ToContainTextAsync("The money lasted until day");
        Assert.True(await Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320);
        if (scripts)
        {
            await AssertAccessibleAsync(Page, "/campaign");
        }
    }

    private async Task BookAsync(string whom)
    {
        await GoAsync("adnet", "/campaign");
        await Page.GetByRole(AriaRole.Radio, new() { NameRegex = new(whom) }).CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Spend €100" }).ClickAsync();
        await Expect(Page.GetByText("You are one of the people")).ToBeVisibleAsync();
    }

    private Task<IResponse?> GoAsync(string host, string path) => Page.GotoAsync(Lab.Url(host, Seat, path));
}
