using System.Diagnostics;
using System.Text.Json;

namespace PixelLab.Browser.Tests;

/// <summary>What can be taken out of the panel: a hit as a command and as JSON.</summary>
public sealed class CopyTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers)
{
    [Fact]
    public async Task Copying_as_curl_leaves_no_quote_open_to_the_shell()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, HitUrl("quoted"));
        request.Headers.TryAddWithoutValidation("X-Evil", "it's; touch /nowhere/owned");
        (await Lab.Http.SendAsync(request, TestContext.Current.CancellationToken)).Dispose();
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await panel.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await panel.Hits("quoted").ClickAsync();
        await panel.Button("Copy as cURL").ClickAsync();
        await Expect(panel.Page.GetByText("The request as a curl command is copied.")).ToBeVisibleAsync();
        var copied = await panel.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Contains(@"-H 'X-Evil: it'\''s; touch /nowhere/owned'", copied, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copied_curl_command_pasted_into_a_shell_sends_the_same_request_again()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, HitUrl("it's 100% \"quoted\" $HOME `id`"));
        request.Headers.TryAddWithoutValidation("X-Evil", "it's; `touch owned` $(touch owned) \"&\" \\");
        request.Content = new StringContent("@body='1'\n&second=line");
        (await Lab.Http.SendAsync(request, TestContext.Current.CancellationToken)).Dispose();
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await panel.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await panel.Hits().ClickAsync();
        await panel.Button("Copy as cURL").ClickAsync();
        await Expect(panel.Page.GetByText("The request as a curl command is copied.")).ToBeVisibleAsync();

        var folder = Directory.CreateTempSubdirectory("pixellab-shell-");
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", await ClipboardAsync(panel.Page) + " --silent --output reply"])
        {
            WorkingDirectory = folder.FullName,
        })!;
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, shell.ExitCode);
        Assert.Equal(["reply"], folder.EnumerateFileSystemInfos().Select(made => made.Name));
        folder.Delete(recursive: true);

        await Expect(panel.Hits()).ToHaveCountAsync(2);
        var sent = await WholeAsync();
        foreach (var member in new[] { "method", "url", "body" })
        {
            Assert.Equal(sent[0].GetProperty(member).GetString(), sent[1].GetProperty(member).GetString());
        }

        Assert.Equal(HeaderOf(sent[0], "X-Evil"), HeaderOf(sent[1], "X-Evil"));
    }

    [Fact]
    public async Task A_hit_copied_as_JSON_is_the_hit_as_the_API_tells_it()
    {
        await SendAsync("copied page");
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await panel.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await panel.Hits().ClickAsync();
        await panel.Button("Copy as JSON").ClickAsync();
        await Expect(panel.Page.GetByText("The hit is copied as JSON.")).ToBeVisibleAsync();
        var copied = JsonDocument.Parse(await ClipboardAsync(panel.Page)).RootElement;
        Assert.True(JsonElement.DeepEquals((await WholeAsync()).Single(), copied), copied.ToString());
    }

    [Fact]
    public async Task A_hits_copied_address_opens_that_hit()
    {
        await SendAsync("first page");
        await SendAsync("second page");
        await OpenAsync();
        var panel = await OpenPanelAsync();
        await panel.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await panel.Hits("first page").ClickAsync();
        await panel.Button("Copy link").ClickAsync();
        await Expect(panel.Page.GetByText("The address of this hit is copied.")).ToBeVisibleAsync();

        var opened = await NewPageAsync();
        await opened.GotoAsync(await ClipboardAsync(panel.Page));

        await Expect(opened.Locator("hit-detail .sentence")).ToContainTextAsync("first page");
    }

    private static Task<string> ClipboardAsync(IPage page) => page.EvaluateAsync<string>("() => navigator.clipboard.readText()");

    private static string HeaderOf(JsonElement hit, string name) => hit.GetProperty("headers").EnumerateArray()
        .Single(header => header.GetProperty("name").GetString() == name).GetProperty("value").GetString()!;

    private async Task<IReadOnlyList<JsonElement>> WholeAsync() =>
        [.. (await Lab.EventsAsync(Seat)).Where(kept => kept.GetProperty("kind").GetString() == "hit")];
}
