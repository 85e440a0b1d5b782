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
        for (var i = 0; i < Students; i++)
        {
            students.Add(await JoinAsync(code, isPhone: i == 0));
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

        // One hit on all screens, with a field marked and nobody named.
        await Page.Locator(".stream li button").Filter(new() { HasText = "adnet" }).First.ClickAsync();
        var owner = await Page.Locator(".stream li").Filter(new() { HasText = "adnet" }).First.Locator("b").InnerTextAsync();
        await Page.Locator(".chosen select").SelectOptionAsync("path");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Put on all screens" }).ClickAsync();
        var seats = students.Select(student => Regex.Match(student.Url, "~([a-z0-9]+)").Groups[1].Value).ToList();
        foreach (var student in students)
        {
            var dialog = student.Locator("dialog.spot[open]");
            await Expect(dialog.Locator(".field[data-talked-about]")).ToContainTextAsync("path");
            var words = await dialog.InnerTextAsync();
            Assert.DoesNotContain(owner, words, StringComparison.Ordinal);
            Assert.DoesNotContain(seats, seat => words.Contains(seat, StringComparison.Ordinal));
            await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        }

        // A student sees nothing of another's seat.
        foreach (var (student, index) in students.Select((student, index) => (student, index)))
        {
            var html = await student.ContentAsync();
            Assert.DoesNotContain(seats.Where((_, other) => other != index), seat => html.Contains(seat, StringComparison.Ordinal));
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

        // A question, its answers.
        await Page.GetByLabel(new Regex("^Ask")).FillAsync("How many companies heard of it?");
        await Page.GetByLabel("answers, one a line").FillAsync("None\nTwo");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Ask the room" }).ClickAsync();
        foreach (var student in students)
        {
            await student.Locator(".strip").GetByRole(AriaRole.Button, new() { Name = "Two" }).ClickAsync();
        }

        await Expect(Page.Locator(".bars li").Nth(1).Locator("b")).ToHaveTextAsync($"{Students}");

        // One leaves and is gone; the seats are reset; the room ends for all.
        await students[2].GetByRole(AriaRole.Button, new() { Name = "Leave …" }).ClickAsync();
        await students[2].GetByRole(AriaRole.Button, new() { Name = "Leave and erase" }).ClickAsync();
        await Expect(students[2].GetByText("you have left it")).ToBeVisibleAsync();
        await Expect(Page.Locator(".roster li")).ToHaveCountAsync(Students - 1);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Reset seats …" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Erase and begin anew" }).ClickAsync();
        await Expect(Page.Locator(".stream li").Filter(new() { HasText = "looked at the product" })).ToHaveCountAsync(0);
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

        var again = await OpenGuestAsync();
        await again.GotoAsync(Lab.Url("lab", "me", $"/join/{code}"));
        await again.GetByRole(AriaRole.Button, new() { Name = "I was here before" }).ClickAsync();
        await again.GetByLabel("Your words from the first time").FillAsync(words);
        await again.GetByRole(AriaRole.Button, new() { Name = "Come back in" }).ClickAsync();

        await Expect(again.GetByText(name)).ToBeVisibleAsync();
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
        await AssertAccessibleAsync(Page, "the console");
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
