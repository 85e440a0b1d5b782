namespace PixelLab.Browser.Tests;

/// <summary>Every page of the lab and of the town fits the width of a window, from a small phone's on.</summary>
public sealed class NarrowTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private static readonly int[] Widths = [320, 360, 390, 768, 1280];

    public static TheoryData<string, string[]> Pages() => new()
    {
        {
            "lab",
            [
                "/", "/story", "/lessons", "/lessons/glossary", "/lessons/advertising-pixels", "/lessons/deploying", "/panel", "/compare",
                "/reports", "/reports/pages", "/classroom", "/join", "/population", "/your-pixel", "/switches", "/check", "/replay", "/known",
            ]
        },
        { "shop", ["/", "/shoes", "/shoes/3", "/search?q=shoe", "/cart", "/checkout", "/account"] },
        { "news", ["/", "/town/the-bridge-that-waits", "/food/bread-at-three-in-the-morning"] },
        { "social", ["/"] },
        { "clinic", ["/", "/appointment"] },
        { "mail", ["/"] },
        { "adnet", ["/report", "/campaign"] },
        { "postbox", ["/report"] },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_has_to_be_scrolled_sideways(string host, string[] paths)
    {
        await OpenAsync();
        foreach (var path in paths)
        {
            await Page.GotoAsync(Lab.Url(host, Seat, path));
            foreach (var width in Widths)
            {
                await Page.SetViewportSizeAsync(width, 844);
                var whole = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                Assert.True(whole <= width, $"{host}{path} is {whole} pixels wide in a window of {width}");
            }
        }
    }
}
