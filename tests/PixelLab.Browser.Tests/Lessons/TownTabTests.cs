using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Lessons;

/// <summary>However many lessons one takes, the town has one tab.</summary>
public sealed class TownTabTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private static readonly string[] FirstEight =
    [
        "what-a-tracking-pixel-is", "how-it-works", "what-a-hit-carries", "website-pixels", "advertising-pixels", "email-pixels",
        "why-businesses-use-them", "pixels-and-cookies",
    ];

    [Fact]
    public async Task Whoever_presses_every_way_into_the_town_in_eight_lessons_has_two_tabs_open()
    {
        await OpenAsync();
        IPage? town = null;
        foreach (var slug in FirstEight)
        {
            await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons/" + slug));
            foreach (var way in await Page.Locator(".task.do .button").AllAsync())
            {
                town ??= await Page.Context.RunAndWaitForPageAsync(() => way.ClickAsync());
                await Page.BringToFrontAsync();
                await way.ClickAsync();
                await Expect(town).ToHaveURLAsync(await way.EvaluateAsync<string>("link => link.href"), new() { Timeout = 30_000 });
            }
        }

        Assert.Equal([Page, town!], Page.Context.Pages);
    }

    [Fact]
    public async Task The_panel_opens_in_the_towns_tab_and_leads_back_to_the_lesson_in_each_lesson()
    {
        await OpenAsync();
        foreach (var (slug, way) in new[] { ("what-a-tracking-pixel-is", "Open the shoes"), ("how-it-works", "Open the article") })
        {
            await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons/" + slug));
            var town = await GoAlongAsync(way);
            await town.Locator("lab-dock").GetByRole(AriaRole.Option).First.ClickAsync();
            await town.Locator("lab-dock").GetByRole(AriaRole.Link, new() { Name = "Everything it sent" }).ClickAsync();
            await Expect(town).ToHaveURLAsync(new Regex("/panel\\?hit="));
            await town.GoBackAsync();
            await town.Locator("lab-dock").GetByRole(AriaRole.Link, new() { Name = "Open the panel" }).ClickAsync();
            await Expect(town).ToHaveURLAsync(new Regex("/panel$"));
            Assert.Equal([Page, town], Page.Context.Pages);
            await BackAsync(town);
            await OnlyTheLessonAsync();
        }
    }

    /// <summary>The panel of a shop that was opened by hand is no child of the lesson's tab; the browser's other tabs are asked.</summary>
    [Fact]
    public async Task Back_to_the_lesson_leads_to_its_tab_from_a_tab_that_was_not_opened_from_it()
    {
        await OpenAsync();
        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons/what-a-tracking-pixel-is"));
        await Expect(Page.Locator("main[data-opened=yes]")).ToHaveCountAsync(1);
        var shop = await NewPageAsync();
        await shop.GotoAsync(Lab.Url("shop", Seat, ShopSite.Product));
        var panel = await Page.Context.RunAndWaitForPageAsync(
            () => shop.Locator("lab-dock").GetByRole(AriaRole.Link, new() { Name = "Open the panel" }).ClickAsync());
        await BackAsync(panel);
        await shop.CloseAsync();
        await OnlyTheLessonAsync();
    }

    [Fact]
    public async Task Where_no_tab_shows_it_any_more_the_lesson_comes_back_in_the_towns_and_is_replaced_by_nothing()
    {
        await OpenAsync();
        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons/what-a-tracking-pixel-is"));
        var lesson = await GoAlongAsync("Open the shoes");
        await Page.CloseAsync();
        await BackAsync(lesson);
        await Expect(lesson).ToHaveURLAsync(new Regex("/lessons/what-a-tracking-pixel-is#"));
        await Expect(lesson.Locator("[data-check=two-companies].met")).ToBeInViewportAsync();
        var town = await lesson.Context.RunAndWaitForPageAsync(() => lesson.GetByRole(AriaRole.Link, new() { Name = "Open the shoes" }).ClickAsync());
        await Expect(town).ToHaveURLAsync(new Regex("/shoes/3$"));
        await Expect(lesson).ToHaveURLAsync(new Regex("/lessons/what-a-tracking-pixel-is#"));
    }

    [Fact]
    public async Task What_is_tried_in_a_lesson_opens_in_the_towns_tab()
    {
        await OpenAsync();
        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons/pixels-and-cookies"));
        var town = await GoAlongAsync("Open the shoes");
        await Page.BringToFrontAsync();
        var row = Page.Locator("lesson-compare tr[data-experiment=refuse_third_party]");
        await row.Locator("th summary").ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        await row.GetByRole(AriaRole.Link, new() { NameRegex = new("^Open ") }).ClickAsync();
        await Expect(town).Not.ToHaveURLAsync(new Regex("/shoes$"));
        Assert.Equal([Page, town], Page.Context.Pages);
    }

    [Fact]
    public async Task Firefox_opens_the_panel_in_the_towns_tab_too_and_goes_back_from_it()
    {
        await using var firefox = await Firefox.StartAsync();
        await firefox.GoAsync(Lab.Url("lab", Seat, "/lessons/how-it-works"));
        await firefox.PressAsync(".task.do a[href$='/town/the-bridge-that-waits']");
        await Eventually.TrueAsync("the tab beside the lesson shows the article", async () => (await firefox.TabsAsync()) is [_, var town] && town.EndsWith("waits", StringComparison.Ordinal));
        await firefox.PressInTabAsync("waits", Loaded("document.querySelector('lab-dock').shadowRoot.querySelector('.foot a')"));
        await Eventually.TrueAsync("the same tab shows the panel", async () => (await firefox.TabsAsync()) is [_, var town] && town.EndsWith("/panel", StringComparison.Ordinal));
        await firefox.PressInTabAsync("/panel", Loaded("document.querySelector('lab-step').shadowRoot.querySelector('.back')"));
        await Eventually.TrueAsync("only the lesson is open", async () => (await firefox.TabsAsync()) is [var lesson] && lesson.EndsWith("/lessons/how-it-works", StringComparison.Ordinal));
    }

    /// <summary>What is pressed once the page has loaded with its scripts.</summary>
    private static string Loaded(string element) =>
        $"({{ click: () => document.readyState === 'complete' ? {element}.click() : addEventListener('load', () => {element}.click()) }})";

    private Task<IPage> GoAlongAsync(string way) =>
        Page.Context.RunAndWaitForPageAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = way }).First.ClickAsync());

    private static Task BackAsync(IPage from) => from.Locator("lab-step").GetByRole(AriaRole.Link, new() { Name = "Back to the lesson" }).ClickAsync();

    private Task OnlyTheLessonAsync() => Eventually.TrueAsync("only the lesson is open", () => Task.FromResult(Page.Context.Pages is [var last] && last == Page));

    [Fact]
    public async Task Firefox_uses_the_same_tab_again_too_and_goes_back_from_it()
    {
        await using var firefox = await Firefox.StartAsync();
        await firefox.GoAsync(Lab.Url("lab", Seat, "/lessons/advertising-pixels"));
        foreach (var way in new[] { "/shoes/3", "/sport/ten-kilometres-before-breakfast" })
        {
            await firefox.PressAsync($".task.do a[href$='{way}']");
            await Eventually.TrueAsync($"the tab beside the lesson shows {way}", async () => (await firefox.TabsAsync()) is [_, var town] && town.EndsWith(way, StringComparison.Ordinal));
        }

        // Its tab ends on the way back: the lesson is where it was.
        await firefox.PressInTabAsync("/sport/ten-kilometres-before-breakfast", "document.querySelector('lab-step').shadowRoot.querySelector('.back')");
        await Eventually.TrueAsync("only the lesson is open", async () => (await firefox.TabsAsync()) is [var lesson] && lesson.EndsWith("/lessons/advertising-pixels", StringComparison.Ordinal));
    }
}
