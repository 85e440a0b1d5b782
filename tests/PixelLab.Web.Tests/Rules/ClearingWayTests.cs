using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Tests.Rules;

/// <summary>The way on which a browser forgets the town: where it leads, and that nobody else leads a browser there, or elsewhere.</summary>
public sealed class ClearingWayTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Subdomain")]
    [InlineData("Port")]
    [InlineData("Path")]
    public async Task It_leads_through_every_host_and_back_and_the_lab_forgets_the_browsers_own_seat(string mode)
    {
        await using var server = await LabServer.StartAsync(("Addressing:Mode", mode));
        var seat = await server.MakeSeatWholeAsync();
        var shop = seat.GetProperty("sites").GetProperty("shop").GetString()!;

        var steps = await WalkAsync(server, await BeginAsync(server, seat, shop + "shoes/3?size=42"));

        var hosts = Town.Hosts.Count;
        Assert.Equal(hosts, steps.Count(step => step.Status is HttpStatusCode.OK or HttpStatusCode.Redirect));
        Assert.Equal(shop + "shoes/3?size=42#cleared", steps[^1].Next);
        Assert.Equal(mode == "Subdomain" ? Town.Sites.Count() + 1 : hosts - 1, steps.Count(step => step.Body.Contains("/built/forget.js", StringComparison.Ordinal)));
        Assert.StartsWith("seat=; max-age=0; path=/seat;", Assert.Single(steps[^1].SetCookies), StringComparison.Ordinal);

        // Where hosts share a name, one of them must not clear what is the lab's.
        Assert.Equal(mode == "Subdomain" ? hosts - 1 : 0, steps.Count(step => step.ClearSiteData == "\"cookies\", \"storage\""));
        Assert.Equal(mode == "Subdomain" ? 1 : hosts, steps.Count(step => step.ClearSiteData.Length == 0));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://localhost:1/panel")]
    [InlineData("http://shop.localhost.evil.example/")]
    [InlineData("")]
    [InlineData("long")]
    public async Task It_ends_at_the_lab_where_it_is_to_end_anywhere_but_in_the_town(string then)
    {
        await using var server = await LabServer.StartAsync();
        var seat = await server.MakeSeatWholeAsync();
        var long_ = seat.GetProperty("sites").GetProperty("shop").GetString() + new string('a', 600);

        var steps = await WalkAsync(server, await BeginAsync(server, seat, then == "long" ? long_ : then));

        Assert.StartsWith(server.Url("lab", seat.GetProperty("seat").GetString()!, "/"), steps[^1].Next, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", steps[^1].Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_comes_back_to_the_seat_that_it_was_for()
    {
        await using var server = await LabServer.StartAsync();
        var seat = await server.MakeSeatWholeAsync();
        var other = await server.MakeSeatAsync();

        var steps = await WalkAsync(server, await BeginAsync(server, seat, server.Url("lab", other, "/panel")));

        Assert.Equal(server.Url("lab", seat.GetProperty("seat").GetString()!, "/panel#cleared"), steps[^1].Next);
    }

    [Fact]
    public async Task A_ticket_is_good_for_its_seat_alone_and_only_as_it_was_given()
    {
        await using var server = await LabServer.StartAsync();
        var seat = await server.MakeSeatWholeAsync();
        var name = seat.GetProperty("seat").GetString()!;
        var other = await server.MakeSeatAsync();
        var way = await BeginAsync(server, seat, "");
        var middle = way[..^20] + (way[^20] == 'A' ? 'B' : 'A') + way[^19..];

        foreach (var wrong in new[] { way.Replace(name, other, StringComparison.Ordinal), middle, way + "A", way.Split('?')[0] })
        {
            using var reply = await server.Http.GetAsync(new Uri(wrong), Cancellation);
            Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
            Assert.False(reply.Headers.Contains("Clear-Site-Data"));
        }

        using var page = await server.Http.GetAsync(server.Url("sandbox", other, "/forget" + new Uri(way).Query), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_front_page_erases_and_leads_there_unless_the_browser_is_to_keep_its_part(bool keeps)
    {
        await using var server = await LabServer.StartAsync();
        var guest = await TownGuest.ArriveAsync(server);
        (await guest.GetAsync("metrics", "/px/PL-SHOP-1.gif")).Dispose();
        Assert.Single(await guest.Seat.EventsAsync("hit"));

        using var reply = await guest.PostAsync("lab", "/erase", HttpStatusCode.SeeOther, keeps ? [("keep", "on")] : []);

        Assert.Empty(await guest.Seat.EventsAsync("hit"));
        var next = reply.Headers.Location!.OriginalString;
        Assert.Equal(keeps, next == $"/~{guest.Seat.Name}/?done=erased#kept");
        if (!keeps)
        {
            Assert.Equal(guest.At("lab", "/?done=cleared#kept").AbsoluteUri, (await WalkAsync(server, next))[^1].Next);
        }

        Assert.Contains(
            keeps ? "stays in it, as you wished" : "to forget what it kept", await guest.OpenAsync("lab", keeps ? "/?done=erased" : "/?done=cleared"), StringComparison.Ordinal);
    }

    private static async Task<string> BeginAsync(LabServer server, JsonElement seat, string then)
    {
        var api = new Uri($"http://localhost:{server.Port}/api/seats/{seat.GetProperty("seat").GetString()}/clearing");
        using var reply = await server.Http.PostAsJsonAsync(api, new { then }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return (await reply.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("way").GetString()!;
    }

    /// <summary>Goes the way as a browser does, up to the page that is no step of it.</summary>
    private static async Task<List<Step>> WalkAsync(LabServer server, string way)
    {
        var steps = new List<Step>();
        for (var next = way; new Uri(next).AbsolutePath.EndsWith("/forget", StringComparison.Ordinal);)
        {
            Assert.True(steps.Count < 20, "The way never ends.");
            using var reply = await server.Http.GetAsync(new Uri(next), Cancellation);
            var body = await reply.Content.ReadAsStringAsync(Cancellation);
            var refresh = body.Split("content=\"0; url=");
            next = reply.Headers.Location?.OriginalString ?? WebUtility.HtmlDecode(refresh[1].Split('"')[0]);
            steps.Add(new Step(reply.StatusCode, next, body, HeadersOf(reply, "Set-Cookie"), string.Concat(HeadersOf(reply, "Clear-Site-Data"))));
        }

        return steps;
    }

    private static string[] HeadersOf(HttpResponseMessage reply, string name) => reply.Headers.TryGetValues(name, out var values) ? [.. values] : [];

    private sealed record Step(HttpStatusCode Status, string Next, string Body, string[] SetCookies, string ClearSiteData);
}
