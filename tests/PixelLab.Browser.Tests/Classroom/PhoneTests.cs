using System.Text.Json;
using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Classroom;

/// <summary>An instructor who has nothing but a phone.</summary>
public sealed class PhoneTests(SharedLab lab, Browsers browsers) : ClassroomTest(lab, browsers)
{
    [Theory]
    [InlineData(390)]
    [InlineData(320)]
    public async Task A_student_gets_from_the_front_page_into_a_room_and_no_page_on_the_way_is_wider_than_the_phone(int width)
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        var student = await OpenGuestAsync(width);

        await student.GotoAsync(Lab.Url("lab", "me", "/"));
        await AssertFitsAsync(student);
        await student.GetByLabel("The code on the board").FillAsync(code.ToLowerInvariant());
        await student.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await Expect(student.GetByText($"Before you join room {code}")).ToBeVisibleAsync();
        await AssertFitsAsync(student);
        await student.GotoAsync(Lab.Url("lab", "me", "/join"));
        await Expect(student.GetByLabel("The code on the board")).ToBeVisibleAsync();
        await AssertFitsAsync(student);
        static async Task AssertFitsAsync(IPage page) =>
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{page.Url} is wider than the phone.");
    }

    [Fact]
    public async Task All_that_an_instructor_can_do_is_done_from_a_phone()
    {
        await OpenAsync(new() { Width = 390 });
        var code = await OpenRoomAsync();
        var student = await JoinAsync(code);
        var seat = SeatOf(student);
        await Page.GetByText("Send, ask, switch, key").ClickAsync();

        // To a page, and to a lesson.
        await Page.GetByLabel("Send everyone to").SelectOptionAsync("shop");
        await Page.GetByLabel("page", new() { Exact = true }).FillAsync(ShopSite.Product);
        await PressAsync("Send");
        await Expect(student).ToHaveURLAsync(new Regex("shop.*" + ShopSite.Product));
        await Page.Locator("merged-stream [role=option]").Filter(new() { HasText = "adnet" }).First.ClickAsync();

        // One hit on all screens, and off again.
        await PressAsync("Talk about path");
        await PressAsync("Put on all screens");
        await Expect(student.Locator("dialog.spot[open] .field[data-talked-about]")).ToContainTextAsync("path");
        await PressAsync("Take off all screens");
        await Expect(student.Locator("dialog.spot[open]")).ToHaveCountAsync(0);
        await PressAsync("Close");

        // Held, and let go.
        await PressAsync("Hold all pages");
        await Expect(student.Locator("dialog.hold[open]")).ToBeVisibleAsync();
        await PressAsync("Let them go on");
        await Expect(student.Locator("dialog.hold[open]")).ToHaveCountAsync(0);

        // A banner, a defence, and both put back.
        var strip = student.Locator("lab-room .strip");
        await Page.GetByLabel("Banner on every site").First.SelectOptionAsync("opt_in");
        await Expect(strip).ToContainTextAsync("Banner on every site: Opt-in");
        await Page.GetByLabel("The lab’s blocker").First.SelectOptionAsync("on");
        await Expect(strip).ToContainTextAsync("blocker: On");
        await PressAsync("Put back: The lab’s blocker");
        await PressAsync("Put back: Banner on every site");
        await Expect(strip).Not.ToContainTextAsync("switched for everyone");

        // A question of one's own, its answers, and its end.
        await Page.GetByLabel("Ask", new() { Exact = true }).FillAsync("Who was told?");
        await Page.GetByLabel("answers, one a line").FillAsync("Nobody\nTwo companies");
        await PressAsync("Ask the room");
        await strip.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Two companies") }).ClickAsync();
        await Expect(Page.GetByText("1 of 1 have answered.")).ToBeVisibleAsync();
        await PressAsync("Show the answers to all");
        await Expect(strip.Locator(".poll button").Nth(1)).ToContainTextAsync("1");
        await PressAsync("End the question");
        await Expect(strip.Locator(".poll")).ToHaveCountAsync(0);

        // Simulated people, who come and go.
        await Page.GetByText("Extra traffic").ClickAsync();
        await PressAsync("Let them walk");
        await Expect(Page.Locator(".roster")).ToContainTextAsync("Simulated people");
        await PressAsync("Stop them");
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Let them walk" })).ToBeVisibleAsync();

        // A lesson: its notes, and everyone sent to it.
        await Page.Locator("room-lesson select").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Page.GetByText("Notes for you").ClickAsync();
        await Expect(Page.Locator("room-lesson .notes")).ToContainTextAsync("Let everybody write the guess down");
        await PressAsync("Send everyone to it");
        await Expect(student).ToHaveURLAsync(new Regex("/lessons/what-a-tracking-pixel-is"));

        // The door, the file, the wall.
        await PressAsync("Let nobody more in");
        await Expect(Page.GetByText("nobody more may join")).ToBeVisibleAsync();
        await PressAsync("Let more in");
        await Page.RunAndWaitForDownloadAsync(() => PressAsync("Take everything away as a file"));
        await AssertFitsAsync();
        await PressAsync("Projector view");
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "End the room …" })).ToHaveCountAsync(0);
        await AssertFitsAsync();
        await PressAsync("Projector view");

        // Begin anew, and end.
        await PressAsync("Reset seats …");
        await PressAsync("Erase and begin anew");
        await Eventually.TrueAsync("the seat is empty", async () => !(await Lab.EventsAsync(seat)).Any(IsHit));
        await PressAsync("End the room …");
        await PressAsync("End and erase");
        await Expect(Page.GetByText("This room has ended")).ToBeVisibleAsync();
        await Expect(strip).ToContainTextAsync("The room has ended");
    }

    private static bool IsHit(JsonElement one) => one.GetProperty("kind").GetString() == "hit";

    private Task PressAsync(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private async Task AssertFitsAsync() => Assert.True(
        await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The console is wider than the phone.");
}
