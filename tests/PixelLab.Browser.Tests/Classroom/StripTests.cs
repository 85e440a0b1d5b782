namespace PixelLab.Browser.Tests.Classroom;

/// <summary>The strip that a student has at the foot of every page: it covers nothing that is to be read or pressed.</summary>
public sealed class StripTests(SharedLab lab, Browsers browsers) : ClassroomTest(lab, browsers)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_end_and_banners_stand_above_the_strip(bool isPhone)
    {
        await OpenAsync();
        var student = await JoinAsync(await OpenRoomAsync(), isPhone);
        var seat = SeatOf(student);
        await Page.GetByText("Send, ask, switch, key").ClickAsync();
        await Page.GetByLabel("Banner on every site").SelectOptionAsync("opt_in");
        await Expect(student.Locator("lab-room .strip")).ToContainTextAsync("Opt-in");

        await student.GotoAsync(Lab.Url("shop", seat, "/"));
        await AssertAboveAsync(student, student.GetByRole(AriaRole.Button, new() { Name = "Refuse all" }));
        if (isPhone)
        {
            await AssertAboveAsync(student, student.Locator("lab-dock .badge"));
        }

        await student.GetByRole(AriaRole.Button, new() { Name = "Refuse all" }).ClickAsync();
        await Expect(student.Locator(".consent-banner")).ToHaveCountAsync(0);
        await AssertAboveAsync(student, student.Locator(".consent-footer a").Last, () => student.Keyboard.PressAsync("End"));

        await student.GotoAsync(Lab.Url("lab", seat, "/panel"));
        await AssertAboveAsync(student, student.Locator("#panel"));
        Assert.True(
            await student.EvaluateAsync<bool>("document.documentElement.scrollHeight <= innerHeight"),
            "The panel's page has to be scrolled.");
    }

    [Fact]
    public async Task Putting_all_switches_back_leaves_what_the_instructor_has_switched_for_everyone()
    {
        await OpenAsync();
        var student = await JoinAsync(await OpenRoomAsync());
        var seat = SeatOf(student);
        await Page.GetByText("Send, ask, switch, key").ClickAsync();
        await Page.GetByLabel("Banner on every site").SelectOptionAsync("opt_in");
        await Expect(student.Locator("lab-room .strip")).ToContainTextAsync("Opt-in");

        await student.GotoAsync(Lab.Url("lab", seat, "/switches"));
        await student.GetByRole(AriaRole.Button, new() { Name = "Put all switches back" }).ClickAsync();
        await Expect(student.GetByRole(AriaRole.Status).First).ToContainTextAsync("What your instructor has switched for everyone holds on.");

        await student.GotoAsync(Lab.Url("shop", seat, "/"));
        await Expect(student.GetByRole(AriaRole.Button, new() { Name = "Refuse all" })).ToBeVisibleAsync();
    }

    /// <summary>Waits until something is above the strip; what is done for it is done again while the page is still growing.</summary>
    private static Task AssertAboveAsync(IPage student, ILocator what, Func<Task>? first = null) => Eventually.TrueAsync(
        "it stands above the strip",
        async () =>
        {
            await (first?.Invoke() ?? Task.CompletedTask);
            var strip = await student.Locator("lab-room .strip").BoundingBoxAsync();
            var box = await what.BoundingBoxAsync();
            return strip is not null && box is not null && box.Y + box.Height <= strip.Y + 1;
        });
}
