using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PixelLab.Core.Events;
using PixelLab.Web.Classroom;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests.Classroom;

/// <summary>Rooms in a file: what cannot be written is said so, and is not taken for kept.</summary>
public sealed class FileRoomStoreTests : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pixellab-test-");
    private readonly WebApplication _lab;

    /// <summary>Begins with an empty folder.</summary>
    public FileRoomStoreTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("PixelLab:DataDirectory", (string?)_data.FullName)]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddStorage();
        builder.AddClassroom();
        _lab = builder.Build();
    }

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

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _lab.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
