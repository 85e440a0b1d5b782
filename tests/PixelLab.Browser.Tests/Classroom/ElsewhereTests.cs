using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PixelLab.Browser.Tests.Classroom;

/// <summary>
/// A student who does not sit at the machine, on plain http under a name that browsers do not trust: they say little of themselves there, and
/// hear no <c>Clear-Site-Data</c>.
/// </summary>
public sealed class ElsewhereTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private const string Base = "lab.example";

    [Fact]
    public async Task Who_goes_on_alone_after_the_class_has_a_seat_of_their_own_and_can_answer_every_form()
    {
        await using var server = await LabServer.StartAsync(("Addressing:BaseHost", Base));
        Domains.Add(Base);
        Expected.Add("ERR_CONNECTION_REFUSED");
        string Url(string host, string path) => $"http://{(host == "lab" ? "" : host + ".")}{Base}:{server.Port}{path}";
        await OpenAsync(new() { World = CookieWorld.Open, Flags = ["--host-resolver-rules=MAP * 127.0.0.1"] });

        // A seat of their own first, then one in the class.
        await Page.GotoAsync(Url("lab", "/"));
        var own = SeatOf(Page.Url);
        using var opened = await server.Http.PostAsync(new Uri(Url("lab", "/api/rooms")), null, TestContext.Current.CancellationToken);
        var room = await opened.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var code = room.GetProperty("code").GetString();
        await Page.GotoAsync(Url("lab", $"/join/{code}"));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Start" }).ClickAsync();
        var strip = Page.Locator("lab-room .strip");
        await Expect(strip).ToContainTextAsync("Your browser has forgotten the town");
        var inClass = SeatOf(Page.Url);
        Assert.NotEqual(own, inClass);
        await Page.GotoAsync(Url("shop", $"/~{inClass}{ShopSite.Product}"));
        await Expect(strip).ToContainTextAsync("You are");
        Assert.Contains(await Page.Context.CookiesAsync(), cookie => cookie.Name == "anid");

        // The class ends, and takes everything along.
        using var end = new HttpRequestMessage(HttpMethod.Delete, Url("lab", $"/api/rooms/{code}"));
        end.Headers.Add("X-Room-Key", room.GetProperty("key").GetString());
        (await server.Http.SendAsync(end, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode().Dispose();
        await Expect(strip).ToContainTextAsync("The room has ended");
        Assert.Empty(await Page.Context.CookiesAsync());
        Assert.Equal(0, await Page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));

        // On alone, where the class was: in a seat that is nobody's else.
        await strip.GetByRole(AriaRole.Button, new() { Name = "Go on alone" }).ClickAsync();
        await Expect(Page).ToHaveURLAsync(new Regex($@"//shop\..*/~(?!{own}|{inClass})[a-z0-9]+/$"));
        var alone = SeatOf(Page.Url);
        await Eventually.TrueAsync("hits are noted in the fresh seat", async () => await HitsAsync(alone) > 0);
        Assert.Equal(0, await HitsAsync(inClass));

        // Its pages may send no referrer at all: then browsers do not say where their forms come from.
        using var turned = await server.Http.PostAsync(
            new Uri(Url("lab", $"/~{alone}/switches")),
            new FormUrlEncodedContent([KeyValuePair.Create("regime.shop", "opt_in"), KeyValuePair.Create("referrer.page", "no-referrer")]),
            TestContext.Current.CancellationToken);
        await Page.ReloadAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Refuse all" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Refuse all" })).ToHaveCountAsync(0);
        await Expect(Page).ToHaveURLAsync(new Regex($"/~{alone}/$"));

        // And whoever opens the lab without a seat is given one that is new.
        await Page.GotoAsync(Url("lab", "/"));
        Assert.DoesNotContain(SeatOf(Page.Url), new[] { "", own, inClass, alone });

        async Task<int> HitsAsync(string seat)
        {
            var events = await server.Http.GetFromJsonAsync<JsonElement>(new Uri(Url("lab", $"/api/seats/{seat}/events")), TestContext.Current.CancellationToken);
            return events.GetProperty("events").EnumerateArray().Count(one => one.GetProperty("kind").GetString() == "hit");
        }
    }

    private static string SeatOf(string url) => Regex.Match(url, "~([a-z0-9]+)").Groups[1].Value;
}
