using System.Net;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Web.Capture;
using PixelLab.Web.Tests.Nodes;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>
/// What a page that is still open does in a seat whose room is over: nothing of it is noted, nothing breaks, and the next page says so.
/// </summary>
public abstract class AfterRoomTests : RoomTest, IAsyncLifetime
{
    private LabProcess _server = null!;

    /// <summary>A lab of the test's own, since some kill it.</summary>
    protected override LabServer Server => _server;

    /// <inheritdoc />
    public virtual async ValueTask InitializeAsync() => _server = await LabProcess.StartAsync(await SettingsAsync());

    /// <inheritdoc />
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("ended")]
    [InlineData("left")]
    [InlineData("removed")]
    public async Task Nothing_is_noted_in_a_seat_whose_student_is_out_and_the_page_says_so(string how)
    {
        var room = await OpenAsync();
        var student = await JoinAsync(room.Code);
        var other = await JoinAsync((await OpenAsync()).Code);
        await HitAsync(student.Seat);
        Assert.DoesNotContain(" over", await StripAsync(student.Seat), StringComparison.Ordinal);

        using var reply = how switch
        {
            "ended" => await SendAsync(HttpMethod.Delete, $"/api/rooms/{room.Code}", room.Key),
            "left" => await SendAsync(HttpMethod.Delete, $"/api/seats/{student.Seat}/room", ""),
            _ => await ActAsync(room.Code, room.Key, new { @do = "remove", seat = student.Seat }),
        };

        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
        await AssertClosedAsync(student.Seat);
        await HitAsync(other.Seat);
        Assert.Single(await EventsAsync(other.Seat));

        // Nor is it forgotten when the lab is started again.
        await _server.KillAsync();
        await _server.StartAgainAsync();
        await AssertClosedAsync(student.Seat);
        Assert.DoesNotContain(" over", await StripAsync(other.Seat), StringComparison.Ordinal);
    }

    /// <summary>The lab's settings.</summary>
    private protected virtual ValueTask<(string Name, string Value)[]> SettingsAsync() => ValueTask.FromResult<(string, string)[]>([]);

    private async Task AssertClosedAsync(string seat)
    {
        foreach (var (host, path) in new[] { ("metrics", "/px/PL-SHOP-1.gif?en=page_view&z=v.1"), ("adnet", "/tr?id=448122&ev=PageView") })
        {
            using var pixel = await Server.Http.GetAsync(Server.Url(host, $"/~{seat}{path}"), Cancellation);
            Assert.Equal(HttpStatusCode.OK, pixel.StatusCode);
            Assert.Equal(TransparentGif.Bytes.ToArray(), await pixel.Content.ReadAsByteArrayAsync(Cancellation));
            Assert.Equal([HitKeeper.ClosedOutcome], pixel.Headers.GetValues(HitKeeper.OutcomeHeader));
            Assert.False(pixel.Headers.Contains("Set-Cookie"));
        }

        Assert.Contains(" over", await StripAsync(seat), StringComparison.Ordinal);
        using var erased = await SendAsync(HttpMethod.Delete, $"/api/seats/{seat}", "");
        Assert.Equal(HttpStatusCode.NoContent, erased.StatusCode);
        Assert.Contains(" over", await StripAsync(seat), StringComparison.Ordinal);
        Assert.Empty(await EventsAsync(seat));
    }

    /// <summary>The strip's tag on a site's page in that seat, which opens as ever.</summary>
    private async Task<string> StripAsync(string seat)
    {
        using var page = await Server.Http.GetAsync(Server.Url("shop", $"/~{seat}/shoes/3"), Cancellation);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var html = await page.Content.ReadAsStringAsync(Cancellation);
        var start = html.IndexOf("<lab-room ", StringComparison.Ordinal);
        Assert.True(start >= 0, "The page has no strip.");
        return html[start..html.IndexOf('>', start)];
    }
}

/// <summary>With rooms in the lab's own folder.</summary>
public sealed class FileAfterRoomTests : AfterRoomTests;

/// <summary>With rooms on a Redis server.</summary>
public sealed class RedisAfterRoomTests : AfterRoomTests
{
    private RedisProcess? _redis;

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _redis!.DisposeAsync();
    }

    private protected override async ValueTask<(string Name, string Value)[]> SettingsAsync() => (_redis = await RedisProcess.StartAsync()).Settings;
}
