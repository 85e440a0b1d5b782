using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PixelLab.Core.Population;
using PixelLab.Core.Reports;
using PixelLab.Core.Rules;

namespace PixelLab.Web.Tests.Population;

public sealed class PopulationRunTests(SharedLab lab) : IClassFixture<SharedLab>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_run_ends_with_the_three_lenses_and_is_the_same_for_the_same_seed()
    {
        var one = await DoneAsync(await Seat.NewAsync(lab.Server), new { what = "score", people = 50, days = 2, seed = 4 });
        var other = await DoneAsync(await Seat.NewAsync(lab.Server), new { what = "score", people = 50, days = 2, seed = 4 });

        Assert.Equal("done", one.Text("state"));
        Assert.Equal(["pixel", "cookie", "both"], one.GetProperty("result").GetProperty("lenses").EnumerateArray().Select(lens => lens.Text("lens")));
        Assert.Equal(one.GetProperty("result").ToString(), other.GetProperty("result").ToString());
    }

    [Fact]
    public async Task A_curve_has_eleven_points_from_nobody_to_everybody()
    {
        var run = await DoneAsync(
            await Seat.NewAsync(lab.Server), new { what = "curve", along = "cookiesBlocked", people = 30, days = 1, seed = 4 });

        Assert.Equal(
            [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
            run.GetProperty("curve").EnumerateArray().Select(point => point.GetProperty("share").GetDouble()));
    }

    [Fact]
    public async Task A_real_walk_leaves_real_hits_with_invented_addresses_in_a_fresh_seat()
    {
        var seat = await Seat.NewAsync(lab.Server);
        var run = await DoneAsync(seat, new
        {
            what = "walk",
            people = 4,
            days = 1,
            seed = 3,
            shares = new Dictionary<string, double> { ["blockers"] = 0, ["cookiesBlocked"] = 0 },
        });

        Assert.Equal("done", run.Text("state"));
        Assert.Empty(await seat.HitsAsync());
        var walked = run.GetProperty("walk").Text("seat");
        var page = await lab.Server.Http.GetFromJsonAsync<JsonElement>(lab.Server.Url("lab", $"/api/seats/{walked}/events?limit=1000"), Ends);
        var hits = page.GetProperty("events").EnumerateArray().Where(one => one.Text("kind") == "hit").ToList();
        Assert.NotEmpty(hits);
        Assert.All(hits, hit => Assert.Contains("emulated", hit.Notes()));
        Assert.All(hits, hit => Assert.NotEqual("127.0.0.1", hit.Text("address")));
        Assert.Contains(hits, hit => hit.Pairs("cookies").Any(cookie => cookie.Name == "anid"));
        Assert.Contains(hits, hit => hit.Text("event") == "page_view" && hit.Text("vendor") == "metrics");
    }

    [Fact]
    public async Task A_real_walk_sends_what_scripts_send_and_opens_mail()
    {
        var run = await DoneAsync(await Seat.NewAsync(lab.Server), new
        {
            what = "walk",
            people = 12,
            days = 1,
            seed = 3,
            shares = new Dictionary<string, double> { ["blockers"] = 0, ["cookiesBlocked"] = 0, ["mailRelay"] = 0.5 },
        });

        Assert.Equal("done", run.Text("state"));
        var events = await EventsAsync(run.GetProperty("walk").Text("seat")!);
        var hits = events.Where(one => one.Text("kind") == "hit").Select(one => one.Text("event")).ToHashSet();
        foreach (var kind in new[] { "page_view", "scroll", "user_engagement", "ad_request", "ad_impression", "ad_viewable", "email_open" })
        {
            Assert.Contains(kind, hits);
        }

        Assert.Contains(events, one => one.Text("kind") == "hit" && one.Text("event") == "user_engagement" && one.Text("method") == "POST");

        // The links that the plan lets people follow, by whichever road it is walked; an ad leads to no more than a button.
        var clicks = events.Where(one => one.Text("kind") == "hit" && one.Text("event") == "click").ToList();
        var plan = new PopulationPlan { People = 12, Days = 1, Seed = 3 };
        Assert.Equal(
            DayPlanner.Plan(plan, Inhabitants.Of(plan), 0).Select(PageLink.Of).Select(link => link?.Path).OfType<string>().Order(StringComparer.Ordinal),
            clicks.SelectMany(click => click.Pairs("query")).Where(pair => pair.Name == "ep.link_url")
                .Select(pair => new Uri(pair.Value).AbsolutePath.Split('/', 3)[2]).Select(path => "/" + path).Order(StringComparer.Ordinal));
        Assert.All(clicks, click => Assert.Equal("POST", click.Text("method")));

        Assert.Contains(events, one => one.Text("kind") == "mail" && one.Text("how") == "opened");
        Assert.Contains(events, one => one.Text("kind") == "mail" && one.Text("how") == "prefetched");

        var opens = run.GetProperty("result").GetProperty("opens");
        var believed = events.Where(one => one.Text("event") == "email_open" && one.Text("kind") == "hit").Select(one => one.Text("url")).Distinct().Count();
        Assert.Equal(believed, opens.GetProperty("believed").GetInt32());
        Assert.True(opens.GetProperty("overCounted").GetInt32() > 0, "A relay fetches what nobody opens.");
    }

    [Fact]
    public async Task A_kept_town_fills_every_report_and_each_number_opens_the_hits_behind_it()
    {
        var run = await DoneAsync(await Seat.NewAsync(lab.Server), new
        {
            what = "keep",
            people = 300,
            days = 4,
            seed = 3,
            shares = new Dictionary<string, double> { ["blockers"] = 0, ["cookiesBlocked"] = 0 },
        });

        Assert.Equal("done", run.Text("state"));
        var seat = run.GetProperty("walk").Text("seat")!;
        foreach (var report in ReportList.All)
        {
            var sheet = (await ReportAsync(seat, report.Name)).GetProperty("sheet");
            Assert.True(sheet.GetProperty("hasAnything").GetBoolean(), report.Name);
            var plot = sheet.GetProperty("plot");
            var table = sheet.GetProperty("tables").EnumerateArray().Single(one => one.Text("key") == plot.Text("table"));
            Assert.Contains(
                table.GetProperty("rows").EnumerateArray().SelectMany(row => row.GetProperty("cells").EnumerateArray()),
                cell => cell.GetProperty("behind").GetProperty("events").GetArrayLength() > 0);
        }

        // The numbers that the log gave: a click's id leads back to the click.
        var orders = (await ReportAsync(seat, "campaigns")).GetProperty("sheet").GetProperty("tables").EnumerateArray().Single(one => one.Text("key") == "orders");
        var byClick = orders.GetProperty("rows").EnumerateArray().Single(row => row.Text("key") == "click-id").GetProperty("cells")[0].GetProperty("behind");
        Assert.NotEqual(0, byClick.GetProperty("count").GetInt32());
        var sale = await lab.Server.Http.GetFromJsonAsync<JsonElement>(
            lab.Server.Url("lab", $"/api/seats/{seat}/events/{byClick.GetProperty("events")[0].GetInt64()}"), Ends);
        Assert.Contains("ev=Purchase", sale.ToString(), StringComparison.Ordinal);

        // Nobody waits for the pixels of simulated days.
        Assert.DoesNotContain(await EventsAsync(seat), one => one.Text("kind") == "missing" && one.Text("witness") == "server");

        var compare = await lab.Server.Http.GetFromJsonAsync<JsonElement>(lab.Server.Url("lab", $"/api/seats/{seat}/compare"), Ends);
        Assert.Equal(300, compare.GetProperty("state").GetProperty("people").GetInt32());

        // Opened as a replay, its events have other numbers once more; the network claims the same sales for the same reasons.
        Assert.Equal(await FirstCellsAsync(seat, "campaigns", "orders"), await FirstCellsAsync(await ReopenedAsync(seat), "campaigns", "orders"));
    }

    [Fact]
    public async Task A_curve_can_follow_the_kinds_of_banner()
    {
        var run = await DoneAsync(await Seat.NewAsync(lab.Server), new { what = "curve", along = "regime", people = 30, days = 1, seed = 4 });

        var labels = run.GetProperty("curve").EnumerateArray().Select(point => point.Text("label")!).ToList();
        Assert.Equal(Regimes.All.Count(), labels.Count);
        Assert.All(labels, Assert.NotEmpty);
    }

    [Fact]
    public async Task The_more_relays_the_more_messages_are_believed_open()
    {
        var run = await DoneAsync(await Seat.NewAsync(lab.Server), new { what = "curve", along = "mailRelay", people = 200, days = 1, seed = 4 });

        var opens = run.GetProperty("curve").EnumerateArray().Select(point => point.GetProperty("opens")).ToList();
        Assert.Equal(0, opens[0].GetProperty("overCounted").GetInt32());
        Assert.Equal(opens[^1].GetProperty("sent").GetInt32(), opens[^1].GetProperty("believed").GetInt32());
        Assert.Single(opens.Select(one => one.GetProperty("opened").GetInt32()).Distinct());
    }

    [Fact]
    public async Task One_run_a_seat_and_it_can_be_cancelled()
    {
        var seat = await Seat.NewAsync(lab.Server);
        var long1 = await BeginAsync(seat, new { what = "score", people = 10_000, days = 30, seed = 1 });
        var id = (await long1.Content.ReadFromJsonAsync<JsonElement>(Ends)).Text("id");

        using var second = await BeginAsync(seat, new { what = "score", people = 10, days = 1, seed = 1 });
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);

        using var cancelled = await lab.Server.Http.PostAsync(Runs(seat, $"/{id}/cancel"), null, Ends);
        Assert.Equal(HttpStatusCode.OK, cancelled.StatusCode);
        Assert.Equal("cancelled", (await WatchAsync(seat, id!)).Text("state"));
        long1.Dispose();
    }

    [Fact]
    public async Task Another_seat_does_not_see_a_run()
    {
        var run = await DoneAsync(await Seat.NewAsync(lab.Server), new { what = "score", people = 1, days = 1, seed = 1 });
        var other = await Seat.NewAsync(lab.Server);

        using var reply = await lab.Server.Http.GetAsync(Runs(other, $"/{run.Text("id")}"), Ends);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Theory]
    [InlineData("{\"what\":\"score\",\"people\":10001,\"days\":1}")]
    [InlineData("{\"what\":\"score\",\"people\":1,\"days\":0}")]
    [InlineData("{\"what\":\"keep\",\"people\":1000,\"days\":2}")]
    [InlineData("{\"what\":\"walk\",\"people\":201,\"days\":1}")]
    [InlineData("{\"what\":\"walk\",\"people\":1,\"days\":4}")]
    [InlineData("{\"what\":\"curve\",\"people\":1,\"days\":1,\"along\":\"moon\"}")]
    [InlineData("{\"what\":\"score\",\"people\":1,\"days\":1,\"shares\":{\"blockers\":7}}")]
    [InlineData("{\"what\":\"score\",\"people\":1,\"days\":1,\"shares\":{\"moon\":0}}")]
    [InlineData("{\"what\":\"score\",\"people\":1,\"days\":1,\"regime\":\"moon\"}")]
    [InlineData("{\"what\":\"score\",\"people\":\"many\"}")]
    [InlineData("not json")]
    public async Task What_is_no_plan_is_refused_with_a_sentence(string body)
    {
        var seat = await Seat.NewAsync(lab.Server);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var reply = await lab.Server.Http.PostAsync(Runs(seat, ""), content, Ends);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.EndsWith(".", (await reply.Content.ReadFromJsonAsync<JsonElement>(Ends)).Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_page_can_begin_no_run()
    {
        var seat = await Seat.NewAsync(lab.Server);
        using var request = new HttpRequestMessage(HttpMethod.Post, Runs(seat, ""))
        {
            Content = JsonContent.Create(new { what = "score", people = 1, days = 1 }),
        };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var reply = await lab.Server.Http.SendAsync(request, Ends);

        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
    }

    private async Task<IReadOnlyList<string>> FirstCellsAsync(string seat, string report, string table) =>
    [
        .. (await ReportAsync(seat, report)).GetProperty("sheet").GetProperty("tables").EnumerateArray().Single(one => one.Text("key") == table)
            .GetProperty("rows").EnumerateArray().Select(row => $"{row.Text("key")}: {row.GetProperty("cells")[0].GetProperty("value")}"),
    ];

    private async Task<string> ReopenedAsync(string seat)
    {
        var replay = await lab.Server.Http.GetByteArrayAsync(lab.Server.Url("lab", $"/api/seats/{seat}/export?format=json"), Ends);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(replay), "replay", "replay.json" } };
        using var reply = await lab.Server.Http.PostAsync(lab.Server.Url("lab", "/replay"), form, Ends);
        Assert.Equal(HttpStatusCode.SeeOther, reply.StatusCode);
        return reply.Headers.Location!.OriginalString.Split('~')[1].Split('/')[0];
    }

    private async Task<JsonElement> ReportAsync(string seat, string name) =>
        await lab.Server.Http.GetFromJsonAsync<JsonElement>(lab.Server.Url("lab", $"/api/seats/{seat}/reports/{name}"), Ends);

    private async Task<List<JsonElement>> EventsAsync(string seat)
    {
        List<JsonElement> events = [];
        while (true)
        {
            var after = events.Count == 0 ? 0 : events[^1].GetProperty("id").GetInt64();
            var page = await lab.Server.Http.GetFromJsonAsync<JsonElement>(
                lab.Server.Url("lab", $"/api/seats/{seat}/events?limit=1000&after={after}"), Ends);
            var some = page.GetProperty("events").EnumerateArray().ToList();
            if (some.Count == 0)
            {
                return events;
            }

            events.AddRange(some);
        }
    }

    private static CancellationToken Ends => TestContext.Current.CancellationToken;

    private string Runs(Seat seat, string rest) => lab.Server.Url("lab", $"/~{seat.Name}/population/runs{rest}");

    private async Task<HttpResponseMessage> BeginAsync(Seat seat, object plan)
    {
        // A body of known length, as browsers send it.
        var content = new StringContent(JsonSerializer.Serialize(plan), Encoding.UTF8, "application/json");
        return await lab.Server.Http.PostAsync(Runs(seat, ""), content, Ends);
    }

    /// <summary>Begins a run and waits until it ends.</summary>
    private async Task<JsonElement> DoneAsync(Seat seat, object plan)
    {
        using var begun = await BeginAsync(seat, plan);
        Assert.Equal(HttpStatusCode.Accepted, begun.StatusCode);
        return await WatchAsync(seat, (await begun.Content.ReadFromJsonAsync<JsonElement>(Ends)).Text("id")!);
    }

    private async Task<JsonElement> WatchAsync(Seat seat, string id)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var run = await lab.Server.Http.GetFromJsonAsync<JsonElement>(Runs(seat, $"/{id}"), patience.Token);
            if (run.Text("state") != "running")
            {
                return run;
            }

            await Task.Yield();
        }
    }
}
