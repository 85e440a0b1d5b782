using System.Net;
using System.Net.Sockets;

namespace PixelLab.Browser.Tests.Sandbox;

/// <summary>A real company's pixel in a page that a learner wrote: it stays away, and the editor says so, by whose rule, and what it would have told.</summary>
public sealed class StoppedTests(SharedLab lab, Browsers browsers) : BrowserTest(lab, browsers), IDisposable
{
    private readonly TcpListener _stranger = new(IPAddress.Loopback, 0);

    [Fact]
    public async Task In_Chromium_a_row_says_that_it_was_not_fetched_and_why()
    {
        Expected.Add("Content Security Policy");
        await OpenAsync();
        await WriteAsync();
        await Page.GotoAsync(Lab.Url("lab", Seat, "/your-pixel"));
        await ArrivedAsync("the lab's own pixel", one => one.GetProperty("kind").GetString() == "hit");

        var rows = Page.GetByRole(AriaRole.List, new() { Name = "What was stopped" }).Locator("> li");
        await Expect(rows).ToHaveCountAsync(3);
        await Expect(rows.First).ToContainTextAsync("Not fetched: stranger.localhost");
        await Expect(rows.Nth(1)).ToContainTextAsync("the host that the page itself lies on");
        await Expect(rows.Last).ToContainTextAsync("It would have reported “PageView” to Meta Pixel, which belongs to Meta.");
        await rows.Last.GetByText("What it would have told").ClickAsync();
        await Expect(rows.Last.GetByText("Your email address, turned into a code").First).ToBeVisibleAsync();
        await AssertAccessibleAsync(Page, "the editor with what was stopped");
        await Page.SetViewportSizeAsync(320, 800);
        Assert.Equal(320, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.False(_stranger.Pending());
    }

    [Fact]
    public async Task In_Firefox_a_row_says_that_it_was_not_fetched_and_why()
    {
        await WriteAsync();
        await using var firefox = await Firefox.StartSetAsync();
        await firefox.GoAsync(Lab.Url("lab", Seat, "/your-pixel"));
        await ArrivedAsync("the lab's own pixel", one => one.GetProperty("kind").GetString() == "hit");

        Assert.Equal("3", await firefox.AskAsync("document.querySelectorAll('.stopped > li').length"));
        Assert.Contains("“PageView” to Meta Pixel", await firefox.AskAsync("document.querySelector('.stopped').textContent"), StringComparison.Ordinal);
        Assert.False(_stranger.Pending());
    }

    /// <inheritdoc />
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _stranger.Dispose();
    }

    /// <summary>A picture and a script that ask one stranger, a picture without a host, a vendor's snippet as it is pasted, and last a pixel that may come.</summary>
    private async Task WriteAsync()
    {
        _stranger.Start();
        var port = ((IPEndPoint)_stranger.LocalEndpoint).Port;
        var html = $"""
            <img src="http://stranger.localhost:{port}/?a=%3Cscript%3E" alt="">
            <script>new Image().src = 'http://stranger' + '.localhost:{port}/?b=1';</script>
            <img src="pixel.gif?page=1" alt="">
            <noscript><img height="1" width="1" src="https://www.facebook.com/tr?id=1&amp;ev=PageView&amp;noscript=1&amp;ud[em]=f1904cf1a9d73a55fa5de0ac823c4403ded71afd4c3248d00bdcd0866552bb79"></noscript>
            <img src="{Lab.Url("metrics", Seat, "/px/PL-MINE-1.gif?en=page_view")}" alt="">
            """;
        using var reply = await Lab.Http.PostAsync(
            Lab.Url("lab", Seat, "/your-pixel"), new FormUrlEncodedContent([new("html", html)]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.SeeOther, reply.StatusCode);
    }
}
