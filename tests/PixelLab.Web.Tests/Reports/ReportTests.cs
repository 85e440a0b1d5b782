using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PixelLab.Core.Reports;
using PixelLab.Web.Tests.Rules;

namespace PixelLab.Web.Tests.Reports;

public sealed class ReportTests(SharedLab lab) : IClassFixture<SharedLab>
{
    private const int Many = 20_000;

    private readonly LabServer _server = lab.Server;

    public static TheoryData<string> Names => [.. ReportList.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_report_of_nothing_says_what_to_do_first(string name)
    {
        var guest = await ArriveAloneAsync();

        var page = await guest.OpenAsync("lab", $"/reports/{name}");

        Assert.False((await ReportAsync(guest.Seat, name)).GetProperty("hasAnything").GetBoolean());
        Assert.Contains(ReportList.Find(name)!.First, page, StringComparison.Ordinal);
        Assert.Contains("Nothing yet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_without_a_row_says_so()
    {
        var guest = await ArriveAloneAsync();
        await AdAsync(guest.Seat, "?id=448122&ev=Purchase&cd[order_id]=o1");

        var page = await guest.OpenAsync("lab", "/reports/campaigns");

        var campaigns = page[page.IndexOf("<caption>The shop’s campaigns", StringComparison.Ordinal)..page.IndexOf("<caption>Every order", StringComparison.Ordinal)];
        Assert.Contains(">Nothing yet.</td>", campaigns, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_on_the_page_leads_to_its_hits_and_they_to_the_panel_without_a_script()
    {
        var guest = await ArriveAloneAsync();
        await HitAsync(guest.Seat, "/shoes/3", "v1");
        await HitAsync(guest.Seat, "/shoes/3", "v2");
        var hits = await guest.Seat.HitsAsync();

        var page = await guest.OpenAsync("lab", "/reports/pages");
        var link = Assert.Single(Links(page), one => one.Contains("row=%2Fshoes%2F3&column=views", StringComparison.Ordinal));
        var behind = await guest.OpenAsync("lab", link[(guest.Seat.Name.Length + 2)..]);

        Assert.Contains("Behind the number 2", behind, StringComparison.Ordinal);
        Assert.All(hits, hit => Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"/panel?hit={hit.Id()}\""), behind, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Until_gives_the_state_after_that_event()
    {
        var seat = await Seat.NewAsync(_server);
        await HitAsync(seat, "/", "v1");
        await HitAsync(seat, "/shoes", "v2");
        await HitAsync(seat, "/shoes", "v3");
        var ids = (await seat.HitsAsync()).Select(hit => hit.Id()).ToList();

        Assert.Equal(0, await ViewsAsync(ids[0] - 1));
        Assert.Equal(1, await ViewsAsync(ids[0]));
        Assert.Equal(2, await ViewsAsync(ids[1]));
        Assert.Equal(3, await ViewsAsync(ids[2]));
        Assert.Equal(3, await ViewsAsync(long.MaxValue));

        async Task<int> ViewsAsync(long until) =>
            (await ReportAsync(seat, "pages", string.Create(CultureInfo.InvariantCulture, $"?until={until}")))
                .GetProperty("headline").GetProperty("value").GetInt32();
    }

    [Fact]
    public async Task Each_number_in_the_answer_carries_the_hits_behind_it()
    {
        var seat = await Seat.NewAsync(_server);
        await HitAsync(seat, "/", "v1");
        var hit = await seat.OnlyHitAsync();

        var cell = (await ReportAsync(seat, "pages")).GetProperty("tables")[0].GetProperty("rows")[0].GetProperty("cells")[0];

        Assert.Equal(1, cell.GetProperty("value").GetInt32());
        Assert.Equal(1, cell.GetProperty("behind").GetProperty("count").GetInt32());
        Assert.Equal(hit.Id(), Assert.Single(cell.GetProperty("behind").GetProperty("events").EnumerateArray()).GetInt64());
    }

    [Theory]
    [InlineData("/api/seats/me/reports/nothing", 404)]
    [InlineData("/api/seats/NOT-A-SEAT/reports/pages", 400)]
    [InlineData("/api/seats/me/reports/pages?until=yesterday", 400)]
    [InlineData("/api/seats/me/reports/pages?until=-1", 400)]
    [InlineData("/api/seats/me/reports/pages?until=99999999999999999999", 400)]
    [InlineData("/api/seats/me/reports/funnel?lens=crystal", 400)]
    [InlineData("/api/seats/me/reports/funnel?lens=pixel", 200)]
    [InlineData("/reports", 200)]
    [InlineData("/reports/nothing", 404)]
    [InlineData("/reports/pages?until=yesterday", 404)]
    [InlineData("/reports/pages/hits", 404)]
    [InlineData("/reports/pages/hits?table=pages&row=%3Cscript%3E&column=views", 404)]
    public async Task An_address_is_answered_or_refused(string path, int status)
    {
        using var reply = await _server.Http.GetAsync(_server.Url("lab", path), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode)status, reply.StatusCode);
    }

    [Fact]
    public async Task What_hostile_hits_say_stands_in_no_page_as_markup_and_breaks_none()
    {
        var guest = await TownGuest.ArriveAsync(_server);
        const string Script = "<script>alert(1)</script>";
        await guest.Seat.HitAsync(Query("http://shop.localhost/" + Script, "v1", "&dt=" + Uri.EscapeDataString(Script) + new string('x', 4_000)));
        await guest.Seat.HitAsync(Query("http://shop.localhost/" + new string('a', 4_000), "v2", ""));
        await guest.Seat.HitAsync(Query("http://shop.localhost/", "v3", "&dr=http%3A%2F%2Fa%22%3E%3Cimg%20src%3Dx%3E&ul=" + Uri.EscapeDataString(Script)));
        await guest.Seat.HitAsync("?en=page_view&dl=no-address&z=" + new string('.', 300));
        await guest.Seat.HitAsync("?en=page_view");
        await guest.Seat.HitAsync("?en=user_engagement&_et=4294967295&z=v1.m2&dl=http%3A%2F%2Fshop.localhost%2F");
        await AdAsync(guest.Seat, "?id=448122&ev=Purchase&cd[value]=99999999999999999999&cd[currency]=%3Cb%3E&cd[content_ids]=3,3,-1,9999999999,x&dl=http%3A%2F%2Fshop.localhost%2Forder");

        foreach (var path in ReportList.All.Select(entry => $"/reports/{entry.Name}").Prepend("/reports"))
        {
            using var reply = await guest.GetAsync("lab", path);
            var page = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
            Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img src=x", page, StringComparison.OrdinalIgnoreCase);
            Assert.True(page.Length < 60_000, $"{path} has {page.Length} characters");
            foreach (var link in Links(WebUtility.HtmlDecode(page)))
            {
                using var behind = await guest.GetAsync("lab", link[(guest.Seat.Name.Length + 2)..]);
                Assert.Equal(HttpStatusCode.OK, behind.StatusCode);
                Assert.DoesNotContain(
                    "<script>alert", await behind.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Twenty_thousand_hits_are_counted_and_the_answers_stay_small()
    {
        var seat = await Seat.NewAsync(_server);
        await Parallel.ForAsync(
            0, Many, new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = TestContext.Current.CancellationToken },
            async (number, _) => await HitAsync(seat, string.Create(CultureInfo.InvariantCulture, $"/page/{number % 3_000}"), $"v{number}"));

        foreach (var entry in ReportList.All)
        {
            var text = await _server.Http.GetStringAsync(
                new Uri(_server.Url("lab", $"/api/seats/{seat.Name}/reports/{entry.Name}")), TestContext.Current.CancellationToken);
            Assert.True(text.Length < 200_000, $"{entry.Name} has {text.Length} characters");
        }

        Assert.Equal(Many, (await ReportAsync(seat, "pages")).GetProperty("headline").GetProperty("value").GetInt32());
    }

    /// <summary>Somebody whose reports show nobody else.</summary>
    private async Task<TownGuest> ArriveAloneAsync()
    {
        var guest = await TownGuest.ArriveAsync(_server);
        await guest.TurnAsync(("town.around", "off"));
        return guest;
    }

    private static string Query(string page, string view, string more) =>
        $"?en=page_view&dl={Uri.EscapeDataString(page)}&z={view}.1{more}";

    private static Task HitAsync(Seat seat, string page, string view) => seat.HitAsync(Query("http://shop.localhost" + page, view, ""));

    private static IEnumerable<string> Links(string page) => page.Split("href=\"").Skip(1)
        .Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)])
        .Where(link => link.Contains("/hits?", StringComparison.Ordinal));

    private async Task AdAsync(Seat seat, string query)
    {
        using var reply = await _server.Http.GetAsync(new Uri(_server.Url("adnet", $"/~{seat.Name}/tr{query}")));
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    private async Task<JsonElement> ReportAsync(Seat seat, string name, string query = "")
    {
        var answer = await _server.Http.GetFromJsonAsync<JsonElement>(
            new Uri(_server.Url("lab", $"/api/seats/{seat.Name}/reports/{name}{query}")), TestContext.Current.CancellationToken);
        Assert.Equal(name, answer.Text("name"));
        return answer.GetProperty("sheet");
    }
}
