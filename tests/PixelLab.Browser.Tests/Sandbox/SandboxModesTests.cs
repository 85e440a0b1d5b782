namespace PixelLab.Browser.Tests.Sandbox;

/// <summary>
/// The learner's page where it has no host name of its own: by the address alone it would share cookies with everybody (port mode) or be of one origin
/// with the lab itself (path mode). It is served as of no origin there, and a script in it is tried to have nothing of anybody's.
/// </summary>
public sealed class SandboxModesTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    [Theory]
    [InlineData("Port", false)]
    [InlineData("Port", true)]
    [InlineData("Path", false)]
    [InlineData("Path", true)]
    public async Task Without_a_name_of_its_own_it_has_no_origin_and_reads_and_sends_nothing(string mode, bool asPageOfItsOwn)
    {
        // The browser's own words about each refusal are what is expected here.
        foreach (var words in new[] { "Content Security Policy", "ERR_", "Failed to load", "WebSocket", "403", "Blocked", "Fetch API cannot load", "CORS", "sandbox", "Unsafe" })
        {
            Expected.Add(words);
        }

        await using var server = await LabServer.StartAsync(("Addressing:Mode", mode));
        var victim = (await server.MakeSeatWholeAsync()).GetProperty("seat").GetString()!;
        var own = await server.MakeSeatWholeAsync();
        var seat = own.GetProperty("seat").GetString()!;
        var metrics = own.GetProperty("vendors").GetProperty("metrics").GetString()!;
        using var reply = await server.Http.GetAsync(
            new Uri(metrics.Replace(seat, victim, StringComparison.Ordinal) + "px/PL-SHOP-1.gif"), TestContext.Current.CancellationToken);
        Assert.Single(await server.EventsAsync(victim));

        await OpenAsync();
        var lab = $"http://localhost:{server.Port}";
        await Page.GotoAsync($"{lab}/~{seat}/your-pixel");
        await Page.EvaluateAsync("""
            () => {
              localStorage.setItem('secret', '1');
              sessionStorage.setItem('secret', '1');
              document.cookie = 'secret=1; path=/';
              indexedDB.open('x');
            }
            """);
        var attack = new SandboxAttack(
            lab,
            victim,
            $"{lab}/~{victim}/panel",
            own.GetProperty("sites").GetProperty("shop").GetString()!.TrimEnd('/'),
            metrics.Replace($"/~{seat}/", "", StringComparison.Ordinal),
            metrics + "px/PL-MINE-1.gif",
            $"http://outside.localhost:{server.Port}");
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Your page" }).FillAsync(attack.Page(hasOrigin: false));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Run it" }).ClickAsync();
        await Expect(Page.Locator("iframe")).ToBeVisibleAsync();
        await Page.EvaluateAsync("() => { window.heard = 0; new BroadcastChannel('lab').onmessage = () => { window.heard++; }; }");
        await SandboxAttack.AssertStoppedAsync(await ResultAsync(asPageOfItsOwn), attempts: 33);

        Assert.Equal(0, await Page.EvaluateAsync<int>("window.heard"));
        Assert.Equal("1", await Page.EvaluateAsync<string>("localStorage.getItem('secret')"));
        Assert.DoesNotContain("planted", await Page.EvaluateAsync<string>("document.cookie"), StringComparison.Ordinal);
        Assert.Single(await server.EventsAsync(victim));
        var events = await server.EventsAsync(seat);
        Assert.DoesNotContain(events, one => one.GetProperty("kind").GetString() == "visit");

        // What it may do, it did: its own pixel went out after all the attempts.
        Assert.Contains(events, one => one.GetProperty("kind").GetString() == "hit");
    }

    /// <summary>Where the page tells what came of its attempts: in the lab's frame, or in a tab that the lab's link opened.</summary>
    private async Task<ILocator> ResultAsync(bool asPageOfItsOwn)
    {
        if (!asPageOfItsOwn)
        {
            return Page.FrameLocator("iframe").Locator("#result");
        }

        var tab = await Page.Context.RunAndWaitForPageAsync(
            () => Page.GetByRole(AriaRole.Link, new() { NameRegex = new("Open it as a page of its own") }).ClickAsync());
        return tab.Locator("#result");
    }
}
