using PixelLab.Core.Events;
using PixelLab.Web.Capture;
using PixelLab.Web.Limits;

namespace PixelLab.Web.Tests;

/// <summary>How many refused requests find their way into the log.</summary>
public sealed class RefusalNotesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_seat_of_an_address_is_noted_once_a_minute_for_each_reason()
    {
        var notes = new RefusalNotes();
        var seat = SeatId.New();

        Assert.True(notes.Take("10.0.0.1", seat, "too_many_hits", Noon));
        Assert.False(notes.Take("10.0.0.1", seat, "too_many_hits", Noon.AddSeconds(59)));
        Assert.True(notes.Take("10.0.0.1", seat, "headers_too_large", Noon.AddSeconds(59)));
        Assert.True(notes.Take("10.0.0.2", seat, "too_many_hits", Noon.AddSeconds(59)));
        Assert.True(notes.Take("10.0.0.1", seat, "too_many_hits", Noon.AddSeconds(60)));
    }

    [Fact]
    public void An_address_that_invents_a_seat_for_each_request_is_noted_so_often_and_no_more()
    {
        var notes = new RefusalNotes();

        Assert.Equal(RateLimits.RefusalsNotedOfAddress, Enumerable.Range(0, 1000).Count(_ => notes.Take("10.0.0.1", SeatId.New(), "too_many_hits", Noon)));
        Assert.True(notes.Take("10.0.0.2", SeatId.New(), "too_many_hits", Noon));
        Assert.True(notes.Take("10.0.0.1", SeatId.New(), "too_many_hits", Noon.AddMinutes(1)));
    }

    [Fact]
    public void All_addresses_together_have_a_bound_too()
    {
        var notes = new RefusalNotes();

        Assert.Equal(
            RateLimits.RefusalsNoted,
            Enumerable.Range(0, 2 * RateLimits.RefusalsNoted).Count(number => notes.Take($"2001:db8::{number:x}", SeatId.Default, "too_many_hits", Noon)));
    }
}
