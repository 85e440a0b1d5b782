using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Classroom;

/// <summary>A class in real browsers: one instructor and eight students, one of them at a phone.</summary>
public sealed class ClassTests(SharedLab lab, Browsers browsers) : ClassroomTest(lab, browsers)
{
    private const int Students = 8;

    [Fact]
    public async Task A_class_joins_follows_looks_answers_and_ends()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        var students = new List<IPage>();
        var names = new List<string>();
        var words = new List<string>();
        for (var i = 0; i < Students; i++)
        {
            var (page, name, recovery) = await JoinWithWordsAsync(code, isPhone: i == 0);
            students.Add(page);
            names.Add(name);
            words.Add(recovery);
        }

        await Expect(Page.Locator(".roster li")).ToHaveCountAsync(Students);

        // What is done counts for a lesson from when the class came to it.
        await Page.Locator("room-lesson select").SelectOptionAsync(new SelectOptionValue { Index = 1 });

        // Everyone is sent, and everyone arrives.
        await Page.GetByText("Send, ask, switch, key").ClickAsync();
        await Page.GetByLabel("page", new() { Exact = true }).FillAsync(ShopSite.Product);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        foreach (var student in students)
        {
            await Expect(student).ToHaveURLAsync(new Regex("shop.*" + ShopSite.Product));
        }

        await Expect(Page.GetByText($"{Students} of {Students} have followed.")).ToBeVisibleAsync();
        await Expect(Page.Locator(".roster li").Filter(new() { HasText = "hits" })).ToHaveCountAsync(Students);
        foreach (var student in students)
        {
            // Once, though the room changed with each of them who followed.
            Assert.Single(await Lab.EventsAsync(SeatOf(student)), one => one.GetProperty("kind").GetString() == "visit");
        }

        // How far everybody is in the lesson, from what their browsers sent.
        await Expect(Page.Locator("room-lesson .tasks")).ToContainTextAsync($"{Students} of {Students}");
        await Expect(Page.Locator(".roster li").Filter(new() { HasText = "1 of 1 tasks" })).ToHaveCountAsync(Students);

        // One hit on all screens, with a field marked and nobody named.
        var adnet = Page.Locator("merged-stream [role=option]").Filter(new() { HasText = "adnet" }).First;
        var owner = await adnet.Locator(".whose").InnerTextAsync();
        await adnet.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Talk about path", Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Put on all screens" }).ClickAsync();
        var seats = students.Select(SeatOf).ToList();
        foreach (var student in students)
        {
            var dialog = student.Locator("dialog.spot[open]");
            await Expect(dialog.Locator(".field[data-talked-about]")).ToContainTextAsync("path");
            var shown = await dialog.InnerTextAsync();
            Assert.DoesNotContain(owner, shown, StringComparison.Ordinal);
            Assert.DoesNotContain(seats, seat => shown.Contains(seat, StringComparison.Ordinal));
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        }

        // A student sees nothing of another's seat.
        foreach (var (student, index) in students.Select((student, index) => (student, index)))
        {
            var html = await student.ContentAsync();
            Assert.DoesNotContain(seats.Where((_, other) => other != index), seat => html.Contains(seat, StringComparison.Ordinal));
            Assert.DoesNotContain(names.Where((_, other) => other != index), name => html.Contains(name, StringComparison.Ordinal));
        }

        // All pages are held, and let go.
        await Page.GetByRole(AriaRole.Button, new() { Name = "Hold all pages" }).ClickAsync();
        foreach (var student in students)
        {
            await Expect(student.Locator("dialog.hold[open]")).ToBeVisibleAsync();
        }

        await students[1].Keyboard.PressAsync("Escape");
        await Expect(students[1].Locator("dialog.hold[open]")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Let them go on" }).ClickAsync();
        foreach (var student in students)
        {
            await Expect(student.Locator("dialog.hold[open]")).ToHaveCountAsync(0);
        }

        // A banner for everyone, which everyone is told of.
        await Page.GetByLabel("Banner on every site").SelectOptionAsync("notice");
        foreach (var student in students)
        {
            await Expect(student.GetByText("Your instructor has switched for everyone: Banner on every site: Notice only.")).ToBeVisibleAsync();
        }

        // The lesson's question, asked before and after.
        await Page.Locator("room-tools .predictions button").First.ClickAsync();
        await AnswerAsync(students, "Nobody. I only looked.");
        await Expect(Page.GetByText($"{Students} of {Students} have answered.")).ToBeVisibleAsync();
        await Expect(students[0].Locator(".strip .poll")).Not.ToContainTextAsync($"{Students}");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Ask it again" }).ClickAsync();
        await Expect(Page.GetByText($"0 of {Students} have answered.")).ToBeVisibleAsync();
        await AnswerAsync(students, "Two or more other companies");
        var rounds = Page.Locator("room-poll .rounds > div");
        await Expect(rounds.Nth(0).Locator("li").Nth(0).Locator("b")).ToHaveTextAsync($"{Students}");
        await Expect(rounds.Nth(1).Locator("li").Nth(2).Locator("b")).ToHaveTextAsync($"{Students}");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Show the answers to all" }).ClickAsync();
        foreach (var student in students)
        {
            await Expect(student.Locator(".strip .poll button").Nth(2)).ToContainTextAsync($"{Students}");
        }

        // One closes the browser, and comes back by the words.
        await students[3].Context.CloseAsync();
        students[3] = await ComeBackAsync(code, names[3], words[3]);
        await Expect(Page.Locator(".roster li")).ToHaveCountAsync(Students);

        // One leaves and is gone; the seats are reset; the room ends for all.
        await students[2].GetByRole(AriaRole.Button, new() { Name = "Leave …" }).ClickAsync();
        await students[2].GetByRole(AriaRole.Button, new() { Name = "Leave and erase" }).ClickAsync();
        await Expect(students[2].GetByText("you are no longer in it")).ToBeVisibleAsync();
        await Expect(Page.Locator(".roster li")).ToHaveCountAsync(Students - 1);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Reset seats …" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Erase and begin anew" }).ClickAsync();
        await Expect(Page.Locator("merged-stream [role=option]").Filter(new() { HasText = "looked at the product" })).ToHaveCountAsync(0);
        await Page.GetByRole(AriaRole.Button, new() { Name = "End the room …" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "End and erase" }).ClickAsync();
        await Expect(Page.GetByText("This room has ended")).ToBeVisibleAsync();
        foreach (var student in students)
        {
            // All of them go through all hosts at once.
            await Expect(student.GetByText("The room has ended")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        }
    }

    [Fact]
    public async Task A_student_who_closed_the_browser_comes_back_by_words()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        var (student, name, words) = await JoinWithWordsAsync(code);
        await student.Context.CloseAsync();

        await ComeBackAsync(code, name, words);
    }

    [Fact]
    public async Task The_rooms_strip_stands_on_every_page_beside_the_pages_own_scripts()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        var (student, name, _) = await JoinWithWordsAsync(code);
        var seat = SeatOf(student);
        foreach (var (host, path) in new[]
                 {
                     ("lab", "/panel"), ("lab", "/lessons"), ("lab", "/lessons/what-a-tracking-pixel-is"), ("lab", "/compare"), ("lab", "/reports"),
                     ("lab", "/reports/pages"), ("lab", "/your-pixel"), ("lab", "/switches"), ("lab", "/check"), ("lab", "/population"), ("lab", "/replay"),
                     ("shop", "/"), ("news", "/"), ("social", "/"), ("clinic", "/"), ("mail", "/"),
                 })
        {
            await student.GotoAsync(Lab.Url(host, seat, path));
            await Expect(student.Locator("lab-room .strip")).ToContainTextAsync(name);
        }

        // And it does there what it does everywhere.
        await student.GotoAsync(Lab.Url("lab", seat, "/panel"));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Hold all pages" }).ClickAsync();
        await Expect(student.Locator("dialog.hold[open]")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_classroom_breaks_no_rule_of_axe(ColorScheme scheme)
    {
        await OpenAsync(new() { Scheme = scheme });
        await Page.GotoAsync(Lab.Url("lab", Seat, "/classroom"));
        await AssertAccessibleAsync(Page, "the classroom's first page");
        var code = await OpenRoomAsync();
        var student = await JoinAsync(code, isPhone: true);
        await Page.GetByText("Send, ask, switch, key").ClickAsync();
        await Page.Locator("room-lesson select").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Page.Locator("room-tools .predictions button").First.ClickAsync();
        await student.GotoAsync(Lab.Url("shop", SeatOf(student), ShopSite.Product));
        await Page.Locator("merged-stream [role=option]").First.ClickAsync();
        await Expect(Page.Locator("room-spotlight hit-detail")).ToBeVisibleAsync();
        await Page.GetByText("Notes for you").ClickAsync();
        await Expect(Page.Locator("room-lesson .notes")).ToContainTextAsync("Let everybody write the guess down");
        await AssertAccessibleAsync(Page, "the console");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Projector view" }).ClickAsync();
        await AssertAccessibleAsync(Page, "the projector view");
        await student.GotoAsync(Lab.Url("lab", "me", $"/join/{code}"));
        await student.GetByRole(AriaRole.Button, new() { Name = "I am somebody else" }).ClickAsync();
        await Expect(student.GetByText("Before you join")).ToBeVisibleAsync();
        await AssertAccessibleAsync(student, "joining");
    }

    private static async Task AnswerAsync(IEnumerable<IPage> students, string answer)
    {
        foreach (var student in students)
        {
            await student.Locator(".strip .poll").GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^" + Regex.Escape(answer)) }).ClickAsync();
        }
    }
}
