using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PixelLab.Core.Events;
using PixelLab.Core.Rules;

namespace PixelLab.Browser.Tests.Case;

/// <summary>
/// The case, solved as a careful student solves it: by nothing but the requests that can be seen. What a browser does with cookies decides what is
/// right, so it is solved in both worlds.
/// </summary>
public sealed class CaseTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private static readonly string[] Companies = ["wrenlight", "oddmoor", "fennick", "tarnwick"];

    private LabServer? _server;
    private string? _seat;
    private string? _market;

    private LabServer Here => _server ?? Lab;

    private string Own => _seat ?? Seat;

    private string Desk => Here.Url("lab", Own, "/case");

    private string Market => _market ?? Lab.Url("market", Seat, "/");

    [Theory]
    [InlineData(CookieWorld.Open, "1")]
    [InlineData(CookieWorld.Open, "7")]
    [InlineData(CookieWorld.BlockedByPreference, "2")]
    [InlineData(CookieWorld.BlockedByPreference, "8")]
    public async Task Whoever_looks_at_every_request_gets_every_point(CookieWorld world, string number)
    {
        await OpenAsync(new() { World = world });
        await SolveAsync(number);
    }

    [Fact]
    public async Task Where_the_town_has_one_host_alone_it_is_solved_by_the_same_requests()
    {
        await using var server = await LabServer.StartAsync(("Addressing:Mode", "Path"));
        var own = await server.MakeSeatWholeAsync();
        (_server, _seat, _market) = (server, own.GetProperty("seat").GetString()!, own.GetProperty("sites").GetProperty("market").GetString()!);
        await OpenAsync();
        await SolveAsync("7");
        await Page.GotoAsync("about:blank");
    }

    [Fact]
    public async Task Whoever_overlooks_something_and_stops_too_much_gets_a_part_and_reads_what_it_was()
    {
        await OpenAsync(new() { Width = 390, Height = 844, Scheme = ColorScheme.Dark });
        await BeginAsync("8");
        await WalkAsync();
        var hits = await HitsAsync();
        var letters = hits.First(hit => hit.GetProperty("event").GetString() == "email_open").GetProperty("vendor").GetString()!;
        await ChooseAsync(letters, ["Opened"], "Account");
        await AssertAccessibleAsync(Page, "the desk of the case");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Keep this" }).ClickAsync();
        await StopAsync(letters, "All that goes from the shop to anybody else");
        await Page.GotoAsync(Market);
        await Page.Locator(".goods a").First.ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Order it" }).ClickAsync();
        await Expect(Page.GetByText("The till did not load")).ToBeVisibleAsync();
        await AssertAccessibleAsync(Page, "the shop of the case");
        await Page.GotoAsync(Desk);
        await Page.GetByLabel("Your two sentences").FillAsync("That shop tells Fennick which letter I read.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Keep the sentences" }).ClickAsync();
        await Expect(Page.GetByText("It names a company.")).ToBeVisibleAsync();
        await HandInAsync();
        var row = Page.Locator(".case-company").Filter(new() { Has = Page.Locator($"#s-{letters}") });
        await Expect(row).ToContainTextAsync("2/3");
        await Expect(row.Locator("dd").Filter(new() { HasText = "overlooked" })).ToHaveTextAsync(new Regex("^\\s*a code made of your email address\\s+overlooked\\s*$"));
        await AssertAccessibleAsync(Page, "the sheet of the case");
    }

    [Fact]
    public async Task Without_scripts_the_whole_of_it_can_be_done()
    {
        await OpenAsync(new() { Scripts = false });
        await BeginAsync("8");
        await WalkAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Keep this" }).ClickAsync();
        await HandInAsync();
        await Expect(Page.GetByText("of 15 points")).ToBeVisibleAsync();
        await Expect(Page.GetByText("what you pressed on the page")).ToHaveCountAsync(0);
    }

    /// <summary>Looks at every request, says what it tells, stops the one in disguise, and hands in: all points.</summary>
    private async Task SolveAsync(string number)
    {
        await BeginAsync(number);
        await WalkAsync();
        var hits = await HitsAsync();
        foreach (var company in Companies)
        {
            var own = hits.Where(hit => hit.GetProperty("vendor").GetString() == company).ToList();
            await ChooseAsync(company, Facts(own), Tie(own));
        }

        await Page.GetByRole(AriaRole.Button, new() { Name = "Keep this" }).ClickAsync();

        // The one that stands under the shop's own name, where no rule about its own address finds it.
        var disguised = hits.First(hit => hit.GetProperty("path").GetString()!.StartsWith("/s/", StringComparison.Ordinal)).GetProperty("vendor").GetString()!;
        await StopAsync(disguised, "The pixel of the company that stands under the shop’s own name");
        await WalkAsync();
        await Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Well stopped");
        await HandInAsync();
        await Expect(Page.GetByText("15 of 15 points")).ToBeVisibleAsync();
        await Expect(Page.GetByText("overlooked")).ToHaveCountAsync(0);
    }

    /// <summary>Begins the case of a number: the desk itself gives each seat its own, and a room can give all the same.</summary>
    private async Task BeginAsync(string number)
    {
        Assert.True(SeatId.TryParse(Own, out var seat));
        await Here.Services.GetRequiredService<IEventWriter>().AppendAsync(
            [new SettingChanged { At = TimeProvider.System.GetUtcNow(), Seat = seat, Name = SettingNames.Case, Value = number }], TestContext.Current.CancellationToken);
        await Page.GotoAsync(Desk);
        await Expect(Page.GetByText($"Case {number}", new() { Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>Goes through the shop as the desk asks for, and comes back to it once everything has arrived.</summary>
    private async Task WalkAsync()
    {
        var before = (await HitsAsync()).Count;
        await Page.GotoAsync(Market);
        await Page.Locator(".goods a").First.ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Order it" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Order and pay" }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Read the letter" }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "See what is new" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Good to see you again" })).ToBeVisibleAsync();
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Eventually.TrueAsync("something was told", async () => (await HitsAsync()).Count > before);
        await Page.GotoAsync(Desk);
    }

    private async Task<List<JsonElement>> HitsAsync()
    {
        var answer = await Here.GetAsync($"/api/seats/{Own}/events?limit=500");
        return [.. answer.GetProperty("events").EnumerateArray().Where(one => one.GetProperty("kind").GetString() == "hit").Select(one => one.Clone())];
    }

    /// <summary>What a student reads in the requests of a company.</summary>
    private static List<string> Facts(List<JsonElement> hits)
    {
        var facts = new List<string>();
        void Add(string fact, Func<JsonElement, bool> tells)
        {
            if (hits.Exists(hit => tells(hit)))
            {
                facts.Add(fact);
            }
        }

        Add("Looked", hit => Parameter(hit, "it") is not null || Parameter(hit, "dl")?.Contains("good", StringComparison.Ordinal) == true);
        Add("Cost", hit => Parameter(hit, "val") is not null);
        Add("Code", hit => Parameter(hit, "em") is not null);
        Add("Pressed", hit => Parameter(hit, "tx") is not null);
        Add("Opened", hit => hit.GetProperty("event").GetString() == "email_open");
        return facts;
    }

    /// <summary>By what a student says that a company ties them together.</summary>
    private static string Tie(List<JsonElement> hits) =>
        hits.Exists(hit => hit.GetProperty("cookies").EnumerateArray().Any()) ? "Cookie"
        : hits.Exists(hit => Parameter(hit, "em") is not null) ? "Account"
        : hits.Count > 1 ? "Address"
        : "Nothing";

    private static string? Parameter(JsonElement hit, string name) => hit.GetProperty("query").EnumerateArray()
        .Where(pair => pair.GetProperty("name").GetString() == name).Select(pair => pair.GetProperty("value").GetString()).FirstOrDefault();

    private async Task ChooseAsync(string company, IEnumerable<string> facts, string tie)
    {
        foreach (var fact in facts)
        {
            await Page.Locator($"input[name='told.{company}'][value={fact}]").CheckAsync();
        }

        await Page.Locator($"input[name='tie.{company}'][value={tie}]").CheckAsync();
    }

    private async Task StopAsync(string company, string means)
    {
        await Page.Locator($"input[name=company][value={company}]").CheckAsync();
        await Page.GetByLabel(means).CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Try this" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }

    private async Task HandInAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("what came out");
    }
}
