namespace PixelLab.Browser.Tests.Lessons;

/// <summary>Questions of earlier lessons, asked once more when a later one is opened.</summary>
public sealed class RecallTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private ILocator Section => Page.GetByRole(AriaRole.Region, new() { Name = "Do you remember?" });

    [Fact]
    public async Task What_was_missed_comes_back_first_and_stays_away_once_it_was_right()
    {
        await OpenAsync();
        await OpenLessonAsync("what-a-tracking-pixel-is");
        await Expect(Section).ToHaveCountAsync(0);
        await AnswerAsync(Page.Locator("[data-quiz=quiz-2]"), isRight: false);

        // What was answered just now is no question to the memory.
        await OpenLessonAsync("website-pixels");
        await Expect(Page.Locator("[data-recall=\"what-a-tracking-pixel-is/quiz-2\"]")).ToHaveCountAsync(0);
        await PassTimeAsync();
        await OpenLessonAsync("how-it-works");
        await AssertAskedAsync("what-a-tracking-pixel-is/quiz-2", "what-a-tracking-pixel-is/quiz-1");
        await Expect(Section.Locator("[data-recall]").Last).ToBeHiddenAsync();
        await Expect(Section.GetByText("Question 1 of 2")).ToBeVisibleAsync();
        await AnswerAsync(Section.Locator("[data-recall]").First, isRight: true);
        await Expect(Section.Locator("[data-recall]").Last).ToBeVisibleAsync();
        await Expect(Section.GetByText("Question 2 of 2")).ToBeVisibleAsync();
        await Expect(Section.Locator("[data-recall]").First).ToContainTextAsync("Right.");
        await Page.ReloadAsync();
        await AssertAskedAsync("what-a-tracking-pixel-is/quiz-2", "what-a-tracking-pixel-is/quiz-1");
        await Expect(Section.Locator("[data-recall]").First).ToContainTextAsync("This was your first answer. Right.");
        await AnswerAsync(Page.Locator("[data-quiz=quiz-1]"), isRight: false);
        await AnswerAsync(Page.Locator("[data-quiz=quiz-2]"), isRight: true);

        // What was asked a lesson ago waits; the missed one comes before the one that was never asked.
        await PassTimeAsync();
        await OpenLessonAsync("what-a-hit-carries");
        await AssertAskedAsync("how-it-works/quiz-1", "how-it-works/quiz-3");
        await AssertAccessibleAsync(Page, "a lesson that asks of an earlier one");
    }

    [Fact]
    public async Task Nothing_comes_back_of_lessons_in_which_nothing_was_done()
    {
        await OpenAsync();
        await OpenLessonAsync("advertising-pixels");
        await Expect(Page.Locator("[data-recalls]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_scripts_two_questions_come_back_always_the_same()
    {
        await OpenAsync(new() { Scripts = false, Width = 320 });
        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons/key-takeaways"));
        var first = await AskedAsync();
        Assert.Equal(2, first.Distinct().Count());
        await Page.ReloadAsync();
        Assert.Equal(first, await AskedAsync());
        await Section.GetByText("Show the answers").First.ClickAsync();
        await Expect(Section.GetByText("Right:").First).ToBeVisibleAsync();
        Assert.True(await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0);
    }

    private async Task OpenLessonAsync(string slug)
    {
        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons/" + slug));
        await Expect(Page.Locator("main[data-connection=live]")).ToBeVisibleAsync();
    }

    /// <summary>Lets all that was answered be half an hour ago.</summary>
    private async Task PassTimeAsync() => await Page.EvaluateAsync("""
        const told = JSON.parse(localStorage.getItem('pixellab-lessons'));
        for (const { seen } of Object.values(told.lessons)) for (const name in seen) seen[name] -= 30 * 60 * 1000;
        localStorage.setItem('pixellab-lessons', JSON.stringify(told));
        """);

    private async Task AssertAskedAsync(params string[] keys)
    {
        await Expect(Section).ToBeVisibleAsync();
        Assert.Equal(keys, await AskedAsync());
    }

    private async Task<IReadOnlyList<string>> AskedAsync() =>
        await Section.Locator("[data-recall]").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.recall)");

    /// <summary>Chooses all right answers of a question, or one that is not.</summary>
    private static async Task AnswerAsync(ILocator question, bool isRight)
    {
        var right = await question.Locator(".answers > ul > li").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.right)");
        for (var place = 0; place < right.Length; place++)
        {
            var option = question.Locator(".options input").Nth(place);
            if (right[place] == (isRight ? "yes" : "no"))
            {
                await option.CheckAsync();
                if (!isRight)
                {
                    break;
                }
            }
        }

        await question.GetByRole(AriaRole.Button, new() { Name = "Check my answer" }).ClickAsync();
    }
}
