using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PixelLab.Core.Events;
using PixelLab.Web.Addressing;
using PixelLab.Web.Limits;
using PixelLab.Web.Storage;

namespace PixelLab.Web.Tests.Storage;

/// <summary>How much the log holds, of each seat and of all.</summary>
public sealed class HoldingsTests : IDisposable
{
    private const int Megabyte = CaptureLimits.Megabyte;

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("pixellab-test-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_seat_is_full_by_itself_and_the_lab_by_all()
    {
        var holdings = new Holdings(Options.Create(new CaptureLimits { MegabytesOfSeat = 1, MegabytesOfLab = 3 }));
        var (full, other) = (SeatId.New(), SeatId.New());
        holdings.Add(full, 1, Megabyte);
        Assert.Equal(Budget.BytesOfSeat, holdings.UsedUp(full));
        Assert.Null(holdings.UsedUp(other));

        holdings.Add(other, 2, 2 * Megabyte);
        Assert.Equal(Budget.BytesOfLab, holdings.UsedUp(SeatId.New()));
        holdings.RemoveAll(other);
        holdings.Remove(full, Megabyte);
        Assert.Null(holdings.UsedUp(full));
    }

    [Fact]
    public void Small_events_count_too_so_that_there_is_a_bound_of_their_number()
    {
        var holdings = new Holdings(Options.Create(new CaptureLimits { MegabytesOfSeat = 1 }));
        var seat = SeatId.New();
        for (var i = 0; i < Megabyte / CaptureLimits.LeastBytesOfEvent; i++)
        {
            Assert.Null(holdings.UsedUp(seat));
            holdings.Add(seat, 1, 1);
        }

        Assert.Equal(Budget.BytesOfSeat, holdings.UsedUp(seat));
    }

    [Fact]
    public void What_is_kept_counts_for_the_first_from_elsewhere_and_where_nothing_is_kept_nothing_is_remembered()
    {
        var holdings = new Holdings(Options.Create(new CaptureLimits { MegabytesOfAddress = 1, MegabytesOfLab = 2 }));
        var (first, second, other) = (SeatId.New(), SeatId.New(), SeatId.New());
        Assert.Null(holdings.UsedUp(first, From(first, "203.0.113.7")));
        Assert.False(holdings.TakeNotice(first));
        holdings.Add(first, 1, Megabyte);
        Assert.Equal(Budget.BytesOfSeatsOfAddress, holdings.UsedUp(first, From(first, "203.0.113.8")));
        Assert.Equal(Budget.BytesOfSeatsOfAddress, holdings.UsedUp(second, From(second, "203.0.113.7")));
        Assert.Null(holdings.UsedUp(second, From(second, "203.0.113.8")));

        holdings.Add(other, 2, Megabyte);
        Assert.Equal(Budget.BytesOfLab, holdings.UsedUp(SeatId.New(), From(second, "203.0.113.9")));
        holdings.RemoveAll(first);
        Assert.Null(holdings.UsedUp(second, From(second, "203.0.113.7")));
    }

    [Fact]
    public void It_is_said_once_in_a_seat_and_again_only_after_something_went()
    {
        var holdings = new Holdings(Options.Create(new CaptureLimits { MegabytesOfSeat = 1 }));
        var seat = SeatId.New();
        Assert.False(holdings.TakeNotice(seat));
        holdings.Add(seat, 1, Megabyte);
        Assert.True(holdings.TakeNotice(seat));
        Assert.False(holdings.TakeNotice(seat));
        holdings.Remove(seat, 600);
        Assert.True(holdings.TakeNotice(seat));
    }

    [Fact]
    public async Task What_was_kept_before_the_start_counts_and_what_was_erased_does_not()
    {
        var (kept, erased) = (KeptVisit.Seat, SeatId.New());
        await using (var own = new OwnLog(_data))
        {
            await own.Log.AppendAsync([KeptVisit.Of(new string('x', 600 * 1000), DateTimeOffset.UtcNow)], Cancellation);
            await own.Log.AppendAsync([KeptVisit.Of(new string('x', 600 * 1000), DateTimeOffset.UtcNow) with { Seat = erased }], Cancellation);
            await own.Log.EraseAsync(erased, Cancellation);
        }

        await using var again = new OwnLog(_data, new CaptureLimits { MegabytesOfSeat = 1 });
        Assert.Null(again.Holdings.UsedUp(kept));
        foreach (var seat in new[] { kept, erased })
        {
            await again.Log.AppendAsync([KeptVisit.Of(new string('x', 600 * 1000), DateTimeOffset.UtcNow) with { Seat = seat }], Cancellation);
        }

        Assert.Equal(Budget.BytesOfSeat, again.Holdings.UsedUp(kept));
        Assert.Null(again.Holdings.UsedUp(erased));
        await again.Log.ExpireAsync(DateTimeOffset.UtcNow.AddHours(1), Cancellation);
        Assert.Null(again.Holdings.UsedUp(kept));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _data.Delete(recursive: true);
    }

    private static DefaultHttpContext From(SeatId seat, string address)
    {
        var request = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        request.Features.Set(new TownRequest(Town.Lab, seat, null!) { IsAtTheMachine = false });
        return request;
    }
}
