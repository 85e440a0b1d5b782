namespace PixelLab.Browser.Tests.Lessons;

/// <summary>Lessons as a reader has them.</summary>
public sealed class LessonTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private const string Whole = "/lessons/a-whole-lesson";

    [Theory]
    [MemberData(nameof(Walks.All), MemberType = typeof(Walks))]
    public async Task A_wrong_turn_in_a_lesson_is_told_in_words_that_help(Walk walk)
    {
        await OpenAsync(new() { World = walk.World });
        await OpenLessonAsync("/lessons/" + walk.Slug);
        var beside = await NewPageAsync();
        foreach (var step in walk.Steps)
        {
            switch (step)
            {
                case GoTo to:
                    await beside.GotoAsync(Lab.Url(to.Host, Seat, to.Path), new() { WaitUntil = WaitUntilState.Load });
                    break;
                case Click click:
                    await beside.Locator(click.Selector).First.ClickAsync();
                    break;
                case PressInFrame press:
                    await beside.Locator(press.Selector).First.PressInFrameAsync();
                    break;
                case Press key:
                    await beside.Keyboard.PressAsync(key.Key);
                    break;
                case Write write:
                    await beside.Locator(write.Selector).First.FillAsync(write.Text.Replace("{metrics}", Lab.Url("metrics", Seat, ""), StringComparison.Ordinal));
                    break;
                case Sees sees:
                    await Expect(beside.Locator(sees.Selector).First).ToBeVisibleAsync();
                    break;
                case Arrives arrives:
                    await ArrivedAsync($"{arrives.Event} from {arrives.Vendor}", one => one.GetProperty("kind").GetString() == "hit"
                        && one.GetProperty("vendor").GetString() == arrives.Vendor && one.GetProperty("event").GetString() == arrives.Event);
                    break;
                case StillOpen open:
                    await Expect(Check(open.Check)).ToContainTextAsync(open.Words);
                    await Expect(Check(open.Check)).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("\\bmet\\b"));
                    break;
                case Ticks ticks:
                    await Expect(Check(ticks.Check)).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("\\bmet\\b"));
                    await Expect(Check(ticks.Check)).ToContainTextAsync("Done.");
                    break;
            }
        }
    }

    [Fact]
    public async Task What_was_done_is_remembered_counted_exported_and_forgotten()
    {
        await OpenAsync();
        await OpenLessonAsync(Whole);
        var quiz = Page.Locator("[data-quiz=quiz-1]");
        await quiz.GetByLabel("Your name").CheckAsync();
        await quiz.GetByRole(AriaRole.Button, new() { Name = "Check my answer" }).ClickAsync();
        await Expect(quiz).ToContainTextAsync("Not quite.");
        await Expect(quiz.Locator(".options")).ToContainTextAsync("A name comes in only with something else.");
        await quiz.GetByLabel("Your address").CheckAsync();
        await quiz.GetByRole(AriaRole.Button, new() { Name = "Check my answer" }).ClickAsync();
        await Expect(quiz).ToContainTextAsync("an ordinary request for a picture");
        var several = Page.Locator("[data-quiz=quiz-2]");
        await several.GetByLabel("Metrics").CheckAsync();
        await several.GetByRole(AriaRole.Button, new() { Name = "Check my answer" }).ClickAsync();
        await Expect(several).ToContainTextAsync("You have 1 of 2.");
        await several.GetByLabel("AdNet").CheckAsync();
        await several.GetByRole(AriaRole.Button, new() { Name = "Check my answer" }).ClickAsync();
        await Expect(Page.GetByText("2 of 3 tasks of this lesson done")).ToBeVisibleAsync();
        await Page.GetByLabel("Two or more").CheckAsync();
        await Page.ReloadAsync();
        await Expect(Page.GetByText("You guessed: “Two or more”")).ToBeVisibleAsync();

        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons"));
        var item = Page.Locator("[data-lesson=a-whole-lesson]");
        await Expect(item).ToContainTextAsync("begun");
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Go on: A whole lesson" })).ToBeVisibleAsync();
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = "Save my progress to a file" }).ClickAsync());
        var saved = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains("quiz:quiz-1", saved, StringComparison.Ordinal);

        await Page.GetByRole(AriaRole.Button, new() { Name = "Forget all my progress" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Expect(item).ToContainTextAsync("begun");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Forget all my progress" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Yes, erase it" }).ClickAsync();
        await Expect(item).Not.ToContainTextAsync("begun");

        await TakeAsync("""{"version":1,"last":"<img src=x>","lessons":{"__proto__":{"done":["check:x"]},"a-whole-lesson":{"done":["check:<script>",7,null],"guesses":{"predict-1":1e9}}},"x":1}""");
        await Expect(Page.GetByText("Your progress has been read.")).ToBeVisibleAsync();
        await Expect(item).Not.ToContainTextAsync("begun");
        await TakeAsync("""[{"version":1}]""");
        await Expect(Page.GetByText("This file is no saved progress")).ToBeVisibleAsync();
        await TakeAsync(saved);
        await Expect(item).ToContainTextAsync("begun");
    }

    [Fact]
    public async Task Starting_anew_erases_the_seat_once_it_was_asked()
    {
        await OpenAsync();
        await Shop.OpenAsync();
        await ArrivedAsync("the shop's pixels", one => one.GetProperty("kind").GetString() == "hit");
        await OpenLessonAsync(Whole);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Start anew" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Yes, erase it" }).ClickAsync();
        await Eventually.TrueAsync("the seat holds nothing but that the lesson was opened anew", async () =>
            (await Lab.EventsAsync(Seat)) is [var opened] && opened.GetProperty("kind").GetString() == "setting");
    }

    [Fact]
    public async Task Who_passes_a_guess_over_sees_the_checks_all_the_same()
    {
        await OpenAsync();
        await OpenLessonAsync("/lessons/how-it-works");
        var state = Check("heard-the-click").Locator(".state");
        await Expect(state).ToBeHiddenAsync();
        await Page.GetByText("Guess first. Or press here").First.ClickAsync();
        await Expect(Page.GetByText("Guess first. Or press here").Filter(new() { Visible = true })).ToHaveCountAsync(0);
        await Expect(state).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_guess_is_answered_by_the_hit_that_decides_it()
    {
        await OpenAsync();
        await OpenLessonAsync(Whole);
        var guess = Page.Locator("[data-predict]");
        var told = Check("saw-a-product").GetByText("Two companies heard");
        await Expect(told).ToBeHiddenAsync();
        await guess.GetByLabel("Nobody").CheckAsync();
        await Expect(guess).ToContainTextAsync("You guessed: “Nobody” Now see.");
        await Expect(told).ToBeHiddenAsync();
        var beside = await NewPageAsync();
        await beside.GotoAsync(Lab.Url("shop", Seat, ShopSite.Product));
        await Expect(guess).ToContainTextAsync("You thought nobody: here is one of the two that heard.");
        await Expect(guess.Locator("hit-list").GetByText("looked at the product")).ToBeVisibleAsync();
        await Expect(told).ToBeVisibleAsync();
        await Expect(guess).Not.ToContainTextAsync("Now see.");
        await guess.GetByLabel("Two or more").CheckAsync();
        await Expect(guess).ToContainTextAsync("You thought so, and so it was.");
        await Page.ReloadAsync();
        await Expect(guess).ToContainTextAsync("You guessed: “Two or more”");
        await Expect(guess).ToContainTextAsync("You thought so, and so it was.");
    }

    [Fact]
    public async Task What_was_first_answered_to_a_quiz_stands_there_after_a_reload()
    {
        await OpenAsync();
        await OpenLessonAsync(Whole);
        var quiz = Page.Locator("[data-quiz=quiz-1]");
        var check = quiz.GetByRole(AriaRole.Button, new() { Name = "Check my answer" });
        await quiz.GetByLabel("Your name").CheckAsync();
        await check.ClickAsync();
        await Page.ReloadAsync();
        await Expect(quiz.GetByLabel("Your name")).ToBeCheckedAsync();
        await Expect(quiz).ToContainTextAsync("This was your first answer. Not quite.");
        await Expect(quiz.Locator(".options")).ToContainTextAsync("A name comes in only with something else.");
        await quiz.GetByLabel("Your address").CheckAsync();
        await check.ClickAsync();
        await Expect(quiz).ToContainTextAsync("an ordinary request for a picture");
        await Page.ReloadAsync();
        await Expect(quiz.GetByLabel("Your name")).ToBeCheckedAsync();
        await Expect(quiz).ToContainTextAsync("This was your first answer. Since then you have found the right one.");
        await Expect(quiz).ToContainTextAsync("an ordinary request for a picture");
    }

    /// <summary>A page of the shop is of another site than the lab; that it leads to a lesson is told by the lesson's own script.</summary>
    [Fact]
    public async Task A_check_counts_from_the_opening_wherever_one_came_from_and_from_then_on_once_more_when_it_is_forgotten()
    {
        await OpenAsync();
        await Shop.OpenAsync(ShopSite.Product);
        await ArrivedAsync("adnet hears of a product", one => one.GetProperty("kind").GetString() == "hit" && one.GetProperty("event").GetString() == "view_item");
        await Page.EvaluateAsync("address => { location.href = address; }", Lab.Url("lab", Seat, Whole));
        await Expect(Page.Locator("main[data-connection=live][data-opened=yes]")).ToBeVisibleAsync();
        await Expect(Check("saw-a-product")).ToContainTextAsync("You did this earlier");
        await Expect(Check("saw-a-product")).ToContainTextAsync("Open any product in the shop.");
        var beside = await NewPageAsync();
        await beside.GotoAsync(Lab.Url("shop", Seat, ShopSite.Product));
        await Expect(Check("saw-a-product")).ToContainTextAsync("Done.");
        await Expect(Page.GetByText("1 of 3 tasks of this lesson done")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Forget this lesson’s progress" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Yes, erase it" }).ClickAsync();
        await Expect(Check("saw-a-product")).ToContainTextAsync("You did this earlier");
        await Expect(Page.GetByText("0 of 3 tasks of this lesson done")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_keyboard_is_enough()
    {
        await OpenAsync();
        await OpenLessonAsync(Whole);
        var meaning = Page.GetByRole(AriaRole.Tooltip);
        var term = Page.GetByRole(AriaRole.Link, new() { Name = "third party" });
        await term.FocusAsync();
        await Expect(meaning).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(meaning).ToBeHiddenAsync();
        await Expect(term).ToBeFocusedAsync();
        var hints = Page.Locator(".hint");
        await Expect(hints.Nth(1)).ToBeHiddenAsync();
        await hints.Nth(0).Locator("summary").FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(hints.Nth(1)).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Tab");
        await Expect(hints.Nth(1).Locator("summary")).ToBeFocusedAsync();
        await Expect(hints.Nth(2)).ToBeHiddenAsync();
        await Page.GetByLabel("Nobody").FocusAsync();
        await Page.Keyboard.PressAsync("Space");
        await Expect(Page.GetByText("You guessed: “Nobody”")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_scripts_everything_can_be_read_and_a_reload_checks()
    {
        await OpenAsync(new() { Scripts = false });
        await Page.GotoAsync(Lab.Url("lab", Seat, Whole));
        await Expect(Page.Locator(".hint")).ToHaveCountAsync(3);
        await Expect(Page.Locator(".hint").Nth(2)).ToBeVisibleAsync();
        await Expect(Page.GetByText("Show the answers").Last).ToBeVisibleAsync();
        await Expect(Page.Locator("[data-predict] .answers")).ToBeHiddenAsync();
        await Expect(Check("saw-a-product")).ToContainTextAsync("Reload this page to check again.");
        var beside = await NewPageAsync();
        await beside.GotoAsync(Lab.Url("shop", Seat, "/shoes"));
        await beside.Locator("main a[href*='/shoes/']").First.ClickAsync();
        await ArrivedAsync("adnet hears of a product", one => one.GetProperty("kind").GetString() == "hit" && one.GetProperty("event").GetString() == "view_item");
        await ArrivedAsync("metrics hears of a product", one => one.GetProperty("kind").GetString() == "hit"
            && one.TryGetProperty("page", out var page) && page.GetString()!.StartsWith("/shoes/", StringComparison.Ordinal) && one.GetProperty("vendor").GetString() == "metrics");
        await Page.ReloadAsync();
        await Expect(Check("saw-a-product")).ToContainTextAsync("Done.");
        await Page.Locator("[data-predict] summary").ClickAsync();
        await Expect(Page.GetByText("You thought nobody")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task Lessons_break_no_rule_of_axe_and_fit_the_window(ColorScheme scheme, int width)
    {
        await OpenAsync(new() { Scheme = scheme, Width = width });
        await OpenLessonAsync(Whole);
        await Shop.OpenAsync("/shoes");
        await Page.Locator("main a[href*='/shoes/']").First.ClickAsync();
        await ArrivedAsync("a product is seen", one => one.GetProperty("kind").GetString() == "hit" && one.GetProperty("event").GetString() == "view_item");
        // The analytics script reports a little later than the image; who leaves before takes the report along.
        await ArrivedAsync("metrics hears of the product", one => one.GetProperty("kind").GetString() == "hit"
            && one.GetProperty("vendor").GetString() == "metrics"
            && one.TryGetProperty("page", out var page) && page.GetString()!.StartsWith("/shoes/", StringComparison.Ordinal));
        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons?lang=ar"));
        await AssertAsync("the path, from right to left");
        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons"));
        await AssertAsync("the path");
        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons/glossary"));
        await AssertAsync("the glossary");
        await OpenLessonAsync(Whole + "?teacher=1");
        await Expect(Check("saw-a-product")).ToContainTextAsync("Done.");
        await Page.GetByLabel("Nobody").CheckAsync();
        await Expect(Page.Locator("[data-predict] hit-list")).ToBeVisibleAsync();
        await AssertAsync("a lesson");
    }

    private async Task AssertAsync(string where)
    {
        await AssertAccessibleAsync(Page, where);
        var over = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"{where} is {over} pixels wider than the window");
    }

    private ILocator Check(string id) => Page.Locator($"[data-check={id}]");

    private async Task OpenLessonAsync(string path)
    {
        await Page.GotoAsync(Lab.Url("lab", Seat, path));
        await Expect(Page.Locator("main[data-connection=live]")).ToBeVisibleAsync();
    }

    private async Task TakeAsync(string text)
    {
        var chooser = await Page.RunAndWaitForFileChooserAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = "Read my progress from a file" }).ClickAsync());
        await chooser.SetFilesAsync(new FilePayload { Name = "progress.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
    }
}
