namespace PixelLab.Browser.Tests.Lessons;

/// <summary>The paths, and the questions before and after, as a reader has them.</summary>
public sealed class QuestionsTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private const string Address = "/lessons/ten-questions?path=45";

    [Fact]
    public async Task What_has_changed_is_shown_only_once_the_questions_were_answered_twice()
    {
        await OpenAsync();
        await Page.GotoAsync(Lab.Url("lab", Seat, Address));
        await PressAsync("Keep my answers");
        await Expect(Page.GetByText("5 questions are still open.")).ToBeVisibleAsync();
        await AnswerAsync(right: 2);
        await PressAsync("Keep my answers");
        await Expect(Page.GetByText("Your answers are kept in this browser.")).ToBeVisibleAsync();
        await Expect(Page.Locator("[data-quiz] .feedback:visible")).ToHaveCountAsync(0);
        await Page.ReloadAsync();
        await PressAsync("Answer once more");
        await AnswerAsync(right: 4);
        await PressAsync("Show what has changed");
        await AssertToldAsync();
        await Page.ReloadAsync();
        await AssertToldAsync();
        await AssertAccessibleAsync(Page, "the questions, answered twice");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Where to go next" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Next:") })).ToHaveCountAsync(0);

        await PressAsync("Forget my answers");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Yes, erase it" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Keep my answers" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_list_of_a_path_says_once_all_is_done_what_it_was_about_what_has_changed_and_where_it_goes_on()
    {
        await OpenAsync();
        await Page.GotoAsync(Lab.Url("lab", Seat, Address));
        await AnswerAsync(right: 2);
        await PressAsync("Keep my answers");
        await PressAsync("Answer once more");
        await AnswerAsync(right: 4);
        await PressAsync("Show what has changed");
        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons?path=45"));
        var end = Page.GetByRole(AriaRole.Region, new() { Name = "This path is done" });
        await Expect(end).ToHaveCountAsync(0);
        await Page.EvaluateAsync("""
            () => {
              const all = JSON.parse(localStorage.getItem('pixellab-lessons'));
              for (const one of document.querySelectorAll('li[data-lesson]')) {
                all.lessons[one.dataset.lesson] = { done: one.dataset.tasks.split(' ') };
              }
              localStorage.setItem('pixellab-lessons', JSON.stringify(all));
            }
            """);
        await Page.ReloadAsync();
        await Expect(end).ToContainTextAsync("you can say no in six ways");
        await Expect(end).ToContainTextAsync("Before 2 of 5 right, now 4 of 5.");
        await Expect(end.GetByRole(AriaRole.Link)).ToHaveTextAsync(["Answer the questions once more", "See the whole course", "The case"]);
        await AssertAccessibleAsync(Page, "the path, all done");

        await end.GetByRole(AriaRole.Link, new() { Name = "Answer the questions once more" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Show what has changed" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Next:") })).ToHaveCountAsync(0);
        await AnswerAsync(right: 5);
        await PressAsync("Show what has changed");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Before 2 of 5 right, now 5 of 5." })).ToBeVisibleAsync();
        await Page.ReloadAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Before 2 of 5 right, now 5 of 5." })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_comes_from_the_lessons_sees_at_once_what_is_right()
    {
        await OpenAsync(new() { Width = 320 });
        await Page.GotoAsync(Lab.Url("lab", Seat, Address));
        await AnswerAsync(right: 3);
        await PressAsync("I come from the lessons");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "3 of 5 right." })).ToBeFocusedAsync();
        Assert.True(await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0);
    }

    [Fact]
    public async Task Who_answered_some_on_a_path_answers_all_at_once_on_the_whole_course_and_goes_on_to_what_is_not_done()
    {
        await OpenAsync();
        await Page.GotoAsync(Lab.Url("lab", Seat, Address));
        await AnswerAsync(right: 2);
        await PressAsync("Keep my answers");
        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons?path=45"));
        await Page.EvaluateAsync("""
            () => {
              const all = JSON.parse(localStorage.getItem('pixellab-lessons'));
              const first = document.querySelector('li[data-lesson]');
              all.lessons[first.dataset.lesson] = { done: first.dataset.tasks.split(' ') };
              localStorage.setItem('pixellab-lessons', JSON.stringify(all));
            }
            """);
        await Page.GotoAsync(Lab.Url("lab", Seat, Address));
        await Expect(Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Next: Advertising pixels") })).ToBeVisibleAsync();

        await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons/ten-questions"));
        await Expect(Page.Locator("[data-quiz] input:disabled")).ToHaveCountAsync(0);
        await Expect(Page.GetByText("Answer once more, as you think now.")).ToBeVisibleAsync();
        await AnswerAsync(right: 6, count: 10);
        await PressAsync("Show what has changed");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "now" })).ToBeVisibleAsync();
    }

    private async Task AssertToldAsync()
    {
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Before 2 of 5 right, now 4 of 5." })).ToBeVisibleAsync();
        await Expect(Page.Locator("[data-quiz=quiz-3]")).ToContainTextAsync("Before: not right. Now: right.");
        await Expect(Page.Locator("[data-quiz=quiz-5] .feedback[data-right=no]")).ToBeVisibleAsync();
    }

    /// <summary>Answers the first questions rightly and the others wrongly.</summary>
    private async Task AnswerAsync(int right, int count = 5)
    {
        var questions = await Page.Locator("[data-quiz]").AllAsync();
        Assert.Equal(count, questions.Count);
        for (var i = 0; i < questions.Count; i++)
        {
            var places = await questions[i].Locator(".answers > ul > li").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.right)");
            await questions[i].Locator(".options input").Nth(Array.IndexOf(places, i < right ? "yes" : "no")).CheckAsync();
        }
    }

    private Task PressAsync(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
}
