using System.Net.Http.Json;
using System.Text.Json;

namespace PixelLab.Browser.Tests.Classroom;

/// <summary>The instructor's views of a whole room: reports, comparison, and simulated people beside the students.</summary>
public sealed class RoomViewTests(SharedLab lab, Browsers browsers) : ClassroomTest(lab, browsers)
{
    [Fact]
    public async Task The_rooms_reports_follow_the_class_and_open_the_hits_behind_a_number()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        var (seat, name) = await SitDownAsync(code);
        await LookAsync(seat);

        var reports = await OpenFromConsoleAsync("Reports");
        await reports.GetByRole(AriaRole.Link, new() { Name = "Pages visited most" }).ClickAsync();
        await Expect(reports.Locator(".headline b")).ToHaveTextAsync("1");
        var (second, _) = await SitDownAsync(code);
        await LookAsync(second);
        await Expect(reports.Locator(".headline b")).ToHaveTextAsync("2");
        await Expect(reports.Locator("svg.plot").First).ToBeVisibleAsync();

        await reports.GetByRole(AriaRole.Link, new() { NameRegex = new("^2: Page views, .shoes.3") }).ClickAsync();
        await Expect(reports.Locator(".hits li")).ToHaveCountAsync(2);
        await reports.Locator(".hits li").Filter(new() { HasText = name }).GetByRole(AriaRole.Button, new() { NameRegex = new("^Hit ") }).ClickAsync();
        await Expect(reports.Locator("hit-detail .sentence")).ToContainTextAsync("Metrics was told");
        Assert.DoesNotContain(seat, reports.Url, StringComparison.Ordinal);

        // On the wall nobody is named.
        await reports.GoBackAsync();
        await reports.GetByRole(AriaRole.Link, new() { Name = "Projector view" }).ClickAsync();
        await reports.GetByRole(AriaRole.Link, new() { NameRegex = new("^2: Page views, .shoes.3") }).ClickAsync();
        await Expect(reports.Locator(".whose").First).ToHaveTextAsync("Student 1");
        Assert.DoesNotContain(name, await reports.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_comparison_shows_whom_each_tracker_takes_for_whom()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        var students = new List<(string Seat, string Name)>();
        for (var i = 0; i < 3; i++)
        {
            students.Add(await SitDownAsync(code));
            await LookAsync(students[i].Seat);
        }

        var compare = await OpenFromConsoleAsync("Compare");
        await Expect(compare.Locator(".truth .number")).ToHaveTextAsync("3 students");
        var pixel = compare.GetByRole(AriaRole.Region, new() { Name = "Pixel alone" });
        await Expect(pixel.Locator(".number")).ToHaveTextAsync("1 visitor");
        await Expect(pixel.Locator(".sentence")).ToContainTextAsync("3 students for 1 visitor, since the whole class has one address");
        await Expect(pixel.Locator("[data-kind=mixed] b")).ToHaveTextAsync(["1", "2", "3"]);
        var table = compare.GetByRole(AriaRole.Region, new() { Name = "Student by student" }).Last;
        await Expect(table).ToContainTextAsync(students[0].Name);

        // One more comes, and the page follows.
        var late = await SitDownAsync(code);
        await LookAsync(late.Seat);
        await Expect(compare.Locator(".truth .number")).ToHaveTextAsync("4 students");

        await compare.GetByRole(AriaRole.Link, new() { Name = "Projector view" }).ClickAsync();
        await Expect(compare.Locator(".truth .number")).ToHaveTextAsync("4 students");
        await Expect(table).Not.ToContainTextAsync(students[0].Name);
    }

    [Fact]
    public async Task Simulated_people_are_let_in_and_sent_home()
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        await SitDownAsync(code);
        await Page.GetByText("Extra traffic").ClickAsync();
        await Page.GetByRole(AriaRole.Spinbutton, new() { Name = "People" }).FillAsync("5");
        await Page.GetByLabel("Requests a second").FillAsync("10");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Let them walk" }).ClickAsync();

        await Expect(Page.GetByText("simulated people are walking")).ToBeVisibleAsync();
        await Expect(Page.Locator(".roster li").Filter(new() { HasText = "Simulated people" })).ToHaveCountAsync(1);
        await Expect(Page.GetByText("1 in the room")).ToBeVisibleAsync();
        await Expect(Page.Locator("merged-stream .row").Filter(new() { HasText = "Simulated people" }).First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Stop them" }).ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Let them walk" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_rooms_views_break_no_rule_of_axe(ColorScheme scheme)
    {
        await OpenAsync(new() { Scheme = scheme });
        var code = await OpenRoomAsync();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await LookAsync((await SitDownAsync(code)).Seat);
        }

        await Page.GetByText("Extra traffic").ClickAsync();
        await AssertAccessibleAsync(Page, "the console with extra traffic");
        foreach (var path in new[] { "/reports", "/reports/funnel", "/reports/pages/hits?lens=both&table=pages&row=%2Fshoes%2F3&column=views", "/compare" })
        {
            await Page.GotoAsync(Lab.Url("lab", Seat, $"/classroom/{code}{path}"));
            await Expect(Page.Locator(".headline, .hits, .truth").First).ToBeVisibleAsync();
            await AssertAccessibleAsync(Page, path);
        }
    }

    [Theory]
    [InlineData("/reports/pages")]
    [InlineData("/compare")]
    public async Task A_browser_without_the_key_is_led_to_the_console(string path)
    {
        await OpenAsync();
        var code = await OpenRoomAsync();
        Expected.Add("403");
        var other = await OpenGuestAsync(390);

        await other.GotoAsync(Lab.Url("lab", "me", $"/classroom/{code}{path}"));

        await Expect(other.GetByText("There is no such room")).ToBeVisibleAsync();
        await Expect(other.Locator("main").GetByRole(AriaRole.Link, new() { NameRegex = new("console") })).ToBeVisibleAsync();
    }

    private async Task<IPage> OpenFromConsoleAsync(string name) => await Page.Context.RunAndWaitForPageAsync(
        () => Page.Locator("lab-console").GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync());

    /// <summary>A student joins whose browser does not matter yet.</summary>
    private async Task<(string Seat, string Name)> SitDownAsync(string code)
    {
        using var reply = await Lab.Http.PostAsync(new Uri($"http://localhost:{Lab.Port}/api/rooms/{code}/students"), null);
        reply.EnsureSuccessStatusCode();
        var made = await reply.Content.ReadFromJsonAsync<JsonElement>();
        return (made.GetProperty("seat").GetString()!, made.GetProperty("name").GetString()!);
    }

    /// <summary>The student's own browser opens a product, and its pixels report.</summary>
    private async Task LookAsync(string seat)
    {
        var page = await OpenGuestAsync();
        await page.GotoAsync(Lab.Url("shop", seat, ShopSite.Product));
        await Eventually.TrueAsync(
            "the page was reported",
            async () => (await Lab.EventsAsync(seat)).Any(one => one.GetProperty("kind").GetString() == "hit" && one.GetProperty("vendor").GetString() == "metrics"));
        await page.Context.CloseAsync();
    }
}
