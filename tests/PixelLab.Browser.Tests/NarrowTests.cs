namespace PixelLab.Browser.Tests;

/// <summary>Every page of the lab and of the town fits the width of a window, from a small phone's on.</summary>
public sealed class NarrowTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private static readonly int[] Widths = [320, 360, 390, 768, 820, 1024, 1280];

    public static TheoryData<string, string[]> Pages() => new()
    {
        {
            "lab",
            [
                "/", "/story", "/lessons", "/lessons/glossary", "/lessons/advertising-pixels", "/lessons/what-you-can-do", "/lessons/deploying", "/panel", "/compare",
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
            await Page.EvaluateAsync("for (const one of document.querySelectorAll('details')) { one.open = true; }");
            foreach (var width in Widths)
            {
                await Page.SetViewportSizeAsync(width, 844);
                var whole = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                Assert.True(whole <= width, $"{host}{path} is {whole} pixels wide in a window of {width}");
            }
        }
    }

    /// <summary>A word stands anywhere in its line, also at the window's edge.</summary>
    [Theory]
    [InlineData(320)]
    [InlineData(820)]
    [InlineData(1024)]
    public async Task What_a_word_means_stays_inside_the_window(int width)
    {
        await OpenAsync(new() { Width = width, Height = 1180 });
        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons/advertising-pixels"));
        await Expect(Page.Locator("main[data-connection=live]")).ToBeVisibleAsync();
        foreach (var term in await Page.Locator(".term > a").AllAsync())
        {
            await term.FocusAsync();
            var meaning = Page.GetByRole(AriaRole.Tooltip);
            await Expect(meaning).ToBeInViewportAsync(new() { Ratio = 1 });
            Assert.Equal(width, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    [Fact]
    public async Task The_labs_places_stand_in_one_row_on_a_tablet()
    {
        await OpenAsync();
        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons"));
        foreach (var width in (int[])[700, 740, 768, 800, 820, 900, 1000, 1280])
        {
            await Page.SetViewportSizeAsync(width, 844);
            var rows = await Page.Locator(".lab-bar nav > ul > li").EvaluateAllAsync<int>("all => new Set(all.map(one => Math.round(one.getBoundingClientRect().top))).size");
            Assert.True(rows == 1, $"{rows} rows in a window of {width}");
        }
    }
}
