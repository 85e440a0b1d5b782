using System.Text.Json;

namespace PixelLab.Browser.Tests.Sandbox;

/// <summary>A page that a learner wrote, in a real browser: what it can do, and what it can't.</summary>
public sealed class SandboxTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    [Fact]
    public async Task A_pixel_written_by_hand_arrives_and_shows_beside_the_page()
    {
        await OpenAsync();
        await Page.GotoAsync(Lab.Url("lab", Seat, "/your-pixel"));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Run it" }).ClickAsync();
        await Expect(Page.FrameLocator("iframe").GetByRole(AriaRole.Heading, new() { Name = "Hello" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Metrics");
        await ArrivedAsync("the pixel", IsHit);
        var hit = (await Lab.EventsAsync(Seat)).First(IsHit);
        Assert.Equal("sandbox", hit.GetProperty("site").GetString());
        await AssertAccessibleAsync(Page, "the editor");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_script_there_reads_nothing_and_sends_nothing_but_to_the_labs_companies(bool asPageOfItsOwn)
    {
        // The browser's own words about each refusal are what is expected here.
        foreach (var words in new[] { "Content Security Policy", "ERR_", "Failed to load", "WebSocket", "403", "Blocked", "Fetch API cannot load", "CORS", "sandbox", "Unsafe" })
        {
            Expected.Add(words);
        }

        var victim = await Lab.MakeSeatAsync();
        using var reply = await Lab.Http.GetAsync(new Uri(Lab.Url("metrics", victim, "/px/PL-SHOP-1.gif?en=page_view")), TestContext.Current.CancellationToken);
        Assert.Single(await Lab.EventsAsync(victim));
        await OpenAsync();
        await WriteAsync(new SandboxAttack(
            $"http://localhost:{Lab.Port}",
            victim,
            Lab.Url("lab", victim, "/panel"),
            Lab.Url("shop", Seat, ""),
            $"http://metrics.localhost:{Lab.Port}",
            Lab.Url("metrics", Seat, "/px/PL-MINE-1.gif"),
            $"http://outside.localhost:{Lab.Port}").Page(hasOrigin: true));
        if (asPageOfItsOwn)
        {
            await Page.GotoAsync(Lab.Url("sandbox", Seat, "/"));
        }

        await SandboxAttack.AssertStoppedAsync(asPageOfItsOwn ? Page.Locator("#result") : Page.FrameLocator("iframe").Locator("#result"), attempts: 23);
        Assert.Single(await Lab.EventsAsync(victim));
        Assert.DoesNotContain(await Lab.EventsAsync(Seat), one => one.GetProperty("kind").GetString() == "visit");

        // What it may do, it did: its own pixel went out after all the attempts.
        await ArrivedAsync("the allowed pixel", IsHit);
    }

    [Fact]
    public async Task In_the_labs_frame_it_can_not_lead_itself_elsewhere()
    {
        foreach (var words in new[] { "Content Security Policy", "frame", "ERR_", "Blocked" })
        {
            Expected.Add(words);
        }

        await OpenAsync();
        await WriteAsync($"<p>Here</p><script>location.href = '{Lab.Url("shop", Seat, "/?leaked=1")}';</script>", waitFor: null);
        await WriteAsync($"<img src=\"{Lab.Url("metrics", Seat, "/px/PL-MINE-1.gif?en=page_view")}\" alt=\"\"><p>Here</p>");
        await ArrivedAsync("the second page's pixel", IsHit);
        Assert.DoesNotContain(await Lab.EventsAsync(Seat), one => one.GetProperty("kind").GetString() == "visit");
    }

    private static bool IsHit(JsonElement one) => one.GetProperty("kind").GetString() == "hit";

    private async Task WriteAsync(string html, string? waitFor = "iframe")
    {
        await Page.GotoAsync(Lab.Url("lab", Seat, "/your-pixel"));
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Your page" }).FillAsync(html);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Run it" }).ClickAsync();
        if (waitFor is not null)
        {
            await Expect(Page.Locator(waitFor)).ToBeVisibleAsync();
        }
    }
}
