namespace PixelLab.Browser.Tests.Classroom;

/// <summary>The questions before and after the lessons in a class.</summary>
public sealed class RoundsTests(SharedLab lab, Browsers browsers) : ClassroomTest(lab, browsers)
{
    private const string Questions = "/lessons/ten-questions?path=45";

    [Fact]
    public async Task The_console_shows_how_many_of_three_knew_each_answer_before_and_after()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        var rounds = Page.GetByRole(AriaRole.Region, new() { Name = "Before and after" });
        await Expect(rounds).ToContainTextAsync("once three students have answered");
        var students = new[] { await JoinAsync(code), await JoinAsync(code, isPhone: true), await JoinAsync(code) };
        for (var i = 0; i < students.Length; i++)
        {
            var student = students[i];
            await student.GotoAsync(Lab.Url("lab", SeatOf(student), Questions));
            await Expect(student.GetByText("You are in a room. When you press the button below")).ToBeVisibleAsync();
            await AnswerAsync(student, right: i + 1);
            await PressAsync(student, "Keep my answers");
            await Expect(student.GetByText("Your answers are kept in this browser.")).ToBeVisibleAsync();
        }

        var rows = rounds.Locator("tbody tr");
        await Expect(rows.Nth(0)).ToContainTextAsync("3 of 3");
        await Expect(rows.Nth(1)).ToContainTextAsync("2 of 3");
        await Expect(rows.Nth(4)).ToContainTextAsync("0 of 3");
        await Expect(rows).ToHaveCountAsync(5);
        foreach (var student in students)
        {
            await PressAsync(student, "Answer once more");
            await AnswerAsync(student, right: 3);
            await PressAsync(student, "Show what has changed");
        }

        await Expect(rounds).ToContainTextAsync("2 of 3 know more than before.");
        await Expect(rows.Nth(2).Locator("td")).ToHaveTextAsync(["1 of 3", "3 of 3"]);
        await AssertAccessibleAsync(Page, "the console with what the class knew");
        await AssertAccessibleAsync(students[1], "the questions in a room");
        Assert.True(await students[1].EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than its window.");
    }

    private static Task PressAsync(IPage student, string name) => student.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();

    /// <summary>Answers the first questions rightly and the others wrongly.</summary>
    private static async Task AnswerAsync(IPage student, int right)
    {
        var questions = await student.Locator("[data-quiz]").AllAsync();
        for (var i = 0; i < questions.Count; i++)
        {
            var places = await questions[i].Locator(".answers > ul > li").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.right)");
            await questions[i].Locator(".options input").Nth(Array.IndexOf(places, i < right ? "yes" : "no")).CheckAsync();
        }
    }
}
