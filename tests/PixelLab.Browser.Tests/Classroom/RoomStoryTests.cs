using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Classroom;

/// <summary>The story of a shoe on all screens of a class, in real browsers.</summary>
public sealed class RoomStoryTests(SharedLab lab, Browsers browsers) : ClassroomTest(lab, browsers)
{
    [Fact]
    public async Task In_step_all_screens_go_on_when_the_instructor_does_and_the_story_ends_on_all()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        List<IPage> students = [await JoinAsync(code, isPhone: true), await JoinAsync(code)];
        await PressAsync("Play it in step");
        foreach (var student in students)
        {
            await Expect(Strip(student)).ToContainTextAsync("AdNet was told: you looked at Trail Runner 2.");
            await Expect(Strip(student)).ToContainTextAsync("Wait: your class goes on together.");
            await Expect(Strip(student).Locator("a.next")).Not.ToHaveAttributeAsync("href", new Regex("."));
        }

        await Expect(Page.Locator("room-story")).ToContainTextAsync("At the shoe. 2 of 2 have followed.");
        await PressAsync("On to the newspaper");
        students.Add(await JoinAsync(code));
        foreach (var student in students)
        {
            await Expect(student).ToHaveURLAsync(new Regex("news.*/town/the-bridge-that-waits"));
        }

        // Who comes late has a way to what the others have seen, and from there back to them.
        await Expect(Strip(students[2])).ToContainTextAsync("AdNet has not heard of a shoe from you yet.");
        await Strip(students[2]).GetByRole(AriaRole.Link, new() { Name = "Look at the shoe" }).ClickAsync();
        await Strip(students[2]).GetByRole(AriaRole.Link, new() { Name = "Now read the news" }).ClickAsync();
        await Expect(Strip(students[2])).ToContainTextAsync("Wait: your class goes on together.");
        await PressAsync("On to “Why this ad?”");
        foreach (var student in students)
        {
            await Expect(student.GetByRole(AriaRole.Heading, new() { Name = "Why this ad?" })).ToBeVisibleAsync();
            // Their browsers keep cookies apart, so there is a letter yet.
            await Strip(student).GetByRole(AriaRole.Link, new() { Name = "Now open a letter" }).ClickAsync();
            await Strip(student).GetByRole(AriaRole.Link, new() { Name = "See what both know" }).ClickAsync();
            await Expect(student.GetByRole(AriaRole.Button, new() { Name = "Make it stop" })).ToBeVisibleAsync();
        }

        await students[0].GotoAsync(Lab.Url("shop", SeatOf(students[0]), "/shoes/3"));
        await Expect(Strip(students[0])).ToBeVisibleAsync();
        await PressAsync("End the story");
        await Expect(Strip(students[0])).ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Play it in step" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Each_at_their_own_pace_goes_on_without_the_instructor()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        var student = await JoinAsync(code);
        await PressAsync("Each at their own pace");
        await Expect(Strip(student)).ToContainTextAsync("AdNet was told: you looked at Trail Runner 2.");
        await Strip(student).GetByRole(AriaRole.Link, new() { Name = "Now read the news" }).ClickAsync();
        await Expect(student).ToHaveURLAsync(new Regex("/town/the-bridge-that-waits"));
        await Expect(Page.Locator("room-story")).ToContainTextAsync("Everybody goes on by themselves. 1 of 1 have followed.");
    }

    private static ILocator Strip(IPage student) => student.Locator("lab-story section");

    private Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
}
