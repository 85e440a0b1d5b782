using Microsoft.Data.Sqlite;
using PixelLab.Core.Events;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Tests.Storage;

/// <summary>A disk that is really full, made small for the test: it can be left from inside.</summary>
public sealed class FullDiskTests : IAsyncLifetime
{
    private const int DiskMegabytes = 128;
    private const int EventBytes = 20_000;

    private SmallDisk? _disk;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>On disks of several sizes, since each is full with other shares of journal, write-ahead log and database.</summary>
    [Theory]
    [InlineData(108)]
    [InlineData(116)]
    [InlineData(DiskMegabytes)]
    [InlineData(160)]
    public async Task Erasing_works_on_a_full_disk_and_gives_its_room_back(int megabytes)
    {
        await _disk!.HaveAsync(megabytes);
        await using var own = new OwnLog(_disk.Folder);
        await FillAsync(own);

        Assert.True(await own.Log.EraseAsync(KeptVisit.Seat, Cancellation) > 1000);
        Assert.Empty(await own.Log.ReadAsync(KeptVisit.Seat, 0, 10, Cancellation));
        await KeepAsync(own, "after it");
        Assert.Single(await own.Log.ReadAsync(KeptVisit.Seat, 0, 10, Cancellation));
    }

    [Fact]
    public async Task A_log_opens_on_a_full_disk_with_all_that_it_kept_and_can_be_erased_then()
    {
        long kept;
        await using (var own = new OwnLog(_disk!.Folder))
        {
            kept = await FillAsync(own);
        }

        SqliteConnection.ClearAllPools();
        _disk!.FillTheRest();
        await using var again = new OwnLog(_disk!.Folder);
        Assert.Equal(kept, (await again.Log.ReadAsync(KeptVisit.Seat, 0, 100_000, Cancellation)).Count);
        Assert.Equal(kept, await again.Log.EraseAsync(KeptVisit.Seat, Cancellation));
        await KeepAsync(again, "after it");
    }

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => _disk = await SmallDisk.MountAsync(DiskMegabytes * CaptureLimits.Megabyte);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _disk?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Keeps events until no more can be, and tells how many were.</summary>
    private static async Task<long> FillAsync(OwnLog own)
    {
        var kept = 0;
        await Assert.ThrowsAsync<EventLogException>(async () =>
        {
            for (; kept * (long)EventBytes < 2 * DiskMegabytes * CaptureLimits.Megabyte; kept++)
            {
                await KeepAsync(own, new string('x', EventBytes));
            }
        });
        return kept;
    }

    private static async Task KeepAsync(OwnLog own, string title) => await own.Log.AppendAsync([KeptVisit.Of(title, DateTimeOffset.UtcNow)], Cancellation);
}
