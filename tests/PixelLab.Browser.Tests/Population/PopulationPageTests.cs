namespace PixelLab.Browser.Tests.Population;

public sealed class PopulationPageTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    [Fact]
    public async Task A_run_and_a_curve_show_sentences_plots_and_tables()
    {
        await OpenAsync(new());
        await GoAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "What the trackers believed" })).ToBeVisibleAsync(Long);
        await Expect(Page.GetByRole(AriaRole.Img, new() { Name = "Visitors counted, and people there were" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Table)).ToContainTextAsync("precision");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Draw the curve" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Img, new() { NameRegex = new("^Recall along ") })).ToBeVisibleAsync(Long);
        await Expect(Page.Locator("#results tbody tr")).ToHaveCountAsync(11);
    }

    [Fact]
    public async Task A_long_run_shows_how_far_it_is_and_can_be_cancelled()
    {
        await OpenAsync(new());
        await GoAsync("10000", "30");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        var progress = Page.GetByRole(AriaRole.Progressbar);
        await Expect(progress).ToBeVisibleAsync();
        await Expect(progress).Not.ToHaveJSPropertyAsync("value", 0);

        await Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(Page.Locator("#said")).ToContainTextAsync("The run was cancelled", new() { Timeout = 60_000 });
        await Expect(progress).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_run_is_taken_up_again_after_a_reload_and_by_a_page_that_did_not_know_of_it_while_it_goes_on_and_when_it_is_done()
    {
        await OpenAsync(new());
        Expected.Add("409");
        await GoAsync("10000", "30");
        var ignorant = await NewPageAsync();
        await ignorant.GotoAsync(Lab.Url("lab", Seat, "/population"));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();

        await ignorant.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await Expect(ignorant.Locator("#said")).ToContainTextAsync("A run is under way here already.");
        await Expect(ignorant.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();

        await Page.ReloadAsync();
        await Expect(Page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(Page.Locator("#said")).ToContainTextAsync("The run was cancelled", new() { Timeout = 60_000 });

        await GoAsync();
        await Page.GetByLabel("Curve along").SelectOptionAsync("mailRelay");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Draw the curve" }).ClickAsync();
        await Expect(Page.Locator("#results tbody tr")).ToHaveCountAsync(11, new() { Timeout = 60_000 });
        await Page.ReloadAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "As “Have their mail fetched by a relay” moves" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_slider_that_moves_says_at_once_what_trackers_would_count()
    {
        await OpenAsync(new());
        await GoAsync();
        await Page.GetByLabel("Refuse third-party cookies").PressAsync("End");
        await Expect(Page.Locator("#glance")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^At a glance, with \d+ of them: Pixel \d+, Cookie \d+, Both \d+\.$"));
        await Expect(Page.GetByRole(AriaRole.Progressbar)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_curve_along_the_mail_relay_and_one_along_the_banners_can_be_drawn()
    {
        await OpenAsync(new());
        await GoAsync();
        await Page.GetByLabel("Curve along").SelectOptionAsync("mailRelay");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Draw the curve" }).ClickAsync();
        var opened = Page.Locator("figure").Filter(new() { HasText = "Messages opened" });
        await Expect(opened).ToContainTextAsync("Fetched by a machine alone: from 0 to ", new() { Timeout = 60_000 });

        await Page.GetByLabel("Curve along").SelectOptionAsync("regime");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Draw the curve" }).ClickAsync();
        await Expect(Page.Locator("#results tbody tr")).ToHaveCountAsync(5, new() { Timeout = 60_000 });
        await Expect(Page.Locator("figure").First).ToContainTextAsync("least with “Opt-in”");
        await Expect(Page.Locator("figure").Filter(new() { HasText = "Ad money wasted" })).ToContainTextAsync("€");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_kept_town_leads_to_its_seven_reports_and_to_its_comparison(ColorScheme scheme)
    {
        await OpenAsync(new() { Scheme = scheme });
        await GoAsync("150", "4");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Run, and keep it for the reports" }).ClickAsync();
        var reports = Page.GetByRole(AriaRole.Link, new() { NameRegex = new("seven reports") });
        await Expect(reports).ToBeVisibleAsync(Long);
        var compare = await Page.GetByRole(AriaRole.Link, new() { Name = "Compare pixel and cookie" }).GetAttributeAsync("href");
        await reports.ClickAsync();
        await Expect(Page.Locator(".report")).ToHaveCountAsync(7);
        await Expect(Page.GetByText("Nothing yet")).ToHaveCountAsync(0);

        var seat = Page.Url;
        foreach (var (name, plots) in new[] { ("pages", 1), ("stay", 1), ("funnel", 1), ("audience", 5), ("campaigns", 4), ("retargeting", 2), ("newsletter", 1) })
        {
            await Page.GotoAsync($"{seat}/{name}");
            await Expect(Page.Locator("svg.plot")).ToHaveCountAsync(plots);
            await AssertAccessibleAsync(Page, $"the report {name} of a town");
        }

        await Page.GotoAsync(compare!);
        // All that 150 people did is read here for the first time.
        await Expect(Page.Locator("lab-compare .verdict")).ToContainTextAsync("150 invented people", new() { Timeout = 60_000 });
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Who recognises them?" })).ToBeVisibleAsync();
        await Expect(Page.GetByText("one person")).ToHaveCountAsync(0);
        await AssertAccessibleAsync(Page, "the comparison of a town");
    }

    [Fact]
    public async Task A_walk_for_real_leads_to_the_panel_of_its_seat()
    {
        await OpenAsync(new());
        await GoAsync("3", "1");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Walk them through the town for real" }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "See the hits in the panel" }).ClickAsync(new() { Timeout = 60_000 });
        await Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/panel$"));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_page_breaks_no_rule_of_axe(ColorScheme scheme)
    {
        await OpenAsync(new() { Scheme = scheme });
        await GoAsync();
        await AssertAccessibleAsync(Page, "the population's page before a run");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync(Long);
        await AssertAccessibleAsync(Page, "the population's page with a result");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Draw the curve" }).ClickAsync();
        await Expect(Page.Locator("#results tbody tr")).ToHaveCountAsync(11, new() { Timeout = 60_000 });
        await AssertAccessibleAsync(Page, "the population's page with a curve");
    }

    private static LocatorAssertionsToBeVisibleOptions Long => new() { Timeout = 60_000 };

    private async Task GoAsync(string people = "60", string days = "2")
    {
        await Page.GotoAsync(Lab.Url("lab", Seat, "/population"));
        await Page.GetByLabel("People", new() { Exact = true }).FillAsync(people);
        await Page.GetByLabel("Days", new() { Exact = true }).FillAsync(days);
    }
}
