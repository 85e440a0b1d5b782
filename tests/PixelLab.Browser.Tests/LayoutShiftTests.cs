namespace PixelLab.Browser.Tests;

/// <summary>Nothing on a page moves by itself: on a phone with a slow processor the layout shifts by less than a thousandth (Layout Instability API).</summary>
public sealed class LayoutShiftTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private const int SlowerBy = 4;

    private const string Watch = """
        self.shift = 0;
        self.moved = [];
        const at = (x, y, root = document) => {
          const found = root.elementFromPoint(x, y);
          return found?.shadowRoot && found.shadowRoot !== root ? at(x, y, found.shadowRoot) ?? found : found;
        };
        new PerformanceObserver((list) => {
          for (const one of list.getEntries().filter((one) => !one.hadRecentInput)) {
            shift += one.value;
            moved.push(...one.sources.map(({ node, previousRect, currentRect }) => {
              const found = node?.parentElement ? node : at(currentRect.left + 2, currentRect.top + 2);
              return `${found?.nodeName} .${found?.className ?? ''} from ${previousRect.top} to ${currentRect.top}, ${currentRect.height} high`;
            }));
          }
        }).observe({ type: 'layout-shift', buffered: true });
        """;

    [Fact]
    public async Task Nothing_on_the_pages_that_people_open_first_moves_by_itself()
    {
        await OpenAsync(new() { Width = 390, Height = 844 });
        await Page.AddInitScriptAsync(Watch);
        var devTools = await Page.Context.NewCDPSessionAsync(Page);
        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = SlowerBy });
        (string Host, string Path, string Done)[] pages =
        [
            ("lab", "/", "main"),
            ("shop", ShopSite.Product, ".row[data-kind=hit]"),
            ("news", "/town/the-bridge-that-waits", "lab-dock .badge"),
            ("lab", "/lessons/what-a-tracking-pixel-is", "main[data-connection=live]"),
            // Now with the step of that lesson at its foot.
            ("shop", ShopSite.Product, "lab-dock .badge"),
            ("lab", "/panel", ".row[data-kind=hit]"),
            ("lab", "/compare", "lab-compare .verdict"),
        ];
        foreach (var (host, path, done) in pages)
        {
            await Page.GotoAsync(Lab.Url(host, Seat, path));
            await Expect(Page.Locator(done).First).ToBeVisibleAsync();
            // Two frames later what came with the last arrival is drawn, and its shift noted.
            var shift = await Page.EvaluateAsync<double>("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(shift)))))");
            Assert.True(shift < 0.001, $"{host}{path} shifts by {shift:0.0000}: {await Page.EvaluateAsync<string>("moved.join('; ')")}");
        }
    }
}
