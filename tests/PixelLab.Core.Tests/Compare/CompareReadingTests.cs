using System.Text.Json;
using CsCheck;
using PixelLab.Core.Compare;
using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Readings;

namespace PixelLab.Core.Tests.Compare;

public sealed class CompareReadingTests
{
    [Fact]
    public void Nothing_that_happened_is_an_empty_comparison()
    {
        var state = new CompareReading().Snapshot(Language.English);

        Assert.Equal(0, state.Events);
        Assert.Null(state.Tracking);
        Assert.Null(state.LastVisit);
        Assert.All(state.Lenses, lens => Assert.Equal(0, lens.Count));
        Assert.All(state.Evidence, row => Assert.Equal(Evidence.NotTried, row.Both.Evidence));
    }

    [Fact]
    public void The_cookie_is_shown_with_its_attributes_and_how_often_it_came_back()
    {
        var state = Read(
            Adnet(1, null) with { SetCookies = ["anid=77; Path=/; Max-Age=34560000; HttpOnly; SameSite=None; Secure"] },
            Adnet(2, "77"), Adnet(3, "77"));

        var cookie = state.Tracking!;
        Assert.Equal(("anid", "77", "adnet"), (cookie.Name, cookie.Value, cookie.Owner));
        Assert.Equal("400 days", cookie.Lifetime);
        Assert.Equal(["Path=/", "Max-Age=34560000", "HttpOnly", "SameSite=None", "Secure"], cookie.Attributes);
        Assert.Equal((1, 2, 3), (cookie.Set, cookie.Carried, cookie.LastCarried));
    }

    [Fact]
    public void The_last_visit_pairs_the_two_hits_of_one_page_view()
    {
        var state = Read(
            Metrics(1, "v1.1"), Adnet(2, "7", "v1.2"), Metrics(3, "v2.1"), Adnet(4, "7", "v9.2"));

        Assert.Equal((1, 2), (state.LastVisit!.Pixel, state.LastVisit.Cookie));
    }

    [Fact]
    public void Hits_about_which_nobody_changes_their_mind_are_one_run()
    {
        var state = Read(Adnet(1, "7"), Adnet(2, "7"), Metrics(3, "v.1"), Adnet(4, "8"));

        Assert.Equal([(1, 2), (3, 3), (4, 4)], state.Runs.Select(run => (run.First, run.Last)));
        Assert.Equal([1, 0, 2], state.Runs.Select(run => run.Cookie));
        Assert.All(state.Runs, run => Assert.Equal(1, run.Pixel));
    }

    [Fact]
    public void A_preference_is_known_by_the_visits_that_carry_it()
    {
        var state = Read(new Visit
        {
            Id = 1,
            At = BuiltHit.Noon,
            Site = "shop",
            Page = "/",
            Title = "Front",
            PageView = "v1",
            Request = BuiltHit.Request("GET / HTTP/1.1", "Cookie: fernweh_look=night"),
        });

        Assert.Equal(("fernweh_look", "night", 1), (state.Preference!.Name, state.Preference.Value, state.Preference.Carried));
        Assert.Equal(1, state.Summary.Remembered);
    }

    [Fact]
    public void A_mail_services_proxy_and_a_robot_are_no_browsers()
    {
        var letter = BuiltHit.Of("postbox", "/o/m1.gif", BrowserHeads.GoogleImageProxy);
        var relay = BuiltHit.Of("postbox", "/o/m2.gif", "User-Agent: Mozilla/5.0");
        var robot = BuiltHit.OfMetrics("", ["User-Agent: curl/8.9.1"]);
        var state = Read(Metrics(1, "v1.1"), letter with { Id = 2 }, relay with { Id = 3 }, robot with { Id = 4 });

        Assert.Equal(["Chrome 156 on Linux"], state.Browsers);
        Assert.All(state.Runs, run => Assert.Equal(0, run.Browser));
    }

    [Fact]
    public void A_cookie_given_again_on_a_later_page_was_refused()
    {
        var given = new[] { "anid=1; Path=/" };
        var state = Read(
            Adnet(1, null, "v1.1") with { SetCookies = given },
            Adnet(2, null, "v1.2") with { SetCookies = given },
            Adnet(3, null, "v2.1") with { SetCookies = ["anid=2; Path=/"] });

        Assert.Equal(3, state.Summary.Refused);
    }

    [Fact]
    public void A_cookie_that_another_site_never_got_was_not_refused()
    {
        var given = new[] { "anid=1; Path=/" };
        var state = Read(
            Adnet(1, null, "v1.1") with { SetCookies = given },
            Adnet(2, "1", "v2.1"),
            Adnet(3, null, "v3.1").On("clinic") with { SetCookies = ["anid=2; Path=/"] },
            Adnet(4, "1", "v4.1"));

        Assert.Null(state.Summary.Refused);
    }

    [Fact]
    public void A_number_that_came_back_is_what_somebody_is_remembered_by() =>
        Assert.Equal(2, Read(Adnet(1, null), Adnet(2, "7"), Metrics(3, "v.1")).Summary.Remembered);

    [Fact]
    public void Folding_in_two_halves_is_folding_at_once_and_a_prefix_is_the_state_at_that_time()
    {
        Gen.Select(Hits, Gen.Int[0, 30]).Sample((events, cut) =>
        {
            var first = Math.Min(cut, events.Length);
            var halves = new CompareReading().AddAll(events.Take(first));
            Assert.Equal(Text(new CompareReading().AddAll(events.Take(first)).Snapshot(Language.English)), Text(halves.Snapshot(Language.English)));
            halves.AddAll(events.Skip(first));
            Assert.Equal(Text(new CompareReading().AddAll(events).Snapshot(Language.English)), Text(halves.Snapshot(Language.English)));
        });
    }

    [Fact]
    public void No_tracker_has_more_visitors_than_hits_and_every_run_adds_up()
    {
        Hits.Sample(events =>
        {
            var state = new CompareReading().AddAll(events).Snapshot(Language.English);
            Assert.All(state.Lenses, lens => Assert.InRange(lens.Count, 0, state.Hits));
            Assert.Equal(state.Hits, state.EarlierHits + state.Runs.Sum(run => run.Hits));
        });
    }

    /// <summary>A few browsers with and without cookies, in any order.</summary>
    private static Gen<LabEvent[]> Hits => Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 4]).Array[0, 30].Select(
        picks => picks.Select((pick, index) => (LabEvent)(pick.Item1 switch
        {
            0 => Metrics(index + 1, $"v{pick.Item2}.1").From($"192.0.2.{pick.Item3}"),
            1 => new ExperimentStarted { Id = index + 1, At = BuiltHit.Noon, Experiment = Experiments.All[pick.Item3].Name },
            _ => Adnet(index + 1, pick.Item2 == 0 ? null : pick.Item2.ToString(System.Globalization.CultureInfo.InvariantCulture))
                .From($"192.0.2.{pick.Item3}"),
        })).ToArray());

    private static string Text(Comparison state) => JsonSerializer.Serialize(state);

    private static Comparison Read(params LabEvent[] events) => new CompareReading().AddAll(events).Snapshot(Language.English);

    private static Hit Metrics(long id, string plant) => BuiltHit.OfMetrics($"en=page_view&z={plant}&dt=Shoes") with { Id = id };

    private static Hit Adnet(long id, string? cookie, string plant = "v1.1")
    {
        var hit = BuiltHit.OfAdnet($"ev=PageView&eid={plant}") with { Id = id };
        return cookie is null ? hit : hit.WithHeader("Cookie", $"anid={cookie}");
    }
}
