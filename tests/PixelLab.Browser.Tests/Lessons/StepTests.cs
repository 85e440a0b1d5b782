using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Lessons;

/// <summary>The open lesson goes along into the town: its step is told, ticked where the thing is done, and leads back.</summary>
public sealed class StepTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private IPage _town = null!;

    private ILocator Step => _town.Locator("lab-step section");

    [Fact]
    public async Task It_ticks_in_the_dock_where_the_thing_is_done_and_leads_back_to_the_lesson_without_one_more_tab()
    {
        await OpenAsync();
        await GoAlongAsync("what-a-tracking-pixel-is", "Open the shoes");
        await Expect(_town.Locator("lab-dock > lab-step[docked]")).ToHaveCountAsync(1);
        await Expect(Step.GetByRole(AriaRole.Status)).ToContainTextAsync("Two companies heard that you opened the page");
        await Expect(Step).ToContainTextAsync("All checks are ticked.");

        // The tab that the way began in still shows the lesson, so the town's ends.
        await Step.GetByRole(AriaRole.Link, new() { Name = "Back to the lesson" }).ClickAsync();
        await Eventually.TrueAsync("the town's tab has ended", () => Task.FromResult(Page.Context.Pages is [var last] && last == Page));
        await Expect(Page.Locator("[data-check=two-companies].met")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Where_the_tab_of_the_lesson_shows_another_page_of_lessons_the_way_back_leads_there_and_to_the_place_in_the_text()
    {
        await OpenAsync();
        await GoAlongAsync("what-a-tracking-pixel-is", "Open the shoes");
        await Expect(Step).ToContainTextAsync("All checks are ticked.");
        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons"));
        await Step.GetByRole(AriaRole.Link, new() { Name = "Back to the lesson" }).ClickAsync();
        await Expect(Page).ToHaveURLAsync(new Regex("/lessons/what-a-tracking-pixel-is#part-\\d+$"));
        await Expect(Page.Locator("[data-check=two-companies].met")).ToBeInViewportAsync();
        await Eventually.TrueAsync("the town's tab has ended", () => Task.FromResult(Page.Context.Pages is [var last] && last == Page));
    }

    [Fact]
    public async Task Where_there_is_something_to_read_before_the_next_step_the_way_back_comes_first()
    {
        await OpenAsync();
        await GoAlongAsync("how-it-works", "Press something in the shop");
        await _town.GetByRole(AriaRole.Button, new() { Name = "Add to cart" }).ClickAsync();
        await Expect(Step).ToContainTextAsync("Done. Read on in the lesson.");
        await AssertAccessibleAsync(_town, "a step that is done");

        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons/what-a-hit-carries"));
        await Page.GetByRole(AriaRole.Link, new() { Name = "Open a jacket" }).ClickAsync();
        await Expect(_town).ToHaveURLAsync(new Regex("/jackets/5$"));
        await Expect(Step).ToContainTextAsync("Stay a stranger for now");
        await Expect(Step).ToHaveClassAsync(new Regex("read"));
        var (back, next) = (Step.GetByRole(AriaRole.Link, new() { Name = "Back to the lesson" }), Step.GetByRole(AriaRole.Link, new() { Name = "Come as a phone" }));
        var (first, second) = ((await back.BoundingBoxAsync())!, (await next.BoundingBoxAsync())!);
        Assert.True(first.Y < second.Y || first.X < second.X);
    }

    [Fact]
    public async Task Unfolded_by_hand_it_stays_so_on_other_sites_too()
    {
        await OpenAsync(new() { Width = 1280, Height = 480 });
        await GoAlongAsync("advertising-pixels", "Look at the shoes");
        var whole = Step.GetByRole(AriaRole.Button, new() { Name = "The whole step" });
        await Expect(whole).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(Step.Locator(".done")).ToBeHiddenAsync();
        await _town.RunAndWaitForResponseAsync(() => whole.PressAsync("Enter"), reply => reply.Url.EndsWith("/step", StringComparison.Ordinal));
        await _town.GotoAsync(Lab.Url("news", Seat, "/"));
        await Expect(whole).ToHaveAttributeAsync("aria-expanded", "true");
    }

    [Theory]
    [InlineData("lab", "/switches", 390, 844)]
    [InlineData("lab", "/switches", 320, 640)]
    [InlineData("shop", "/shoes/3", 390, 844)]
    [InlineData("shop", "/shoes/3", 320, 640)]
    public async Task On_a_phone_it_takes_a_third_of_the_window_at_most_with_its_buttons_whole(string host, string path, int width, int height)
    {
        await OpenAsync(new() { Width = width, Height = height });
        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons/what-you-can-do"));
        await Page.GetByRole(AriaRole.Link, new() { Name = "Put the switches back" }).First.ClickAsync();
        _town = await NewPageAsync();
        await _town.GotoAsync(Lab.Url(host, Seat, path));
        if (host == "shop")
        {
            await Expect(_town.Locator("lab-dock[open]")).ToBeVisibleAsync();
            await Step.GetByRole(AriaRole.Button, new() { Name = "The whole step" }).ClickAsync();
        }

        await Expect(Step.Locator(".back")).ToBeVisibleAsync();
        var strip = (await Step.BoundingBoxAsync())!;
        Assert.True(strip.Height <= (height / 3) + 1, $"It is {strip.Height} high.");
        foreach (var way in await Step.Locator(".ways a:visible").AllAsync())
        {
            var box = (await way.BoundingBoxAsync())!;
            Assert.True(box.Y >= strip.Y && box.Y + box.Height <= strip.Y + strip.Height, $"{await way.TextContentAsync()} is cut off.");
        }
    }

    [Fact]
    public async Task From_a_companys_page_too_it_leads_back_to_the_tab_of_the_lesson_and_why_this_ad_opens_in_the_towns()
    {
        await OpenAsync();
        await GoAlongAsync("advertising-pixels", "Look at the shoes");
        await Expect(Step.Locator(".open")).ToHaveTextAsync(new Regex("newspaper"));
        await Page.GetByRole(AriaRole.Link, new() { Name = "Read the news" }).ClickAsync();
        await _town.FrameLocator("iframe.ad-frame >> nth=0").GetByRole(AriaRole.Link, new() { Name = "Why this ad?" }).PressInFrameAsync();
        await Expect(_town).ToHaveURLAsync(new Regex("/why/"));
        Assert.Equal([Page, _town], Page.Context.Pages);
        await Step.GetByRole(AriaRole.Link, new() { Name = "Back to the lesson" }).ClickAsync();
        await Eventually.TrueAsync("the town's tab has ended", () => Task.FromResult(Page.Context.Pages is [var last] && last == Page));
    }

    [Fact]
    public async Task What_is_still_open_is_said_with_the_way_there_until_it_has_happened()
    {
        await OpenAsync(new() { Width = 1280, Height = 1200 });
        await GoAlongAsync("how-it-works", "Press something in the shop");
        await _town.GotoAsync(Lab.Url("shop", Seat, "/shoes"));
        await Expect(Step.Locator(".open")).Not.ToBeEmptyAsync();
        await Step.GetByRole(AriaRole.Link, new() { Name = "Press something in the shop" }).PressAsync("Enter");
        await Expect(_town).ToHaveURLAsync(new Regex("/shoes/3$"));
        await Expect(Step.Locator(".next")).Not.ToHaveTextAsync("Press something in the shop");
    }

    [Fact]
    public async Task Beside_a_dock_that_is_put_away_it_lies_at_the_foot_of_the_page_and_can_be_put_away_too()
    {
        await OpenAsync(new() { Width = 320, Height = 640 });
        await GoAlongAsync("how-it-works", "Open the article");
        await _town.Locator("lab-dock[open]").GetByRole(AriaRole.Button, new() { Name = "Hide" }).ClickAsync();
        await Expect(Step).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.Equal(320, await _town.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await AssertAccessibleAsync(_town, "a step on a phone");

        await Step.GetByRole(AriaRole.Button, new() { Name = "Put away" }).ClickAsync();
        await Expect(Step).ToBeHiddenAsync();
        await _town.ReloadAsync();
        await Expect(_town.Locator("lab-dock")).ToHaveCountAsync(1);
        await Expect(Step).ToBeHiddenAsync();
        Assert.Equal("0px", await _town.EvaluateAsync<string>("document.documentElement.style.getPropertyValue('--lab-covered')"));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Put_away_it_is_brought_back_from_the_docks_foot_by_keyboard_on_the_same_page_and_on_the_next(int width)
    {
        await OpenAsync(new() { Width = width, Height = 800 });
        await GoAlongAsync("how-it-works", "Open the article");
        var dock = _town.Locator("lab-dock[open]");
        var bring = dock.GetByRole(AriaRole.Button, new() { Name = "Show the lesson’s step" });
        await Expect(bring).ToHaveCountAsync(0);
        await AwayAsync();
        await Expect(bring).ToBeFocusedAsync();
        await bring.PressAsync("Enter");
        await Expect(Step.Locator(".says")).ToBeVisibleAsync();
        await Expect(Step.GetByRole(AriaRole.Button, new() { Name = "The whole step" })).ToBeFocusedAsync();

        await AwayAsync();
        await _town.GotoAsync(Lab.Url("shop", Seat, "/shoes"));
        if (width < 1000)
        {
            await _town.Locator("lab-dock .toggle").ClickAsync();
        }

        await Expect(Step.Locator(".says")).ToBeHiddenAsync();
        await AssertAccessibleAsync(_town, "a step that is put away");
        await bring.PressAsync("Enter");
        await Expect(Step.Locator(".says")).Not.ToBeEmptyAsync();
        await Expect(Step.Locator(".says")).ToBeVisibleAsync();
        await Expect(bring).ToHaveCountAsync(0);

        async Task AwayAsync()
        {
            // At the foot of a small sheet the step is one line until it is opened.
            var whole = Step.GetByRole(AriaRole.Button, new() { Name = "The whole step" });
            if (await whole.GetAttributeAsync("aria-expanded") == "false")
            {
                await whole.PressAsync("Enter");
            }

            await Step.GetByRole(AriaRole.Button, new() { Name = "Put away" }).PressAsync("Enter");
        }
    }

    /// <summary>What the company was told is what one came for: the step takes a line while it is read, and comes back by a press.</summary>
    [Theory]
    [InlineData(1280, 800)]
    [InlineData(820, 1180)]
    [InlineData(390, 844)]
    [InlineData(320, 640)]
    public async Task In_the_dock_it_folds_into_a_line_while_a_row_is_open_and_unfolds_by_a_press(int width, int height)
    {
        await OpenAsync(new() { Width = width, Height = height });
        await GoAlongAsync("advertising-pixels", "Look at the shoes");
        var dock = _town.Locator("lab-dock[open]");
        await Expect(dock).ToBeVisibleAsync();
        if (width == 1280)
        {
            // There is room for both.
            await Expect(Step.GetByRole(AriaRole.Button, new() { Name = "The whole step" })).ToHaveAttributeAsync("aria-expanded", "true");
        }

        await dock.GetByRole(AriaRole.Option).First.ClickAsync();
        var detail = dock.GetByRole(AriaRole.Region, new() { Name = "About this request" });
        await Expect(detail.GetByText("AdNet was told")).ToBeVisibleAsync();
        Assert.InRange((await Step.BoundingBoxAsync())!.Height, 40, 60);
        Assert.True((await detail.BoundingBoxAsync())!.Height > 120);
        Assert.Equal(width, await _town.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await AssertAccessibleAsync(_town, "a step in a line");

        var whole = Step.GetByRole(AriaRole.Button, new() { Name = "The whole step" });
        await Expect(whole).ToHaveAttributeAsync("aria-expanded", "false");
        await whole.PressAsync("Enter");
        await Expect(Step.GetByRole(AriaRole.Link, new() { Name = "Back to the lesson" })).ToBeVisibleAsync();
        await Expect(whole).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(whole).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("back", "Put all switches back", 820, 1180)]
    [InlineData("back", "Put all switches back", 390, 844)]
    [InlineData("back", "Put all switches back", 1280, 800)]
    [InlineData("cookies", "Clear the town’s cookies", 820, 1180)]
    [InlineData("cookies", "Clear the town’s cookies", 390, 844)]
    public async Task What_an_address_leads_to_lies_above_it(string anchor, string name, int width, int height)
    {
        await OpenAsync(new() { Width = width, Height = height });
        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons/what-you-can-do"));
        await Expect(Page.Locator("main[data-opened=yes], main[data-connection=live]").First).ToBeVisibleAsync();
        _town = await NewPageAsync();
        await _town.GotoAsync(Lab.Url("lab", Seat, "/switches#" + anchor));
        await Expect(Step).ToBeVisibleAsync();
        var button = _town.GetByRole(AriaRole.Button, new() { Name = name });
        await Expect(button).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(_town.Locator("#" + anchor)).ToBeInViewportAsync(new() { Ratio = 1 });
        var (pressed, strip) = (await button.BoundingBoxAsync(), await Step.BoundingBoxAsync());
        Assert.True(pressed!.Y + pressed.Height <= strip!.Y, $"the button ends at {pressed.Y + pressed.Height}, the strip begins at {strip.Y}");
    }

    [Fact]
    public async Task Where_no_lesson_is_open_nothing_goes_along_and_the_story_comes_first()
    {
        await OpenAsync();
        _town = Page;
        await Shop.OpenAsync();
        await Expect(Step).ToHaveCountAsync(0);

        await GoAlongAsync("what-a-tracking-pixel-is", "Open the shoes");
        await Expect(Step).ToHaveCountAsync(1);
        await Page.GotoAsync(Lab.Url("lab", Seat, "/"));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Look at this shoe" }).ClickAsync();
        await Expect(Page.Locator("lab-story")).ToHaveCountAsync(1);
        await Expect(Page.Locator("lab-step")).ToHaveCountAsync(0);

        await GoAlongAsync("how-it-works", "Open the article");
        await Expect(Step).ToHaveCountAsync(1);
        await Expect(_town.Locator("lab-story")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_scripts_it_stands_at_the_foot_of_the_page_and_is_ticked_on_the_next()
    {
        await OpenAsync(new() { Scripts = false });
        await GoAlongAsync("website-pixels", "Walk through the shop");
        await Expect(Step).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(Step.Locator(".open")).Not.ToBeEmptyAsync();
    }

    /// <summary>Opens a lesson, and presses its way into the town.</summary>
    private async Task GoAlongAsync(string slug, string way)
    {
        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons/" + slug));
        _town = await Page.Context.RunAndWaitForPageAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = way }).ClickAsync());
    }
}
