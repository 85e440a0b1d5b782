using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Classroom;

/// <summary>A question of a lesson, asked where it stands.</summary>
public sealed class LessonPollTests(SharedLab lab, Browsers browsers) : ClassroomTest(lab, browsers)
{
    private const string Lesson = "/lessons/what-a-tracking-pixel-is";

    [Fact]
    public async Task A_question_of_a_lesson_is_answered_on_its_page_and_shows_there_what_the_class_said()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        var onPage = await JoinAsync(code);
        var onPhone = await JoinAsync(code, isPhone: true);
        var elsewhere = await JoinAsync(code);
        foreach (var student in new[] { onPage, onPhone })
        {
            await student.GotoAsync(Lab.Url("lab", SeatOf(student), Lesson));
            await Option(student, "Two or more other companies").CheckAsync();
            await Expect(Block(student)).ToContainTextAsync("You guessed");
        }

        await Page.Locator("room-lesson select").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Page.GetByText("Notes for you").ClickAsync();
        await Page.Locator("room-lesson .notes").GetByRole(AriaRole.Button, new() { Name = "Ask the class" }).ClickAsync();
        await Expect(Page.Locator("room-lesson .notes")).ToContainTextAsync("Asked now");

        // An earlier guess is the reader's own; the answer to the class is given now.
        foreach (var student in new[] { onPage, onPhone })
        {
            await Expect(Block(student)).ToContainTextAsync("Your instructor asks the class this now");
            await Expect(Option(student, "Two or more other companies")).Not.ToBeCheckedAsync();
            await Expect(student.Locator("lab-room .strip .poll")).ToHaveCountAsync(0);
        }

        await onPage.GetByRole(AriaRole.Button, new() { Name = "To the question" }).ClickAsync();
        await onPage.Keyboard.PressAsync("Space");
        await Expect(Block(onPage)).ToContainTextAsync("“Nobody. I only looked.” counts as your answer.");
        await Expect(onPage.GetByRole(AriaRole.Button, new() { Name = "To the question" })).ToHaveCountAsync(0);
        await Option(onPhone, "Two or more other companies").CheckAsync();
        await Expect(Block(onPhone)).ToContainTextAsync("“Two or more other companies” counts as your answer.");
        await elsewhere.Locator("lab-room .strip .poll").GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Two or more") }).ClickAsync();
        await Expect(Page.GetByText("3 of 3 have answered.")).ToBeVisibleAsync();
        await Expect(onPage.Locator(".votes b")).ToHaveCountAsync(0);

        await Page.GetByRole(AriaRole.Button, new() { Name = "Show the answers to all" }).ClickAsync();
        foreach (var student in new[] { onPage, onPhone })
        {
            await Expect(Block(student).Locator(".votes b")).ToHaveTextAsync(["1", "0", "2"]);
            await AssertAccessibleAsync(student, "a lesson whose question is asked");
            Assert.True(await student.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than its window.");
        }

        await Page.GetByRole(AriaRole.Button, new() { Name = "Ask it again" }).ClickAsync();
        await Expect(Block(onPage).Locator(".votes b")).ToHaveCountAsync(0);
        await Option(onPage, "Two or more other companies").CheckAsync();
        await Expect(Page.GetByText("1 of 3 have answered.")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Show the answers to all" }).ClickAsync();
        await Expect(Block(onPage).Locator(".votes").Nth(0)).ToHaveTextAsync(new Regex("before 1, now 0"));

        // What was asked is the reader's own again.
        await Page.GetByRole(AriaRole.Button, new() { Name = "End the question" }).ClickAsync();
        await Expect(Block(onPage)).Not.ToContainTextAsync("Your instructor asks");
        await Expect(Block(onPage)).ToContainTextAsync("You guessed: “Two or more other companies”");
        await Expect(Block(onPage).Locator(".votes")).ToHaveCountAsync(0);
        await Expect(onPage.Locator("lab-room .strip").GetByRole(AriaRole.Button)).ToHaveTextAsync(["Leave …"]);
    }

    private static ILocator Block(IPage student) => student.Locator("[data-predict]").First;

    private static ILocator Option(IPage student, string answer) =>
        Block(student).GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^" + Regex.Escape(answer)) });
}
