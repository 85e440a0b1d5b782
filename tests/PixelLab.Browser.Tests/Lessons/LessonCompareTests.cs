namespace PixelLab.Browser.Tests.Lessons;

/// <summary>The comparison inside a lesson.</summary>
public sealed class LessonCompareTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private const string Whole = "/lessons/a-whole-lesson";

    [Fact]
    public async Task It_fills_while_the_reader_walks_and_shows_only_what_the_lesson_names()
    {
        await OpenAsync();
        await Page.GotoAsync(Lab.Url("lab", Seat, Whole));
        var compare = Page.Locator("lesson-compare");
        await Expect(compare).ToContainTextAsync("Nothing has happened yet.");
        await Expect(Page.Locator("main[data-connection=live]")).ToBeVisibleAsync();
        var walk = await NewPageAsync();
        await walk.GotoAsync(Lab.Url("shop", Seat, "/shoes"));
        await Expect(compare.GetByRole(AriaRole.Article).Filter(new() { HasText = "Pixel alone" })).ToContainTextAsync("1 visitor");
        await Expect(compare.GetByRole(AriaRole.Region, new() { Name = "Time line" })).ToBeVisibleAsync();
        await Expect(compare.Locator("tr[data-experiment]")).ToHaveCountAsync(2);
        await Expect(compare.GetByText("The pixel", new() { Exact = true })).ToHaveCountAsync(0);

        var row = compare.Locator("tr[data-experiment=clear_cookies]");
        await row.Locator("th summary").ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        await Expect(compare).ToContainTextAsync("The lab is watching");
        await ClearCookiesAsync();
        await walk.GotoAsync(Lab.Url("shop", Seat, "/shoes"));
        await Expect(row.Locator("td[data-lens=pixel]")).ToContainTextAsync("recognised");
        await Expect(row.Locator("td[data-lens=cookie]")).ToContainTextAsync("not recognised");
        await AssertAccessibleAsync(Page, "a lesson with a comparison");
    }

    [Fact]
    public async Task Without_scripts_it_tells_how_things_stood_and_a_lesson_without_it_does_not_load_its_script()
    {
        await OpenAsync(new() { Scripts = false });
        await Page.GotoAsync(Lab.Url("lab", Seat, Whole));
        await Expect(Page.Locator("lesson-compare")).ToContainTextAsync("Look around in the shop");
        await Page.GotoAsync(Lab.Url("shop", Seat, "/shoes"));
        await Page.GotoAsync(Lab.Url("lab", Seat, Whole));
        await Expect(Page.Locator("lesson-compare")).ToContainTextAsync("Pixel alone: one visitor so far.");
        await Expect(Page.Locator("lesson-compare")).ToContainTextAsync("Cookie alone: not tried yet.");
        await Expect(Page.Locator("script[src*=lesson-compare]")).ToHaveCountAsync(1);
        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons/the-lesson-before"));
        await Expect(Page.Locator("script[src*=lesson-compare]")).ToHaveCountAsync(0);
    }
}
