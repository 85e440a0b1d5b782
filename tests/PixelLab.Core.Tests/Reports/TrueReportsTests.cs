using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Readings;
using PixelLab.Core.Reports;
using PixelLab.Core.Tests.Lessons;

namespace PixelLab.Core.Tests.Reports;

public sealed class TrueReportsTests
{
    private const string Page = "en=page_view&dl=http%3A%2F%2Fshop.localhost%3A5080%2Fshoes%2F3&dt=Shoes";

    [Fact]
    public void The_truth_counts_the_pages_that_were_sent_whatever_pixels_told()
    {
        var sheet = Read(
            Sent(1, "/shoes/3", "v1"),
            Sent(2, "/shoes/4", "v2"),
            BuiltHit.OfMetrics(Page + "&z=v1.1") with { Id = 3 },
            BuiltHit.OfMetrics(Page + "&z=v9.1") with { Id = 4 });

        Assert.Equal(2, sheet.Headline.Value);
        Assert.Equal([1], sheet.Behind("pages", "/shoes/3", "views"));
        Assert.Equal([2], sheet.Behind("untold", "pages", "pages"));
    }

    [Fact]
    public void A_page_that_was_sent_ahead_or_to_a_robot_is_nobodys() =>
        Assert.Equal(0, Read(Sent(1, "/", "v1", "Sec-Purpose: prefetch"), Sent(2, "/", "v2", "User-Agent: Googlebot/2.1")).Headline.Value);

    [Fact]
    public void A_robots_pixel_is_left_out_and_told_and_a_persons_is_the_page_itself()
    {
        var sheet = Read(
            Sent(1, "/shoes/3", "v1"),
            BuiltHit.OfMetrics(Page + "&z=v1.1") with { Id = 2 },
            BuiltHit.OfMetrics(Page + "&z=v9.1", ["User-Agent: Googlebot/2.1"]) with { Id = 3 });

        Assert.Equal(1, sheet.Headline.Value);
        Assert.Equal([3], sheet.Behind("left-out", "robot", "requests"));
    }

    private static PixelLab.Core.Reports.Sheets.ReportSheet Read(params LabEvent[] events) =>
        new TrueReports().AddAll(events).Sheet(ReportList.Find("pages")!, Lens.Both);

    private static Visit Sent(long id, string page, string view, string? header = null) => Told.Visit("shop", page) with
    {
        Id = id,
        PageView = view,
        Request = BuiltHit.Request($"GET {page} HTTP/1.1", [.. header is null ? [] : new[] { header }, "Host: shop.localhost:5080", .. BrowserHeads.Chromium.Skip(1)]),
    };
}
