using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Readings;

namespace PixelLab.Core.Tests.Lenses;

public sealed class EvidenceReadingTests
{
    [Fact]
    public void Nothing_is_claimed_about_what_was_not_tried()
    {
        var reading = Read(Hit(1, "c1"));

        Assert.Equal(Evidence.NotTried, reading.Cell("come_back", Lens.CookieOnly).Evidence);
    }

    [Fact]
    public void Coming_back_with_the_cookie_is_recognised_and_names_the_hits()
    {
        var reading = Read(Hit(1, "c1"), Start(2, "come_back"), Hit(3, "c1"));

        var cell = reading.Cell("come_back", Lens.CookieOnly);

        Assert.Equal(Evidence.Recognised, cell.Evidence);
        Assert.Equal([3], cell.Hits);
    }

    [Fact]
    public void A_cleared_cookie_is_not_recognised_alone_but_the_address_still_tells()
    {
        var reading = Read(Hit(1, "c1"), Start(2, "clear_cookies"), Hit(3, null, given: "c2"));

        Assert.Equal(Evidence.NotRecognised, reading.Cell("clear_cookies", Lens.CookieOnly).Evidence);
        Assert.Equal(Evidence.Recognised, reading.Cell("clear_cookies", Lens.PixelOnly).Evidence);
        Assert.Equal(Evidence.Recognised, reading.Cell("clear_cookies", Lens.Both).Evidence);
    }

    [Fact]
    public void Pages_without_hits_were_never_seen()
    {
        var reading = Read(Hit(1, "c1"), Start(2, "blocker"), Visit(3));

        Assert.Equal(Evidence.NeverSeen, reading.Cell("blocker", Lens.Both).Evidence);
    }

    [Fact]
    public void An_experiment_ends_where_the_next_begins()
    {
        var reading = Read(Hit(1, "c1"), Start(2, "blocker"), Visit(3), Start(4, "come_back"), Hit(5, "c1"));

        Assert.Equal(Evidence.NeverSeen, reading.Cell("blocker", Lens.CookieOnly).Evidence);
        Assert.Equal(Evidence.Recognised, reading.Cell("come_back", Lens.CookieOnly).Evidence);
    }

    private static EvidenceReading Read(params LabEvent[] events) => new EvidenceReading().AddAll(events);

    private static ExperimentStarted Start(long id, string name) => new() { Id = id, At = BuiltHit.Noon, Experiment = name };

    private static Visit Visit(long id) => new()
    {
        Id = id,
        At = BuiltHit.Noon,
        Site = "shop",
        Page = "/",
        Title = "Shop",
        PageView = "p",
        Request = BuiltHit.Request("GET / HTTP/1.1", BrowserHeads.Chromium),
    };

    private static Hit Hit(long id, string? cookie, string? given = null)
    {
        var hit = BuiltHit.OfAdnet("ev=PageView") with { Id = id };
        hit = cookie is null ? hit : hit.WithHeader("Cookie", $"anid={cookie}");
        return given is null ? hit : hit.Setting($"anid={given}; Path=/");
    }
}
