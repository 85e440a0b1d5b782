using System.Text.Json;

namespace PixelLab.Browser.Tests;

public sealed class MissingTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    [Fact]
    public async Task With_images_off_the_dock_and_the_panel_say_that_the_browser_loads_no_images()
    {
        await OpenAsync(new() { Flags = ["--blink-settings=imagesEnabled=false"] });
        var panel = await OpenPanelAsync();
        await Shop.OpenAsync();
        await Expect(Dock.Missing.Filter(new() { HasText = "adnet" })).Not.ToHaveCountAsync(0);
        await Expect(panel.Missing("adnet").First).ToContainTextAsync("The browser loads no images.");
        await Expect(panel.Hits("adnet")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_server_too_busy_to_send_a_picture_is_not_told_as_images_off()
    {
        await OpenAsync();
        Expected.Add("Failed to load resource");
        await Page.Clock.InstallAsync();
        var asked = new TaskCompletionSource();
        var free = new TaskCompletionSource();
        await Page.RouteAsync("**/probe.gif*", async route =>
        {
            asked.TrySetResult();
            await free.Task;
            await route.ContinueAsync();
        });
        await Page.RouteAsync("**/px/PL-SHOP-1.gif*", route => route.AbortAsync("blockedbyclient"));
        var panel = await OpenPanelAsync();
        await Shop.OpenAsync();
        await Page.Clock.FastForwardAsync(5000);
        await asked.Task.WaitAsync(TestContext.Current.CancellationToken);
        await Page.Clock.FastForwardAsync(60_000);
        free.SetResult();

        await Expect(panel.Missing("metrics").Filter(new() { HasText = "stopped the request" })).ToHaveCountAsync(1);
        Assert.DoesNotContain(
            await Lab.EventsAsync(Seat),
            missing => missing.TryGetProperty("reason", out var reason) && reason.GetString() == "images_off");
    }

    [Fact]
    public async Task With_scripts_off_the_images_in_the_page_still_tell_both_vendors()
    {
        await OpenAsync(new() { Scripts = false });
        await Shop.OpenAsync();
        await ArrivedAsync("metrics hears of the page", hit => IsHit(hit, "metrics"));
        await ArrivedAsync("adnet hears of the page", hit => IsHit(hit, "adnet"));
    }

    [Fact]
    public async Task A_pixel_that_the_browser_stops_is_a_row_that_says_so()
    {
        await OpenAsync();
        Expected.Add("Failed to load resource");
        await Page.RouteAsync(url => new Uri(url).Host == "adnet.localhost", route => route.AbortAsync("blockedbyclient"));
        var panel = await OpenPanelAsync();
        await Shop.OpenAsync();
        await Expect(Dock.Missing.Filter(new() { HasText = "adnet" })).Not.ToHaveCountAsync(0);
        await Expect(panel.Missing("adnet").First).ToContainTextAsync("The browser or an extension stopped the request.");
        await panel.Missing("adnet").First.ClickAsync();
        await Expect(panel.Page.GetByRole(AriaRole.Heading, new() { Name = "adnet learned nothing here" })).ToBeVisibleAsync();
        Assert.DoesNotContain(await Lab.EventsAsync(Seat), hit => IsHit(hit, "adnet"));
    }

    [Fact]
    public async Task A_frame_that_a_blocker_takes_out_of_the_page_is_said_to_be_stopped()
    {
        await OpenAsync(new() { Height = 3000 });
        Expected.Add("Failed to load resource");
        await Page.RouteAsync(url => new Uri(url).Host == "adnet.localhost", route => route.AbortAsync("blockedbyclient"));
        await Page.AddInitScriptAsync("addEventListener('DOMContentLoaded', () => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));");
        await Page.GotoAsync(Lab.Url("news", Seat, "/"));

        await ArrivedAsync("the frame is missing", missing => missing.GetProperty("kind").GetString() == "missing"
            && missing.GetProperty("event").GetString() == "ad_request" && missing.GetProperty("reason").GetString() == "blocked");
        Assert.DoesNotContain(await Lab.EventsAsync(Seat), missing => missing.TryGetProperty("reason", out var reason) && reason.GetString() == "no_request");
    }

    [Fact]
    public async Task A_pixel_far_down_the_page_waits_until_somebody_scrolls_there_and_its_row_turns_into_the_hit()
    {
        await OpenAsync(new() { Height = 500 });
        await News.OpenArticleAsync();
        var waiting = Dock.Missing.Filter(new() { HasText = "It waits further down" });
        await Expect(waiting).ToHaveCountAsync(1);
        var row = await waiting.GetAttributeAsync("id");

        await Page.Locator(".slot").Last.ScrollIntoViewIfNeededAsync();
        await Expect(Dock.Self.Locator($"#{row}")).ToHaveAttributeAsync("data-kind", "hit");
    }

    [Fact]
    public async Task A_page_in_a_background_tab_is_not_said_to_be_blocked_and_counts_once_somebody_looks()
    {
        await OpenAsync();
        await HideAsync();
        var panel = await OpenPanelAsync();
        await Shop.OpenAsync();
        await Expect(panel.Missing("metrics").Filter(new() { HasText = "in a background tab" })).ToHaveCountAsync(1);

        await LookAsync();
        await Expect(panel.Hits("metrics")).Not.ToHaveCountAsync(0);
        Assert.DoesNotContain(await Lab.EventsAsync(Seat), missing => IsBlocked(missing));
    }

    [Fact]
    public async Task A_script_whose_pixel_is_stopped_once_somebody_looks_is_said_to_be_blocked_then()
    {
        await OpenAsync();
        Expected.Add("Failed to load resource");
        await Page.RouteAsync("**/px/PL-SHOP-1.gif*", route => route.AbortAsync("blockedbyclient"));
        await HideAsync();
        var panel = await OpenPanelAsync();
        await Shop.OpenAsync();
        await Expect(panel.Missing("metrics").Filter(new() { HasText = "in a background tab" })).ToHaveCountAsync(1);

        await LookAsync();
        await Expect(panel.Missing("metrics").Filter(new() { HasText = "stopped the request" })).ToHaveCountAsync(1);
    }

    /// <summary>Tells the page's scripts that the tab is in the background; a browser without windows has none.</summary>
    private async Task HideAsync() => await Page.AddInitScriptAsync(
        "window.seen = false; Object.defineProperty(document, 'visibilityState', { get: () => (window.seen ? 'visible' : 'hidden') });");

    private async Task LookAsync() => await Page.EvaluateAsync(
        "() => { window.seen = true; document.dispatchEvent(new Event('visibilitychange')); }");

    private static bool IsBlocked(JsonElement missing) =>
        missing.GetProperty("kind").GetString() == "missing" && missing.GetProperty("reason").GetString() == "blocked";

    private static bool IsHit(JsonElement hit, string vendor) =>
        hit.GetProperty("kind").GetString() == "hit" && hit.GetProperty("vendor").GetString() == vendor;
}
