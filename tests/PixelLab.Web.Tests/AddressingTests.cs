using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Tests;

/// <summary>Hosts, ports, paths and seats.</summary>
public sealed class AddressingTests
{
    [Fact]
    public async Task An_unknown_host_gets_a_plain_page_with_a_way_to_the_lab()
    {
        await using var server = await LabServer.StartAsync();
        using var reply = await server.Http.GetAsync(server.Url("nobody<b>", "/").Replace("<b>", "", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        Assert.Contains($"href=\"{server.Url("lab", "/")}\"", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var markup = await RawConnection.AskAsync(server, "GET / HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\nX: <script>\r\n\r\n", head: true);
        Assert.Equal(404, markup.Status);
    }

    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/lessons/no-such-lesson")]
    [InlineData("/~k7m2qd/no-such-page")]
    public async Task An_unknown_page_of_the_lab_stands_in_its_frame_with_ways_on(string path)
    {
        await using var server = await LabServer.StartAsync();
        using var reply = await server.Http.GetAsync(server.Url("lab", path), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        Assert.Equal("text/html", reply.Content.Headers.ContentType?.MediaType);
        Assert.True(reply.Headers.CacheControl?.NoStore);
        var page = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<h1>There is no such page</h1>", page, StringComparison.Ordinal);
        Assert.Contains("class=\"lab-bar\"", page, StringComparison.Ordinal);
        var seat = path.StartsWith("/~", StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "";
        foreach (var way in new[] { "/", "/panel", "/lessons" })
        {
            Assert.Matches($"<li>\\s*<a href=\"{seat}{way}\">", page);
        }
    }

    [Fact]
    public async Task An_unknown_page_elsewhere_is_a_plain_page_and_one_of_the_api_a_problem()
    {
        await using var server = await LabServer.StartAsync();
        using var vendor = await server.Http.GetAsync(server.Url("metrics", "/no-such-page"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, vendor.StatusCode);
        Assert.Contains($"href=\"{server.Url("lab", "/")}\"", await vendor.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var api = await server.Http.GetAsync(server.Url("lab", "/api/no-such-thing"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, api.StatusCode);
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_host_keeps_its_meaning_however_many_invented_names_were_asked_for()
    {
        await using var server = await LabServer.StartAsync();
        using var connection = await RawConnection.OpenAsync(server);
        for (var name = 0; name < 1200; name++)
        {
            await connection.SendAsync($"HEAD /px/x.gif HTTP/1.1\r\nHost: x{name}.example\r\n\r\n");
            Assert.Equal(404, (await connection.ReadReplyAsync(head: true)).Status);
        }

        await connection.SendAsync($"GET /px/PL-SHOP-1.gif HTTP/1.1\r\nHost: metrics.localhost:{server.Port}\r\n\r\n");
        Assert.Equal(TransparentGif.Bytes.ToArray(), (await connection.ReadReplyAsync()).Body);
    }

    [Theory]
    [InlineData("http://shop.localhost:5080/shoes/3?x=1", "shop")]
    [InlineData("http://shop.localhost:5080", "shop")]
    [InlineData("http://shop.localhost:5080#top", "shop")]
    [InlineData("http://SHOP.localhost:5080/", "shop")]
    [InlineData("http://SHOP.localhost:5080/~no-seat/", "shop")]
    [InlineData("http://shop.localhost:5080/~no-seat/", "shop")]
    [InlineData("http://localhost:5080/", "lab")]
    [InlineData("http://metrics.localhost:5080/px", "metrics")]
    [InlineData("http://shop.localhost:5080@evil.example/", null)]
    [InlineData("http://shop.localhost:5080.evil.example/", null)]
    [InlineData("http://evil.example/http://shop.localhost:5080/", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_url_names_a_host_of_the_town_only_by_its_host(string? url, string? host)
    {
        var address = new TownAddress(new AddressingOptions(), "http", "localhost", 5080);
        Assert.Equal(host, address.HostOf(url)?.Name);
    }

    [Theory]
    [InlineData("/~/")]
    [InlineData("/~A/")]
    [InlineData("/~x/")]
    [InlineData("/~UPPER/")]
    [InlineData("/~with-dash/")]
    [InlineData("/~%3Cscript%3E/")]
    [InlineData("/~abcdefghijklmnopqrstuvwxyz0123456789/")]
    public async Task A_malformed_seat_gets_a_plain_page_with_a_way_to_the_lab(string path)
    {
        await using var server = await LabServer.StartAsync();
        foreach (var host in new[] { "lab", "shop", "metrics" })
        {
            using var reply = await server.Http.GetAsync(server.Url(host, path), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
            var page = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains($"href=\"{server.Url("lab", "/")}\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_hit_without_a_seat_belongs_to_the_default_seat()
    {
        await using var server = await LabServer.StartAsync();
        using var image = await server.Http.GetAsync(server.Url("metrics", "/px/PL-SHOP-1.gif"), TestContext.Current.CancellationToken);
        var page = await server.Http.GetFromJsonAsync<JsonElement>(
            server.Url("lab", "/api/seats/me/events"), TestContext.Current.CancellationToken);
        Assert.Equal("me", Assert.Single(page.GetProperty("events").EnumerateArray()).Text("seat"));
    }

    [Fact]
    public async Task In_path_mode_every_host_lies_under_a_path_of_one_host()
    {
        await using var server = await LabServer.StartAsync(("Addressing:Mode", "Path"));
        var seat = await Seat.NewAsync(server);
        Assert.Equal(server.Url("lab", $"/on/shop/~{seat.Name}/"), seat.Made.GetProperty("sites").Text("shop"));
        await FollowTheWayOfAPixelAsync(server, seat, server.Url("lab", $"/on/metrics{seat.PixelPath}"));
        using var unknown = await server.Http.GetAsync(server.Url("lab", "/on/nobody/"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task In_port_mode_every_host_has_a_port_of_its_own()
    {
        await using var server = await LabServer.StartAsync(("Addressing:Mode", "Port"));
        using var made = await server.Http.PostAsync(new Uri($"http://127.0.0.1:{server.Port}/api/seats"), null, TestContext.Current.CancellationToken);
        var seat = await made.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal($"http://127.0.0.1:{server.Port + 1}/~{seat.Text("seat")}/", seat.GetProperty("sites").Text("shop"));
        Assert.Equal($"http://127.0.0.1:{server.Port + 3}/~{seat.Text("seat")}/", seat.GetProperty("vendors").Text("metrics"));
        var image = await server.Http.GetByteArrayAsync(
            new Uri($"{seat.GetProperty("vendors").Text("metrics")}px/PL-SHOP-1.gif"), TestContext.Current.CancellationToken);
        Assert.Equal(TransparentGif.Bytes, image);
        var page = await server.Http.GetStringAsync(new Uri(seat.GetProperty("sites").Text("shop")!), TestContext.Current.CancellationToken);
        Assert.Contains($":{server.Port + 3}/~{seat.Text("seat")}/px/", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vendors_may_have_a_domain_of_their_own_and_then_answer_only_there()
    {
        await using var server = await LabServer.StartAsync(("Addressing:BaseHost", "lab.example"), ("Addressing:VendorBaseHost", "vendors.example"));
        using var made = await server.Http.PostAsync(new Uri($"http://lab.example:{server.Port}/api/seats"), null, TestContext.Current.CancellationToken);
        var seat = await made.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var vendor = $"http://metrics.vendors.example:{server.Port}/~{seat.Text("seat")}/";
        Assert.Equal(vendor, seat.GetProperty("vendors").Text("metrics"));
        Assert.Equal($"http://shop.lab.example:{server.Port}/~{seat.Text("seat")}/", seat.GetProperty("sites").Text("shop"));
        using var image = await server.Http.GetAsync(new Uri(vendor + "px/PL-SHOP-1.gif"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, image.StatusCode);
        using var elsewhere = await server.Http.GetAsync(
            new Uri($"http://metrics.lab.example:{server.Port}/px/PL-SHOP-1.gif"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Theory]
    [InlineData("/lessons/%2500", "localhost", HttpStatusCode.NotFound)]
    [InlineData("/", "localhost:99999", HttpStatusCode.NotFound)]
    [InlineData("/", "shop.localhost:99999", HttpStatusCode.NotFound)]
    [InlineData("/", "localhost..", HttpStatusCode.NotFound)]
    [InlineData("/px/PL-SHOP-1.gif", "metrics.localhost:99999", HttpStatusCode.OK)]
    public async Task What_can_be_no_address_is_not_found_and_a_pixel_answers_all_the_same(string path, string host, HttpStatusCode status)
    {
        await using var server = await LabServer.StartAsync();
        var seat = await Seat.NewAsync(server);
        var reply = await RawConnection.AskAsync(server, $"GET /~{seat.Name}{path} HTTP/1.1\r\nHost: {host}\r\n\r\n");
        Assert.Equal((int)status, reply.Status);
        Assert.Equal(status == HttpStatusCode.OK ? 1 : 0, (await server.EventsAsync(seat.Name)).Count);
    }

    [Theory]
    [InlineData(true, "localhost", "", "")]
    [InlineData(false, "lab.example", "vendors.example", "")]
    [InlineData(true, "lab.example", "vendors.example", "pages.example")]
    [InlineData(true, "lab.school.example", "", "pages.example")]
    [InlineData(false, "lab.example", "vendors.example", "pages.lab.example")]
    [InlineData(false, "lab.school.example", "", "school.example")]
    [InlineData(false, "lab.example", "vendors.example", "pages.vendors.example")]
    [InlineData(false, "lab.co.example", "", "pages.co.example")]
    [InlineData(false, "intranet", "", "intranet")]
    public void A_learners_page_has_an_origin_only_where_its_cookies_reach_nobody_else(bool has, string lab, string vendors, string sandbox) =>
        Assert.Equal(has, new AddressingOptions { BaseHost = lab, VendorBaseHost = vendors, SandboxBaseHost = sandbox }.SandboxHasOrigin);

    [Fact]
    public async Task Learners_pages_may_have_a_domain_of_their_own_and_then_answer_only_there()
    {
        await using var server = await LabServer.StartAsync(("Addressing:BaseHost", "lab.example"), ("Addressing:SandboxBaseHost", "pages.example"));
        using var page = await server.Http.GetAsync(new Uri($"http://sandbox.pages.example:{server.Port}/~k7m2qd/"), TestContext.Current.CancellationToken);
        Assert.Contains("sandbox allow-scripts allow-same-origin", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        using var elsewhere = await server.Http.GetAsync(new Uri($"http://sandbox.lab.example:{server.Port}/~k7m2qd/"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        using var shop = await server.Http.GetAsync(new Uri($"http://shop.pages.example:{server.Port}/~k7m2qd/"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, shop.StatusCode);
    }

    [Theory]
    [InlineData(false, "localhost", "", "Subdomain")]
    [InlineData(true, "lab.example", "", "Subdomain")]
    [InlineData(false, "lab.example", "vendors.example", "Subdomain")]
    [InlineData(true, "localhost", "", "Path")]
    public async Task Where_sites_and_vendors_share_a_cookie_jar_the_verdict_says_so(bool shared, string lab, string vendors, string mode)
    {
        await using var server = await LabServer.StartAsync(
            ("Addressing:BaseHost", lab), ("Addressing:VendorBaseHost", vendors), ("Addressing:Mode", mode));
        var jar = await server.Http.GetFromJsonAsync<JsonElement>(
            new Uri($"http://{lab}:{server.Port}/api/seats/k7m2qd/cookie-jar"), TestContext.Current.CancellationToken);
        Assert.Equal(shared, jar.TryGetProperty("remark", out var remark) && remark.GetString()!.Contains("one cookie jar", StringComparison.Ordinal));
        var switches = await server.Http.GetStringAsync(new Uri($"http://{lab}:{server.Port}/~k7m2qd/switches"), TestContext.Current.CancellationToken);
        Assert.Equal(shared, switches.Contains("one cookie jar", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, "127.0.0.1")]
    [InlineData(true, "203.0.113.7")]
    public async Task A_forwarded_address_is_believed_only_from_a_configured_proxy(bool trusted, string address)
    {
        await using var server = trusted
            ? await LabServer.StartAsync(("Addressing:TrustedProxies:0", "127.0.0.1"))
            : await LabServer.StartAsync();
        var seat = await Seat.NewAsync(server);
        var reply = await RawConnection.AskAsync(
            server,
            $"GET {seat.PixelPath} HTTP/1.1\r\nHost: {seat.PixelHost}\r\nX-Forwarded-For: 203.0.113.7\r\nX-Forwarded-Proto: https\r\n\r\n");
        Assert.Equal(200, reply.Status);
        var hit = await seat.OnlyHitAsync();
        Assert.Equal(address, hit.Text("address"));
        Assert.StartsWith(trusted ? "https://" : "http://", hit.Text("url"), StringComparison.Ordinal);
        Assert.Contains(("X-Forwarded-For", "203.0.113.7"), hit.Pairs("headers"));
    }

    [Fact]
    public void The_lab_listens_on_loopback_alone_unless_told_otherwise() =>
        Assert.All(
            Web.Addressing.PortPlan.Urls("http://localhost:5080", Web.Addressing.AddressingMode.Port),
            url => Assert.StartsWith("http://localhost:", url, StringComparison.Ordinal));

    private static async Task FollowTheWayOfAPixelAsync(LabServer server, Seat seat, string pixel)
    {
        Assert.Equal(TransparentGif.Bytes, await server.Http.GetByteArrayAsync(new Uri(pixel), TestContext.Current.CancellationToken));
        var hit = await seat.OnlyHitAsync();
        Assert.Equal("/px/PL-SHOP-1.gif", hit.Text("path"));
        Assert.Equal(pixel, hit.Text("url"));
    }
}
