using CsCheck;
using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Tests.Lenses;

public sealed class LensScorerTests
{
    private static readonly Gen<(Hit Hit, int Browser)> AnyHit =
        from cookie in Gen.Int[0, 3]
        from address in Gen.Int[1, 2]
        from gives in Gen.Bool
        from person in Gen.Int[0, 3]
        from browser in Gen.Int[0, 4]
        select (Visitor(address, cookie == 0 ? null : $"c{cookie}", gives && cookie == 0 ? $"new{browser}" : null, person == 1 ? "mara" : null), browser);

    [Fact]
    public void Two_people_behind_one_address_with_the_same_browser_break_the_pixel_lens()
    {
        var scorer = new LensScorer();
        foreach (var (person, cookie) in new[] { (0, "a"), (0, "a"), (0, "a"), (1, "b"), (1, "b") })
        {
            scorer.Add(Visitor(1, cookie, null, null), person, browser: person);
        }

        var pixel = Score(scorer, Lens.PixelOnly);
        Assert.Equal(1, pixel.Visitors);
        Assert.Equal(new PairScore(Together: 10, True: 4, Right: 4), pixel.People);
        foreach (var lens in new[] { Lens.CookieOnly, Lens.Both })
        {
            Assert.Equal(2, Score(scorer, lens).Visitors);
            Assert.Equal(new PairScore(Together: 4, True: 4, Right: 4), Score(scorer, lens).People);
        }
    }

    [Fact]
    public void Somebody_with_two_devices_is_two_browsers_and_one_person()
    {
        var scorer = new LensScorer();
        scorer.Add(Visitor(1, "phone", null, null), person: 0, browser: 0);
        scorer.Add(Visitor(1, "phone", null, null), person: 0, browser: 0);
        scorer.Add(Visitor(2, "laptop", null, null), person: 0, browser: 1);
        scorer.Add(Visitor(2, "laptop", null, null), person: 0, browser: 1);

        var cookie = Score(scorer, Lens.CookieOnly);
        Assert.Equal(2, cookie.Visitors);
        Assert.Equal(new PairScore(Together: 2, True: 2, Right: 2), cookie.Browsers);
        Assert.Equal(new PairScore(Together: 2, True: 6, Right: 2), cookie.People);
    }

    [Fact]
    public void Two_names_of_one_account_in_one_view_of_a_page_are_one_visitor()
    {
        var scorer = new LensScorer();
        scorer.Add(BuiltHit.OfMetrics("uid=F100001&z=v1.1"), person: 0, browser: 0);
        scorer.Add(BuiltHit.OfAdnet("ud%5Bem%5D=abc&eid=v1.2"), person: 0, browser: 0);
        scorer.Add(BuiltHit.OfMetrics("uid=F100002&z=v2.1"), person: 1, browser: 1);

        Assert.Equal(2, Score(scorer, Lens.Both).Visitors);
        Assert.Equal(new PairScore(Together: 1, True: 1, Right: 1), Score(scorer, Lens.Both).People);
    }

    [Fact]
    public void A_machine_counts_as_a_visitor_and_makes_no_pairs()
    {
        var scorer = new LensScorer();
        scorer.Add(Visitor(1, null, null, null), person: 0, LensScorer.Nobody);
        scorer.Add(Visitor(1, null, null, null), person: 1, LensScorer.Nobody);

        Assert.Equal(1, Score(scorer, Lens.PixelOnly).Visitors);
        Assert.Equal(new PairScore(0, 0, 0), Score(scorer, Lens.PixelOnly).People);
        Assert.Equal(0, Score(scorer, Lens.CookieOnly).Visitors);
    }

    [Fact]
    public void An_ad_is_wasted_on_who_has_bought_and_on_who_never_looked()
    {
        var scorer = new LensScorer();

        // Person 0 looks at product 3. Person 1 sits behind the same address with the same browser, and no cookie tells them apart.
        scorer.Looked(0, 3);
        scorer.Add(About("/tr?ev=ViewContent&cd%5Bcontent_ids%5D=3"), person: 0, browser: 0);
        scorer.Add(About("/slot?slot=top"), person: 0, browser: 0);
        scorer.Add(About("/slot?slot=top"), person: 1, browser: 1);

        // Person 0 buys, and a blocker keeps the pixel of it back.
        scorer.Bought(0, 3);
        scorer.Add(About("/slot?slot=top"), person: 0, browser: 0);

        var pixel = Score(scorer, Lens.PixelOnly);
        Assert.Equal((3, 1, 1), (pixel.AdsShown, pixel.AdsToWrongPerson, pixel.AdsAfterPurchase));
        Assert.Equal(2.0 / 3, pixel.WastedShare, 10);
        Assert.Equal(0, Score(scorer, Lens.CookieOnly).AdsShown);
    }

    [Fact]
    public void A_sale_that_the_tracker_hears_of_ends_the_ads()
    {
        var scorer = new LensScorer();
        scorer.Looked(0, 3);
        scorer.Add(About("/tr?ev=ViewContent&cd%5Bcontent_ids%5D=3"), person: 0, browser: 0);
        scorer.Bought(0, 3);
        scorer.Add(About("/tr?ev=Purchase&cd%5Bcontent_ids%5D=3"), person: 0, browser: 0);
        scorer.Add(About("/slot?slot=top"), person: 0, browser: 0);

        Assert.Equal(0, Score(scorer, Lens.PixelOnly).AdsShown);
    }

    [Fact]
    public void It_counts_the_visitors_that_the_reading_of_a_seat_counts() =>
        AnyHit.Array[0, 30].Sample(hits =>
        {
            var reading = new LensReading();
            var scorer = new LensScorer();
            foreach (var (place, (hit, browser)) in hits.Index())
            {
                var kept = hit with { Id = place + 1, At = BuiltHit.Noon.AddSeconds(place) };
                reading.Add(kept);
                scorer.Add(kept, browser, browser);
            }

            foreach (var score in scorer.Scores())
            {
                Assert.Equal(reading.Visitors(score.Lens).Count, score.Visitors);
                Assert.Equal(reading.Visitors(score.Lens).Sum(visitor => visitor.Hits.Count), score.Hits);
                Assert.InRange(score.People.Precision, 0, 1);
                Assert.InRange(score.People.Recall, 0, 1);
            }
        });

    [Fact]
    public void Joining_never_invents_a_visitor() =>
        AnyHit.Array[0, 30].Sample(hits =>
        {
            var scorer = new LensScorer();
            foreach (var (hit, browser) in hits)
            {
                var before = scorer.Scores().Select(score => score.Visitors).ToList();
                scorer.Add(hit, browser, browser);
                Assert.All(scorer.Scores().Zip(before), pair => Assert.True(pair.First.Visitors <= pair.Second + 1));
            }

            Assert.All(scorer.Scores(), score => Assert.True(score.Visitors <= score.Hits));
        });

    private static LensScore Score(LensScorer scorer, Lens lens) => scorer.Scores().Single(score => score.Lens == lens);

    private static Hit About(string target) => BuiltHit.Of(AdnetWire.VendorName, target, BrowserHeads.Chromium);

    private static Hit Visitor(int address, string? cookie, string? given, string? person)
    {
        var hit = BuiltHit.OfAdnet(person is null ? "ev=PageView" : $"ev=PageView&ud%5Bem%5D={person}").From($"192.0.2.{address}");
        hit = cookie is null ? hit : hit.WithHeader("Cookie", $"anid={cookie}");
        return given is null ? hit : hit.Setting($"anid={given}; Path=/");
    }
}
