using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using WebDriverBiDi;

namespace PixelLab.Browser.Tests.Classroom;

/// <summary>
/// One browser that many people use, as in a school's room: whoever sits down at it after a class is a stranger to every host of the town.
/// </summary>
public sealed class CleanDeviceTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    private const string Key = "pixellab-room-ABC234";

    private LabServer _server = null!;

    /// <summary>The address of each host's front page at a seat of this name, which others take the place of.</summary>
    private readonly Dictionary<string, string> _hosts = [];
    private string _placeholder = "";
    private Func<string, Task> _goAsync = null!;
    private Func<string, Task<string>> _askAsync = null!;

    public enum Program
    {
        ChromiumWithThirdParties,
        ChromiumWithout,
        Firefox,
    }

    [Theory]
    [InlineData(Program.ChromiumWithThirdParties, "Subdomain", true)]
    [InlineData(Program.ChromiumWithThirdParties, "Subdomain", false)]
    [InlineData(Program.ChromiumWithThirdParties, "Port", true)]
    [InlineData(Program.ChromiumWithThirdParties, "Path", true)]
    [InlineData(Program.ChromiumWithout, "Subdomain", true)]
    [InlineData(Program.Firefox, "Subdomain", true)]
    [InlineData(Program.Firefox, "Subdomain", false)]
    public async Task Whoever_uses_the_browser_after_a_class_is_a_stranger_to_the_town(Program program, string mode, bool sawTheEnd)
    {
        await using var server = mode == "Subdomain" ? null : await LabServer.StartAsync(("Addressing:Mode", mode));
        await using var firefox = await OpenAsync(program, server ?? Lab);
        var (code, key) = await OpenRoomAsync();
        var first = await JoinAsync(code);
        await WalkAsync(first);
        if (!sawTheEnd)
        {
            await _goAsync("about:blank");
        }

        await SendAsync(HttpMethod.Delete, $"/api/rooms/{code}", key);
        if (sawTheEnd)
        {
            await UntilAsync("the page says that it is over", Says("The room has ended"));
            Assert.Equal("true", await _askAsync(Says("Your browser has forgotten the town")));
            await AssertNothingNotedAsync(mode);
        }

        // The next class, in the same browser.
        (code, _) = await OpenRoomAsync();
        var second = await JoinAsync(code);
        Assert.Equal($"pixellab-place-{code} {Key}", await NotesAsync("lab"));
        await _goAsync(Url("shop", second, ShopSite.Product));
        await ArrivedAsync("the ad network has heard", second, one => Text(one, "vendor") == "adnet");
        var hits = (await _server.EventsAsync(second)).Where(one => Text(one, "kind") == "hit").ToList();
        Assert.Empty(hits[0].GetProperty("cookies").EnumerateArray());
        Assert.Empty(hits.First(one => Text(one, "vendor") == "adnet").GetProperty("cookies").EnumerateArray());
    }

    [Theory]
    [InlineData("left")]
    [InlineData("removed")]
    [InlineData("reset")]
    [InlineData("erased in the panel")]
    [InlineData("erased on the front page")]
    [InlineData("erased, and kept")]
    public async Task The_browser_forgets_whenever_its_user_is_let_go(string how)
    {
        await OpenAsync(Program.ChromiumWithThirdParties, Lab);
        var (code, key) = await OpenRoomAsync();
        var seat = await JoinAsync(code);
        await WalkAsync(seat);
        var numbers = (await Page.Context.CookiesAsync()).Select(cookie => cookie.Value).ToList();
        Assert.NotEmpty(numbers);
        var isHere = how is not ("left" or "removed");

        switch (how)
        {
            case "left":
                await Page.GetByRole(AriaRole.Button, new() { Name = "Leave …" }).ClickAsync();
                await Page.GetByRole(AriaRole.Button, new() { Name = "Leave and erase" }).ClickAsync();
                break;
            case "removed":
                await SendAsync(HttpMethod.Post, $"/api/rooms/{code}/actions", key, new { @do = "remove", seat });
                break;
            case "reset":
                await SendAsync(HttpMethod.Post, $"/api/rooms/{code}/actions", key, new { @do = "reset" });
                break;
            case "erased on the front page":
                await Page.GotoAsync(Url("lab", seat, "/"));
                await Page.GetByText("Erase everything of mine …").ClickAsync();
                await Page.GetByRole(AriaRole.Button, new() { Name = "Erase it now" }).ClickAsync();
                break;
            default:
                await Page.GotoAsync(Url("lab", seat, "/panel"));
                await Page.GetByRole(AriaRole.Button, new() { Name = "Erase …" }).ClickAsync();
                await AssertAccessibleAsync(Page, "the question before erasing");
                await Page.GetByLabel("Keep the town’s cookies").SetCheckedAsync(how == "erased, and kept");
                await Page.GetByRole(AriaRole.Button, new() { Name = "Erase everything", Exact = true }).ClickAsync();
                break;
        }

        if (how == "erased, and kept")
        {
            await Expect(Page.Locator("lab-panel p.unseen")).ToHaveTextAsync("Everything was erased.");
            Assert.Contains(await Page.Context.CookiesAsync(), cookie => cookie.Name == "anid");
            return;
        }

        await Expect(Page.GetByRole(AriaRole.Status).GetByText(new Regex("browser (has forgotten the town|went through every)")).First).ToBeVisibleAsync();
        await AssertAccessibleAsync(Page, "the page that says so");
        if (how != "reset")
        {
            // Where the student is still in the room, the page that comes back carries its pixels again.
            Assert.Empty(await Page.Context.CookiesAsync());
        }

        Assert.DoesNotContain(await Page.Context.CookiesAsync(), cookie => numbers.Contains(cookie.Value));
        await AssertNothingNotedAsync("Subdomain", isHere ? $"pixellab-place-{code} {Key}" : Key);
        if (how != "reset")
        {
            Assert.DoesNotContain(await Lab.EventsAsync(seat), one => Text(one, "kind") == "hit");
        }
    }

    /// <summary>Opens a browser; the Firefox is to be disposed of, where it is one.</summary>
    private async Task<Firefox?> OpenAsync(Program program, LabServer server)
    {
        // The browser asks every host for a sign, which a bare file has not.
        Expected.Add("favicon.ico");

        // A lab of the test's own ends before the browser does.
        Expected.Add("ERR_CONNECTION_REFUSED");
        _server = server;
        var seat = await server.MakeSeatWholeAsync();
        _placeholder = seat.GetProperty("seat").GetString()!;
        _hosts["lab"] = seat.GetProperty("panel").GetString()!.Replace("panel", "", StringComparison.Ordinal);
        foreach (var host in seat.GetProperty("sites").EnumerateObject().Concat(seat.GetProperty("vendors").EnumerateObject()))
        {
            _hosts[host.Name] = host.Value.GetString()!;
        }

        var firefox = await OpenAsync(program);
        await _goAsync(FileOf("lab"));
        await _askAsync($"localStorage.setItem('{Key}', 'that of an instructor')");
        return firefox;
    }

    private async Task<Firefox?> OpenAsync(Program program)
    {
        if (program == Program.Firefox)
        {
            var firefox = await Firefox.StartAsync();
            (_goAsync, _askAsync) = (firefox.GoAsync, firefox.AskAsync);
            return firefox;
        }

        await OpenAsync(new Visitor { World = program == Program.ChromiumWithout ? CookieWorld.BlockedByPreference : CookieWorld.Open });
        _goAsync = url => Page.GotoAsync(url);
        _askAsync = expression => Page.EvaluateAsync<string>($"String({expression})");
        return null;
    }

    private async Task<(string Code, string Key)> OpenRoomAsync()
    {
        using var reply = await _server.Http.PostAsync(LabUrl("/api/rooms"), null, TestContext.Current.CancellationToken);
        var room = await reply.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return (room.GetProperty("code").GetString()!, room.GetProperty("key").GetString()!);
    }

    private async Task SendAsync(HttpMethod method, string path, string key, object? body = null)
    {
        using var request = new HttpRequestMessage(method, LabUrl(path)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("X-Room-Key", key);
        (await _server.Http.SendAsync(request, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode().Dispose();
    }

    private string LabUrl(string path) => $"http://localhost:{_server.Port}{path}";

    private string Url(string host, string seat, string path) => _hosts[host].Replace(_placeholder, seat, StringComparison.Ordinal).TrimEnd('/') + path;

    /// <summary>A file of a host, which notes nothing itself.</summary>
    private string FileOf(string host) => Url(host, "", "/css/lab.css").Replace("/~", "", StringComparison.Ordinal);

    /// <summary>Joins as a person does; gives the seat.</summary>
    private async Task<string> JoinAsync(string code)
    {
        await _goAsync(LabUrl($"/join/{code}"));
        await PressAsync(".box button.primary");
        await PressAsync("a.primary");
        await UntilAsync("the student has begun", Says("You are"));
        Assert.Equal("true", await _askAsync(Says("Your browser has forgotten the town")));
        return Regex.Match(await _askAsync("location.href"), "~([a-z0-9]+)/$").Groups[1].Value;
    }

    private async Task PressAsync(string what)
    {
        var element = $"document.querySelector('lab-join-room')?.shadowRoot?.querySelector('{what}')";
        await UntilAsync($"there is {what}", $"{element} != null");
        await _askAsync($"{element}.click()");
    }

    /// <summary>Walks until companies know the browser again, and pages have noted something in it.</summary>
    private async Task WalkAsync(string seat)
    {
        foreach (var (host, path) in new[] { ("shop", "/"), ("news", "/"), ("shop", ShopSite.Product) })
        {
            await _goAsync(Url(host, seat, path));
            await _askAsync("localStorage.setItem('pixellab-dock', 'closed')");
            await _askAsync("sessionStorage.setItem('seen', '1')");
        }

        await ArrivedAsync("the ad network knows the browser again", seat, one => Text(one, "vendor") == "adnet" && one.GetProperty("cookies").GetArrayLength() > 0);
        await _goAsync(Url("adnet", seat, "/report"));
        await _askAsync("localStorage.setItem('pixellab-theme', 'dark')");
        await _goAsync(Url("shop", seat, ShopSite.Product));
    }

    private Task ArrivedAsync(string what, string seat, Func<JsonElement, bool> fits) =>
        Eventually.TrueAsync(what, async () => (await _server.EventsAsync(seat)).Any(one => Text(one, "kind") == "hit" && fits(one)));

    private static string? Text(JsonElement one, string name) => one.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>By the town's hosts nothing, by the lab what is left to it. In path mode they are one origin.</summary>
    private async Task AssertNothingNotedAsync(string mode, string ofTheLab = Key)
    {
        foreach (var host in new[] { "shop", "news", "adnet" })
        {
            Assert.Equal(mode == "Path" ? ofTheLab : "", await NotesAsync(host));
        }

        Assert.Equal(ofTheLab, await NotesAsync("lab"));
    }

    /// <summary>What is noted of a host.</summary>
    private async Task<string> NotesAsync(string host)
    {
        await _goAsync(FileOf(host));
        return await _askAsync("Object.keys(localStorage).concat(Object.keys(sessionStorage)).sort().join(' ')");
    }

    private static string Says(string words) =>
        $"(document.querySelector('lab-room')?.shadowRoot?.querySelector('.strip')?.textContent ?? '').includes('{words}')";

    private Task UntilAsync(string what, string expression) => Eventually.TrueAsync(what, async () =>
    {
        try
        {
            return await _askAsync(expression) == "true";
        }
        catch (Exception gone) when (gone is PlaywrightException or WebDriverBiDiException)
        {
            // The page went away while it was asked.
            return false;
        }
    });
}
