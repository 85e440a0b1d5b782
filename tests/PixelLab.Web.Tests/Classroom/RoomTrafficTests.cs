using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using PixelLab.Web.Tests.Nodes;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>Simulated people in a room: the instructor's alone, marked, bounded, and gone with the room.</summary>
public abstract class RoomTrafficTests(SharedLab lab)
{
    private static readonly object Some = new { people = 5, perSecond = 10, minutes = 5 };

    private readonly LabServer _server = lab.Server;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Simulated_people_walk_in_a_seat_of_the_rooms_own_until_they_are_stopped()
    {
        var room = await TaughtRoom.OpenAsync(_server);
        var student = await room.JoinAsync();
        await room.LookAsync(student.Seat);
        await StartAsync(room, Some, HttpStatusCode.NoContent);
        await using var hub = await room.ConnectAsync();
        var seat = await FollowAsync(room, hub, one => one.Text("kind") == "hit" && one.Text("seat") != student.Seat);

        var hits = (await room.EventsAsync(seat)).Where(one => one.Text("kind") == "hit");
        Assert.All(hits, hit => Assert.Contains("emulated", hit.Notes()));
        var running = await TeachAsync(room, hub, view => view.TryGetProperty("traffic", out _));
        var simulated = running.GetProperty("students").EnumerateArray().Single(line => line.GetProperty("isSimulated").GetBoolean());
        Assert.Equal((seat, "Simulated people"), (simulated.Text("seat"), simulated.Text("name")));
        await StartAsync(room, Some, HttpStatusCode.Conflict);

        using var stopped = await room.SendAsync(HttpMethod.Delete, "traffic");

        Assert.Equal(HttpStatusCode.NoContent, stopped.StatusCode);
        await TeachAsync(room, hub, view => !view.TryGetProperty("traffic", out _));
        await StartAsync(room, Some, HttpStatusCode.NoContent);
        var again = await TeachAsync(room, hub, view => view.TryGetProperty("traffic", out _));
        Assert.Single(again.GetProperty("students").EnumerateArray(), line => line.GetProperty("isSimulated").GetBoolean());
        await room.EndAsync();
    }

    [Fact]
    public async Task A_report_counts_them_or_leaves_them_out()
    {
        var room = await TaughtRoom.OpenAsync(_server);
        var student = await room.JoinAsync();
        await room.LookAsync(student.Seat);
        await StartAsync(room, Some, HttpStatusCode.NoContent);
        await using var hub = await room.ConnectAsync();
        await FollowAsync(
            room, hub, one => one.Text("kind") == "hit" && one.Text("site") == "shop" && one.Text("vendor") == "metrics"
                && one.Text("event") == "page_view" && one.Text("seat") != student.Seat);

        Assert.True(await PageViewsAsync(room, "reports/pages") > 1);
        Assert.Equal(1, await PageViewsAsync(room, "reports/pages?people=students"));
        var compared = await room.ReadAsync("compare");
        Assert.True(compared.GetProperty("simulated").GetBoolean());
        Assert.Equal(1, compared.GetProperty("students").GetArrayLength());
        await room.EndAsync();
    }

    [Fact]
    public async Task Nothing_of_them_outlasts_the_room()
    {
        var room = await TaughtRoom.OpenAsync(_server);
        await StartAsync(room, Some, HttpStatusCode.NoContent);
        await using var hub = await room.ConnectAsync();
        var seat = await FollowAsync(room, hub, one => one.Text("kind") == "hit");

        await room.EndAsync();

        // The last request may be on its way as the room ends; for longer than the walk's pace nothing may come back.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        for (var quiet = 0; quiet < 300;)
        {
            patience.Token.ThrowIfCancellationRequested();
            quiet = (await room.EventsAsync(seat)).Count == 0 ? quiet + 1 : 0;
        }
    }

    [Fact]
    public async Task A_room_whose_lab_was_killed_soon_says_that_nobody_walks()
    {
        await using var own = await LabProcess.StartAsync();
        var room = await TaughtRoom.OpenAsync(own);
        await StartAsync(room, Some, HttpStatusCode.NoContent);

        await own.KillAsync();
        await own.StartAgainAsync();

        await using var hub = await room.ConnectAsync();
        await TeachAsync(room, hub, view => !view.TryGetProperty("traffic", out _));
        await StartAsync(room, Some, HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Only_the_instructor_lets_them_in()
    {
        var room = await TaughtRoom.OpenAsync(_server);
        var student = await room.JoinAsync();
        var other = await TaughtRoom.OpenAsync(_server);

        foreach (var key in new[] { "", "guess", student.Seat, other.Key })
        {
            using var started = await room.SendAsync(HttpMethod.Post, "traffic", key, Some);
            using var stopped = await room.SendAsync(HttpMethod.Delete, "traffic", key);
            Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (started.StatusCode, stopped.StatusCode));
        }
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(51, 1, 1)]
    [InlineData(1, 11, 1)]
    [InlineData(1, 1, 31)]
    [InlineData(-1, -1, -1)]
    public async Task More_than_a_room_can_bear_is_refused(int people, int perSecond, int minutes)
    {
        var room = await TaughtRoom.OpenAsync(_server);

        await StartAsync(room, new { people, perSecond, minutes }, HttpStatusCode.BadRequest);
    }

    private static async Task StartAsync(TaughtRoom room, object wanted, HttpStatusCode status)
    {
        using var reply = await room.SendAsync(HttpMethod.Post, "traffic", null, wanted);
        Assert.Equal(status, reply.StatusCode);
    }

    /// <summary>Follows the room until something comes; gives its seat.</summary>
    private static async Task<string> FollowAsync(TaughtRoom room, HubConnection hub, Predicate<JsonElement> comes)
    {
        await foreach (var one in hub.StreamAsync<JsonElement>("FollowAll", room.Code, room.Key, "", Cancellation))
        {
            if (comes(one))
            {
                return one.Text("seat")!;
            }
        }

        throw new InvalidOperationException("The room ended.");
    }

    private static async Task<JsonElement> TeachAsync(TaughtRoom room, HubConnection hub, Predicate<JsonElement> comes)
    {
        await foreach (var view in hub.StreamAsync<JsonElement>("Teach", room.Code, room.Key, Cancellation))
        {
            if (comes(view))
            {
                return view;
            }
        }

        throw new InvalidOperationException("The room ended.");
    }

    private static async Task<int> PageViewsAsync(TaughtRoom room, string path) =>
        (await room.ReadAsync(path)).GetProperty("sheet").GetProperty("headline").GetProperty("value").GetInt32();
}

/// <summary>With rooms in the lab's own folder.</summary>
public sealed class FileRoomTrafficTests(SharedLab lab) : RoomTrafficTests(lab), IClassFixture<SharedLab>;

/// <summary>With rooms on a Redis server.</summary>
public sealed class RedisRoomTrafficTests(RedisLab lab) : RoomTrafficTests(lab), IClassFixture<RedisLab>;
