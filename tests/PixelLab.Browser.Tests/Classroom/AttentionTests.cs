namespace PixelLab.Browser.Tests.Classroom;

/// <summary>What an instructor does to have everybody look at one thing, and what a wall shows of it.</summary>
public sealed class AttentionTests(SharedLab lab, Browsers browsers) : ClassroomTest(lab, browsers)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_field_that_is_talked_about_is_in_sight_on_each_screen_and_opens_again_for_who_closed_it(bool isPhone)
    {
        var student = await OpenWithHitAsync(isPhone);
        var dialog = student.Locator("dialog.spot[open]");
        await PressAsync("Put on all screens");
        await Expect(dialog).ToBeVisibleAsync();

        await PressAsync("Talk about User-Agent");
        await Expect(dialog.Locator("[data-talked-about]")).ToBeInViewportAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);

        await PressAsync("Talk about Referer");
        await Expect(dialog.Locator("[data-talked-about]")).ToBeInViewportAsync();
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Copy as cURL" })).ToHaveCountAsync(0);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await PressAsync("Again on all screens");
        await Expect(dialog).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Nobody_gets_out_of_a_hold_whether_or_not_a_hit_is_on_all_screens()
    {
        var student = await OpenWithHitAsync();
        await PressAsync("Hold all pages");
        await Expect(student.Locator("dialog.hold[open]")).ToBeVisibleAsync();
        await EscapeAsync(student);
        await Expect(student.Locator("dialog.hold[open]")).ToBeVisibleAsync();

        // The hit has the screen, with the word of the hold above it.
        await PressAsync("Put on all screens");
        await Expect(student.Locator("dialog.spot[open] .held")).ToBeVisibleAsync();
        await Expect(student.Locator("dialog[open]")).ToHaveCountAsync(1);
        await student.ReloadAsync();
        await Expect(student.Locator("dialog.spot[open] .held")).ToBeVisibleAsync();
        await EscapeAsync(student);
        await Expect(student.Locator("dialog.spot[open] .held")).ToBeVisibleAsync();

        await PressAsync("Take off all screens");
        await Expect(student.Locator("dialog.hold[open]")).ToBeVisibleAsync();
        await PressAsync("Let them go on");
        await Expect(student.Locator("dialog[open]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_wall_gives_no_task_away_while_the_class_guesses_and_stays_a_wall_when_it_is_loaded_anew()
    {
        const string Answer = "Two companies heard that you opened the page";
        var student = await OpenWithHitAsync();
        await Page.Locator("room-lesson select").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Expect(Page.Locator("room-lesson .tasks")).ToContainTextAsync(Answer);
        await student.ReloadAsync();
        await Expect(Page.Locator("room-lesson .tasks")).ToContainTextAsync("1 of 1");
        await Page.GetByText("Send, ask, switch, key").ClickAsync();
        await Page.Locator("room-tools .predictions button").First.ClickAsync();
        await PressAsync("Projector view");

        var tasks = Page.Locator("room-lesson .tasks");
        await Expect(tasks).ToContainTextAsync("Task 1");
        await Expect(tasks).Not.ToContainTextAsync(Answer);
        await Page.ReloadAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Projector view" })).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(Page.Locator(".roster")).ToContainTextAsync("Student 1");

        await PressAsync("End the question");
        await Expect(tasks).ToContainTextAsync(Answer);
    }

    [Fact]
    public async Task A_student_who_is_no_longer_there_is_removed_from_the_room()
    {
        var student = await OpenWithHitAsync();
        await Page.Locator(".roster button").First.ClickAsync();
        await PressAsync("Remove …");
        await PressAsync("Remove and erase");

        await Expect(Page.GetByText("Nobody yet.")).ToBeVisibleAsync();
        await Expect(student.Locator("lab-room .strip")).ToContainTextAsync("you are no longer in it");
        Assert.Empty(await Lab.EventsAsync(SeatOf(student)));
    }

    [Fact]
    public async Task Who_joined_and_never_came_is_removed_at_one_press_and_whoever_came_stays()
    {
        await OpenWithHitAsync();
        await Expect(Page.Locator(".roster li")).ToHaveCountAsync(1);
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Remove who never came …" })).ToHaveCountAsync(0);
        var code = new Uri(Page.Url).Segments[^1];
        using var joined = await Lab.Http.PostAsync(new Uri($"http://localhost:{Lab.Port}/api/rooms/{code}/students"), null, TestContext.Current.CancellationToken);
        await Expect(Page.Locator(".roster li")).ToHaveCountAsync(2);
        await Expect(Page.Locator(".roster")).ToContainTextAsync("has not opened a page yet");

        await PressAsync("Remove who never came …");
        await AssertAccessibleAsync(Page, "the question before removing who never came");
        await PressAsync("Remove them");

        // Who has only just joined may still be reading their words.
        await Expect(Page.GetByText("Who never came is removed.")).ToBeVisibleAsync();
        await Expect(Page.Locator(".roster li")).ToHaveCountAsync(2);
    }

    /// <summary>A room with one student, whose newest product view is chosen in the console.</summary>
    private async Task<IPage> OpenWithHitAsync(bool isPhone = false)
    {
        await OpenAsync();
        var student = await JoinAsync(await OpenRoomAsync(), isPhone);
        await student.GotoAsync(Lab.Url("shop", SeatOf(student), ShopSite.Product));
        await Page.Locator("merged-stream [role=option]").Filter(new() { HasText = "looked at the product" }).First.ClickAsync();
        await Expect(Page.Locator("room-spotlight hit-detail")).ToBeVisibleAsync();
        return student;
    }

    private static async Task EscapeAsync(IPage student)
    {
        for (var time = 0; time < 4; time++)
        {
            await student.Keyboard.PressAsync("Escape");
        }
    }

    private Task PressAsync(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
