using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using PixelLab.Web.Tests.Nodes;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>The lesson of a room, a lesson's question to it, and switches turned for all.</summary>
public abstract class RoomLessonTests(SharedLab lab) : RoomTest
{
    private const string Slug = "what-a-tracking-pixel-is";

    protected override LabServer Server => lab.Server;

    [Fact]
    public async Task How_far_each_student_is_follows_from_what_their_seats_sent()
    {
        var room = await OpenAsync();
        var done = await JoinAsync(room.Code);
        var open = await JoinAsync(room.Code);
        using var chosen = await ActAsync(room.Code, room.Key, new { @do = "lesson", lesson = Slug });
        Assert.Equal(HttpStatusCode.NoContent, chosen.StatusCode);
        await DoFirstTaskAsync(done.Seat);

        var progress = await ProgressAsync(room);

        var task = Assert.Single(progress.GetProperty("tasks").EnumerateArray());
        Assert.Equal("two-companies", task.GetProperty("id").GetString());
        Assert.StartsWith("Two companies heard", task.GetProperty("words").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, task.GetProperty("done").GetInt32());
        var bySeat = progress.GetProperty("students").EnumerateArray()
            .ToDictionary(student => student.GetProperty("seat").GetString()!, student => student.GetProperty("done").GetArrayLength());
        Assert.Equal(new Dictionary<string, int> { [done.Seat] = 1, [open.Seat] = 0 }, bySeat);
    }

    [Theory]
    [InlineData("""{"do":"lesson","lesson":"what-a-tracking-pixel-is"}""")]
    [InlineData("""{"do":"send","host":"lab","path":"/lessons/what-a-tracking-pixel-is"}""")]
    public async Task What_a_class_did_before_it_came_to_a_lesson_is_not_done_for_it(string action)
    {
        var room = await OpenAsync();
        var student = await JoinAsync(room.Code);
        await DoFirstTaskAsync(student.Seat);
        using var chosen = await ActAsync(room.Code, room.Key, JsonSerializer.Deserialize<JsonElement>(action));
        Assert.Equal(0, Assert.Single((await ProgressAsync(room)).GetProperty("tasks").EnumerateArray()).GetProperty("done").GetInt32());

        await DoFirstTaskAsync(student.Seat);
        using var again = await ActAsync(room.Code, room.Key, new { @do = "lesson", lesson = "how-it-works" });
        using var back = await ActAsync(room.Code, room.Key, new { @do = "lesson", lesson = Slug });
        Assert.Equal(1, Assert.Single((await ProgressAsync(room)).GetProperty("tasks").EnumerateArray()).GetProperty("done").GetInt32());
    }

    [Fact]
    public async Task Who_sends_everyone_to_a_lesson_is_in_that_lesson()
    {
        var room = await OpenAsync();
        using var none = await SendAsync(HttpMethod.Get, $"/api/rooms/{room.Code}/progress", room.Key);
        Assert.Equal(HttpStatusCode.NoContent, none.StatusCode);

        using var sent = await ActAsync(room.Code, room.Key, new { @do = "send", host = "lab", path = $"/lessons/{Slug}#do-it" });

        Assert.Equal(Slug, (await ProgressAsync(room)).GetProperty("slug").GetString());
        using var elsewhere = await ActAsync(room.Code, room.Key, new { @do = "send", host = "lab", path = "/lessons/instructors-guide" });
        Assert.Equal(Slug, (await ProgressAsync(room)).GetProperty("slug").GetString());
        using var left = await ActAsync(room.Code, room.Key, new { @do = "lesson", lesson = "" });
        using var gone = await SendAsync(HttpMethod.Get, $"/api/rooms/{room.Code}/progress", room.Key);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        using var wrong = await ActAsync(room.Code, room.Key, new { @do = "lesson", lesson = "no-such-lesson" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task The_notes_of_a_lesson_are_for_the_instructor()
    {
        var room = await OpenAsync();
        var student = await JoinAsync(room.Code);

        using var reply = await SendAsync(HttpMethod.Get, $"/api/rooms/{room.Code}/lessons/{Slug}", room.Key);
        var lesson = await reply.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        using var refused = await SendAsync(HttpMethod.Get, $"/api/rooms/{room.Code}/lessons/{Slug}", "not the key");
        var page = await Server.Http.GetStringAsync(Server.Url("lab", $"/~{student.Seat}/lessons/{Slug}"), Cancellation);

        var sections = lesson.GetProperty("sections").EnumerateArray().ToList();
        Assert.Equal("predict-1", Assert.Single(sections.SelectMany(section => section.GetProperty("predictions").EnumerateArray())).GetString());
        var notes = sections.SelectMany(section => section.GetProperty("notes").EnumerateArray()).Select(note => note.GetString()!).ToList();
        Assert.Contains(notes, note => note.StartsWith("Let everybody write the guess down", StringComparison.Ordinal));
        Assert.All(notes, note => Assert.DoesNotContain(note[..Math.Min(30, note.Length)], page, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_question_of_a_lesson_is_asked_twice_and_both_answers_stand_beside_each_other()
    {
        var room = await OpenAsync();
        var student = await JoinAsync(room.Code);
        using var nothing = await ActAsync(room.Code, room.Key, new { @do = "ask", lesson = Slug, prediction = "predict-7" });
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);

        using var asked = await ActAsync(room.Code, room.Key, new { @do = "ask", lesson = Slug, prediction = "predict-1" });
        using var first = await PostAsync($"/api/seats/{student.Seat}/room/vote", new { option = 0 });
        using var again = await ActAsync(room.Code, room.Key, new { @do = "ask_again" });
        using var second = await PostAsync($"/api/seats/{student.Seat}/room/vote", new { option = 2 });

        await using var hub = await ConnectAsync();
        var poll = (await FirstAsync<JsonElement>(hub, "Teach", room.Code, room.Key)).GetProperty("poll");
        Assert.StartsWith("You open a page with a pair of running shoes", poll.GetProperty("question").GetString(), StringComparison.Ordinal);
        Assert.Equal("Nobody. I only looked.", poll.GetProperty("options")[0].GetString());
        Assert.Equal([1, 0, 0], Numbers(poll.GetProperty("before")));
        Assert.Equal([0, 0, 1], Numbers(poll.GetProperty("counts")));
        Assert.False((await FirstAsync<JsonElement>(hub, "Attend", student.Seat)).GetProperty("poll").TryGetProperty("before", out _));
        using var shown = await ActAsync(room.Code, room.Key, new { @do = "show_answers" });
        var own = (await FirstAsync<JsonElement>(hub, "Attend", student.Seat)).GetProperty("poll");
        Assert.Equal([1, 0, 0], Numbers(own.GetProperty("before")));
    }

    [Fact]
    public async Task Who_comes_late_gets_what_was_switched_and_it_can_be_put_back()
    {
        var room = await OpenAsync();
        using var on = await ActAsync(room.Code, room.Key, new { @do = "switch", name = "blocker", value = "on" });
        var late = await JoinAsync(room.Code);
        await using var hub = await ConnectAsync();

        Assert.Equal(["The lab’s blocker: On"], Words(await FirstAsync<JsonElement>(hub, "Attend", late.Seat)));
        Assert.Equal("on", await ValueAsync(late.Seat, "blocker"));
        using var back = await ActAsync(room.Code, room.Key, new { @do = "switch", name = "blocker", value = "" });
        Assert.Empty(Words(await FirstAsync<JsonElement>(hub, "Attend", late.Seat)));
        Assert.Equal("", await ValueAsync(late.Seat, "blocker"));
        foreach (var (name, value) in new[] { ("blocker.rules", "||x^"), ("policy.omit.shop", "adnet"), ("mail.client", "magic") })
        {
            using var refused = await ActAsync(room.Code, room.Key, new { @do = "switch", name, value });
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
    }

    private static IReadOnlyList<int> Numbers(JsonElement list) => [.. list.EnumerateArray().Select(one => one.GetInt32())];

    private static IReadOnlyList<string?> Words(JsonElement view) =>
        [.. view.GetProperty("switched").EnumerateArray().Select(one => one.GetString())];

    private async Task<string?> ValueAsync(string seat, string name) => (await EventsAsync(seat))
        .Last(one => one.GetProperty("kind").GetString() == "setting" && one.GetProperty("name").GetString() == name)
        .GetProperty("value").GetString();

    private async Task<JsonElement> ProgressAsync(RoomMade room)
    {
        using var reply = await SendAsync(HttpMethod.Get, $"/api/rooms/{room.Code}/progress", room.Key);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        return await reply.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    private async Task DoFirstTaskAsync(string seat)
    {
        using var page = await Server.Http.GetAsync(Server.Url("shop", $"/~{seat}/shoes/3"), Cancellation);
        var html = await page.Content.ReadAsStringAsync(Cancellation);
        var pixels = Regex.Matches(html, "\"(http://adnet\\.localhost[^\"]*/tr\\?[^\"]*)\"")
            .Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));
        foreach (var pixel in pixels)
        {
            using var hit = await Server.Http.GetAsync(pixel, Cancellation);
        }

        // The page's other pixel is asked for by the vendor's script.
        using var view = await Server.Http.GetAsync(
            Server.Url("metrics", $"/~{seat}/px/PL-SHOP-1.gif?en=page_view&dl={Uri.EscapeDataString(Server.Url("shop", "/shoes/3"))}&z=a.1"), Cancellation);
    }
}

/// <summary>With rooms in the lab's own folder.</summary>
public sealed class FileRoomLessonTests(SharedLab lab) : RoomLessonTests(lab), IClassFixture<SharedLab>;

/// <summary>With rooms on a Redis server.</summary>
public sealed class RedisRoomLessonTests(RedisLab lab) : RoomLessonTests(lab), IClassFixture<RedisLab>;
