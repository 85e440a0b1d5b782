using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using PixelLab.Core.Events;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Tests.Addressing;

/// <summary>Who may come in where: every route stands in the table, and strangers' pages stay out of all that they could change or read.</summary>
public sealed partial class DoorTests(WholeLab lab) : IClassFixture<WholeLab>
{
    private readonly LabServer _server = lab.Server;

    /// <summary>Origins that are not the asked host's own: another port, scheme and name, a page of the town, and one that hides.</summary>
    public static TheoryData<string> Strangers => ["http://localhost:3000", "https://localhost", "http://evil.example", "http://nobody.localhost", "null"];

    [Fact]
    public void Every_route_stands_in_the_table_with_its_class()
    {
        var table = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Addressing", "doors.txt"));

        var doors = Doors().Select(door => $"{door.Class,-6} {door.Method,-6} {door.Host,-8} {door.Pattern}").ToList();

        var faults = doors.Except(table).Select(line => "+ " + line).Concat(table.Except(doors).Select(line => "- " + line)).Order(StringComparer.Ordinal);
        Assert.True(!faults.Any(), "The table and the lab differ:\n" + string.Join('\n', faults));
    }

    [Fact]
    public async Task A_form_of_a_page_that_sends_no_referrer_is_taken_where_the_browser_says_nothing_of_it_and_no_others()
    {
        var own = await Rules.TownGuest.ArriveAsync(_server);
        await own.TurnAsync(("regime.shop", "opt_in"), ("referrer.page", "no-referrer"));
        var action = OwnForm().Match(await own.OpenAsync("shop")).Groups[1].Value;
        var other = await Rules.TownGuest.ArriveAsync(_server);

        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(action.Split('?')[0]));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(action.Replace(own.Seat.Name, other.Seat.Name, StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(action + "x"));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(action, "http://evil.example"));
        Assert.Equal(HttpStatusCode.SeeOther, await SendAsync(action));

        async Task<HttpStatusCode> SendAsync(string path, string origin = "null")
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _server.Url("shop", path))
            {
                Content = new FormUrlEncodedContent([KeyValuePair.Create("how", "refuse_all"), KeyValuePair.Create("back", "/")]),
            };
            request.Headers.Add("Origin", origin);
            using var reply = await _server.Http.SendAsync(request, TestContext.Current.CancellationToken);
            return reply.StatusCode;
        }
    }

    [GeneratedRegex("action=\"([^\"]*/consent[^\"]*)\"")]
    private static partial Regex OwnForm();

    [Fact]
    public async Task Under_the_machines_own_address_the_labs_pages_may_do_what_they_may_under_its_name()
    {
        var address = $"http://127.0.0.1:{new Uri(_server.Url("lab", "/")).Port}";

        Assert.NotEqual(HttpStatusCode.Forbidden, await SendAsync(address));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync("http://127.0.0.1:1"));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync("http://localhost:1"));

        async Task<HttpStatusCode> SendAsync(string origin)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address + OwnSeat.Place);
            request.Headers.Add("Origin", origin);
            using var reply = await _server.Http.SendAsync(request, TestContext.Current.CancellationToken);
            return reply.StatusCode;
        }
    }

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task A_strangers_page_changes_nothing_and_reads_nothing_of_a_seat(string origin)
    {
        foreach (var (door, method, host, pattern) in Doors().Where(door => door.Class is DoorClass.Change or DoorClass.Data))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method is "*" ? "POST" : method), _server.Url(host is "*" ? "lab" : host, Filled(pattern)));
            request.Headers.Add("Origin", origin);
            using var reply = await _server.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True(reply.StatusCode == HttpStatusCode.Forbidden, $"{door} {method} {host} {pattern}: {reply.StatusCode}");
        }
    }

    [Theory]
    [InlineData("cross-site", "cors")]
    [InlineData("cross-site", "no-cors")]
    [InlineData("same-site", "no-cors")]
    [InlineData("cross-site", "navigate")]
    public async Task What_a_browser_says_of_another_site_keeps_it_out_also_without_an_origin(string site, string mode)
    {
        foreach (var (door, method, host, pattern) in Doors().Where(door => door.Class is DoorClass.Change or DoorClass.Data))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method is "*" ? "POST" : method), _server.Url(host is "*" ? "lab" : host, Filled(pattern)));
            request.Headers.Add("Sec-Fetch-Site", site);
            request.Headers.Add("Sec-Fetch-Mode", mode);
            using var reply = await _server.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True(reply.StatusCode == HttpStatusCode.Forbidden, $"{door} {method} {host} {pattern}: {reply.StatusCode}");
        }
    }

    [Theory]
    [InlineData("lab")]
    [InlineData("shop")]
    [InlineData("adnet")]
    public async Task A_person_who_follows_a_link_to_data_reads_it(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _server.Url(host, "/api/seats/k7m2qd/export"));
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Sec-Fetch-Mode", "navigate");
        request.Headers.Add("Sec-Fetch-Dest", "document");
        using var reply = await _server.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(("no-store", "nosniff"), (reply.Headers.CacheControl!.ToString(), reply.Headers.GetValues("X-Content-Type-Options").Single()));
    }

    [Theory]
    [InlineData("Port")]
    [InlineData("Path")]
    public async Task A_name_that_is_not_the_labs_leads_nowhere_in_every_mode(string mode)
    {
        await using var server = await LabServer.StartAsync(("Addressing:Mode", mode), ("Addressing:HostNames:0", "class.example"));

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(server, "evil.example"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, "class.example"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, "127.0.0.1"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, Environment.MachineName));
    }

    [Fact]
    public async Task Whoever_asks_for_the_head_of_a_page_or_a_link_gets_it()
    {
        var seat = await Seat.NewAsync(_server);
        foreach (var (host, path) in new[] { ("lab", "/"), ("lab", "/panel"), ("lab", "/lessons"), ("shop", "/"), ("news", "/"), ("mail", "/"), ("adnet", "/report") })
        {
            using var whole = await _server.Http.GetAsync(_server.Url(host, $"/~{seat.Name}{path}"), TestContext.Current.CancellationToken);
            using var asked = new HttpRequestMessage(HttpMethod.Head, _server.Url(host, $"/~{seat.Name}{path}"));
            using var head = await _server.Http.SendAsync(asked, TestContext.Current.CancellationToken);
            Assert.Equal((whole.StatusCode, whole.Content.Headers.ContentType), (head.StatusCode, head.Content.Headers.ContentType));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_hit_by_its_head_alone_is_kept_as_what_it_was()
    {
        var seat = await Seat.NewAsync(_server);
        using var request = new HttpRequestMessage(HttpMethod.Head, _server.Url("metrics", seat.PixelPath));
        using var reply = await _server.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, 43), (reply.StatusCode, reply.Content.Headers.ContentLength));
        Assert.Equal("HEAD", (await seat.OnlyHitAsync()).Text("method"));
    }

    [Theory]
    [InlineData("Host: metrics.localhost:99999\r\n", "")]
    [InlineData("Host: HOST\r\nReferer: http://xn--a\u00ff/\r\n", "")]
    [InlineData("Host: HOST\r\n", "?dl=http://xn--a%FF/")]
    [InlineData("Host: HOST\r\n", "?dl=http://xn--a%C3%BF.localhost/")]
    public async Task A_name_that_is_none_costs_no_hit(string head, string query)
    {
        var seat = await Seat.NewAsync(_server);
        var reply = await RawConnection.AskAsync(
            _server, $"GET {seat.PixelPath}{query} HTTP/1.1\r\n{head.Replace("HOST", seat.PixelHost, StringComparison.Ordinal)}\r\n");

        Assert.Equal(200, reply.Status);
        await seat.OnlyHitAsync();
    }

    [Fact]
    public void A_path_that_was_asked_for_leads_to_no_other_host()
    {
        var shop = new TownRequest(Town.Get("shop"), SeatId.Default, new TownAddress(new AddressingOptions(), "http", "localhost", 5080));

        Assert.Equal("/evil.example/?q=1", shop.Path("//evil.example/?q=1"));
        Assert.Equal("/cart", shop.Path("/cart"));
    }

    private static async Task<HttpStatusCode> StatusAsync(LabServer server, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://127.0.0.1:{server.Port}/~k7m2qd/"));
        request.Headers.Host = $"{host}:{server.Port}";
        using var reply = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return reply.StatusCode;
    }

    /// <summary>Every route but those of files, which are the same for all and change nothing.</summary>
    private IEnumerable<(DoorClass Class, string Method, string Host, string Pattern)> Doors() =>
        _server.Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is [_, ..] methods ? methods : ["*"])
                .Select(method => (
                    Door.ClassOf(endpoint, method), method, endpoint.Metadata.GetMetadata<OnTownHost>()?.Name ?? "*", endpoint.RoutePattern.RawText!)))
            .Distinct();

    /// <summary>A path that a pattern takes.</summary>
    private static string Filled(string pattern) =>
        "/~k7m2qd/" + Place().Replace(pattern, place => place.Groups["name"].Value switch
        {
            "seat" => "k7m2qd",
            "code" => "ACDEFG",
            _ when place.Value.Contains(':', StringComparison.Ordinal) => "1",
            _ => "x",
        }).TrimStart('/');

    [GeneratedRegex(@"\{\**(?<name>\w+)[^}]*\}")]
    private static partial Regex Place();
}

/// <summary>A lab with all routes, also those that it has only where somebody asks for them.</summary>
public sealed class WholeLab : SharedLab
{
    private protected override ValueTask<(string Name, string Value)[]> SettingsAsync() => ValueTask.FromResult<(string, string)[]>([("Limits:HitsPerMinute", "0"), ("Telemetry:Prometheus", "Machine")]);
}
