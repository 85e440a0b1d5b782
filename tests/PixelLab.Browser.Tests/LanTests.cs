using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PixelLab.Web.Addressing;

namespace PixelLab.Browser.Tests;

/// <summary>A lab on another machine of a local network, as a class has it, and two people with a browser each, who share an address.</summary>
public sealed class LanTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private const string Base = "lab.example";
    private const string StrangersPixel = "px/PL-EVIL-1.gif?en=page_view";

    /// <summary>Tries whatever a page can try, with what it cannot know beside: the seat. Says of each how far it came.</summary>
    private const string Attack = """
        const [lab, shop, seat, pixel] = JSON.parse(document.querySelector('#aim').textContent);
        const form = (action, fields, target) => {
          const form = document.body.appendChild(Object.assign(document.createElement('form'), { action, method: 'post', target }));
          for (const [name, value] of Object.entries(fields)) form.append(Object.assign(document.createElement('input'), { name, value }));
          return new Promise((done) => {
            document.querySelector(`iframe[name=${target}]`).addEventListener('load', () => done('sent'), { once: true });
            form.submit();
          });
        };
        const frame = (name, src) => new Promise((done) => {
          const frame = Object.assign(document.createElement('iframe'), { name, src });
          frame.onload = () => done('loaded');
          document.body.append(frame);
        });
        const socket = (url) => new Promise((done) => {
          const socket = new WebSocket(url.replace('http', 'ws'));
          socket.onopen = () => done('opened');
          socket.onerror = () => done('refused');
        });
        const read = (url, how) => fetch(url, { credentials: 'include', ...how }).then((answer) => answer.text()).then(() => 'read', () => 'refused');
        const tries = {
          'loads a pixel': () => new Promise((done) => Object.assign(new Image(), { src: pixel, onload: () => done('loaded'), onerror: () => done('refused') })),
          'reads the seat': () => read(`${lab}/api/seats/${seat}/events`),
          'reads a page': () => read(`${shop}`),
          'reads what others gave': () => read(`${lab}/`),
          'erases': () => read(`${lab}/api/seats/${seat}`, { method: 'DELETE' }),
          'follows': () => socket(`${lab}/live`),
          'follows through the shop': () => socket(`${shop}live`),
          'frames the panel': () => frame('panel', `${lab}/~${seat}/panel`),
          'frames the shop': () => frame('shop', shop),
          'sends a form of the cart': () => form(`${shop}cart`, { item: '3', size: '42' }, 'shop'),
          'sends the switches': () => form(`${lab}/~${seat}/switches`, { blocker: 'on' }, 'panel'),
          'sends the erasure': () => form(`${lab}/~${seat}/erase`, {}, 'panel'),
        };
        const came = {};
        for (const [name, go] of Object.entries(tries)) came[name] = await go();
        document.querySelector('#came').textContent = JSON.stringify(came);
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Subdomain")]
    [InlineData("Port")]
    [InlineData("Path")]
    public async Task Two_people_have_a_seat_each_and_a_page_of_somebody_else_gets_nothing_of_them(string mode)
    {
        await using var network = await LocalNetwork.TryLayAsync();
        Assert.SkipWhen(network is null, "A network of its own takes the rights of root, and ip (on Debian: apt-get install iproute2).");
        await using var server = await LabProcess.StartThereAsync(
            network, [("Addressing:Mode", mode), .. mode == "Subdomain" ? [("Addressing:BaseHost", Base)] : Array.Empty<(string, string)>()]);
        await using var firefox = await Firefox.StartAsync(
            "127.0.0.1 localhost", $"{LocalNetwork.There} {Base} {string.Join(' ', Town.Hosts.Select(host => $"{host.Name}.{Base}"))}");
        await OpenAsync(new() { World = CookieWorld.Open, Flags = [$"--host-resolver-rules=MAP * {LocalNetwork.There}, EXCLUDE {LocalNetwork.Here}"] });
        foreach (var domain in new[] { Base, LocalNetwork.Here, LocalNetwork.There })
        {
            Domains.Add(domain);
        }

        var labUrl = $"http://{(mode == "Subdomain" ? Base : LocalNetwork.There)}:{server.Port}";
        using var http = LoopbackHttp.Client(IPAddress.Parse(LocalNetwork.There));

        // One looks for something private in the shop; the other only looks.
        await Page.GotoAsync(labUrl);
        var first = SeatOf(Page.Url);
        var shop = (await Page.GetByRole(AriaRole.Link, new() { NameRegex = new("shop", RegexOptions.IgnoreCase) }).First.GetAttributeAsync("href"))!;
        shop = new Uri(new Uri(Page.Url), shop).AbsoluteUri;
        await Page.GotoAsync(shop + "search?q=my+secret");
        Assert.Equal(first, SeatOf(Page.Url));
        await firefox.GoAsync(labUrl + "/panel");
        var second = SeatOf(await firefox.AskAsync("location.href"));
        Assert.NotEqual(first, second);
        Assert.True(first.Length > 0 && second.Length > 0);
        Assert.Contains("my+secret", await EventsAsync(first), StringComparison.Ordinal);
        Assert.DoesNotContain("my+secret", await EventsAsync(second), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", await firefox.AskAsync("document.body.innerText"), StringComparison.Ordinal);

        // Both come back to their own.
        await Page.GotoAsync(labUrl + "/panel");
        await firefox.GoAsync(labUrl);
        Assert.Equal((first, second), (SeatOf(Page.Url), SeatOf(await firefox.AskAsync("location.href"))));

        // A page of somebody else, in both browsers.
        using var made = await http.PostAsync(new Uri(labUrl + "/api/seats"), null, Cancellation);
        var other = await made.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        var metrics = other.GetProperty("vendors").GetProperty("metrics").GetString()!.Replace(other.GetProperty("seat").GetString()!, first, StringComparison.Ordinal);
        await using var evil = await ServeAsync(JsonSerializer.Serialize(new[] { labUrl, shop, first, metrics + StrangersPixel }));
        var before = await EventsAsync(first);
        Expected.Add(LocalNetwork.There);
        Expected.Add(Base);
        Expected.Add("Failed to load resource");
        Expected.Add("frame");
        await Page.GotoAsync(evil.Urls.Single());
        await Expect(Page.Locator("#came")).ToContainTextAsync("erasure");
        AssertNothing(await Page.Locator("#came").InnerTextAsync());
        Assert.DoesNotContain(Page.Frames, frame => frame != Page.MainFrame && frame.Url.StartsWith("http", StringComparison.Ordinal));

        await firefox.GoAsync(evil.Urls.Single());
        await Eventually.TrueAsync("Firefox is through", async () => (await firefox.AskAsync("document.querySelector('#came').textContent")).Length > 0);
        AssertNothing(await firefox.AskAsync("document.querySelector('#came').textContent"));
        Assert.Equal(Changes(before), Changes(await EventsAsync(first)));
        Assert.Equal(2, Events(await EventsAsync(first)).Count(one => one.TryGetProperty("url", out var url) && url.GetString()!.EndsWith(StrangersPixel, StringComparison.Ordinal)));

        async Task<string> EventsAsync(string seat) =>
            await http.GetStringAsync(new Uri($"{labUrl}/api/seats/{seat}/events?limit=1000"), Cancellation);
    }

    /// <summary>What a page could have changed: all but the views of the shop, which anybody may show in a frame or fetch, and see nothing of it.</summary>
    private static IEnumerable<string> Changes(string events) => Events(events)
        .Select(one => one.GetProperty("kind").GetString()!)
        .Where(kind => kind is not ("visit" or "planted" or "hit" or "missing"));

    private static JsonElement.ArrayEnumerator Events(string page) => JsonDocument.Parse(page).RootElement.GetProperty("events").EnumerateArray();

    private static void AssertNothing(string came)
    {
        foreach (var (name, outcome) in JsonSerializer.Deserialize<Dictionary<string, string>>(came)!)
        {
            // Pixels are there for everybody, so this one shows that the lab was within reach.
            var isSeen = outcome == "loaded" && name == "loads a pixel" || name.StartsWith("frames", StringComparison.Ordinal) || name.StartsWith("sends", StringComparison.Ordinal);
            Assert.True(isSeen || outcome == "refused", $"{name}: {outcome}");
        }
    }

    private static async Task<WebApplication> ServeAsync(string aim)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://{LocalNetwork.Here}:0");
        var evil = builder.Build();
        evil.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(
                $"""<!doctype html><title>Somebody else</title><p id="came"></p><script type="application/json" id="aim">{aim}</script><script type="module">{Attack}</script>""",
                Cancellation);
        });
        await evil.StartAsync(Cancellation);
        return evil;
    }

    private static string SeatOf(string url) => Regex.Match(url, "~([a-z0-9]+)").Groups[1].Value;
}
