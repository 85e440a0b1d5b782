using System.Text.Json;
using CsCheck;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Languages;
using PixelLab.Core.Readings;
using static PixelLab.Core.Explaining.CookieJarVerdict;

namespace PixelLab.Core.Tests.Explaining;

public sealed class CookieJarReadingTests
{
    [Fact]
    public void Before_the_first_hit_nothing_is_known_and_the_next_step_is_named()
    {
        var jar = CookieJarReading.From([], Language.English);
        Assert.Equal(Unknown, jar.Verdict);
        Assert.Equal("Open two pages of the shop, then one of the newspaper.", jar.Next);
    }

    [Fact]
    public void One_page_is_not_enough() => Judged(Unknown, "Open a second page of shop, then one of news.", new BrowserOfTests(Open).Opens("shop"));

    [Fact]
    public void A_second_page_of_the_same_site_leaves_the_other_site_open() =>
        Judged(Unknown, "Open a page of news.", new BrowserOfTests(Open).Opens("shop").Opens("shop"));

    [Fact]
    public void An_open_jar_shows_on_the_second_site()
    {
        var jar = Judged(Open, null, new BrowserOfTests(Open).Opens("shop").Opens("news"));
        Assert.Equal([1L, 2L], jar.Because);
        Assert.Contains("same browser on both", jar.Why);
    }

    [Fact]
    public void A_blocked_jar_shows_on_the_second_page_of_a_site()
    {
        var jar = Judged(Blocked, null, new BrowserOfTests(Blocked).Opens("shop").Opens("shop"));
        Assert.Equal([1L, 2L], jar.Because);
        Assert.Contains("“Partitioned” did come back on shop", jar.Why);
    }

    [Fact]
    public void A_partitioned_jar_shows_when_the_number_lives_on_its_own_site_only()
    {
        Judged(Partitioned, null, new BrowserOfTests(Partitioned).Opens("shop").Opens("shop").Opens("news"));
        Judged(Partitioned, null, new BrowserOfTests(Partitioned).Opens("shop").Opens("news").Opens("shop"));
    }

    [Fact]
    public void Two_hits_of_one_page_prove_nothing_against_each_other() =>
        Judged(Unknown, "Open a second page of shop, then one of news.", new BrowserOfTests(Blocked).Opens("shop", hits: 3));

    [Fact]
    public void Each_hits_cookie_is_told_by_the_verdict_on_its_own_browser()
    {
        var open = new BrowserOfTests(Open).Opens("shop").Opens("news");
        var partitioned = new BrowserOfTests(Partitioned, BrowserHeads.Firefox, firstId: 50).Opens("shop").Opens("shop").Opens("news").Opens("shop");
        var reading = new CookieJarReading();
        reading.AddAll([.. open.Events, .. partitioned.Events]);
        var jarOf = reading.Verdicts();

        Assert.Equal("on every site", Where(open.Events));
        Assert.Equal("on this one site", Where(partitioned.Events));

        string Where(IEnumerable<LabEvent> events)
        {
            var hit = events.OfType<Hit>().Last(one => one.Request.Cookie("anid") is not null);
            var explained = HitExplainer.Explain(hit, Language.English, jar: jarOf(hit));
            var meaning = explained.Fields.Single(field => field.Field == "anid").Meaning;
            Assert.Equal(jarOf(hit) == Partitioned, explained.Recognition!.Contains("counts on this site only", StringComparison.Ordinal));
            Assert.DoesNotContain("or on this one alone", meaning, StringComparison.Ordinal);
            return ((string[])["on every site", "on this one site"]).Single(words => meaning.Contains(words, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_browser_seen_last_is_the_one_judged()
    {
        var first = new BrowserOfTests(Open).Opens("shop").Opens("news");
        var second = new BrowserOfTests(Blocked, BrowserHeads.Firefox, firstId: 50).Opens("shop").Opens("shop");
        Assert.Equal(Blocked, CookieJarReading.From([.. first.Events, .. second.Events], Language.English).Verdict);
        Assert.Equal("Firefox 153 on Linux", CookieJarReading.From([.. first.Events, .. second.Events], Language.English).Browser);
        Assert.Equal(Open, CookieJarReading.From([.. second.Events, .. first.Events], Language.English).Verdict);
    }

    [Fact]
    public void A_browser_that_starts_to_block_is_judged_anew()
    {
        var browser = new BrowserOfTests(Open).Opens("shop").Opens("news").Opens("shop");
        browser.World = Blocked;
        Judged(Blocked, null, browser.Opens("shop"));
    }

    [Fact]
    public void After_its_cookies_are_deleted_an_open_jar_is_soon_seen_as_open_again()
    {
        var browser = new BrowserOfTests(Open).Opens("shop").Opens("news");
        browser.DeletesCookies();
        Judged(Open, null, browser.Opens("news").Opens("shop"));
    }

    [Fact]
    public void A_number_once_sent_on_both_sites_is_not_held_against_the_jar_when_it_is_deleted()
    {
        var browser = new BrowserOfTests(Open).Opens("shop").Opens("shop").Opens("news");
        browser.DeletesCookies();
        Judged(Open, null, browser.Opens("news").Opens("news"));
    }

    [Fact]
    public void A_late_hit_of_an_earlier_page_is_no_proof()
    {
        var late = new BrowserOfTests(Open, firstId: 50).Opens("news");
        var browser = new BrowserOfTests(Open).Opens("shop");
        var newsOpenedFirst = new PixelPlanted
        {
            At = BuiltHit.Noon,
            Plant = "browser50page1.1",
            PageView = "browser50page1",
            Site = "news",
            Page = "/",
            Vendor = "adnet",
            Event = "page_view",
            Trigger = PixelTrigger.Image,
            Url = "http://adnet.localhost/tr",
        };
        Assert.Equal(Unknown, CookieJarReading.From([newsOpenedFirst, .. browser.Events, .. late.Events, .. browser.Opens("shop").Events.Skip(1)], Language.English).Verdict);
    }

    [Fact]
    public void A_scripts_request_without_cookies_proves_nothing()
    {
        var browser = new BrowserOfTests(Open).Opens("shop").Opens("shop");
        var script = BuiltHit.OfAdnet("ev=PageView&eid=zz.1", ["Sec-Fetch-Dest: empty", $"User-Agent: {BrowserHeads.ChromiumAgent}"]);
        Assert.Equal(Unknown, CookieJarReading.From([.. browser.Events, script with { Id = 90 }], Language.English).Verdict);
    }

    [Fact]
    public void What_the_browser_says_itself_is_only_a_remark()
    {
        var hit = BuiltHit.OfAdnet("ev=PageView&eid=a.1", [.. BrowserHeads.Chromium]);
        Assert.Contains("none", CookieJarReading.From([hit], Language.English).Remark);
    }

    [Fact]
    public void The_verdict_has_stable_codes() => Assert.Equal(
        """["unknown","open","partitioned","blocked"]""",
        JsonSerializer.Serialize(Enum.GetValues<CookieJarVerdict>()));

    [Fact]
    public void However_somebody_wanders_a_browser_is_never_taken_for_another_kind() =>
        Gen.Select(Gen.OneOf(Open, Partitioned, Blocked), Walk).Sample((world, walk) =>
        {
            var browser = new BrowserOfTests(world);
            foreach (var (site, hits) in walk)
            {
                browser.Opens(site, hits);
            }

            var known = false;
            var reading = new CookieJarReading();
            foreach (var labEvent in browser.Events)
            {
                reading.Add(labEvent);
                var verdict = reading.Snapshot(Language.English).Verdict;
                Assert.True(verdict == world || (verdict == Unknown && !known), $"{verdict} in the world {world}");
                known |= verdict == world;
            }
        }, iter: 2000);

    [Fact]
    public void Whoever_visits_every_site_twice_is_judged() =>
        Gen.Select(Gen.OneOf(Open, Partitioned, Blocked), Walk).Sample((world, walk) =>
        {
            var browser = new BrowserOfTests(world);
            foreach (var (site, hits) in (IEnumerable<(string, int)>)[.. walk, ("shop", 1), ("shop", 1), ("news", 1), ("news", 1)])
            {
                browser.Opens(site, hits);
            }

            Assert.Equal(world, CookieJarReading.From(browser.Events, Language.English).Verdict);
        }, iter: 500);

    [Fact]
    public void What_rests_on_hits_names_hits_that_were_there() =>
        Gen.Select(Gen.OneOf(Open, Partitioned, Blocked), Walk).Sample((world, walk) =>
        {
            var browser = new BrowserOfTests(world);
            foreach (var (site, hits) in walk)
            {
                browser.Opens(site, hits);
            }

            var because = CookieJarReading.From(browser.Events, Language.English).Because;
            Assert.Subset(browser.Events.Select(hit => hit.Id).ToHashSet(), because.ToHashSet());
            Assert.Equal(because.Order().Distinct(), because);
        }, iter: 500);

    [Fact]
    public void Events_of_other_vendors_and_sites_change_nothing() =>
        Gen.Select(Walk, Gen.Int[0, 20]).Sample((walk, at) =>
        {
            var browser = new BrowserOfTests(Partitioned);
            foreach (var (site, hits) in walk)
            {
                browser.Opens(site, hits);
            }

            var others = browser.Events.Insert(Math.Min(at, browser.Events.Count), BuiltHit.OfMetrics("en=page_view&z=q.1"))
                .Insert(0, BuiltHit.OfAdnet("ev=PageView&eid=q.1").On(null));
            Assert.Equivalent(CookieJarReading.From(browser.Events, Language.English), CookieJarReading.From(others, Language.English));
        }, iter: 500);

    private static readonly Gen<(string, int)[]> Walk =
        Gen.Select(Gen.OneOf("shop", "news", "social"), Gen.Int[1, 3]).Array[0, 10];

    private static CookieJar Judged(CookieJarVerdict verdict, string? next, BrowserOfTests browser)
    {
        var jar = CookieJarReading.From(browser.Events, Language.English);
        Assert.Equal((verdict, next), (jar.Verdict, jar.Next));
        return jar;
    }
}
