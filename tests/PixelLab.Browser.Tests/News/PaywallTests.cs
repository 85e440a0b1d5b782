using PixelLab.Browser.Tests.Rules;

namespace PixelLab.Browser.Tests.News;

/// <summary>An article that ends after a few lines, and what signing up to read on tells.</summary>
public sealed class PaywallTests(SharedLab lab, Browsers browsers) : RulesTest(lab, browsers)
{
    private const string Closed = "/food/bread-at-three-in-the-morning";

    [Fact]
    public async Task Signing_up_opens_the_article_tells_the_network_who_and_brings_a_letter()
    {
        await OpenAsync();
        await GoAsync("news", Closed);
        await Expect(Page.GetByText("never once lasted until five")).ToHaveCountAsync(0);

        await Page.GetByRole(AriaRole.Link, new() { Name = "Fill in Ines Varga" }).ClickAsync();
        await Expect(Page.GetByLabel("Email")).ToHaveValueAsync("ines.varga@example.org");
        await Button("Sign up and read on").ClickAsync();

        await Expect(Page.GetByText("never once lasted until five")).ToBeVisibleAsync();
        var signUp = await HitOfAsync("adnet", hit => hit.GetProperty("event").GetString() == "sign_up");
        var url = Uri.UnescapeDataString(signUp.GetProperty("url").GetString()!);
        Assert.Contains("cd[content_name]=Bread at three in the morning", url.Replace('+', ' '), StringComparison.Ordinal);
        Assert.Matches("ud\\[em\\]=[0-9a-f]{64}", url);
        await Page.GetByRole(AriaRole.Link, new() { Name = "the inbox", Exact = true }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Welcome aboard, Ines" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task The_paywall_keeps_nobody_out_but_by_its_purpose(int width, ColorScheme scheme)
    {
        await OpenAsync(new() { Width = width, Scheme = scheme });
        await GoAsync("news", Closed + "?as=ines");

        await AssertAccessibleAsync(Page, "the paywall");
        Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the paywall is wider than the window");
    }
}
