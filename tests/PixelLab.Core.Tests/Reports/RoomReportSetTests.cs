using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Readings;
using PixelLab.Core.Reports;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Tests.Reports;

public sealed class RoomReportSetTests
{
    [Theory]
    [InlineData(Lens.PixelOnly, 1)]
    [InlineData(Lens.CookieOnly, 2)]
    public void Seats_tell_no_business_who_is_who(Lens lens, int visitors)
    {
        var set = new RoomReportSet<NaiveReports>().AddAll([Looked("one", 1), Looked("two", 2)]);

        var sheet = set.Sheet(ReportList.Find("funnel")!, lens);

        Assert.Equal(visitors, sheet.Find("steps", "product", "visitors")!.Value.Cell.Value);
    }

    [Fact]
    public void The_numbers_rest_on_the_hits_of_all_seats()
    {
        var set = new RoomReportSet<NaiveReports>().AddAll([Looked("one", 1), Looked("two", 2)]);

        var found = set.Sheet(ReportList.Find("funnel")!, Lens.Both).Find("steps", "product", "views");

        Assert.Equal([1, 2], found!.Value.Cell.Behind.Events);
    }

    private static Hit Looked(string seat, long id)
    {
        Assert.True(SeatId.TryParse(seat, out var parsed));
        return BuiltHit.OfAdnet($"ev=ViewContent&eid=v{id}.1").WithHeader("Cookie", $"{AdnetWire.IdCookie}={seat}") with { Id = id, Seat = parsed };
    }
}
