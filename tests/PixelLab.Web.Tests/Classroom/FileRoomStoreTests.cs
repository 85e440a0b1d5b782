using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PixelLab.Core.Events;
using PixelLab.Web.Features.Classroom;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>Rooms in a file: what cannot be written is said so, and is not taken for kept.</summary>
public sealed class FileRoomStoreTests : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pixellab-test-");
    private readonly WebApplication _lab;

    /// <summary>Begins with an empty folder.</summary>
    public FileRoomStoreTests() => _lab = Lab();

    [Fact]
    public async Task A_room_that_cannot_be_written_stays_as_it_was()
    {
        var store = _lab.Services.GetRequiredService<IRoomStore>();
        var room = new Room { Code = "ABCDEF", KeyHash = "", Opened = default, Ends = default };
        var kept = (await store.TryPutAsync(room, null))!;

        // Where the new file is to be written stands a folder.
        var inTheWay = _data.CreateSubdirectory("rooms.json.new");
        await Assert.ThrowsAsync<EventLogException>(() => store.TryPutAsync(room with { IsFrozen = true }, kept));
        await Assert.ThrowsAsync<EventLogException>(() => store.TryPutAsync(room with { Code = "GHJKLM" }, null));
        await Assert.ThrowsAsync<EventLogException>(() => store.TryRemoveAsync(kept));
        Assert.Equal([kept], await store.AllAsync(TestContext.Current.CancellationToken));

        inTheWay.Delete();
        Assert.NotNull(await store.TryPutAsync(room with { IsFrozen = true }, kept));
        Assert.True(store.Find("ABCDEF")!.Room.IsFrozen);
    }

    [Fact]
    public async Task Of_a_closed_seat_its_name_is_kept_and_until_when_and_then_nothing()
    {
        var store = _lab.Services.GetRequiredService<IRoomStore>();
        var cancellation = TestContext.Current.CancellationToken;
        var now = DateTimeOffset.UnixEpoch;
        ClosedSeat first = new(SeatId.New(), now.AddHours(1));
        ClosedSeat second = new(SeatId.New(), now.AddHours(2));
        await store.CloseAsync([first]);
        await store.CloseAsync([second]);

        var file = Path.Combine(_data.FullName, "closed-seats.json");
        var written = JsonDocument.Parse(await File.ReadAllTextAsync(file, cancellation)).RootElement[0];
        Assert.Equal(["seat", "until"], written.EnumerateObject().Select(property => property.Name));

        // Where the lab was off when the time was over, the next start sees to it.
        await using var later = Lab();
        var next = later.Services.GetRequiredService<IRoomStore>();
        Assert.Equal([second], await next.ClosedAsync(now.AddHours(1), cancellation));
        Assert.DoesNotContain(first.Seat.Value, await File.ReadAllTextAsync(file, cancellation), StringComparison.Ordinal);
        await next.ForgetClosedAsync(now.AddHours(2));
        Assert.Equal("[]", await File.ReadAllTextAsync(file, cancellation));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _lab.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private WebApplication Lab()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("PixelLab:DataDirectory", (string?)_data.FullName)]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddStorage();
        builder.AddClassroom();
        return builder.Build();
    }
}
