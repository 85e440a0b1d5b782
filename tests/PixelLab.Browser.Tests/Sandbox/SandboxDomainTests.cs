using System.Net.Http.Json;
using System.Text.Json;

namespace PixelLab.Browser.Tests.Sandbox;

/// <summary>The learner's page of a lab on a real domain: below the sites' own domain it has no origin, on a domain of its own it has one.</summary>
public sealed class SandboxDomainTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    /// <summary>As much as browsers keep, for each domain that a script may name: more than any server reads of one request.</summary>
    private const string Flood = """
        <!doctype html><title>t</title><p id="kept"></p><script>
        let kept = 'none';
        for (const domain of ['', ...location.hostname.split('.').map((_, i, all) => '; domain=' + all.slice(i).join('.'))]) {
          for (let i = 0; i < 75; i++) {
            try { document.cookie = `flood${i}=${'x'.repeat(4000)}; path=/${domain}`; } catch (fault) { kept = fault.name; }
          }
        }
        try { kept = document.cookie ? 'some' : kept; } catch { }
        document.querySelector('#kept').textContent = kept;
        </script>
        """;

    [Theory]
    [InlineData("", "SecurityError", "SecurityError")]
    [InlineData("pages.example", "none", "some")]
    public async Task A_page_that_floods_its_domain_with_cookies_breaks_nothing_but_itself(string domain, string keptInFrame, string keptAlone)
    {
        var server = await OpenLabAsync(domain);
        var seat = await MakeSeatAsync(server);
        await RunAsync(server, seat, Flood);
        await Expect(Page.FrameLocator("iframe").Locator("#kept")).ToHaveTextAsync(keptInFrame);
        await Page.GotoAsync($"http://sandbox.{(domain.Length > 0 ? domain : "lab.example")}:{server.Port}/~{seat}/");
        await Expect(Page.Locator("#kept")).ToHaveTextAsync(keptAlone);

        foreach (var host in new[] { "", "shop.", "news.", "mail." })
        {
            var answer = await Page.GotoAsync($"http://{host}lab.example:{server.Port}/~{seat}/");
            Assert.Equal(200, answer!.Status);
            Assert.DoesNotContain("flood", await Page.EvaluateAsync<string>("document.cookie"), StringComparison.Ordinal);
        }

        foreach (var vendor in new[] { "adnet", "metrics" })
        {
            Assert.DoesNotContain(
                await Page.Context.CookiesAsync([$"http://{vendor}.vendors.example:{server.Port}/"]),
                cookie => cookie.Name.StartsWith("flood", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("pages.example")]
    public async Task The_examples_and_the_lessons_checks_work_there(string domain)
    {
        var server = await OpenLabAsync(domain);
        var seat = await MakeSeatAsync(server);
        await Page.GotoAsync($"http://lab.example:{server.Port}/~{seat}/lessons/write-your-own-pixel");
        foreach (var example in new[] { "shortest", "no-referrer", "lazy", "two-companies", "script" })
        {
            var before = (await HitsAsync(server, seat)).Count;
            await Page.GotoAsync($"http://lab.example:{server.Port}/~{seat}/your-pixel?example={example}");
            await Page.GetByRole(AriaRole.Button, new() { Name = "Run it" }).ClickAsync();
            var frame = Page.FrameLocator("iframe");
            if (example == "script")
            {
                await frame.GetByRole(AriaRole.Button).PressInFrameAsync();
            }
            else if (example == "lazy")
            {
                await frame.Locator("img").ScrollIntoViewIfNeededAsync();
            }

            await Eventually.TrueAsync(example, async () => (await HitsAsync(server, seat)).Count > before);
        }

        Assert.Equal(domain.Length > 0, (await HitsAsync(server, seat))[0].GetProperty("headers").EnumerateArray().Any(header => header.GetProperty("name").GetString() == "Referer"));
        await Page.GotoAsync($"http://lab.example:{server.Port}/~{seat}/lessons/write-your-own-pixel");
        await Expect(Page.Locator("[data-check=first-hit].met")).ToBeVisibleAsync();
        await Page.GotoAsync($"http://lab.example:{server.Port}/~{seat}/your-pixel");
        await Expect(Page.GetByText("This lab has no domain to spare for your page")).ToHaveCountAsync(domain.Length > 0 ? 0 : 1);
    }

    private static async Task<List<JsonElement>> HitsAsync(LabServer server, string seat)
    {
        var events = await server.Http.GetFromJsonAsync<JsonElement>(
            new Uri($"http://lab.example:{server.Port}/api/seats/{seat}/events?limit=1000"), TestContext.Current.CancellationToken);
        return [.. events.GetProperty("events").EnumerateArray().Where(one => one.GetProperty("kind").GetString() == "hit")];
    }

    private async Task<LabServer> OpenLabAsync(string domain)
    {
        var server = EndsAfterBrowsers(await LabServer.StartAsync(
            ("Addressing:BaseHost", "lab.example"), ("Addressing:VendorBaseHost", "vendors.example"), ("Addressing:SandboxBaseHost", domain)));
        foreach (var own in new[] { "lab.example", "vendors.example", "pages.example" })
        {
            Domains.Add(own);
        }

        // Of no use over plain http, as the browser remarks.
        Expected.Add("Cross-Origin-Opener-Policy");
        await OpenAsync(new() { Flags = ["--host-resolver-rules=MAP * 127.0.0.1"] });
        return server;
    }

    private static async Task<string> MakeSeatAsync(LabServer server)
    {
        using var made = await server.Http.PostAsync(new Uri($"http://lab.example:{server.Port}/api/seats"), null, TestContext.Current.CancellationToken);
        return (await made.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("seat").GetString()!;
    }

    private async Task RunAsync(LabServer server, string seat, string html)
    {
        await Page.GotoAsync($"http://lab.example:{server.Port}/~{seat}/your-pixel");
        await Page.GetByRole(AriaRole.Textbox, new() { Name = "Your page" }).FillAsync(html);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Run it" }).ClickAsync();
    }
}
