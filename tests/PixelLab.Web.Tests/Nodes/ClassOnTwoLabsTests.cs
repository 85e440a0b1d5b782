using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using PixelLab.Web.Tests.Classroom;

namespace PixelLab.Web.Tests.Nodes;

/// <summary>A class on two labs that share a Redis server: the instructor is connected to one, the students to the other.</summary>
public sealed class ClassOnTwoLabsTests : IAsyncLifetime
{
    private const string Slug = "what-a-tracking-pixel-is";

    private RedisProcess _redis = null!;
    private LabProcess _here = null!;
    private LabServer _there = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        _redis = await RedisProcess.StartAsync();
        _here = await LabProcess.StartAsync(_redis.Settings);
        _there = await LabServer.StartAsync(_redis.Settings);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task What_an_instructor_does_shows_to_students_at_the_other_lab_and_what_they_do_to_the_instructor()
    {
        var room = await TaughtRoom.OpenAsync(_here);
        var atOther = room.At(_there);
        var student = await atOther.JoinAsync();
        await using var console = await ViewAsync(_here, "Teach", room.Code, room.Key);
        await console.ShowsAsync(view => view.GetProperty("students").EnumerateArray().Any(line => line.Text("name") == student.Name));
        await using var page = await ViewAsync(_there, "Attend", student.Seat);

        await DoAsync(room, new { @do = "freeze" });
        await page.ShowsAsync(view => view.GetProperty("isFrozen").GetBoolean());
        await DoAsync(room, new { @do = "resume" });
        await page.ShowsAsync(view => !view.GetProperty("isFrozen").GetBoolean());

        await DoAsync(room, new { @do = "send", host = "lab", path = $"/lessons/{Slug}" });
        var sent = await page.ShowsAsync(view => view.TryGetProperty("sent", out _));
        Assert.EndsWith($"/~{student.Seat}/lessons/{Slug}", sent.GetProperty("sent").Text("url"), StringComparison.Ordinal);
        await PostAsync($"/api/seats/{student.Seat}/room/followed", new { number = 1 });
        await console.ShowsAsync(view => view.TryGetProperty("followed", out var followed) && followed.GetInt32() == 1);

        await atOther.LookAsync(student.Seat);
        var hit = (await atOther.EventsAsync(student.Seat)).First(one => one.Text("kind") == "hit").Id();
        await using var stream = await ViewAsync(_here, "FollowAll", room.Code, room.Key, "");
        await stream.ShowsAsync(one => one.Id() == hit && one.Text("seat") == student.Seat);
        await DoAsync(room, new { @do = "spotlight", seat = student.Seat, @event = hit, field = "en" });
        await page.ShowsAsync(view => view.TryGetProperty("spotlight", out var spot) && spot.Text("field") == "en");
        await DoAsync(room, new { @do = "dim" });
        await page.ShowsAsync(view => !view.TryGetProperty("spotlight", out _));

        await DoAsync(room, new { @do = "ask", lesson = Slug, prediction = "predict-1" });
        var asked = (await page.ShowsAsync(view => view.TryGetProperty("poll", out _))).GetProperty("poll");
        Assert.Equal((Slug, "predict-1"), (asked.GetProperty("from").Text("lesson"), asked.GetProperty("from").Text("prediction")));
        await PostAsync($"/api/seats/{student.Seat}/room/vote", new { option = 2 });
        await console.ShowsAsync(view => view.TryGetProperty("poll", out var poll) && poll.GetProperty("counts")[2].GetInt32() == 1);
        Assert.False((await page.ShowsAsync(view => view.GetProperty("poll").TryGetProperty("own", out _))).GetProperty("poll").TryGetProperty("counts", out _));
        await DoAsync(room, new { @do = "show_answers" });
        await page.ShowsAsync(view => view.GetProperty("poll").TryGetProperty("counts", out var counts) && counts[2].GetInt32() == 1);
        await DoAsync(room, new { @do = "ask_again" });
        await page.ShowsAsync(view => !view.GetProperty("poll").TryGetProperty("own", out _));
        await DoAsync(room, new { @do = "end_poll" });
        await page.ShowsAsync(view => !view.TryGetProperty("poll", out _));

        await DoAsync(room, new { @do = "switch", name = "blocker", value = "on" });
        await page.ShowsAsync(view => view.GetProperty("switched").GetArrayLength() == 1);
        Assert.Contains(await atOther.EventsAsync(student.Seat), one => one.Text("kind") == "setting" && one.Text("name") == "blocker");

        Assert.Equal(Slug, (await room.ReadAsync("progress")).Text("slug"));
        Assert.Equal(1, (await room.ReadAsync("reports/pages")).GetProperty("sheet").GetProperty("headline").GetProperty("value").GetInt32());
        Assert.Equal(1, (await atOther.ReadAsync("compare")).GetProperty("students").GetArrayLength());

        await DoAsync(room, new { @do = "close" });
        Assert.Equal(HttpStatusCode.Forbidden, await TryJoinAsync(room));
        await DoAsync(room, new { @do = "open" });
        Assert.Equal(HttpStatusCode.OK, await TryJoinAsync(room));

        await DoAsync(room, new { @do = "reset" });
        await page.ShowsAsync(view => view.GetProperty("switched").GetArrayLength() == 0);
        Assert.Empty(await atOther.EventsAsync(student.Seat));
        await DoAsync(room, new { @do = "remove", seat = student.Seat });
        await page.EndsAsync();
        await using var last = await ViewAsync(_there, "Teach", room.Code, room.Key);
        await last.ShowsAsync(_ => true);
        await room.EndAsync();
        await last.EndsAsync();
        Assert.Equal(HttpStatusCode.NotFound, await TryJoinAsync(room));
    }

    [Fact]
    public async Task A_seat_whose_room_is_over_takes_nothing_at_either_lab_nor_at_one_that_starts_later()
    {
        var room = await TaughtRoom.OpenAsync(_here);
        var (left, _) = await room.JoinAsync();
        var (stayed, _) = await room.At(_there).JoinAsync();
        await DoAsync(room, new { @do = "remove", seat = left });
        await room.EndAsync();

        await using var later = await LabServer.StartAsync(_redis.Settings);
        foreach (var lab in new[] { _here, _there, later })
        {
            foreach (var seat in new[] { left, stayed })
            {
                // The other lab hears of it a moment later.
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
                while (!await IsClosedAsync(lab, seat))
                {
                    patience.Token.ThrowIfCancellationRequested();
                    await Task.Yield();
                }
            }
        }
    }

    [Fact]
    public async Task Simulated_people_are_stopped_from_the_other_lab_and_their_hits_are_heard_there()
    {
        var room = await TaughtRoom.OpenAsync(_here);
        var atOther = room.At(_there);
        await using var hub = await ConnectAsync(_there);
        await using var pulse = hub.StreamAsync<string>("Pulse", room.Code, room.Key, "0", Cancellation).GetAsyncEnumerator(Cancellation);
        await StartTrafficAsync(room);
        Assert.True(await pulse.MoveNextAsync());

        using (var stopped = await atOther.SendAsync(HttpMethod.Delete, "traffic"))
        {
            Assert.Equal(HttpStatusCode.NoContent, stopped.StatusCode);
        }

        await using var console = await ViewAsync(_here, "Teach", room.Code, room.Key);
        await console.ShowsAsync(view => !view.TryGetProperty("traffic", out _));
        await StartTrafficAsync(atOther);
        await console.ShowsAsync(view => view.TryGetProperty("traffic", out _));
    }

    [Fact]
    public async Task The_instructors_lab_is_killed_and_the_class_goes_on_at_the_other()
    {
        var room = await TaughtRoom.OpenAsync(_here);
        var atOther = room.At(_there);
        var stayed = await atOther.JoinAsync();
        var moved = await room.JoinAsync();
        await room.LookAsync(moved.Seat);
        await DoAsync(room, new { @do = "switch", name = "blocker", value = "on" });
        await DoAsync(room, new { @do = "ask", question = "How many?", options = (string[])["one", "two"] });
        await PostAsync($"/api/seats/{stayed.Seat}/room/vote", new { option = 1 });
        await StartTrafficAsync(room);
        await using var page = await ViewAsync(_there, "Attend", stayed.Seat);
        await page.ShowsAsync(view => view.TryGetProperty("poll", out _));

        await _here.KillAsync();

        await using var console = await ViewAsync(_there, "Teach", room.Code, room.Key);
        var now = await console.ShowsAsync(view => view.GetProperty("poll").GetProperty("counts")[1].GetInt32() == 1);
        Assert.Equal("blocker", now.GetProperty("switched")[0].Text("name"));
        await using var stream = await ViewAsync(_there, "FollowAll", room.Code, room.Key, "");
        await stream.ShowsAsync(one => one.Text("seat") == moved.Seat);
        await PostAsync($"/api/seats/{moved.Seat}/room/vote", new { option = 0 });
        await console.ShowsAsync(view => view.GetProperty("poll").GetProperty("counts")[0].GetInt32() == 1);
        await DoAsync(atOther, new { @do = "freeze" });
        await page.ShowsAsync(view => view.GetProperty("isFrozen").GetBoolean());

        // Who walked in the killed lab walks no more, and the room soon says so.
        await console.ShowsAsync(view => !view.TryGetProperty("traffic", out _));
        await StartTrafficAsync(atOther);
        await console.ShowsAsync(view => view.TryGetProperty("traffic", out _));
        await atOther.EndAsync();
        await page.EndsAsync();
    }

    [Fact]
    public async Task While_redis_is_away_whoever_follows_is_told_so_and_no_room_is_taken_for_ended()
    {
        var room = await TaughtRoom.OpenAsync(_here);
        var student = await room.JoinAsync();
        await room.LookAsync(student.Seat);
        await using var hits = await ViewAsync(_here, "FollowAll", room.Code, room.Key, "");
        await hits.ShowsAsync(one => one.Text("seat") == student.Seat);

        var over = await TaughtRoom.OpenAsync(_here);
        await over.ReadAsync("reports/pages");
        await over.EndAsync();

        await _redis.KillAsync();
        Assert.Contains("store-away", await hits.BreaksOffAsync(), StringComparison.Ordinal);
        await using var live = await Following.BeginAsync(_here, "/live", "Follow", student.Seat, "");
        Assert.Contains("store-away", await live.BreaksOffAsync(), StringComparison.Ordinal);

        // A seat that this lab has never seen may be in a room of the other one; nobody can say now.
        await using var unknown = await ViewAsync(_there, "Attend", "neverseen");
        Assert.Contains("store-away", await unknown.BreaksOffAsync(), StringComparison.Ordinal);
        using (var refused = await room.SendAsync(HttpMethod.Post, "actions", body: new { @do = "freeze" }))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        await _redis.StartAgainAsync();
        await using var console = await ViewAsync(_there, "Teach", room.Code, room.Key);
        await console.ShowsAsync(view => view.GetProperty("students").GetArrayLength() == 1);
        Assert.Equal(student.Seat, (await FirstOnceThereAsync(_here, "FollowAll", room.Code, room.Key, "")).Text("seat"));
    }

    /// <summary>The first that a stream gives, once the lab has found its store again.</summary>
    private static async Task<JsonElement> FirstOnceThereAsync(LabServer lab, string method, params object[] args)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            await using var stream = await ViewAsync(lab, method, args);
            try
            {
                return await stream.ShowsAsync(_ => true);
            }
            catch (HubException away) when (away.Message.Contains("store-away", StringComparison.Ordinal) && !patience.IsCancellationRequested)
            {
                await Task.Yield();
            }
        }
    }

    private static async Task<bool> IsClosedAsync(LabServer lab, string seat)
    {
        using var pixel = await lab.Http.GetAsync(lab.Url("metrics", $"/~{seat}/px/PL-SHOP-1.gif?en=page_view&z=v.1"), Cancellation);
        Assert.Equal(HttpStatusCode.OK, pixel.StatusCode);
        return pixel.Headers.GetValues("X-PixelLab").Single() == "refused seat-closed";
    }

    private async Task PostAsync(string path, object body)
    {
        using var reply = await _there.Http.PostAsJsonAsync(_there.Url("lab", path), body, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
    }

    private async Task<HttpStatusCode> TryJoinAsync(TaughtRoom room)
    {
        using var reply = await _there.Http.PostAsync(_there.Url("lab", $"/api/rooms/{room.Code}/students"), null, Cancellation);
        return reply.StatusCode;
    }

    private static async Task DoAsync(TaughtRoom room, object action)
    {
        using var reply = await room.SendAsync(HttpMethod.Post, "actions", body: action);
        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
    }

    private static async Task StartTrafficAsync(TaughtRoom room)
    {
        using var reply = await room.SendAsync(HttpMethod.Post, "traffic", body: new { people = 5, perSecond = 10, minutes = 5 });
        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
    }

    private static Task<Following> ViewAsync(LabServer lab, string method, params object[] args) => Following.BeginAsync(lab, "/room", method, args);

    private static async Task<HubConnection> ConnectAsync(LabServer lab)
    {
        var hub = new HubConnectionBuilder().WithUrl(lab.Url("lab", "/room"), http => http.HttpMessageHandlerFactory = _ => LoopbackHttp.Handler()).Build();
        await hub.StartAsync(Cancellation);
        return hub;
    }
}
