using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Web.Tests;

/// <summary>What tests and tools outside this repository rely on.</summary>
public sealed class ContractTests(SharedLab lab) : IClassFixture<SharedLab>
{
    private static readonly string[] ExplainedMembers = ["field", "value", "source", "meaning", "control"];

    private readonly LabServer _server = lab.Server;

    [Fact]
    public async Task Healthz_answers_once_the_lab_takes_hits()
    {
        using var reply = await _server.Http.GetAsync(_server.Url("lab", "/healthz"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    [Fact]
    public async Task A_new_seat_comes_with_the_addresses_of_its_sites()
    {
        var seat = await Seat.NewAsync(_server);
        var sites = seat.Made.GetProperty("sites");
        Assert.Equal(_server.Url("shop", $"/~{seat.Name}/"), sites.Text("shop"));
        Assert.Equal(_server.Url("news", $"/~{seat.Name}/"), sites.Text("news"));
    }

    [Fact]
    public async Task A_pixel_is_a_complete_image_that_may_be_embedded_and_is_never_kept()
    {
        var seat = await Seat.NewAsync(_server);
        using var reply = await _server.Http.GetAsync(_server.Url("metrics", seat.PixelPath), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("image/gif", reply.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", reply.Headers.CacheControl?.ToString());
        Assert.Equal("cross-origin", reply.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        var image = await reply.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(43, image.Length);
        Assert.Equal(TransparentGif.Bytes, image);
    }

    [Fact]
    public async Task A_hit_is_told_with_everything_the_contract_names()
    {
        var seat = await Seat.NewAsync(_server);
        using var request = new HttpRequestMessage(
            HttpMethod.Get, _server.Url("metrics", seat.PixelPath + "?v=1&en=page_view&dt=A%20page&z=1"));
        request.Headers.Add("Cookie", "a=1; b=two");
        request.Headers.Add("Referer", _server.Url("shop", $"/~{seat.Name}/shoes"));
        using var reply = await _server.Http.SendAsync(request, TestContext.Current.CancellationToken);

        var hit = await seat.OnlyHitAsync();
        Assert.Equal("hit", hit.Text("kind"));
        Assert.Equal("metrics", hit.Text("vendor"));
        Assert.Equal("shop", hit.Text("site"));
        Assert.Equal("GET", hit.Text("method"));
        Assert.Equal(request.RequestUri!.OriginalString, hit.Text("url"));
        Assert.Equal([("v", "1"), ("en", "page_view"), ("dt", "A page"), ("z", "1")], hit.Pairs("query"));
        Assert.Equal([("a", "1"), ("b", "two")], hit.Pairs("cookies"));
        Assert.Contains(("Cookie", "a=1; b=two"), hit.Pairs("headers"));
        Assert.Equal("127.0.0.1", hit.Text("address"));
        Assert.Equal("page_view", hit.Text("event"));
        Assert.Empty(hit.GetProperty("setCookies").EnumerateArray());
        var at = DateTimeOffset.Parse(hit.Text("at")!, CultureInfo.InvariantCulture);
        Assert.EndsWith("Z", hit.Text("at"), StringComparison.Ordinal);
        Assert.InRange(at, DateTimeOffset.UtcNow.AddMinutes(-2), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.NotEmpty(hit.GetProperty("explained").EnumerateArray());
        Assert.All(hit.GetProperty("explained").EnumerateArray(), field =>
            Assert.All(
                ExplainedMembers,
                name => Assert.True(field.TryGetProperty(name, out _), $"{name} is left out of {field}")));
    }

    [Fact]
    public async Task A_hit_comes_with_the_one_account_of_it()
    {
        var seat = await Seat.NewAsync(_server);
        using var request = new HttpRequestMessage(HttpMethod.Get, _server.Url("metrics", seat.PixelPath + "?en=page_view&dt=Shoes"));
        request.Headers.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0");
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Dest", "image");
        using var reply = await _server.Http.SendAsync(request, TestContext.Current.CancellationToken);

        var account = (await seat.OnlyHitAsync()).GetProperty("account");
        Assert.Equal(("person", "image", "likely"), (account.Text("by"), account.Text("means"), account.Text("sure")));
        Assert.True(account.GetProperty("counts").GetBoolean());
        Assert.Contains("was told that you opened “Shoes”", account.Text("sentence"), StringComparison.Ordinal);
        Assert.Equal("dt", account.GetProperty("told")[0].Text("field"));
        Assert.EndsWith("“Shoes”", account.GetProperty("told")[0].Text("what"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HEAD", "check")]
    [InlineData("OPTIONS", "check")]
    public async Task Whoever_only_asks_is_kept_and_not_counted(string method, string by)
    {
        var seat = await Seat.NewAsync(_server);
        using var request = new HttpRequestMessage(new HttpMethod(method), _server.Url("metrics", seat.PixelPath + "?en=page_view"));
        using var reply = await _server.Http.SendAsync(request, TestContext.Current.CancellationToken);

        var account = (await seat.OnlyHitAsync()).GetProperty("account");
        Assert.Equal((by, false), (account.Text("by"), account.GetProperty("counts").GetBoolean()));
    }

    [Fact]
    public async Task What_each_company_was_told_is_known_with_the_hits_that_told_it()
    {
        var seat = await Seat.NewAsync(_server);
        await seat.HitAsync("?en=page_view&dt=Shoes");
        await seat.HitAsync("?en=page_view&dt=Shoes");
        var ids = (await seat.HitsAsync()).Select(hit => hit.Id());

        var known = await _server.Http.GetFromJsonAsync<JsonElement>(
            _server.Url("lab", $"/api/seats/{seat.Name}/known"), TestContext.Current.CancellationToken);
        var company = Assert.Single(known.GetProperty("companies").EnumerateArray());
        Assert.Equal(("metrics", "address"), (company.Text("vendor"), company.Text("tiedBy")));
        var title = company.GetProperty("facts")[0];
        Assert.Equal("“Shoes”", title.Text("value"));
        Assert.Equal(ids, title.GetProperty("events").EnumerateArray().Select(id => id.GetInt64()));
        Assert.All(["what", "sure", "control"], name => Assert.NotEmpty(title.Text(name)!));
    }

    [Fact]
    public async Task Events_come_oldest_first_and_page_by_page_without_gap_or_repetition()
    {
        var seat = await Seat.NewAsync(_server);
        for (var i = 0; i < 7; i++)
        {
            await seat.HitAsync(string.Create(CultureInfo.InvariantCulture, $"?n={i}"));
        }

        var events = await seat.EventsAsync(pageSize: 2);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6"], events.Select(hit => hit.Pairs("query").Single().Value));
        Assert.Equal(events.Select(one => one.Id()).Order(), events.Select(one => one.Id()));
    }

    [Theory]
    [InlineData("after=x")]
    [InlineData("after=-1")]
    [InlineData("after=99999999999999999999")]
    [InlineData("after=bcdfghjkmn.x")]
    [InlineData("after=bcdfghjkmn")]
    [InlineData("limit=0")]
    [InlineData("limit=100000")]
    [InlineData("limit=many")]
    public async Task A_question_for_events_that_makes_no_sense_is_answered_with_400(string query)
    {
        using var reply = await _server.Http.GetAsync(
            _server.Url("lab", "/api/seats/me/events?" + query), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
    }

    [Fact]
    public async Task The_end_of_the_events_keeps_its_cursor()
    {
        var seat = await Seat.NewAsync(_server);
        await seat.HitAsync();
        var last = (await _server.GetAsync($"/api/seats/{seat.Name}/events?after=0")).Text("next");
        foreach (var after in new[] { last, (await seat.OnlyHitAsync()).Id().ToString(CultureInfo.InvariantCulture) })
        {
            var page = await _server.GetAsync($"/api/seats/{seat.Name}/events?after={after}");
            Assert.Equal(last, page.Text("next"));
            Assert.Empty(page.GetProperty("events").EnumerateArray());
        }
    }

    [Fact]
    public async Task A_page_of_a_site_is_a_visit_with_pixels_planted()
    {
        var seat = await Seat.NewAsync(_server);
        using var reply = await _server.Http.GetAsync(_server.Url("shop", $"/~{seat.Name}/"), TestContext.Current.CancellationToken);
        var events = await seat.EventsAsync();
        var visit = Assert.Single(events, one => one.Text("kind") == "visit");
        Assert.Equal("shop", visit.Text("site"));
        Assert.Contains(events, one => one.Text("kind") == "planted" && one.Text("vendor") == "metrics");
    }

    [Fact]
    public async Task The_advertising_pixel_sets_its_cookies_once_and_the_analytics_pixel_never()
    {
        var seat = await Seat.NewAsync(_server);
        using var first = await _server.Http.GetAsync(_server.Url("adnet", $"/~{seat.Name}/tr?ev=PageView"), TestContext.Current.CancellationToken);
        var cookies = first.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(2, cookies.Count);

        using var request = new HttpRequestMessage(HttpMethod.Get, _server.Url("adnet", $"/~{seat.Name}/tr?ev=PageView"));
        request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => cookie.Split(';')[0])));
        using var second = await _server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.False(second.Headers.Contains("Set-Cookie"));

        var hits = await seat.HitsAsync();
        Assert.Equal(cookies, hits[0].GetProperty("setCookies").EnumerateArray().Select(cookie => cookie.GetString()));
        Assert.Empty(hits[1].GetProperty("setCookies").EnumerateArray());
    }
}

/// <summary>One lab for the tests of a class.</summary>
public class SharedLab : IAsyncLifetime
{
    /// <summary>The lab.</summary>
    public LabServer Server { get; private set; } = null!;

    /// <inheritdoc />
    public virtual async ValueTask InitializeAsync() => Server = await LabServer.StartAsync(await SettingsAsync());

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }
    }

    /// <summary>All rooms as the store has them.</summary>
    public virtual async Task<string> RoomsAsKeptAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Server.Data.FullName, "events.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT code || text FROM rooms UNION ALL SELECT seat || code FROM rooms_of_seats";
        await using var rows = await command.ExecuteReaderAsync();
        var kept = new List<string>();
        while (await rows.ReadAsync())
        {
            kept.Add(rows.GetString(0));
        }

        Assert.NotEmpty(kept);
        return string.Join('\n', kept);
    }

    /// <summary>The lab's settings. By default it keeps events and rooms in its own folder.</summary>
    private protected virtual ValueTask<(string Name, string Value)[]> SettingsAsync() => ValueTask.FromResult<(string, string)[]>([("Limits:HitsPerMinute", "0")]);
}
