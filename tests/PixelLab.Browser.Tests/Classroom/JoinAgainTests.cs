namespace PixelLab.Browser.Tests.Classroom;

/// <summary>Who opens the address on the board a second time in one browser is the same student.</summary>
public sealed class JoinAgainTests(SharedLab lab, Browsers browsers) : ClassroomTest(lab, browsers)
{
    [Fact]
    public async Task The_code_alone_brings_a_student_back_in_the_browser_that_joined()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        var (student, name, _) = await JoinWithWordsAsync(code);
        var seat = SeatOf(student);

        await student.GotoAsync(Lab.Url("lab", "me", $"/join/{code}"));
        await student.GetByRole(AriaRole.Button, new() { Name = $"Go on as {name}" }).ClickAsync();
        await Expect(student.Locator("lab-join-room .name")).ToHaveTextAsync(name);
        await AssertAccessibleAsync(student, "the way back into a room");
        await student.GetByRole(AriaRole.Link, new() { Name = "Start" }).ClickAsync();

        await Expect(student.Locator("lab-room .strip")).ToContainTextAsync(name);
        Assert.Equal(seat, SeatOf(student));
    }

    [Fact]
    public async Task Somebody_else_at_the_same_browser_joins_as_another_student()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        var (student, name, _) = await JoinWithWordsAsync(code);

        await student.GotoAsync(Lab.Url("lab", "me", $"/join/{code}"));
        await student.GetByRole(AriaRole.Button, new() { Name = "I am somebody else" }).ClickAsync();
        await student.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();

        await Expect(student.GetByRole(AriaRole.Link, new() { Name = "Start" })).ToBeVisibleAsync();
        await Expect(student.Locator("lab-join-room .name")).Not.ToHaveTextAsync(name);
    }

    [Fact]
    public async Task Who_has_left_has_left_no_name_behind_in_the_browser()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        var (student, name, _) = await JoinWithWordsAsync(code);
        await student.GetByRole(AriaRole.Button, new() { Name = "Leave …" }).ClickAsync();
        await student.GetByRole(AriaRole.Button, new() { Name = "Leave and erase" }).ClickAsync();
        await Expect(student.Locator("lab-room .strip")).ToContainTextAsync("no longer in it");

        await student.GotoAsync(Lab.Url("lab", "me", $"/join/{code}"));

        await Expect(student.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true })).ToBeVisibleAsync();
        await Expect(student.GetByText(name)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_was_taken_out_while_away_is_told_so_and_can_join_anew()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        var (student, name, _) = await JoinWithWordsAsync(code);
        var seat = SeatOf(student);
        await student.GotoAsync("about:blank");
        using var left = await Lab.Http.DeleteAsync(Lab.Url("lab", $"/api/seats/{seat}/room"), TestContext.Current.CancellationToken);

        await student.GotoAsync(Lab.Url("lab", "me", $"/join/{code}"));
        await student.GetByRole(AriaRole.Button, new() { Name = $"Go on as {name}" }).ClickAsync();

        await Expect(student.GetByRole(AriaRole.Alert)).ToHaveTextAsync($"{name} is no longer in this room. You can join anew.");
        await Expect(student.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true })).ToBeVisibleAsync();
    }
}
