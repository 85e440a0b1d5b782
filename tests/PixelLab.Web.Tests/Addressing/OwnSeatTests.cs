using System.Net;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace PixelLab.Web.Tests.Addressing;

/// <summary>Whoever does not sit at the machine and names no seat gets one of their own, in every addressing mode.</summary>
public sealed class OwnSeatTests
{
    /// <summary>A lab on a domain; one behind a port and one behind a path, each asked through a proxy, as from elsewhere.</summary>
    public static TheoryData<string, string> Labs => new() { { "Subdomain", "lab.example" }, { "Port", "localhost" }, { "Path", "localhost" } };

    [Theory]
    [MemberData(nameof(Labs))]
    public async Task Two_browsers_from_elsewhere_have_two_seats_and_each_comes_back_to_its_own(string mode, string lab)
    {
        await using var server = await LabServer.StartAsync(("Addressing:Mode", mode), ("Addressing:BaseHost", lab));
        var shop = mode switch
        {
            "Subdomain" => $"http://shop.lab.example:{server.Port}",
            "Port" => $"http://127.0.0.1:{server.Port + 1}",
            _ => $"http://127.0.0.1:{server.Port}/on/shop",
        };

        var first = await ArriveAsync(server, shop + "/search?q=my+secret", null);
        var second = await ArriveAsync(server, shop + "/", null);
        var again = await ArriveAsync(server, shop + "/cart", first.Cookie);

        Assert.NotEqual(first.Seat, second.Seat);
        Assert.Equal(first.Seat, again.Seat);
        Assert.EndsWith("/search?q=my+secret", first.Page, StringComparison.Ordinal);
        Assert.Contains("path=/seat", first.Header, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", first.Header, StringComparison.OrdinalIgnoreCase);
        using var page = await SendAsync(server, HttpMethod.Get, first.Page, null);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var left = await SendAsync(server, HttpMethod.Post, FrontOf(first.Page, shop, mode) + $"/~{first.Seat}/seat", first.Cookie);
        Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        Assert.DoesNotContain(first.Seat, left.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_seat_of_whoever_sits_at_the_machine_is_out_of_reach_from_elsewhere()
    {
        await using var server = await LabServer.StartAsync();
        using var own = await server.Http.GetAsync(server.Url("shop", "/search?q=my+secret"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);

        foreach (var (method, path) in new[]
        {
            (HttpMethod.Get, "/api/seats/me/events"), (HttpMethod.Get, "/api/seats/me/export"), (HttpMethod.Get, "/api/seats/me/compare"),
            (HttpMethod.Delete, "/api/seats/me"), (HttpMethod.Post, "/switches"), (HttpMethod.Post, "/replay"),
        })
        {
            using var reply = await SendAsync(server, method, server.Url("lab", path), null);
            Assert.True(reply.StatusCode == HttpStatusCode.Forbidden, $"{method} {path}: {reply.StatusCode}");
        }

        await using var connection = new HubConnectionBuilder()
            .WithUrl(server.Url("lab", "/live"), options => options.Headers.Add("X-Forwarded-For", "203.0.113.7")).Build();
        await connection.StartAsync(TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<HubException>(async () =>
        {
            await foreach (var one in connection.StreamAsync<object>("Follow", "me", "", TestContext.Current.CancellationToken))
            {
                Assert.Fail($"{one} came.");
            }
        });
        Assert.Contains("sits at the machine", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/~k7m2qd/seat", "/~k7m2qd/")]
    [InlineData("/~k7m2qd/seat?host=shop&path=/cart", "/~k7m2qd/")]
    public async Task A_link_puts_nobody_into_somebody_elses_seat(string link, string page)
    {
        await using var server = await LabServer.StartAsync();
        using var reply = await SendAsync(server, HttpMethod.Get, server.Url("lab", link), null);

        Assert.Equal(page, reply.Headers.Location!.OriginalString);
        Assert.False(reply.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?host=nobody&path=cart")]
    [InlineData("?host=lab&path=%0d%0aX:%20y")]
    [InlineData("?host=lab&path=/%0d%0aX:%20y")]
    [InlineData("?host=lab&path=/caf%C3%A9")]
    [InlineData("?host=lab&path=https://evil.example/")]
    public async Task Whatever_somebody_puts_into_the_way_to_a_seat_it_leads_to_a_page_of_the_town(string query)
    {
        await using var server = await LabServer.StartAsync();
        using var reply = await SendAsync(server, HttpMethod.Get, server.Url("lab", "/seat" + query), null);

        Assert.Equal(HttpStatusCode.Found, reply.StatusCode);
        Assert.Matches($"^http://localhost:{server.Port}/~[a-z0-9]+/$", reply.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_page_with_letters_of_any_script_in_its_address_is_found_again()
    {
        await using var server = await LabServer.StartAsync();
        var page = (await ArriveAsync(server, server.Url("shop", "/search/caf%C3%A9?q=%E2%82%AC"), null)).Page;

        Assert.EndsWith("/search/caf%C3%A9?q=%E2%82%AC", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pixel_from_elsewhere_without_a_seat_gets_its_image_and_is_nobodys()
    {
        await using var server = await LabServer.StartAsync();

        using var reply = await SendAsync(server, HttpMethod.Get, server.Url("metrics", "/px/PL-SHOP-1.gif?en=page_view"), null);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(43, (await reply.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length);
        Assert.Equal("refused no-seat", reply.Headers.GetValues("X-PixelLab").Single());
        Assert.Empty(await server.EventsAsync("me"));
    }

    [Fact]
    public async Task What_is_the_same_for_all_needs_no_seat()
    {
        await using var server = await LabServer.StartAsync();
        foreach (var (host, path) in new[]
        {
            ("lab", "/healthz"), ("lab", "/css/lab.css"), ("shop", "/css/shop.css"), ("lab", "/openapi/v1.json"), ("social", "/photos/1.svg"),
            ("lab", "/join/ACDEFG/qr.svg"),
        })
        {
            using var reply = await SendAsync(server, HttpMethod.Get, server.Url(host, path), null);
            Assert.True(reply.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{host} {path}: {reply.StatusCode}");
        }
    }

    private static string FrontOf(string page, string shop, string mode) => mode switch
    {
        "Subdomain" => shop.Replace("shop.", "", StringComparison.Ordinal),
        "Port" => $"http://127.0.0.1:{new Uri(page).Port - 1}",
        _ => shop.Replace("/on/shop", "", StringComparison.Ordinal),
    };

    /// <summary>Opens a page as a browser does, by way of the place that gives seats.</summary>
    private static async Task<(string Seat, string Page, string Cookie, string Header)> ArriveAsync(LabServer server, string url, string? cookie)
    {
        using var sent = await SendAsync(server, HttpMethod.Get, url, null);
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        using var given = await SendAsync(server, HttpMethod.Get, sent.Headers.Location!.OriginalString, cookie);
        Assert.Equal(HttpStatusCode.Found, given.StatusCode);
        var page = given.Headers.Location!.OriginalString;
        var header = given.Headers.GetValues("Set-Cookie").Single();
        var seat = page.Split("/~")[1].Split('/', '?')[0];
        Assert.Equal($"seat={seat}", header.Split(';')[0]);
        return (seat, page, header.Split(';')[0], header);
    }

    private static Task<HttpResponseMessage> SendAsync(LabServer server, HttpMethod method, string url, string? cookie)
    {
        var request = new HttpRequestMessage(method, url);
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return server.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
