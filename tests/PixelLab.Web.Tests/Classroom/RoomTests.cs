using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using PixelLab.Web.Features.Classroom;
using PixelLab.Web.Tests.Nodes;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>Rooms: who may do what, and that nothing reaches from one seat or room into another.</summary>
public abstract class RoomTests(SharedLab lab) : RoomTest
{
    protected override LabServer Server => lab.Server;

    [Fact]
    public async Task A_student_joins_with_the_code_alone_and_comes_back_by_words()
    {
        var room = await OpenAsync();
        var student = await JoinAsync(room.Code);

        using var back = await PostAsync($"/api/rooms/{room.Code}/students/back", new { recovery = student.Recovery!.ToUpperInvariant() });

        var again = await back.Content.ReadFromJsonAsync<Student>(Cancellation);
        Assert.Equal((student.Seat, student.Name), (again!.Seat, again.Name));
        using var wrong = await PostAsync($"/api/rooms/{room.Code}/students/back", new { recovery = "wool-wool-wool-1000" });
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
    }

    [Theory]
    [InlineData("ab c-d3f")]
    [InlineData("-")]
    [InlineData("OOOOOO")]
    [InlineData("../../x")]
    public async Task A_code_that_is_none_says_so(string code)
    {
        using var reply = await Server.Http.GetAsync(Server.Url("lab", $"/api/rooms/{Uri.EscapeDataString(code)}"), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
        Assert.Contains("no room with this code", await reply.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_taken_in_any_case_and_with_a_gap()
    {
        var room = await OpenAsync();
        var typed = $"{room.Code[..3].ToLowerInvariant()} {room.Code[3..]}";

        using var reply = await Server.Http.GetAsync(Server.Url("lab", $"/api/rooms/{Uri.EscapeDataString(typed)}"), Cancellation);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    [Fact]
    public async Task Without_the_key_nothing_can_be_done_to_a_room()
    {
        var room = await OpenAsync();
        var other = await OpenAsync();
        await JoinAsync(room.Code);

        foreach (var key in new[] { "", "guess", other.Key })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await ActAsync(room.Code, key, new { @do = "freeze" })).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Get, $"/api/rooms/{room.Code}/export", key)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Delete, $"/api/rooms/{room.Code}", key)).StatusCode);
        }

        await using var hub = await ConnectAsync();
        var refused = await Assert.ThrowsAsync<HubException>(() => FirstAsync<JsonElement>(hub, "Teach", room.Code, other.Key));
        Assert.Contains("not its key", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<HubException>(() => FirstAsync<JsonElement>(hub, "FollowAll", room.Code, other.Key, ""));
    }

    [Fact]
    public async Task A_seat_that_is_in_no_room_attends_none()
    {
        await using var hub = await ConnectAsync();

        await Assert.ThrowsAsync<HubException>(() => FirstAsync<JsonElement>(hub, "Attend", "nobody"));
    }

    [Fact]
    public async Task The_instructor_sees_every_seat_of_the_room_and_no_other()
    {
        var room = await OpenAsync();
        var first = await JoinAsync(room.Code);
        var second = await JoinAsync(room.Code);
        var stranger = await Seat.NewAsync(Server);
        await stranger.HitAsync("?en=stranger");
        await HitAsync(first.Seat);
        await HitAsync(second.Seat);

        await using var hub = await ConnectAsync();
        var seats = new List<string?>();
        await foreach (var one in hub.StreamAsync<JsonElement>("FollowAll", room.Code, room.Key, "", Cancellation))
        {
            seats.Add(one.GetProperty("seat").GetString());
            if (seats.Count == 2)
            {
                break;
            }
        }

        Assert.Equal([first.Seat, second.Seat], seats);
    }

    [Fact]
    public async Task The_hit_on_all_screens_names_neither_seat_nor_whole_address()
    {
        var room = await OpenAsync();
        var shown = await JoinAsync(room.Code);
        var watching = await JoinAsync(room.Code);
        await HitAsync(shown.Seat);
        var id = await OnlyHitAsync(shown.Seat);

        using var done = await ActAsync(room.Code, room.Key, new { @do = "spotlight", seat = shown.Seat, @event = id, field = "en" });
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        await using var hub = await ConnectAsync();
        var view = await FirstAsync<JsonElement>(hub, "Attend", watching.Seat);

        Assert.Equal("en", view.GetProperty("spotlight").GetProperty("field").GetString());
        var text = await Server.Http.GetStringAsync(Server.Url("lab", $"/api/seats/{watching.Seat}/room/spotlight"), Cancellation) + view.GetRawText();
        Assert.Contains("page_view", text, StringComparison.Ordinal);
        Assert.DoesNotContain(shown.Seat, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(shown.Name, text, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_two_short_messages_to_a_student_whoever_else_answers_and_whatever_is_on_all_screens()
    {
        var room = await OpenAsync();
        var student = await JoinAsync(room.Code);
        var other = await JoinAsync(room.Code);
        await HitAsync(other.Seat);
        using var shown = await ActAsync(room.Code, room.Key, new { @do = "spotlight", seat = other.Seat, @event = await OnlyHitAsync(other.Seat) });
        await using var hub = await ConnectAsync();
        await using var views = hub.StreamAsync<JsonElement>("Attend", student.Seat, Cancellation).GetAsyncEnumerator(Cancellation);
        Assert.True(await views.MoveNextAsync());

        using var asked = await ActAsync(room.Code, room.Key, Question);
        Assert.True(await views.MoveNextAsync());
        var first = views.Current;
        Assert.False(first.GetProperty("poll").TryGetProperty("own", out _));
        using var theirs = await PostAsync($"/api/seats/{other.Seat}/room/vote", new { option = 1 });
        using var closed = await ActAsync(room.Code, room.Key, new { @do = "close" });
        using var own = await PostAsync($"/api/seats/{student.Seat}/room/vote", new { option = 0 });

        Assert.True(await views.MoveNextAsync());
        Assert.Equal(0, views.Current.GetProperty("poll").GetProperty("own").GetInt32());
        Assert.InRange(first.GetRawText().Length + views.Current.GetRawText().Length, 1, 2000);
    }

    [Fact]
    public async Task Every_action_that_is_listed_is_carried_out()
    {
        var room = await OpenAsync();
        var student = await JoinAsync(room.Code);
        await HitAsync(student.Seat);
        var id = await OnlyHitAsync(student.Seat);

        // Whatever an action asks for; its name last, for nobody says that it comes first.
        foreach (var kind in typeof(RoomAction).GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false))
        {
            using var done = await ActAsync(room.Code, room.Key, new
            {
                host = "shop",
                path = "/",
                seat = student.Seat,
                @event = id,
                question = "How many?",
                options = (string[])["one", "two"],
                name = "blocker",
                value = "on",
                lesson = "",
                round = "walk",
                @do = kind.TypeDiscriminator,
            });
            Assert.True(done.StatusCode == HttpStatusCode.NoContent, $"{kind.TypeDiscriminator}: {done.StatusCode}");
        }
    }

    [Theory]
    [InlineData("""{"do":"dance"}""")]
    [InlineData("""{"path":"/"}""")]
    [InlineData("""{"do":"send","host":"shop"}""")]
    [InlineData("""{"do":"switch","name":"blocker","value":null}""")]
    public async Task What_is_no_action_is_refused_in_words(string action)
    {
        var room = await OpenAsync();
        using var refused = await ActAsync(room.Code, room.Key, JsonDocument.Parse(action).RootElement);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Contains("missing", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hit_of_another_room_cannot_be_put_on_the_screens()
    {
        var room = await OpenAsync();
        var other = await OpenAsync();
        var theirs = await JoinAsync(other.Code);
        await HitAsync(theirs.Seat);

        using var reply = await ActAsync(
            room.Code, room.Key, new { @do = "spotlight", seat = theirs.Seat, @event = await OnlyHitAsync(theirs.Seat) });

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
    }

    [Fact]
    public async Task Everyone_is_sent_once_and_to_the_town_only()
    {
        var room = await OpenAsync();
        var student = await JoinAsync(room.Code);
        foreach (var (host, path) in new[] { ("evil.example", "/"), ("shop", "//evil.example/"), ("shop", "shoes"), ("shop", "") })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await ActAsync(room.Code, room.Key, new { @do = "send", host, path })).StatusCode);
        }

        using var sent = await ActAsync(room.Code, room.Key, new { @do = "send", host = "shop", path = "/shoes/3" });
        await using var hub = await ConnectAsync();
        var before = await FirstAsync<JsonElement>(hub, "Attend", student.Seat);
        Assert.EndsWith($"/~{student.Seat}/shoes/3", before.GetProperty("sent").GetProperty("url").GetString(), StringComparison.Ordinal);

        using var followed = await PostAsync($"/api/seats/{student.Seat}/room/followed", new { number = 1 });
        var after = await FirstAsync<JsonElement>(hub, "Attend", student.Seat);
        Assert.False(after.TryGetProperty("sent", out _));
    }

    [Fact]
    public async Task Each_student_has_one_vote_and_counts_are_shown_when_the_instructor_says()
    {
        var room = await OpenAsync();
        var student = await JoinAsync(room.Code);
        using var asked = await ActAsync(room.Code, room.Key, Question);
        Assert.Equal(HttpStatusCode.NoContent, asked.StatusCode);

        foreach (var option in new[] { 0, 1, 1 })
        {
            using var vote = await PostAsync($"/api/seats/{student.Seat}/room/vote", new { option });
            Assert.Equal(HttpStatusCode.NoContent, vote.StatusCode);
        }

        using var wrong = await PostAsync($"/api/seats/{student.Seat}/room/vote", new { option = 7 });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        await using var hub = await ConnectAsync();
        var poll = (await FirstAsync<JsonElement>(hub, "Teach", room.Code, room.Key)).GetProperty("poll");
        Assert.Equal([0, 1], poll.GetProperty("counts").EnumerateArray().Select(count => count.GetInt32()));
        var own = (await FirstAsync<JsonElement>(hub, "Attend", student.Seat)).GetProperty("poll");
        Assert.Equal(1, own.GetProperty("own").GetInt32());
        Assert.False(own.TryGetProperty("counts", out _));
    }

    [Fact]
    public async Task A_switch_is_turned_for_every_student()
    {
        var room = await OpenAsync();
        var student = await JoinAsync(room.Code);

        using var done = await ActAsync(room.Code, room.Key, new { @do = "switch", name = "regime.all", value = "opt_in" });
        using var nonsense = await ActAsync(room.Code, room.Key, new { @do = "switch", name = "nonsense", value = "1" });

        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);
        Assert.Contains(await EventsAsync(student.Seat), one => one.GetProperty("name").GetString() == "regime.shop");
    }

    [Fact]
    public async Task Nobody_joins_a_closed_room()
    {
        var room = await OpenAsync();
        using var closed = await ActAsync(room.Code, room.Key, new { @do = "close" });

        using var reply = await PostAsync($"/api/rooms/{room.Code}/students", new { });

        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.Contains("lets nobody more", await reply.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_room_held_is_taken_away_by_seat_and_gone_with_its_end()
    {
        var room = await OpenAsync();
        var student = await JoinAsync(room.Code);
        await HitAsync(student.Seat);

        using var file = await SendAsync(HttpMethod.Get, $"/api/rooms/{room.Code}/export", room.Key);
        using var archive = new ZipArchive(await file.Content.ReadAsStreamAsync(Cancellation));
        Assert.Equal([$"{student.Name}.json"], archive.Entries.Select(entry => entry.Name));
        using var ended = await SendAsync(HttpMethod.Delete, $"/api/rooms/{room.Code}", room.Key);

        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        Assert.Empty(await EventsAsync(student.Seat));
        using var look = await Server.Http.GetAsync(Server.Url("lab", $"/api/rooms/{room.Code}"), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, look.StatusCode);
    }

    [Fact]
    public async Task Who_erases_what_is_kept_of_them_has_done_nothing_in_the_room_either_and_its_switches_hold_on()
    {
        var room = await OpenAsync();
        var student = await JoinAsync(room.Code);
        var other = await JoinAsync(room.Code);
        await HitAsync(student.Seat);
        foreach (var action in new[]
                 {
                     Question, new { @do = "spotlight", seat = student.Seat, @event = await OnlyHitAsync(student.Seat) },
                     new { @do = "switch", name = "blocker", value = "on" }, new { @do = "send", host = "shop", path = "/" },
                 })
        {
            using var done = await ActAsync(room.Code, room.Key, action);
            Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        }

        foreach (var seat in new[] { student.Seat, other.Seat })
        {
            using var vote = await PostAsync($"/api/seats/{seat}/room/vote", new { option = 1 });
            using var followed = await PostAsync($"/api/seats/{seat}/room/followed", new { number = 1 });
        }

        using var erased = await SendAsync(HttpMethod.Delete, $"/api/seats/{student.Seat}", "");

        Assert.Equal(HttpStatusCode.NoContent, erased.StatusCode);
        await using var hub = await ConnectAsync();
        var view = await FirstAsync<JsonElement>(hub, "Teach", room.Code, room.Key);
        Assert.Equal(1, view.GetProperty("poll").GetProperty("counts")[1].GetInt32());
        Assert.False(view.TryGetProperty("spotlight", out _));
        var own = await FirstAsync<JsonElement>(hub, "Attend", student.Seat);
        Assert.False(own.GetProperty("poll").TryGetProperty("own", out _));
        Assert.False(own.TryGetProperty("sent", out _));
        var left = Assert.Single(await EventsAsync(student.Seat));
        Assert.Equal(("setting", "blocker", "on"), (left.Text("kind"), left.Text("name"), left.Text("value")));
    }

    [Fact]
    public async Task A_room_whose_seats_are_reset_begins_anew_with_nobodys_answer_and_nobody_sent()
    {
        var room = await OpenAsync();
        var student = await JoinAsync(room.Code);
        using var asked = await ActAsync(room.Code, room.Key, Question);
        using var sent = await ActAsync(room.Code, room.Key, new { @do = "send", host = "shop", path = "/" });
        using var vote = await PostAsync($"/api/seats/{student.Seat}/room/vote", new { option = 1 });
        using var followed = await PostAsync($"/api/seats/{student.Seat}/room/followed", new { number = 1 });

        using var reset = await ActAsync(room.Code, room.Key, new { @do = "reset" });

        Assert.Equal(HttpStatusCode.NoContent, reset.StatusCode);
        await using var hub = await ConnectAsync();
        var view = await FirstAsync<JsonElement>(hub, "Teach", room.Code, room.Key);
        Assert.False(view.TryGetProperty("poll", out _));
        Assert.False(view.TryGetProperty("followed", out _));
        using var again = await ActAsync(room.Code, room.Key, new { @do = "send", host = "shop", path = "/shoes/3" });
        Assert.True((await FirstAsync<JsonElement>(hub, "Attend", student.Seat)).TryGetProperty("sent", out _));
    }

    [Fact]
    public async Task Who_leaves_is_erased_and_the_others_stay()
    {
        var room = await OpenAsync();
        var leaving = await JoinAsync(room.Code);
        var staying = await JoinAsync(room.Code);
        await HitAsync(leaving.Seat);
        await HitAsync(staying.Seat);

        using var reply = await SendAsync(HttpMethod.Delete, $"/api/seats/{leaving.Seat}/room", "");

        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
        Assert.Empty(await EventsAsync(leaving.Seat));
        Assert.Single(await EventsAsync(staying.Seat));
    }
}

/// <summary>With rooms in the lab's own folder.</summary>
public sealed class FileRoomTests(SharedLab lab) : RoomTests(lab), IClassFixture<SharedLab>;

/// <summary>With rooms on a Redis server.</summary>
public sealed class RedisRoomTests(RedisLab lab) : RoomTests(lab), IClassFixture<RedisLab>;
