using System.Net;
using PixelLab.Core.Events;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Tests.Sandbox;

/// <summary>The learner's own page over the wire.</summary>
public sealed class SandboxTests(SharedLab lab) : IClassFixture<SharedLab>
{
    private readonly LabServer _server = lab.Server;

    [Fact]
    public async Task A_page_is_served_as_written_to_whoever_knows_the_seat_and_to_nobody_else()
    {
        var seat = await Seat.NewAsync(_server);
        var other = await Seat.NewAsync(_server);
        const string Html = "<h1>Mine & only mine</h1><script>1</script>";
        Assert.Equal($"/~{seat.Name}/your-pixel#result", (await WriteAsync(seat, Html)).Headers.Location?.ToString());
        Assert.Equal(Html, await _server.Http.GetStringAsync(_server.Url("sandbox", $"/~{seat.Name}/"), TestContext.Current.CancellationToken));
        Assert.DoesNotContain("Mine", await _server.Http.GetStringAsync(_server.Url("sandbox", $"/~{other.Name}/"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("Mine", await _server.Http.GetStringAsync(_server.Url("sandbox", "/"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await seat.EraseAsync();
        Assert.DoesNotContain("Mine", await _server.Http.GetStringAsync(_server.Url("sandbox", $"/~{seat.Name}/"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_policy_allows_the_vendors_and_nothing_else()
    {
        using var reply = await _server.Http.GetAsync(_server.Url("sandbox", "/"), TestContext.Current.CancellationToken);
        var policy = Assert.Single(reply.Headers.GetValues("Content-Security-Policy")).Split("; ");
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("form-action 'none'", policy);
        Assert.Contains("sandbox allow-scripts allow-same-origin", policy);
        var vendors = string.Join(' ', Town.Vendors.Select(vendor => _server.Url(vendor.Name, "")));
        Assert.Contains("connect-src " + vendors, policy);
        Assert.Contains("img-src data: " + vendors, policy);
        Assert.False(reply.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/live")]
    [InlineData("/live/negotiate")]
    [InlineData("/api/seats/me/events")]
    [InlineData("/built/dock.js")]
    [InlineData("/css/lab.css")]
    [InlineData("/forget")]
    [InlineData("/healthz")]
    [InlineData("/lessons")]
    public async Task Nothing_but_the_page_is_there(string path)
    {
        using var reply = await _server.Http.GetAsync(_server.Url("sandbox", path), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        using var post = await _server.Http.PostAsync(_server.Url("sandbox", path), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, post.StatusCode);
    }

    [Theory]
    [InlineData("lab", "/api/seats/me/events")]
    [InlineData("metrics", "/api/seats/me/events")]
    [InlineData("metrics", "/live/negotiate?negotiateVersion=1")]
    public async Task A_script_there_gets_no_answer_from_api_and_hub_of_any_host(string host, string path)
    {
        foreach (var origin in new[] { _server.Url("sandbox", ""), "null" })
        {
            using var request = new HttpRequestMessage(host == "metrics" && path[1] == 'l' ? HttpMethod.Post : HttpMethod.Get, _server.Url(host, path));
            request.Headers.Add("Origin", origin);
            using var reply = await _server.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(TextLimits.WrittenPage + 1)]
    [InlineData(400_000)]
    [InlineData(5_000_000)]
    public async Task A_page_too_long_or_empty_is_refused_in_words(int length)
    {
        var seat = await Seat.NewAsync(_server);
        using var reply = await WriteAsync(seat, new string('<', length));
        Assert.Equal($"/~{seat.Name}/your-pixel?done=long", reply.Headers.Location?.ToString());
        Assert.Empty(await seat.EventsAsync());
        Assert.Contains(
            "Nothing was run.",
            await _server.Http.GetStringAsync(_server.Url("lab", $"/~{seat.Name}/your-pixel?done=long"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_editor_takes_forms_from_itself_only_and_shows_what_was_written_as_text()
    {
        var seat = await Seat.NewAsync(_server);
        using var request = Form(seat, "<b>x</b>");
        request.Headers.Add("Sec-Fetch-Site", "same-site");
        using var refused = await _server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var taken = await WriteAsync(seat, "</textarea><script>alert(1)</script>");
        var page = await _server.Http.GetStringAsync(_server.Url("lab", $"/~{seat.Name}/your-pixel"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<img src='https://www.facebook.com/tr?id=1&amp;ev=PageView'>", "It would have reported “PageView” to Meta Pixel, which belongs to Meta.")]
    [InlineData("<noscript><img src='https://www.facebook.com/tr?id=1&amp;ev=PageView'></noscript>", "to Meta Pixel")]
    [InlineData("<script>fetch('https://pixel.example/a?b=1')</script>", "The lab does not know whose host this is.")]
    [InlineData("<base href='https://site.example/'><img src='pixel.gif?a=1'>", "It goes to the host that the page itself lies on")]
    [InlineData("<link rel=stylesheet href='{metrics}/px.css'>", "{metrics}/px.css")]
    [InlineData("<iframe src='{metrics}/frame'></iframe>", "{metrics}/frame")]
    public async Task What_a_page_may_not_ask_for_is_told_with_the_rule_and_with_what_it_would_have_told(string html, string told)
    {
        var page = await ShownAsync(html);
        Assert.Contains("content security policy", page, StringComparison.Ordinal);
        Assert.Contains(Here(told), page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<img src='{metrics}/px/PL-MINE-1.gif?en=page_view'><script>navigator.sendBeacon('{metrics}/px/PL-MINE-1.gif')</script>")]
    [InlineData("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='><a href='https://shop.example/'>Shop</a>")]
    [InlineData("<p>Nothing</p>")]
    public async Task What_a_page_may_ask_for_and_links_are_not_said_to_be_stopped(string html) =>
        Assert.DoesNotContain("content security policy", await ShownAsync(html), StringComparison.Ordinal);

    [Fact]
    public async Task Of_what_is_stopped_hostile_text_stays_text_and_many_are_counted()
    {
        var page = await RawAsync(
            "<img src='https://pixel.example/?a=%3C/code%3E%3Cscript%3Ealert(2)%3C/script%3E'>"
            + string.Concat(Enumerable.Range(0, 100).Select(number => $"<img src='https://pixel.example/?n={number}'>")));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("71 more addresses were stopped.", page, StringComparison.Ordinal);
    }

    private async Task<string> ShownAsync(string html) => WebUtility.HtmlDecode(await RawAsync(html));

    private async Task<string> RawAsync(string html)
    {
        var seat = await Seat.NewAsync(_server);
        using var written = await WriteAsync(seat, Here(html));
        return await _server.Http.GetStringAsync(_server.Url("lab", $"/~{seat.Name}/your-pixel"), TestContext.Current.CancellationToken);
    }

    private string Here(string text) => text.Replace("{metrics}", _server.Url("metrics", ""), StringComparison.Ordinal);

    private async Task<HttpResponseMessage> WriteAsync(Seat seat, string html)
    {
        using var request = Form(seat, html);
        var reply = await _server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.SeeOther, reply.StatusCode);
        return reply;
    }

    private HttpRequestMessage Form(Seat seat, string html) => new(HttpMethod.Post, _server.Url("lab", $"/~{seat.Name}/your-pixel"))
    {
        Content = new FormUrlEncodedContent([new("html", html)]),
    };
}
