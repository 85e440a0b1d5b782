using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PixelLab.Web.Tests.Compare;

public sealed class CompareTests(SharedLab lab) : IClassFixture<SharedLab>
{
    private readonly LabServer _server = lab.Server;

    [Fact]
    public async Task The_state_after_an_earlier_event_is_had_by_the_number_of_events()
    {
        var seat = await Seat.NewAsync(_server);
        await seat.HitAsync("?en=page_view&z=v1.1");
        await seat.HitAsync("?en=page_view&z=v2.1");

        var now = await CompareAsync(seat);
        var then = await CompareAsync(seat, "?events=1");
        var start = await CompareAsync(seat, "?events=0");

        Assert.Equal((2, 2), (now.GetProperty("state").GetProperty("hits").GetInt32(), now.GetProperty("total").GetInt32()));
        Assert.Equal((1, 2), (then.GetProperty("state").GetProperty("hits").GetInt32(), then.GetProperty("total").GetInt32()));
        Assert.True(then.TryGetProperty("next", out _));
        Assert.Equal(0, start.GetProperty("state").GetProperty("hits").GetInt32());
    }

    [Fact]
    public async Task Going_back_and_forth_in_time_gives_the_same_states()
    {
        var seat = await Seat.NewAsync(_server);
        for (var i = 0; i < 5; i++)
        {
            await seat.HitAsync($"?en=page_view&z=v{i}.1");
        }

        var there = new List<string>();
        var back = new List<string>();
        for (var i = 0; i <= 5; i++)
        {
            there.Add((await CompareAsync(seat, $"?events={i}")).GetProperty("state").GetRawText());
            back.Insert(0, (await CompareAsync(seat, $"?events={5 - i}")).GetProperty("state").GetRawText());
        }

        Assert.Equal(there, back);
    }

    [Fact]
    public async Task What_can_be_tried_names_the_place_where_it_is_done()
    {
        var view = await CompareAsync(await Seat.NewAsync(_server));

        var places = view.GetProperty("experiments").EnumerateArray().ToDictionary(one => one.GetProperty("name").GetString()!, one => one.GetProperty("place").GetString());
        Assert.Equal(("Fernweh Outdoor", "the switches"), (places["come_back"], places["clear_cookies"]));
    }

    [Theory]
    [InlineData("/compare?events=-1")]
    [InlineData("/compare?events=many")]
    [InlineData("/pairs?a=1")]
    public async Task A_question_that_makes_no_sense_is_refused(string path)
    {
        var seat = await Seat.NewAsync(_server);

        using var reply = await _server.Http.GetAsync(_server.Url("lab", $"/api/seats/{seat.Name}{path}"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
    }

    [Fact]
    public async Task Two_hits_stand_side_by_side()
    {
        var seat = await Seat.NewAsync(_server);
        await seat.HitAsync("?en=page_view&z=v1.1");
        await seat.HitAsync("?en=scroll&z=v1.2");
        var ids = (await seat.HitsAsync()).Select(hit => hit.GetProperty("id").GetInt64()).ToArray();

        var pair = await _server.Http.GetFromJsonAsync<JsonElement>(
            _server.Url("lab", $"/api/seats/{seat.Name}/pairs?a={ids[0]}&b={ids[1]}"), TestContext.Current.CancellationToken);

        var part = pair.GetProperty("parts").EnumerateArray().Single(one => one.GetProperty("name").GetString() == "en");
        Assert.Equal(("page_view", "scroll", "different"),
            (part.GetProperty("left").GetString(), part.GetProperty("right").GetString(), part.GetProperty("verdict").GetString()));
    }

    [Fact]
    public async Task A_pair_reaches_into_no_other_seat()
    {
        var seat = await Seat.NewAsync(_server);
        var other = await Seat.NewAsync(_server);
        await seat.HitAsync();
        await other.HitAsync();
        var own = (await seat.HitsAsync())[0].GetProperty("id").GetInt64();
        var theirs = (await other.HitsAsync())[0].GetProperty("id").GetInt64();

        using var reply = await _server.Http.GetAsync(_server.Url("lab", $"/api/seats/{seat.Name}/pairs?a={own}&b={theirs}"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Fact]
    public async Task Only_what_is_on_the_table_can_be_tried()
    {
        var seat = await Seat.NewAsync(_server);

        using var good = await StartAsync(seat, "come_back");
        using var bad = await StartAsync(seat, "<script>");

        Assert.Equal(HttpStatusCode.NoContent, good.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        Assert.Equal("come_back", (await CompareAsync(seat)).GetProperty("state").GetProperty("trying").GetString());
    }

    private Task<HttpResponseMessage> StartAsync(Seat seat, string experiment) => _server.Http.PostAsJsonAsync(
        _server.Url("lab", $"/api/seats/{seat.Name}/experiments"), new { experiment });

    private Task<JsonElement> CompareAsync(Seat seat, string query = "") => _server.Http.GetFromJsonAsync<JsonElement>(
        _server.Url("lab", $"/api/seats/{seat.Name}/compare{query}"));
}
