using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using PixelLab.Web.Tests.Nodes;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>Every road from one seat into another and from one room into another: none of them leads there.</summary>
public abstract class RoomRoadsTests(SharedLab lab) : RoomTest
{
    private const string Slug = "what-a-tracking-pixel-is";

    protected override LabServer Server => lab.Server;

    [Theory]
    [InlineData("GET", "/export")]
    [InlineData("GET", "/progress")]
    [InlineData("GET", $"/lessons/{Slug}")]
    [InlineData("DELETE", "")]
    public async Task The_key_of_one_room_opens_nothing_of_another(string method, string path)
    {
        var mine = await OpenAsync();
        var other = await OpenAsync();
        var theirs = await JoinAsync(other.Code);
        await HitAsync(theirs.Seat);

        foreach (var key in new[] { mine.Key, other.Key.ToUpperInvariant(), other.Key[..^1], theirs.Seat, other.Code })
        {
            using var reply = await SendAsync(new HttpMethod(method), $"/api/rooms/{other.Code}{path}", key);
            Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
            Assert.DoesNotContain(theirs.Seat, await reply.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        Assert.Single(await EventsAsync(theirs.Seat));
    }

    [Fact]
    public async Task A_room_that_is_not_there_answers_as_one_whose_key_is_wrong()
    {
        var room = await OpenAsync();

        using var wrong = await SendAsync(HttpMethod.Get, $"/api/rooms/{room.Code}/progress", "guess");
        using var none = await SendAsync(HttpMethod.Get, "/api/rooms/AAAAAA/progress", "guess");

        Assert.Equal(
            (wrong.StatusCode, await DetailAsync(wrong)), (none.StatusCode, await DetailAsync(none)));
    }

    [Theory]
    [InlineData("spotlight")]
    [InlineData("remove")]
    public async Task An_instructor_does_nothing_to_a_seat_outside_the_room(string action)
    {
        var room = await OpenAsync();
        var other = await OpenAsync();
        var theirs = await JoinAsync(other.Code);
        var alone = await Seat.NewAsync(Server);
        await HitAsync(theirs.Seat);
        await alone.HitAsync("?en=page_view");

        foreach (var (seat, hits) in new[] { (theirs.Seat, await EventsAsync(theirs.Seat)), (alone.Name, await EventsAsync(alone.Name)) })
        {
            using var reply = await ActAsync(
                room.Code, room.Key, new { @do = action, seat, @event = hits[0].GetProperty("id").GetInt64() });
            Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
            Assert.Single(await EventsAsync(seat));
        }
    }

    [Fact]
    public async Task A_hit_goes_on_the_screens_only_under_the_seat_that_it_is_of()
    {
        var room = await OpenAsync();
        var other = await OpenAsync();
        var mine = await JoinAsync(room.Code);
        var theirs = await JoinAsync(other.Code);
        await HitAsync(theirs.Seat);

        using var reply = await ActAsync(
            room.Code, room.Key, new { @do = "spotlight", seat = mine.Seat, @event = await OnlyHitAsync(theirs.Seat) });

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
    }

    [Fact]
    public async Task What_is_done_to_one_room_is_not_done_to_another()
    {
        var room = await OpenAsync();
        var other = await OpenAsync();
        var theirs = await JoinAsync(other.Code);
        await HitAsync(theirs.Seat);
        await JoinAsync(room.Code);

        foreach (var action in new object[]
                 {
                     new { @do = "freeze" }, Question, new { @do = "send", host = "shop", path = "/" },
                     new { @do = "switch", name = "blocker", value = "on" }, new { @do = "lesson", lesson = Slug }, new { @do = "reset" },
                 })
        {
            using var done = await ActAsync(room.Code, room.Key, action);
            Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        }

        using var ended = await SendAsync(HttpMethod.Delete, $"/api/rooms/{room.Code}", room.Key);
        await using var hub = await ConnectAsync();
        var view = await FirstAsync<JsonElement>(hub, "Attend", theirs.Seat);
        Assert.False(view.GetProperty("isFrozen").GetBoolean());
        Assert.False(view.TryGetProperty("poll", out _));
        Assert.False(view.TryGetProperty("sent", out _));
        Assert.Empty(view.GetProperty("switched").EnumerateArray());
        Assert.Equal("hit", Assert.Single(await EventsAsync(theirs.Seat)).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task An_event_of_another_seat_is_found_by_neither_its_id_nor_a_cursor()
    {
        var room = await OpenAsync();
        var mine = await JoinAsync(room.Code);
        var neighbour = await JoinAsync(room.Code);
        await HitAsync(neighbour.Seat);
        var id = await OnlyHitAsync(neighbour.Seat);

        using var byId = await SendAsync(HttpMethod.Get, $"/api/seats/{mine.Seat}/events/{id}", "");
        using var byLink = await SendAsync(HttpMethod.Get, $"/~{mine.Seat}/panel?hit={id}", "");
        var before = await Server.Http.GetFromJsonAsync<JsonElement>(
            Server.Url("lab", $"/api/seats/{mine.Seat}/events?after={id - 1}"), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, byId.StatusCode);
        Assert.DoesNotContain(neighbour.Seat, await byLink.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Empty(before.GetProperty("events").EnumerateArray());
    }

    [Fact]
    public async Task A_guessed_seat_gives_nothing_over_the_hubs_but_what_is_its_own()
    {
        var room = await OpenAsync();
        var student = await JoinAsync(room.Code);
        await HitAsync(student.Seat);
        await using var rooms = await ConnectAsync();

        foreach (var guess in new[] { student.Seat[..^1], student.Seat + "2", new string([.. student.Seat.Reverse()]) })
        {
            await Assert.ThrowsAsync<HubException>(() => FirstAsync<JsonElement>(rooms, "Attend", guess));
            await using var following = await Following.BeginAsync(Server, "/live", "Follow", guess, "");
            await HitAsync(guess);
            Assert.Equal(guess, (await following.ShowsAsync(_ => true)).Text("seat"));
        }

        foreach (var nonsense in new[] { "", "*", "%", "?", student.Seat.ToUpperInvariant(), student.Seat + "*", "../" + student.Seat, $"{student.Seat},{student.Seat}" })
        {
            await Assert.ThrowsAsync<HubException>(() => FirstAsync<JsonElement>(rooms, "Attend", nonsense));
            await using var following = await Following.BeginAsync(Server, "/live", "Follow", nonsense, "");
            Assert.Contains("A seat is", await following.BreaksOffAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/room")]
    [InlineData("/live")]
    public async Task A_page_outside_the_lab_opens_no_hub(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Server.Url("lab", path + "/negotiate?negotiateVersion=1"));
        request.Headers.Add("Origin", "https://elsewhere.example");
        using var reply = await Server.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
    }

    [Fact]
    public async Task A_replay_lands_in_a_seat_of_its_own_whatever_seat_it_names()
    {
        var room = await OpenAsync();
        var mine = await JoinAsync(room.Code);
        var neighbour = await JoinAsync(room.Code);
        await HitAsync(mine.Seat);
        var replay = await Server.Http.GetStringAsync(Server.Url("lab", $"/api/seats/{mine.Seat}/export"), Cancellation);
        var aimed = replay.Replace(mine.Seat, neighbour.Seat, StringComparison.Ordinal);

        using var form = new MultipartFormDataContent { { new StringContent(aimed), "replay", "replay.json" } };
        using var reply = await Server.Http.PostAsync(Server.Url("lab", $"/~{mine.Seat}/replay"), form, Cancellation);

        Assert.Equal(HttpStatusCode.SeeOther, reply.StatusCode);
        Assert.Empty(await EventsAsync(neighbour.Seat));
        Assert.Single(await EventsAsync(mine.Seat));
    }

    [Fact]
    public async Task A_student_is_told_no_seat_but_their_own_and_no_key()
    {
        var room = await OpenAsync();
        var mine = await JoinAsync(room.Code);
        var others = new[] { await JoinAsync(room.Code), await JoinAsync(room.Code) };
        foreach (var student in others.Append(mine))
        {
            await HitAsync(student.Seat);
        }

        foreach (var action in new object[]
                 {
                     Question, new { @do = "lesson", lesson = Slug }, new { @do = "show_answers" }, new { @do = "send", host = "shop", path = "/" },
                     new { @do = "spotlight", seat = others[0].Seat, @event = await OnlyHitAsync(others[0].Seat), field = "seat" },
                 })
        {
            using var done = await ActAsync(room.Code, room.Key, action);
            Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        }

        foreach (var student in others)
        {
            using var vote = await PostAsync($"/api/seats/{student.Seat}/room/vote", new { option = 1 });
        }

        var told = new List<string>();
        await using var hub = await ConnectAsync();
        told.Add((await FirstAsync<JsonElement>(hub, "Attend", mine.Seat)).GetRawText());
        foreach (var path in new[]
                 {
                     $"/api/rooms/{room.Code}", $"/api/seats/{mine.Seat}/room/spotlight", $"/api/seats/{mine.Seat}/events", $"/api/seats/{mine.Seat}/export", $"/~{mine.Seat}/",
                     $"/~{mine.Seat}/panel", $"/~{mine.Seat}/replay", $"/~{mine.Seat}/reports", $"/~{mine.Seat}/switches", $"/~{mine.Seat}/compare",
                     $"/~{mine.Seat}/lessons/{Slug}", $"/join/{room.Code}", $"/classroom/{room.Code}", "/classroom",
                 })
        {
            using var reply = await SendAsync(HttpMethod.Get, path, "");
            Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
            told.Add(await reply.Content.ReadAsStringAsync(Cancellation) + reply.Headers + reply.Content.Headers);
        }

        told.Add(await Server.Http.GetStringAsync(Server.Url("shop", $"/~{mine.Seat}/shoes/3"), Cancellation));
        foreach (var secret in others.SelectMany(student => new[] { student.Seat, student.Recovery! }).Append(room.Key))
        {
            Assert.DoesNotContain(told, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Nothing_in_the_room_names_a_student_who_has_left()
    {
        var room = await OpenAsync();
        var leaving = await JoinAsync(room.Code);
        var staying = await JoinAsync(room.Code);
        await HitAsync(leaving.Seat);
        using var asked = await ActAsync(room.Code, room.Key, Question);
        using var vote = await PostAsync($"/api/seats/{leaving.Seat}/room/vote", new { option = 1 });
        using var shown = await ActAsync(
            room.Code, room.Key, new { @do = "spotlight", seat = leaving.Seat, @event = await OnlyHitAsync(leaving.Seat) });

        using var left = await SendAsync(HttpMethod.Delete, $"/api/seats/{leaving.Seat}/room", "");

        await using var hub = await ConnectAsync();
        var view = await FirstAsync<JsonElement>(hub, "Teach", room.Code, room.Key);
        Assert.DoesNotContain(leaving.Seat, view.GetRawText(), StringComparison.Ordinal);
        Assert.False((await FirstAsync<JsonElement>(hub, "Attend", staying.Seat)).TryGetProperty("spotlight", out _));
        Assert.DoesNotContain(leaving.Seat, await lab.RoomsAsKeptAsync(), StringComparison.Ordinal);
        foreach (var seat in new[] { leaving.Seat, staying.Seat })
        {
            using var dark = await SendAsync(HttpMethod.Get, $"/api/seats/{seat}/room/spotlight", "");
            Assert.Equal(HttpStatusCode.NotFound, dark.StatusCode);
        }

        await Assert.ThrowsAsync<HubException>(() => FirstAsync<JsonElement>(hub, "Attend", leaving.Seat));
        using var late = await PostAsync($"/api/seats/{leaving.Seat}/room/vote", new { option = 0 });
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    private static async Task<string?> DetailAsync(HttpResponseMessage reply) =>
        (await reply.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("detail").GetString();
}

/// <summary>With rooms in the lab's own folder.</summary>
public sealed class FileRoomRoadsTests(SharedLab lab) : RoomRoadsTests(lab), IClassFixture<SharedLab>;

/// <summary>With rooms on a Redis server.</summary>
public sealed class RedisRoomRoadsTests(RedisLab lab) : RoomRoadsTests(lab), IClassFixture<RedisLab>;
