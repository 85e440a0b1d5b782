namespace PixelLab.Browser.Tests.Lessons;

/// <summary>The pages of lessons for readers who enlarge them, and on paper.</summary>
public sealed class PaperAndZoomTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    /// <summary>What reaches beyond the window and can't be scrolled to in a box of its own.</summary>
    private const string Beyond = """
        () => [...document.querySelectorAll('main *, header *')].filter((one) => {
          const box = one.getBoundingClientRect();
          if (box.width === 0 || box.right <= innerWidth + 1 || getComputedStyle(one).visibility === 'hidden' || one.closest('.unseen, .skip')) return false;
          for (let up = one.parentElement; up; up = up.parentElement) {
            if (['auto', 'scroll'].includes(getComputedStyle(up).overflowX)) return false;
          }
          return true;
        }).map((one) => one.outerHTML.slice(0, 120))
        """;

    private static readonly string[] Pages =
        ["/lessons", "/lessons/a-whole-lesson?teacher=1", "/lessons/pixels-and-cookies", "/lessons/glossary", "/lessons/instructors-guide"];

    [Theory]
    [InlineData(640, 2, 100)]
    [InlineData(1280, 1, 200)]
    public async Task Everything_can_be_read_at_twice_the_size(int width, int pixels, int text)
    {
        await OpenAsync(new() { Width = width, Height = 400 });
        await Shop.OpenAsync(ShopSite.Product);
        await ArrivedAsync("something to show", one => one.GetProperty("kind").GetString() == "hit");
        var browser = await Page.Context.NewCDPSessionAsync(Page);
        await browser.SendAsync("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = 400, ["deviceScaleFactor"] = pixels, ["mobile"] = false });
        foreach (var path in Pages)
        {
            await Page.GotoAsync(Lab.Url("lab", Seat, path));
            await Page.EvaluateAsync("text => document.documentElement.style.fontSize = text + '%'", text);
            await Expect(Page.Locator("hit-list, lesson-compare article, main")).Not.ToHaveCountAsync(0);
            Assert.Empty(await Page.EvaluateAsync<string[]>(Beyond));
            Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} is wider than the window");
            await AssertStuckIsSmallAsync(path);
        }
    }

    [Fact]
    public async Task On_paper_stands_what_can_be_opened_on_the_screen_in_dark_letters_on_white()
    {
        await OpenAsync(new() { Scheme = ColorScheme.Dark });
        foreach (var path in Pages)
        {
            await Page.GotoAsync(Lab.Url("lab", Seat, path));
            await Page.EmulateMediaAsync(new() { Media = Media.Print });
            Assert.Equal("rgba(0, 0, 0, 0)", await StyleAsync("body", "backgroundColor"));
            Assert.True(await Page.EvaluateAsync<bool>("getComputedStyle(document.querySelector('main')).color.match(/\\d+/g).slice(0, 3).every((part) => part < 80)"));
            await Expect(Page.Locator("nav:visible, main button:visible")).ToHaveCountAsync(0);
            Assert.NotEmpty(await Page.PdfAsync(new() { Format = "A4" }));
            await Page.EmulateMediaAsync(new() { Media = Media.Screen });
        }

        await Page.GotoAsync(Lab.Url("lab", Seat, Pages[1]));
        await Expect(Page.Locator(".quiz button").First).ToBeVisibleAsync();
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(Page.Locator(".hint > div").Nth(2)).ToBeVisibleAsync();
        await Expect(Page.Locator(".quiz .why").First).ToBeVisibleAsync();
        await Expect(Page.GetByText("A pixel tells its owner that you were there.")).ToBeVisibleAsync();
        await Expect(Page.Locator(".sources li").First).ToBeVisibleAsync();
        Assert.Contains("shop.localhost", await StyleAsync(".do .button", "content", "::after"), StringComparison.Ordinal);
        Assert.Contains("rfc-editor.org", await StyleAsync(".sources a.outside", "content", "::after"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_to_take_along_fits_on_one_side_of_paper()
    {
        await OpenAsync();
        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons/field-sheet"));
        Assert.Equal(1, await PrintedPagesAsync());
    }

    [Fact]
    public async Task A_core_lesson_prints_on_at_most_four_sheets_with_boxes_to_tick_also_in_easy_words()
    {
        await OpenAsync();
        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons"));
        var core = await Page.Locator("section[aria-labelledby=CoreTitle] li[data-lesson]:not([data-tasks=''])").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.lesson)");
        Assert.InRange(core.Length, 12, 20);
        foreach (var slug in core)
        {
            await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons/" + slug));
            await AssertSheetsAsync(slug);
            var easy = Page.GetByRole(AriaRole.Button, new() { Name = "Easy to read" });
            if (await easy.CountAsync() > 0)
            {
                await easy.ClickAsync();
                await Expect(Page.Locator(".easy [aria-pressed=true]")).ToBeVisibleAsync();
                await Eventually.TrueAsync("the page has come whole", async () => await Page.EvaluateAsync<string>("document.readyState") == "complete");
                await AssertSheetsAsync(slug + " in easy words");
                await easy.ClickAsync();
                await Expect(Page.Locator(".easy [aria-pressed=false]")).ToBeVisibleAsync();
            }
        }
    }

    private async Task AssertSheetsAsync(string what)
    {
        var sheets = await PrintedPagesAsync();
        Assert.True(sheets is >= 1 and <= 4, $"{what} prints on {sheets} sheets");
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        var boxes = await Page.Locator(".options input, .tick").EvaluateAllAsync<string[]>("all => all.map(one => getComputedStyle(one).borderTopStyle)");
        Assert.True(boxes.Length > 0 && boxes.All(border => border == "solid"), $"{what} has no boxes to tick");
        await Page.EmulateMediaAsync(new() { Media = Media.Null });
    }

    [Fact]
    public async Task A_figure_has_a_drawing_for_narrow_windows_whose_words_are_as_large_as_the_text()
    {
        await OpenAsync(new() { Width = 390 });
        foreach (var slug in new[] { "how-it-works", "advertising-pixels", "pixels-and-cookies", "cookie-matching", "mail-privacy-proxies" })
        {
            await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons/" + slug));
            var drawing = Page.Locator("figure img");
            await drawing.ScrollIntoViewIfNeededAsync();
            await Expect(drawing).ToHaveJSPropertyAsync("complete", true);
            Assert.Contains("-narrow.svg", await drawing.EvaluateAsync<string>("one => one.currentSrc"), StringComparison.Ordinal);
            Assert.InRange(await drawing.EvaluateAsync<double>("one => one.clientWidth / one.naturalWidth"), 0.9, 1.3);
        }
    }

    /// <summary>What stays in view while one scrolls must leave the reader most of the window.</summary>
    private async Task AssertStuckIsSmallAsync(string path)
    {
        var stuck = await Page.EvaluateAsync<double>("""
            () => Math.max(0, ...[...document.querySelectorAll('body *')]
              .filter((one) => ['sticky', 'fixed'].includes(getComputedStyle(one).position) && one.getBoundingClientRect().width > innerWidth / 2)
              .map((one) => one.getBoundingClientRect().height / innerHeight))
            """);
        Assert.True(stuck < 0.34, $"{path}: what stays in view takes {stuck:P0} of the window");
    }

    private Task<string> StyleAsync(string selector, string property, string? part = null) =>
        Page.Locator(selector).First.EvaluateAsync<string>("(one, [property, part]) => getComputedStyle(one, part)[property]", new[] { property, part });
}
