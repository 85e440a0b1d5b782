using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PixelLab.Web.Tests.Rules;

namespace PixelLab.Web.Tests.Reports;

/// <summary>Invented people around a visitor, on the pages of reports alone.</summary>
public sealed class TownAroundTests(SharedLab lab) : IClassFixture<SharedLab>
{
    private const string Said = "You and 1,000 invented people.";

    private readonly LabServer _server = lab.Server;

    [Fact]
    public async Task The_visitor_is_marked_among_them_and_the_log_holds_nobody_else()
    {
        var guest = await TownGuest.ArriveAsync(_server);
        await guest.OpenAsync("shop", "/shoes/3");
        await guest.Seat.HitAsync("?en=page_view&dl=http%3A%2F%2Fshop.localhost%2Fshoes%2F3&z=v1.1");
        var events = await guest.Seat.EventsAsync();

        var page = await guest.OpenAsync("lab", "/reports/pages");

        Assert.Contains(Said, page, StringComparison.Ordinal);
        Assert.Contains("1 yours", page, StringComparison.Ordinal);
        Assert.Contains("You alone: Most opened: /shoes/3 (1).", page, StringComparison.Ordinal);
        var link = Assert.Single(Links(page), one => one.Contains("column=views", StringComparison.Ordinal));
        var behind = await guest.OpenAsync("lab", link[(guest.Seat.Name.Length + 2)..]);
        var hit = await guest.Seat.OnlyHitAsync();
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"/panel?hit={hit.Id()}\""), behind, StringComparison.Ordinal);
        Assert.Equal(1, behind.Split("/panel?hit=").Length - 1);
        Assert.Equal(events.Select(one => one.Id()), (await guest.Seat.EventsAsync()).Select(one => one.Id()));
    }

    [Fact]
    public async Task The_switch_holds_and_leads_back()
    {
        var guest = await TownGuest.ArriveAsync(_server);

        using var off = await guest.PostAsync("lab", "/town-around", HttpStatusCode.SeeOther, ("shown", "off"), ("back", "/reports/funnel?lens=pixel"));
        var alone = await guest.OpenAsync("lab", "/reports/funnel");
        using var on = await guest.PostAsync("adnet", "/town-around", HttpStatusCode.SeeOther, ("shown", ""), ("back", "/campaign"));
        var again = await guest.OpenAsync("lab", "/reports/funnel");

        Assert.EndsWith("/reports/funnel?lens=pixel", off.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Said, alone, StringComparison.Ordinal);
        Assert.Contains("Nothing yet", alone, StringComparison.Ordinal);
        Assert.EndsWith("/campaign", on.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains(Said, again, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/switches")]
    [InlineData("/reports.elsewhere")]
    [InlineData("")]
    public async Task The_switch_leads_to_no_page_but_the_reports(string back)
    {
        var guest = await TownGuest.ArriveAsync(_server);

        using var reply = await guest.PostAsync("lab", "/town-around", HttpStatusCode.SeeOther, ("shown", "off"), ("back", back));

        Assert.EndsWith($"/~{guest.Seat.Name}/reports", reply.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lab", "/town-around", "shown", "maybe")]
    [InlineData("lab", "/town-around", "else", "off")]
    [InlineData("adnet", "/campaign", "campaign", "look-again")]
    [InlineData("adnet", "/campaign", "campaign", "<script>")]
    [InlineData("adnet", "/campaign", "else", "hundred-looked")]
    public async Task A_form_that_says_nothing_known_is_refused(string host, string path, string name, string value)
    {
        var guest = await TownGuest.ArriveAsync(_server);

        using var reply = await guest.PostAsync(host, path, HttpStatusCode.BadRequest, (name, value));

        Assert.Empty(await guest.Seat.EventsAsync("setting"));
    }

    [Fact]
    public async Task Two_seats_see_the_same_people_and_the_API_tells_of_them_only_when_asked()
    {
        var (one, other) = (await Seat.NewAsync(_server), await Seat.NewAsync(_server));
        await one.HitAsync("?en=page_view&dl=http%3A%2F%2Fshop.localhost%2Fshoes&z=v1.1");

        var usual = await AnswerAsync(one, "");
        var mine = await AnswerAsync(one, "?town=on");
        var theirs = await AnswerAsync(other, "?town=on");

        Assert.Equal(1, Views(usual));
        Assert.False(usual.TryGetProperty("inventedPeople", out _));
        Assert.DoesNotContain("yours", usual.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1000, mine.GetProperty("inventedPeople").GetInt32());
        Assert.Contains("\"yours\":1", mine.GetRawText(), StringComparison.Ordinal);
        Assert.True(Views(theirs) > 100);
        Assert.Equal(Views(theirs) + 1, Views(mine));
        using var wrong = await _server.Http.GetAsync(Address(one, "?town=perhaps"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task AdNets_report_has_them_too_and_lists_the_visitors_own_sales_alone()
    {
        var guest = await TownGuest.ArriveAsync(_server);

        var page = await guest.OpenAsync("adnet", "/report");

        Assert.Contains(Said, page, StringComparison.Ordinal);
        Assert.Contains("more sales, all of invented people", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/panel?hit=", page, StringComparison.Ordinal);
    }

    private static int Views(JsonElement report) => report.GetProperty("sheet").GetProperty("headline").GetProperty("value").GetInt32();

    private static IEnumerable<string> Links(string page) => page.Split("href=\"").Skip(1)
        .Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)])
        .Where(link => link.Contains("/hits?", StringComparison.Ordinal));

    private Uri Address(Seat seat, string query) => new(_server.Url("lab", $"/api/seats/{seat.Name}/reports/pages{query}"));

    private Task<JsonElement> AnswerAsync(Seat seat, string query) =>
        _server.Http.GetFromJsonAsync<JsonElement>(Address(seat, query), TestContext.Current.CancellationToken);
}
