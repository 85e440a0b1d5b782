using System.Net;
using System.Text.Json;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>The story of a shoe on all screens of a room, without browsers.</summary>
public sealed class RoomStoryTests(SharedLab lab) : RoomTest, IClassFixture<SharedLab>
{
    protected override LabServer Server => lab.Server;

    [Fact]
    public async Task In_step_everybody_is_sent_to_each_beat_and_who_comes_late_to_where_the_others_are()
    {
        var room = await OpenAsync();
        var early = await JoinAsync(room.Code);
        await TellAsync(room, "led-shoe");
        Assert.EndsWith($"/~{early.Seat}/shoes/3", await SentAsync(early), StringComparison.Ordinal);
        await TellAsync(room, "led-news");
        Assert.EndsWith("/town/the-bridge-that-waits#middle", await SentAsync(early), StringComparison.Ordinal);

        var late = await JoinAsync(room.Code);
        Assert.EndsWith("/town/the-bridge-that-waits#middle", await SentAsync(late), StringComparison.Ordinal);
        Assert.Equal("led-news", (await EventsAsync(late.Seat)).Single(one => one.Text("name") == "story").Text("value"));
    }

    [Fact]
    public async Task At_its_end_nobody_is_told_it_or_sent_on_and_a_students_blocker_is_off_again()
    {
        var room = await OpenAsync();
        var student = await JoinAsync(room.Code);
        await TellAsync(room, "walk");
        var shop = Server.Url("shop", $"/~{student.Seat}/shoes/3");
        using var stop = new FormUrlEncodedContent([KeyValuePair.Create("round", "stopped")]);
        using (await Server.Http.PostAsync(Server.Url("lab", $"/~{student.Seat}/story"), stop, Cancellation))
        {
            Assert.Contains("lab-story", await Server.Http.GetStringAsync(shop, Cancellation), StringComparison.Ordinal);
        }

        await TellAsync(room, "");
        Assert.DoesNotContain("lab-story", await Server.Http.GetStringAsync(shop, Cancellation), StringComparison.Ordinal);
        Assert.Equal("", (await EventsAsync(student.Seat)).Last(one => one.Text("name") == "blocker").Text("value"));
        Assert.Null(await SentAsync(await JoinAsync(room.Code)));
    }

    [Theory]
    [InlineData("stopped")]
    [InlineData("led-nowhere")]
    [InlineData(null)]
    public async Task A_round_that_no_class_is_told_is_refused_and_nothing_is_noted(string? round)
    {
        var room = await OpenAsync();
        var student = await JoinAsync(room.Code);
        using var reply = await ActAsync(room.Code, room.Key, new { @do = "story", round });
        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Empty(await EventsAsync(student.Seat));
    }

    private async Task TellAsync(RoomMade room, string round)
    {
        using var reply = await ActAsync(room.Code, room.Key, new { @do = "story", round });
        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
    }

    /// <summary>Where a student is sent to, as their page is told.</summary>
    private async Task<string?> SentAsync(Student student)
    {
        await using var hub = await ConnectAsync();
        var view = await FirstAsync<JsonElement>(hub, "Attend", student.Seat);
        return view.TryGetProperty("sent", out var sent) ? sent.Text("url") : null;
    }
}
