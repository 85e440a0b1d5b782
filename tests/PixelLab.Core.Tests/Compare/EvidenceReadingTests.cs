using System.Globalization;
using PixelLab.Core.Compare;
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

    [Theory]
    [InlineData("clear_cookies")]
    [InlineData("private_window")]
    public void A_page_on_which_the_old_number_came_back_shows_that_no_cookie_was_taken_away(string experiment)
    {
        var reading = Read(
            Hit(1, "c1"), Start(2, experiment), Hit(3, "c1", plant: "v2.1"), BuiltHit.OfMetrics("en=page_view&z=v2.2") with { Id = 4 });

        Assert.All(Enum.GetValues<Lens>(), lens => Assert.Equal(Evidence.NotTried, reading.Cell(experiment, lens).Evidence));

        reading.AddAll([Hit(5, null, given: "c2", plant: "v3.1"), BuiltHit.OfMetrics("en=page_view&z=v3.2") with { Id = 6 }]);
        Assert.Equal(Evidence.NotRecognised, reading.Cell(experiment, Lens.CookieOnly).Evidence);
        Assert.Equal([5, 6], reading.Cell(experiment, Lens.PixelOnly).Hits);
    }

    [Fact]
    public void Where_the_network_s_number_for_all_sites_came_along_from_none_of_several_they_are_named()
    {
        string[] Sites(params string?[] cookies) => [.. Read([Hit(1, "c1"), Start(2, "refuse_third_party"),
            .. cookies.Select((cookie, place) => Hit(3 + place, cookie, plant: $"v{place}.1") with { Site = place % 2 == 0 ? "shop" : "news" })]).Unjoined("refuse_third_party")];

        Assert.Equal(["news", "shop"], Sites(null, null, null));
        Assert.Empty(Sites([null]));
        Assert.Empty(Sites(null, "c1"));
        Assert.Empty(Read(Hit(1, "c1")).Unjoined("refuse_third_party"));
    }

    [Fact]
    public void Pages_without_hits_were_never_seen()
    {
        var reading = Read(Hit(1, "c1"), Start(2, "blocker"), Visit(3));

        Assert.Equal(Evidence.NeverSeen, reading.Cell("blocker", Lens.Both).Evidence);
    }

    [Fact]
    public void A_page_that_was_open_before_does_not_count()
    {
        var reading = Read(
            Visit(1), BuiltHit.OfMetrics("en=page_view&z=v1.1") with { Id = 2 }, Start(3, "blocker"), Visit(4, "v2"),
            BuiltHit.OfMetrics("en=user_engagement&z=v1.9") with { Id = 5 });

        Assert.Equal(Evidence.NeverSeen, reading.Cell("blocker", Lens.PixelOnly).Evidence);
    }

    [Fact]
    public void Another_browser_is_not_the_one_that_was_there_before()
    {
        var same = BuiltHit.OfMetrics();
        var other = BuiltHit.OfMetrics(head: ["User-Agent: another"]);
        var reading = Read(same with { Id = 1 }, Start(2, "another_browser"), same with { Id = 3 });

        Assert.Equal(Evidence.NotTried, reading.Cell("another_browser", Lens.PixelOnly).Evidence);
        reading.Add(other with { Id = 4 });
        Assert.Equal([4], reading.Cell("another_browser", Lens.PixelOnly).Hits);
    }

    [Fact]
    public void Only_an_opened_message_shows_that_its_images_were_off()
    {
        var reading = Read(Hit(1, "c1"), Start(2, "mail_images_off"), Visit(3));
        Assert.Equal(Evidence.NotTried, reading.Cell("mail_images_off", Lens.Both).Evidence);

        reading.Add(new MailHandled { Id = 4, At = BuiltHit.Noon, Mail = "m", What = "opened", Client = "ask" });
        Assert.Equal(Evidence.NeverSeen, reading.Cell("mail_images_off", Lens.Both).Evidence);
    }

    [Fact]
    public void A_log_in_counts_from_the_log_in_on()
    {
        var reading = Read(Hit(1, "c1"), Start(2, "log_in"), Hit(3, "c1"));
        Assert.Equal(Evidence.NotTried, reading.Cell("log_in", Lens.Both).Evidence);

        reading.AddAll([new AccountUsed { Id = 4, At = BuiltHit.Noon, Site = "shop", Person = "p", Action = "log_in" }, Hit(5, "c1")]);
        Assert.Equal([5], reading.Cell("log_in", Lens.Both).Hits);
    }

    [Fact]
    public void An_experiment_ends_where_the_next_begins()
    {
        var reading = Read(Hit(1, "c1"), Start(2, "blocker"), Visit(3), Start(4, "come_back"), Hit(5, "c1"));

        Assert.Equal(Evidence.NeverSeen, reading.Cell("blocker", Lens.CookieOnly).Evidence);
        Assert.Equal(Evidence.Recognised, reading.Cell("come_back", Lens.CookieOnly).Evidence);
    }

    [Fact]
    public void A_browser_of_an_earlier_trying_was_there_before_the_next()
    {
        var other = BuiltHit.OfMetrics(head: ["User-Agent: another"]);
        var reading = Read(
            BuiltHit.OfMetrics() with { Id = 1 }, Start(2, "another_browser"), other with { Id = 3 }, Start(4, "another_browser"), other with { Id = 5 });

        Assert.Equal(Evidence.NotTried, reading.Cell("another_browser", Lens.PixelOnly).Evidence);
    }

    [Fact]
    public void Pages_that_were_opened_in_the_next_trying_do_not_count_for_the_one_before()
    {
        var reading = Read(Hit(1, "c1"), Start(2, "blocker"), Start(3, "come_back"), Visit(4));

        Assert.Equal(Evidence.NotTried, reading.Cell("blocker", Lens.Both).Evidence);
        Assert.Equal(Evidence.NeverSeen, reading.Cell("come_back", Lens.Both).Evidence);
    }

    [Fact]
    public void Many_tryings_after_many_visits_keep_no_copy_of_what_came_before()
    {
        const int Many = 50_000;
        var visit = Visit(0);
        var reading = new EvidenceReading().AddAll(
            Enumerable.Range(1, Many).Select(id => visit with { Id = id, PageView = id.ToString(CultureInfo.InvariantCulture) }));
        var tryings = Enumerable.Range(Many + 1, Many).Select(id => Start(id, "come_back")).ToList();

        var before = GC.GetAllocatedBytesForCurrentThread();
        reading.AddAll(tryings);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Many * 1024L);
        reading.AddAll(
            [BuiltHit.OfMetrics("en=user_engagement&z=7.1") with { Id = 200_000 }, BuiltHit.OfMetrics("en=page_view&z=new.1") with { Id = 200_001 }]);
        Assert.Equal([200_001], reading.Cell("come_back", Lens.PixelOnly).Hits);
    }

    private static EvidenceReading Read(params LabEvent[] events) => new EvidenceReading().AddAll(events);

    private static ExperimentStarted Start(long id, string name) => new() { Id = id, At = BuiltHit.Noon, Experiment = name };

    private static Visit Visit(long id, string pageView = "v1") => new()
    {
        Id = id,
        At = BuiltHit.Noon,
        Site = "shop",
        Page = "/",
        Title = "Shop",
        PageView = pageView,
        Request = BuiltHit.Request("GET / HTTP/1.1", BrowserHeads.Chromium),
    };

    private static Hit Hit(long id, string? cookie, string? given = null, string plant = "")
    {
        var hit = BuiltHit.OfAdnet(plant.Length > 0 ? $"ev=PageView&eid={plant}" : "ev=PageView") with { Id = id };
        hit = cookie is null ? hit : hit.WithHeader("Cookie", $"anid={cookie}");
        return given is null ? hit : hit.Setting($"anid={given}; Path=/");
    }
}
