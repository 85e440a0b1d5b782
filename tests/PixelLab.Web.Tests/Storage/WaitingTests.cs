using PixelLab.Core.Events;

namespace PixelLab.Web.Tests.Storage;

/// <summary>Whom a reader waits for while much is written.</summary>
public sealed class WaitingTests : IDisposable
{
    /// <summary>More than the log's end that is held in memory.</summary>
    private const int Much = 3000;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pixellab-test-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_seat_is_read_at_once_however_much_others_have_written_that_is_in_no_database_yet()
    {
        await using var own = new OwnLog(_data);
        var (mine, theirs, nobody) = (SeatId.New(), SeatId.New(), SeatId.New());
        var first = (await own.Log.AppendAsync([Of(mine)], Cancellation))[0];
        // Gathered for a moment before they are moved, and too many to be held in memory.
        await own.Log.AppendAsync([.. Enumerable.Repeat(Of(theirs), Much)], Cancellation);

        var read = own.Log.ReadAsync(mine, first.Id, 10, Cancellation).AsTask();
        Assert.True(read.IsCompleted);
        Assert.Empty(await read);
        Assert.True(own.Log.ReadAsync(nobody, 0, 10, Cancellation).AsTask().IsCompleted);
        Assert.Equal(10, (await own.Log.ReadAsync(theirs, 0, 10, Cancellation)).Count);
        Assert.Equal(first.Id, Assert.Single(await own.Log.ReadAsync(mine, 0, 10, Cancellation)).Id);
    }

    /// <inheritdoc />
    public void Dispose() => _data.Delete(recursive: true);

    private static Visit Of(SeatId seat) => KeptVisit.Of("visit", DateTimeOffset.UtcNow) with { Seat = seat };
}
