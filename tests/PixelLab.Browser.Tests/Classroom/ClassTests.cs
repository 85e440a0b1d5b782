using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Classroom;

/// <summary>A class in real browsers: one instructor and eight students, one of them at a phone.</summary>
public sealed class ClassTests(LabServer lab, Browsers browsers) : BrowserTest(lab, browsers)
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

        // How far everybody is in the lesson, from what their browsers sent.
        await Page.Locator("room-lesson select").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Expect(Page.Locator("room-lesson .tasks")).ToContainTextAsync($"{Students} of {Students}");
        await Expect(Page.Locator(".roster li").Filter(new() { HasText = "1 of 1 tasks" })).ToHaveCountAsync(Students);

        // One hit on all screens, with a field marked and nobody named.
        var adnet = Page.Locator("merged-stream [role=option]").Filter(new() { HasText = "adnet" }).First;
        var owner = await adnet.Locator(".whose").InnerTextAsync();
        await adnet.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Talk about path", Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Put on all screens" }).ClickAsync();
        var seats = students.Select(student => Regex.Match(student.Url, "~([a-z0-9]+)").Groups[1].Value).ToList();
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
        await Expect(students[2].GetByText("you have left it")).ToBeVisibleAsync();
        await Expect(Page.Locator(".roster li")).ToHaveCountAsync(Students - 1);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Reset seats …" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Erase and begin anew" }).ClickAsync();
        await Expect(Page.Locator("merged-stream [role=option]").Filter(new() { HasText = "looked at the product" })).ToHaveCountAsync(0);
        await Page.GetByRole(AriaRole.Button, new() { Name = "End the room …" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "End and erase" }).ClickAsync();
        await Expect(Page.GetByText("This room has ended")).ToBeVisibleAsync();
        foreach (var student in students)
        {
            await Expect(student.GetByText("The room has ended")).ToBeVisibleAsync();
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
    public async Task A_wall_shows_no_name_no_seat_and_no_whole_address()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        var (student, name, _) = await JoinWithWordsAsync(code);
        var seat = Regex.Match(student.Url, "~([a-z0-9]+)").Groups[1].Value;
        await student.GotoAsync(Lab.Url("shop", seat, ShopSite.Product));
        await Page.Locator("merged-stream [role=option]").Filter(new() { HasText = "adnet" }).First.ClickAsync();
        await Expect(Page.Locator("room-spotlight")).ToContainTextAsync(name);
        await Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await Page.GetByRole(AriaRole.Button, new() { Name = "Projector view" }).ClickAsync();
        await Expect(Page.Locator("room-spotlight")).ToContainTextAsync("Student 1");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Copy as cURL" }).ClickAsync();
        await Expect(Page.GetByText("is copied")).ToBeVisibleAsync();

        var shown = await Page.Locator("lab-console").InnerTextAsync()
            + await Page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Contains("curl ", shown, StringComparison.Ordinal);
        foreach (var hidden in new[] { name, seat, "127.0.0.1", "::1" })
        {
            Assert.DoesNotContain(hidden, shown, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_stream_is_narrowed_held_and_cleared_by_keys_as_the_panel_is()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        var (first, name, _) = await JoinWithWordsAsync(code);
        var second = await JoinAsync(code, isPhone: false);
        foreach (var student in new[] { first, second })
        {
            await student.GotoAsync(Lab.Url("shop", Regex.Match(student.Url, "~([a-z0-9]+)").Groups[1].Value, ShopSite.Product));
        }

        var rows = Page.Locator("merged-stream [role=option]");
        await Expect(Page.Locator(".roster li").Filter(new() { HasText = "3 hits" })).ToHaveCountAsync(2);
        await Page.Locator("merged-stream select").First.SelectOptionAsync(new SelectOptionValue { Label = name });
        await Expect(rows).ToHaveCountAsync(3);
        await Expect(rows.Locator(".whose")).ToHaveTextAsync([name, name, name]);
        await Page.GetByLabel("What is shown").SelectOptionAsync("visit");
        await Expect(rows).ToHaveTextAsync([new Regex("page opened")]);
        await Page.GetByLabel("What is shown").SelectOptionAsync("arrivals");

        await Page.Locator("h1").ClickAsync();
        await Page.Keyboard.PressAsync("p");
        await first.ReloadAsync();
        await Expect(Page.GetByText(new Regex("[1-9][0-9]* waiting"))).ToBeVisibleAsync();
        await Expect(rows).ToHaveCountAsync(3);
        await Page.Keyboard.PressAsync("p");
        await Expect(rows.Nth(5)).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("c");
        await Expect(rows).ToHaveCountAsync(0);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(rows.Nth(5)).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("?");
        await Expect(Page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" })).ToBeVisibleAsync();
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
        await student.GotoAsync(Lab.Url("shop", Regex.Match(student.Url, "~([a-z0-9]+)").Groups[1].Value, ShopSite.Product));
        await Page.Locator("merged-stream [role=option]").First.ClickAsync();
        await Expect(Page.Locator("room-spotlight hit-detail")).ToBeVisibleAsync();
        await Page.GetByText("Notes for you").ClickAsync();
        await Expect(Page.Locator("room-lesson .notes")).ToContainTextAsync("Let everybody write the guess down");
        await AssertAccessibleAsync(Page, "the console");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Projector view" }).ClickAsync();
        await AssertAccessibleAsync(Page, "the projector view");
        await student.GotoAsync(Lab.Url("lab", "me", $"/join/{code}"));
        await Expect(student.GetByText("Before you join")).ToBeVisibleAsync();
        await AssertAccessibleAsync(student, "joining");
    }

    [Fact]
    public async Task A_browser_without_the_key_is_asked_for_it()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        var key = await Page.Locator(".tools code").TextContentAsync();
        var other = await OpenGuestAsync();
        await other.GotoAsync(Lab.Url("lab", "me", $"/classroom/{code}"));

        await other.GetByLabel("The instructor’s key").FillAsync("not the key");
        await other.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(other.GetByText("this is not its key")).ToBeVisibleAsync();
        await other.GetByLabel("The instructor’s key").FillAsync(key!);
        await other.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();

        await Expect(other.Locator(".code")).ToBeVisibleAsync();
    }

    private static async Task AnswerAsync(IEnumerable<IPage> students, string answer)
    {
        foreach (var student in students)
        {
            await student.Locator(".strip .poll").GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^" + Regex.Escape(answer)) }).ClickAsync();
        }
    }

    private async Task<IPage> ComeBackAsync(string code, string name, string words)
    {
        var again = await OpenGuestAsync();
        await again.GotoAsync(Lab.Url("lab", "me", $"/join/{code}"));
        await again.GetByRole(AriaRole.Button, new() { Name = "I was here before" }).ClickAsync();
        await again.GetByLabel("Your words from the first time").FillAsync(words);
        await again.GetByRole(AriaRole.Button, new() { Name = "Come back in" }).ClickAsync();
        await Expect(again.Locator("lab-join-room .name")).ToHaveTextAsync(name);
        await again.GetByRole(AriaRole.Link, new() { Name = "Start" }).ClickAsync();
        await Expect(again.Locator("lab-room .strip")).ToContainTextAsync(name);
        return again;
    }

    private async Task<string> OpenRoomAsync()
    {
        await Page.GotoAsync(Lab.Url("lab", Seat, "/classroom"));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Open a room" }).ClickAsync();
        return (await Page.Locator(".code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
    }

    private async Task<IPage> JoinAsync(string code, bool isPhone) => (await JoinWithWordsAsync(code, isPhone)).Page;

    private async Task<(IPage Page, string Name, string Words)> JoinWithWordsAsync(string code, bool isPhone = false)
    {
        var page = await OpenGuestAsync(isPhone ? 390 : 1280);
        await page.GotoAsync(Lab.Url("lab", "me", "/join"));
        await page.GetByLabel("The code on the board").FillAsync(code.ToLowerInvariant());
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        var name = await page.Locator("lab-join-room .name").InnerTextAsync();
        var words = await page.Locator("lab-join-room code").InnerTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Start" }).ClickAsync();
        await Expect(page.Locator("lab-room .strip")).ToContainTextAsync(name);
        return (page, name, words);
    }
}
