using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PixelLab.Web.Storage;

namespace PixelLab.Browser.Tests;

/// <summary>What people are told, wherever they are, of how it is with what the lab keeps its events in.</summary>
public sealed class StoreStripTests(SharedLab shared, Browsers browsers) : BrowserTest(shared, browsers)
{
    private const string Refused = "Hits cannot be kept at the moment: the disk is full. What you click now is not counted.";

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Panel_dock_and_console_say_at_once_what_is_wrong_and_nothing_when_all_is_well(ColorScheme scheme)
    {
        await using var lab = await LabServer.StartAsync(("Limits:HitsPerMinute", "0"));
        var state = lab.Services.GetRequiredService<StoreState>();
        var seat = await lab.MakeSeatAsync();
        await OpenAsync(new() { Scheme = scheme });
        await Page.GotoAsync(lab.Url("lab", seat, "/panel"));
        var shop = await NewPageAsync();
        await shop.GotoAsync(lab.Url("shop", seat, "/"));
        var console = await NewPageAsync();
        await console.GotoAsync(lab.Url("lab", "/classroom"));
        await console.GetByRole(AriaRole.Button, new() { Name = "Open a room" }).ClickAsync();
        await Expect(console.Locator(".code")).ToBeVisibleAsync();
        var pages = new[] { (Page, "panel"), (shop, "dock"), (console, "console") };
        foreach (var (page, _) in pages)
        {
            await Expect(Strip(page)).ToBeAttachedAsync();
            await Expect(Strip(page)).ToBeEmptyAsync();
        }

        // A part that this lab's own engine never says works again.
        state.Fails(StorePart.Hearing, StoreCondition.Full, StoreCause.DiskFull);
        foreach (var (page, where) in pages)
        {
            await Expect(Strip(page)).ToContainTextAsync(Refused);
            await Expect(Strip(page)).ToContainTextAsync(new Regex("Since [0-9]"));
            await AssertAccessibleAsync(page, $"the {where} while nothing is kept");
            await ShootAsync(page, $"{where}-{scheme}-full");
        }

        state.Fails(StorePart.Hearing, StoreCondition.Behind, StoreCause.DatabaseHeld);
        foreach (var (page, where) in pages)
        {
            await Expect(Strip(page)).ToContainTextAsync("What you click is kept");
            await Expect(Strip(page)).ToContainTextAsync("another program holds the lab’s database");
            await AssertAccessibleAsync(page, $"the {where} while the lab is behind");
            await ShootAsync(page, $"{where}-{scheme}-behind");
        }

        state.Works(StorePart.Hearing);
        foreach (var (page, _) in pages)
        {
            await Expect(Strip(page)).ToBeEmptyAsync();

            // Before the lab goes, which a page would complain of.
            await page.CloseAsync();
        }
    }

    [Fact]
    public async Task What_a_start_has_recovered_is_told_until_somebody_puts_it_away_and_a_page_of_320_pixels_has_room_for_it()
    {
        await using var lab = await LabServer.StartAsync(("Limits:HitsPerMinute", "0"));
        var state = lab.Services.GetRequiredService<StoreState>();
        state.Recovered(1651, 2);
        state.Fails(StorePart.Hearing, StoreCondition.Full, StoreCause.MemoryFull);
        await OpenAsync(new() { Width = 320 });
        await Page.GotoAsync(lab.Url("lab", await lab.MakeSeatAsync(), "/panel"));
        await Expect(Strip(Page)).ToContainTextAsync("1,651 events that were on their way then are saved. About 2 could not be read");
        await AssertAccessibleAsync(Page, "the panel on a phone after a recovery");
        Assert.Equal(320, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await ShootAsync(Page, "panel-320");

        await Strip(Page).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Strip(Page)).Not.ToContainTextAsync("saved");
        await Page.ReloadAsync();
        await Expect(Strip(Page)).ToContainTextAsync("no memory left");
        await Expect(Strip(Page)).Not.ToContainTextAsync("saved");
        await Page.CloseAsync();
    }

    private static ILocator Strip(IPage page) => page.Locator("store-strip").GetByRole(AriaRole.Status);

    private static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("STRIP_SHOTS") is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png") });
        }
    }
}
