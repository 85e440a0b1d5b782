namespace PixelLab.Browser.Tests.Story;

/// <summary>The pixels drawn over the page, and the rows of the dock that tell the same.</summary>
public sealed class DotTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private ILocator Switch => Page.GetByRole(AriaRole.Checkbox, new() { Name = "Show the pixels" });

    private ILocator Dots => Page.Locator("pixel-dots g");

    [Fact]
    public async Task They_move_nothing_in_the_page_and_are_remembered_on_every_site()
    {
        await OpenAsync(new() { World = CookieWorld.Open });
        await OpenShoesAsync();
        await Expect(Dots).ToHaveCountAsync(0);
        var before = await Page.Locator("body").BoundingBoxAsync();

        await ShowAsync();
        await Expect(Page.Locator("pixel-dots g[data-kind=hit]")).Not.ToHaveCountAsync(0);
        Assert.Equivalent(before, await Page.Locator("body").BoundingBoxAsync());
        await Page.GotoAsync(Lab.Url("news", Seat, "/"));
        await Expect(Switch).ToBeCheckedAsync();
        await Expect(Dots).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_row_and_its_dot_light_each_other_and_a_pressed_dot_opens_its_row()
    {
        await OpenAsync();
        await OpenShoesAsync();
        await ShowAsync();
        await Dock.Hits.First.HoverAsync();
        await Expect(Page.Locator("pixel-dots g.lit")).ToHaveCountAsync(1);
        await Dock.Hits.First.ClickAsync();
        await Expect(Page.Locator("pixel-dots g.chosen")).ToHaveCountAsync(1);

        var dot = Page.Locator("pixel-dots g[data-vendor=metrics]").First;
        await dot.HoverAsync();
        await Expect(Page.Locator("hit-list .row.lit")).ToContainTextAsync("Metrics");
        await dot.ClickAsync();
        await Expect(Page.Locator("hit-list .row[aria-selected=true]")).ToContainTextAsync("Metrics");

        await Dock.Hide.ClickAsync();
        await dot.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "About this request" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task What_a_dot_is_stands_beside_them_until_it_is_understood_and_comes_no_more(int width)
    {
        await OpenAsync(new() { Width = width, Height = 800 });
        var meaning = Page.GetByText("Each dot is a tracking pixel");
        await OpenShoesAsync();
        await Expect(meaning).ToHaveCountAsync(0);
        await ShowAsync();
        await Page.RunAndWaitForResponseAsync(
            async () =>
            {
                // Where it lies over a narrow page it stands once.
                if (width < 1000)
                {
                    await Dock.Hide.ClickAsync();
                }

                await Expect(meaning).ToBeInViewportAsync(new() { Ratio = 1 });
                await AssertAccessibleAsync(Page, "what a dot is");
                await Page.GetByRole(AriaRole.Button, new() { Name = "Got it" }).ClickAsync();
            },
            reply => reply.Url.EndsWith("/dock", StringComparison.Ordinal));
        await Expect(meaning).ToHaveCountAsync(0);
        await Shop.OpenAsync(ShopSite.Product);
        await Expect(Dots).Not.ToHaveCountAsync(0);
        await Expect(meaning).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(320)]
    public async Task On_a_phone_they_stand_in_the_window_and_cover_no_words_and_nothing_to_press_wherever_the_page_is_scrolled_to(int width)
    {
        await OpenAsync(new() { Width = width, Height = 640 });
        await OpenShoesAsync();
        await ShowAsync();
        foreach (var (host, path) in new[] { ("shop", ShopSite.Product), ("news", "/sport/ten-kilometres-before-breakfast"), ("social", "/"), ("mail", "/") })
        {
            await Page.GotoAsync(Lab.Url(host, Seat, path));
            if (host != "mail")
            {
                await Expect(Dots).Not.ToHaveCountAsync(0);
            }

            Assert.Equal("", await Page.EvaluateAsync<string>(Covered));
        }
    }

    /// <summary>Where a dot lies over the text or a control of the page, or out of the window, at any of some places of the page.</summary>
    private const string Covered = """
        async () => {
          const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          const found = [];
          const marks = () => [...document.querySelector('lab-dock').shadowRoot.querySelectorAll('pixel-dots')].flatMap((dots) => [...dots.shadowRoot.querySelectorAll('.mark')]).map((mark) => mark.getBoundingClientRect());
          const boxes = () => {
            const range = document.createRange();
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const all = [...document.querySelectorAll('button, input, select')].map((one) => [one.nodeName, one.getBoundingClientRect()]);
            while (texts.nextNode()) {
              const node = texts.currentNode;
              if (node.data.trim() && node.parentElement.checkVisibility() && !node.parentElement.closest('.hidden, .skip, script, style, lab-dock, lab-step')) {
                range.selectNode(node);
                all.push(...[...range.getClientRects()].map((box) => [node.data.trim().slice(0, 20), box]));
              }
            }
            return all;
          };
          for (let at = 0; at <= 4; at++) {
            scrollTo({ top: (document.documentElement.scrollHeight - innerHeight) * at / 4, behavior: 'instant' });
            await frame();
            for (const mark of marks()) {
              if (mark.left < 0 || mark.top < 0 || mark.right > innerWidth || mark.bottom > innerHeight) {
                found.push(`out of the window at ${mark.left}, ${mark.top}`);
              }
              found.push(...boxes().filter(([, box]) => box.left < mark.right && box.right > mark.left && box.top < mark.bottom && box.bottom > mark.top)
                .map(([words]) => `${words} at ${mark.left}, ${mark.top}`));
            }
          }
          return found.join('; ');
        }
        """;

    [Fact]
    public async Task What_they_show_is_said_and_a_sheet_of_paper_has_none()
    {
        await OpenAsync();
        await Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await OpenShoesAsync();
        await ShowAsync();
        await Expect(Switch).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("^Drawn over the page: \\d+ pixels that were sent, 0 missing"));
        await Expect(Page.Locator("pixel-dots .news")).ToHaveCountAsync(0);
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(Dots.First).ToBeHiddenAsync();
    }

    private async Task OpenShoesAsync()
    {
        await Shop.OpenAsync(ShopSite.Product);
        await Expect(Dock.Hits).Not.ToHaveCountAsync(0);
    }

    /// <summary>Turns them on, and waits until that is remembered.</summary>
    private async Task ShowAsync() => await Page.RunAndWaitForResponseAsync(() => Switch.CheckAsync(), reply => reply.Url.EndsWith("/dock", StringComparison.Ordinal) && reply.Request.PostData!.Contains("\"dots\"", StringComparison.Ordinal));
}
