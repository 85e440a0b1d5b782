using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using PixelLab.Core.Events;
using PixelLab.Web.Tests.Nodes;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>The reports and the trackers' views over a whole room, and that they are its instructor's alone.</summary>
public abstract class RoomOverviewTests(SharedLab lab)
{
    private const string Behind = "/reports/pages/hits?lens=both&table=pages&row=%2Fshoes%2F3&column=views";

    private readonly LabServer _server = lab.Server;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_counts_every_seat_of_the_room_and_no_other()
    {
        var (room, first, second) = await OpenWithTwoAsync();
        var other = await TaughtRoom.OpenAsync(_server);
        var stranger = await other.JoinAsync();
        await other.LookAsync(stranger.Seat);
        await room.LookAsync(first.Seat);

        Assert.Equal(1, await PageViewsAsync(room));
        await room.LookAsync(second.Seat);

        Assert.Equal(2, await PageViewsAsync(room));
        Assert.Equal(1, await PageViewsAsync(other));
    }

    [Theory]
    [InlineData("pixel", 1)]
    [InlineData("cookie", 2)]
    public async Task Students_behind_one_address_are_one_visitor_to_whoever_has_no_cookies(string lens, int visitors)
    {
        var (room, first, second) = await OpenWithTwoAsync();
        await room.LookAsync(first.Seat, "one");
        await room.LookAsync(second.Seat, "two");

        var report = await room.ReadAsync($"reports/funnel?lens={lens}");

        var product = report.GetProperty("sheet").GetProperty("tables")[0].GetProperty("rows").EnumerateArray().Single(row => row.Text("key") == "product");
        Assert.Equal(visitors, product.GetProperty("cells")[0].GetProperty("value").GetInt32());
    }

    [Fact]
    public async Task A_number_opens_the_hits_behind_it_with_names_and_without_seats()
    {
        var (room, first, second) = await OpenWithTwoAsync();
        await room.LookAsync(first.Seat);
        await room.LookAsync(second.Seat);

        var page = await TextAsync(room, Behind);
        var wall = await TextAsync(room, Behind + "&projected=true");

        Assert.Contains(first.Name, page, StringComparison.Ordinal);
        Assert.Contains(second.Name, page, StringComparison.Ordinal);
        Assert.Contains("Student 1", wall, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Name, wall, StringComparison.Ordinal);
        foreach (var seat in new[] { first.Seat, second.Seat })
        {
            Assert.DoesNotContain(seat, page, StringComparison.Ordinal);
            Assert.DoesNotContain(seat, wall, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_hit_of_the_room_opens_and_none_of_another_does()
    {
        var (room, first, _) = await OpenWithTwoAsync();
        var (other, theirs, _) = await OpenWithTwoAsync();
        await room.LookAsync(first.Seat);
        await other.LookAsync(theirs.Seat);
        var own = (await room.EventsAsync(first.Seat))[0].Id();
        var foreign = (await other.EventsAsync(theirs.Seat))[0].Id();

        Assert.Equal(own, (await room.ReadAsync($"hits/{own}")).Id());
        using var refused = await room.GetAsync($"hits/{foreign}");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using var wall = await room.GetAsync($"hits/{own}?projected=true");
        var text = await wall.Content.ReadAsStringAsync(Cancellation);
        Assert.DoesNotContain(first.Seat, text, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reports/pages")]
    [InlineData("hits/1")]
    [InlineData("compare")]
    [InlineData("/reports")]
    [InlineData("/reports/pages")]
    [InlineData(Behind)]
    public async Task Nothing_is_told_to_another_key_nor_to_a_students_seat(string path)
    {
        var (room, first, second) = await OpenWithTwoAsync();
        var other = await TaughtRoom.OpenAsync(_server);
        await room.LookAsync(first.Seat);

        foreach (var key in new[] { "guess", other.Key, first.Seat, second.Seat, room.Code })
        {
            using var reply = await room.GetAsync(path, key);
            Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        }

        // Without any key: the API refuses, a page is an empty frame.
        using var bare = await room.GetAsync(path, "");
        var text = await bare.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(path.StartsWith('/') ? HttpStatusCode.OK : HttpStatusCode.Forbidden, bare.StatusCode);
        Assert.DoesNotContain("shoes/3</", text, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Name, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_room_that_is_not_there_looks_like_one_with_another_key()
    {
        var room = await TaughtRoom.OpenAsync(_server);
        using var wrong = await room.GetAsync("compare", "guess");
        await room.EndAsync();
        using var gone = await room.GetAsync("compare");

        Assert.Equal(HttpStatusCode.Forbidden, gone.StatusCode);
        Assert.Equal(await DetailAsync(wrong), await DetailAsync(gone));
    }

    [Fact]
    public async Task The_comparison_holds_each_tracker_against_the_truth()
    {
        var (room, first, second) = await OpenWithTwoAsync();
        foreach (var (seat, cookie) in new[] { (first.Seat, "one"), (second.Seat, "two"), (first.Seat, "one"), (second.Seat, "two") })
        {
            await room.LookAsync(seat, cookie);
        }

        var view = await room.ReadAsync("compare");
        var wall = await room.ReadAsync("compare?projected=true");

        var lenses = view.GetProperty("lenses").EnumerateArray().ToDictionary(lens => lens.Text("lens")!);
        Assert.Equal((2, 8), (view.GetProperty("students").GetArrayLength(), view.GetProperty("hits").GetInt32()));
        Assert.Equal((1, 2), (lenses["pixel"].GetProperty("visitors").GetInt32(), lenses["pixel"].GetProperty("mixed").GetInt32()));
        Assert.Equal((2, 2), (lenses["cookie"].GetProperty("visitors").GetInt32(), lenses["cookie"].GetProperty("known").GetInt32()));
        Assert.Contains("2 students for 1 visitor, since the whole class has one address", lenses["pixel"].Text("sentence")!, StringComparison.Ordinal);
        Assert.Contains(first.Name, view.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(first.Name, wall.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(first.Seat, view.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_is_in_no_number_any_more()
    {
        var (room, leaving, staying) = await OpenWithTwoAsync();
        await room.LookAsync(leaving.Seat);
        await room.LookAsync(staying.Seat);
        Assert.Equal(2, await PageViewsAsync(room));

        using var left = await _server.Http.DeleteAsync(_server.Url("lab", $"/api/seats/{leaving.Seat}/room"), Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        Assert.Equal(1, await PageViewsAsync(room));
        Assert.Equal(1, (await room.ReadAsync("compare")).GetProperty("students").GetArrayLength());
    }

    [Fact]
    public async Task The_pulse_tells_of_the_rooms_events_and_ends_with_the_room()
    {
        var (room, first, _) = await OpenWithTwoAsync();
        await room.LookAsync(first.Seat);
        await using var hub = await room.ConnectAsync();
        await using var pulse = hub.StreamAsync<string>("Pulse", room.Code, room.Key, "0", Cancellation).GetAsyncEnumerator(Cancellation);

        Assert.True(await pulse.MoveNextAsync());
        Assert.True(Cursor.TryParse(pulse.Current, out var known));
        Assert.True(known.Id >= (await room.EventsAsync(first.Seat))[^1].Id());
        await room.LookAsync(first.Seat);
        Assert.True(await pulse.MoveNextAsync());
        await room.EndAsync();
        while (await pulse.MoveNextAsync())
        {
            // What was under way as the room ended.
        }
    }

    [Fact]
    public async Task The_pulse_is_the_instructors_alone()
    {
        var (room, first, _) = await OpenWithTwoAsync();
        await using var hub = await room.ConnectAsync();

        foreach (var key in new[] { "", "guess", first.Seat })
        {
            var refused = await Assert.ThrowsAsync<HubException>(async () =>
            {
                await foreach (var _ in hub.StreamAsync<string>("Pulse", room.Code, key, "0", Cancellation))
                {
                    break;
                }
            });
            Assert.Contains("not its key", refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("reports/nothing", HttpStatusCode.NotFound)]
    [InlineData("reports/pages?lens=magic", HttpStatusCode.BadRequest)]
    [InlineData("reports/pages?people=everybody", HttpStatusCode.BadRequest)]
    [InlineData("/reports/nothing", HttpStatusCode.NotFound)]
    [InlineData("/reports/pages?lens=magic", HttpStatusCode.NotFound)]
    [InlineData("/reports/pages/hits?table=x&row=%3Cscript%3E&column=views", HttpStatusCode.OK)]
    public async Task A_view_that_is_none_says_so(string path, HttpStatusCode status)
    {
        var room = await TaughtRoom.OpenAsync(_server);

        using var reply = await room.GetAsync(path);

        Assert.Equal(status, reply.StatusCode);
        Assert.DoesNotContain("<script>", await reply.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private async Task<(TaughtRoom Room, (string Seat, string Name) First, (string Seat, string Name) Second)> OpenWithTwoAsync()
    {
        var room = await TaughtRoom.OpenAsync(_server);
        return (room, await room.JoinAsync(), await room.JoinAsync());
    }

    private static async Task<int> PageViewsAsync(TaughtRoom room)
    {
        var value = (await room.ReadAsync("reports/pages")).GetProperty("sheet").GetProperty("headline").GetProperty("value");
        return value.ValueKind == JsonValueKind.Null ? 0 : value.GetInt32();
    }

    private static async Task<string?> DetailAsync(HttpResponseMessage refusal) =>
        (await refusal.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).Text("detail");

    private static async Task<string> TextAsync(TaughtRoom room, string path)
    {
        using var reply = await room.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return await reply.Content.ReadAsStringAsync(Cancellation);
    }
}

/// <summary>With rooms in the lab's own folder.</summary>
public sealed class FileRoomOverviewTests(SharedLab lab) : RoomOverviewTests(lab), IClassFixture<SharedLab>;

/// <summary>With rooms on a Redis server.</summary>
public sealed class RedisRoomOverviewTests(RedisLab lab) : RoomOverviewTests(lab), IClassFixture<RedisLab>;
