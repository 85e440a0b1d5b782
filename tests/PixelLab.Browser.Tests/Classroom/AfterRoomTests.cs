using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Classroom;

/// <summary>What a student sees whose tab is still open when the class is over, and where they can go from there.</summary>
public sealed class AfterRoomTests(SharedLab lab, Browsers browsers) : ClassroomTest(lab, browsers)
{
    private const string Lesson = "/lessons/what-a-tracking-pixel-is";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_next_page_says_that_the_class_is_over_and_notes_nothing_and_one_press_goes_on_alone(bool isPhone)
    {
        await OpenAsync();
        var student = await JoinAsync(await OpenRoomAsync(), isPhone);
        var old = SeatOf(student);
        await student.GotoAsync(Lab.Url("shop", old, ShopSite.Product));
        await Eventually.TrueAsync("its hits are noted", async () => (await Lab.EventsAsync(old)).Any(IsHit));
        await EndAsync();
        var strip = student.Locator("lab-room .strip");
        await Expect(strip).ToContainTextAsync("The room has ended");

        // Later, in the same tab.
        var pixel = student.WaitForResponseAsync(new Regex(@"metrics\..*/px/"));
        var ads = student.WaitForResponseAsync(new Regex(@"adnet\..*/tr\?"));
        await student.GotoAsync(Lab.Url("shop", old, ShopSite.Product));
        await Expect(strip).ToContainTextAsync("All that was kept of you in it is erased, and nothing that you do here is noted any more.");
        Assert.Equal("refused seat-closed", await (await pixel).HeaderValueAsync("x-pixellab"));
        Assert.Equal("refused seat-closed", await (await ads).HeaderValueAsync("x-pixellab"));
        if (!isPhone)
        {
            await Expect(student.Locator("lab-dock")).ToContainTextAsync("The class is over");
        }

        await Expect(student.Locator("lab-dock hit-list [role=option]")).ToHaveCountAsync(0);
        Assert.Empty(await Lab.EventsAsync(old));
        await AssertAccessibleAsync(student, "the page after the class");
        await Expect(strip.GetByRole(AriaRole.Link, new() { Name = "To the lab" })).ToHaveAttributeAsync("href", Lab.Url("lab", "x", "/").Replace("~x/", "", StringComparison.Ordinal));

        await strip.GetByRole(AriaRole.Button, new() { Name = "Go on alone" }).ClickAsync();

        await Expect(student).ToHaveURLAsync(new Regex(@"shop\..*/~(?!" + old + @"/)[a-z0-9]+/$"));
        await Expect(student.Locator("lab-room")).ToHaveCountAsync(0);
        await Eventually.TrueAsync("hits are noted in the fresh seat", async () => (await Lab.EventsAsync(SeatOf(student))).Any(IsHit));
        Assert.Empty(await Lab.EventsAsync(old));
    }

    [Fact]
    public async Task Who_reads_a_lesson_when_the_class_ends_goes_on_with_it_alone()
    {
        await OpenAsync();
        var student = await JoinAsync(await OpenRoomAsync());
        var old = SeatOf(student);
        await student.GotoAsync(Lab.Url("lab", old, Lesson));
        await Expect(student.Locator("lab-room .strip")).ToContainTextAsync("Room");
        await EndAsync();

        await student.Locator("lab-room .strip").GetByRole(AriaRole.Button, new() { Name = "Go on alone" }).ClickAsync();

        await Expect(student).ToHaveURLAsync(new Regex("/~(?!" + old + "/)[a-z0-9]+" + Lesson + "$"));
        await Expect(student.Locator("lab-room")).ToHaveCountAsync(0);
    }

    private static bool IsHit(System.Text.Json.JsonElement one) => one.GetProperty("kind").GetString() == "hit";

    private async Task EndAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "End the room …" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "End and erase" }).ClickAsync();
        await Expect(Page.GetByText("This room has ended")).ToBeVisibleAsync();
    }
}
