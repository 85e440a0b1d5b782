namespace PixelLab.Browser.Tests.Lessons;

/// <summary>However many lessons one takes, the town has one tab.</summary>
public sealed class TownTabTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private static readonly string[] FirstEight =
    [
        "what-a-tracking-pixel-is", "how-it-works", "what-a-hit-carries", "website-pixels", "advertising-pixels", "email-pixels",
        "why-businesses-use-them", "pixels-and-cookies",
    ];

    [Fact]
    public async Task Whoever_presses_every_way_into_the_town_in_eight_lessons_has_two_tabs_open()
    {
        await OpenAsync();
        IPage? town = null;
        foreach (var slug in FirstEight)
        {
            await Page.GotoAsync(Lab.Url("lab", Seat, "/lessons/" + slug));
            foreach (var way in await Page.Locator(".task.do .button").AllAsync())
            {
                town ??= await Page.Context.RunAndWaitForPageAsync(() => way.ClickAsync());
                await Page.BringToFrontAsync();
                await way.ClickAsync();
                await Expect(town).ToHaveURLAsync(await way.EvaluateAsync<string>("link => link.href"), new() { Timeout = 30_000 });
            }
        }

        Assert.Equal([Page, town!], Page.Context.Pages);
    }

    [Fact]
    public async Task Firefox_uses_the_same_tab_again_too_and_goes_back_from_it()
    {
        await using var firefox = await Firefox.StartAsync();
        await firefox.GoAsync(Lab.Url("lab", Seat, "/lessons/advertising-pixels"));
        foreach (var way in new[] { "/shoes/3", "/sport/ten-kilometres-before-breakfast" })
        {
            await firefox.PressAsync($".task.do a[href$='{way}']");
            await Eventually.TrueAsync($"the tab beside the lesson shows {way}", async () => (await firefox.TabsAsync()) is [_, var town] && town.EndsWith(way, StringComparison.Ordinal));
        }

        // Its tab ends on the way back: the lesson is where it was.
        await firefox.PressInTabAsync("/sport/ten-kilometres-before-breakfast", "document.querySelector('lab-step').shadowRoot.querySelector('.back')");
        await Eventually.TrueAsync("only the lesson is open", async () => (await firefox.TabsAsync()) is [var lesson] && lesson.EndsWith("/lessons/advertising-pixels", StringComparison.Ordinal));
    }
}
