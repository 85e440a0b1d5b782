using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Classroom;

/// <summary>An instructor in the test's own browser, and students in browsers of theirs.</summary>
public abstract class ClassroomTest(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    /// <summary>The seat of whoever has that page open.</summary>
    protected static string SeatOf(IPage student) => Regex.Match(student.Url, "~([a-z0-9]+)").Groups[1].Value;

    /// <summary>A student who was here before comes back in another browser, by the words.</summary>
    protected async Task<IPage> ComeBackAsync(string code, string name, string words)
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

    /// <summary>The instructor opens a room and has its console; gives its code.</summary>
    protected async Task<string> OpenRoomAsync()
    {
        await Page.GotoAsync(Lab.Url("lab", Seat, "/classroom"));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Open a room" }).ClickAsync();
        return (await Page.Locator(".code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>A student joins in a browser of their own.</summary>
    protected async Task<IPage> JoinAsync(string code, bool isPhone = false) => (await JoinWithWordsAsync(code, isPhone)).Page;

    /// <summary>A student joins in a browser of their own; gives the name too, and the words to come back by.</summary>
    protected async Task<(IPage Page, string Name, string Words)> JoinWithWordsAsync(string code, bool isPhone = false)
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
