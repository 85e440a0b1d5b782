using CsCheck;
using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Readings;

namespace PixelLab.Core.Tests.Lenses;

public sealed class LensReadingTests
{
    private static readonly Gen<Hit> AnyHit =
        from id in Gen.Int[0, 3]
        from cookie in Gen.Int[0, 3]
        from address in Gen.Int[1, 2]
        from gives in Gen.Bool
        from person in Gen.Int[0, 3]
        select Visitor($"10.0.0.{address}", cookie == 0 ? null : $"c{cookie}", gives && cookie == 0 ? $"new{id}" : null, person == 1 ? "mara" : null);

    private static readonly Gen<Hit[]> AnyHits = AnyHit.Array[0, 30].Select(hits =>
        hits.Select((hit, place) => hit with { Id = place + 1, At = BuiltHit.Noon.AddSeconds(place) }).ToArray());

    [Fact]
    public void One_browser_with_cookies_is_one_visitor_to_every_lens()
    {
        var reading = Read(
            Visitor("10.0.0.1", null, "c1", null),
            Visitor("10.0.0.1", "c1", null, null));

        Assert.Single(reading.Visitors(Lens.PixelOnly));
        Assert.Single(reading.Visitors(Lens.CookieOnly));
        Assert.Single(reading.Visitors(Lens.Both));
    }

    [Fact]
    public void Cookies_that_never_come_back_make_a_new_visitor_of_each_hit_to_the_cookie_lens_only()
    {
        var reading = Read(
            Visitor("10.0.0.1", null, "c1", null),
            Visitor("10.0.0.1", null, "c2", null),
            Visitor("10.0.0.1", null, "c3", null));

        Assert.Single(reading.Visitors(Lens.PixelOnly));
        Assert.Equal(3, reading.Visitors(Lens.CookieOnly).Count);
        Assert.Single(reading.Visitors(Lens.Both));
    }

    [Fact]
    public void Two_people_behind_one_address_are_one_visitor_without_cookies_and_two_with_them()
    {
        var reading = Read(
            Visitor("10.0.0.1", "c1", null, null),
            Visitor("10.0.0.1", "c2", null, null));

        Assert.Single(reading.Visitors(Lens.PixelOnly));
        Assert.Equal(2, reading.Visitors(Lens.CookieOnly).Count);
        Assert.Equal(2, reading.Visitors(Lens.Both).Count);
    }

    [Fact]
    public void The_cookieless_mark_does_not_outlive_the_day()
    {
        var today = Visitor("10.0.0.1", null, null, null) with { Id = 1 };
        var tomorrow = today with { Id = 2, At = today.At.AddDays(1) };

        var reading = new LensReading().AddAll([today, tomorrow]);

        Assert.Equal(2, reading.Visitors(Lens.PixelOnly).Count);
    }

    [Fact]
    public void An_account_joins_two_browsers_to_the_lens_that_uses_both()
    {
        var reading = Read(
            Visitor("10.0.0.1", "c1", null, "mara"),
            Visitor("10.0.0.2", "c2", null, "mara"));

        Assert.Equal(2, reading.Visitors(Lens.CookieOnly).Count);
        Assert.Single(reading.Visitors(Lens.Both));
    }

    [Fact]
    public void Two_cookies_that_came_together_belong_to_one_browser()
    {
        var both = BuiltHit.OfAdnet("ev=PageView").WithHeader("Cookie", "anid=1; anid_p=2");
        var twin = BuiltHit.OfAdnet("ev=PageView").WithHeader("Cookie", "anid_p=2");

        var reading = Read(both, twin);

        Assert.Single(reading.Visitors(Lens.CookieOnly));
    }

    [Fact]
    public void Many_visitors_who_turn_out_to_be_one_from_the_latest_to_the_first_are_one_with_all_their_hits_in_order()
    {
        // As many hits as a replay may hold. Each second one joins what was joined before to a visitor who was seen earlier still.
        const int Many = 50_000;
        var hit = BuiltHit.OfAdnet("ev=PageView");
        var apart = Enumerable.Range(1, Many).Select(number => hit.WithHeader("Cookie", $"anid={number}") with { Id = number });
        var joined = Enumerable.Range(1, Many)
            .Select(number => hit.WithHeader("Cookie", $"anid={Many + 1 - number}; anid_p=twin") with { Id = Many + number });

        var reading = new LensReading().AddAll(apart).AddAll(joined);

        foreach (var lens in Enum.GetValues<Lens>())
        {
            var visitor = Assert.Single(reading.Visitors(lens));
            Assert.Equal(Enumerable.Range(1, 2 * Many).Select(id => (long)id), visitor.Hits);
            Assert.Equal(visitor.Key, reading.VisitorOf(lens, 2 * Many));
        }

        Assert.Equal("cookie:anid=1", reading.Visitors(Lens.CookieOnly)[0].Key);
    }

    [Fact]
    public void A_vendor_without_cookies_is_never_seen_by_the_cookie_lens()
    {
        var reading = new LensReading().AddAll([BuiltHit.OfMetrics("en=page_view") with { Id = 1 }]);

        Assert.Empty(reading.Visitors(Lens.CookieOnly));
        Assert.Null(reading.VisitorOf(Lens.CookieOnly, 1));
    }

    [Fact]
    public void Every_hit_belongs_to_exactly_one_visitor_of_the_lenses_that_saw_it() =>
        AnyHits.Sample(hits =>
        {
            var reading = new LensReading().AddAll(hits);
            return Enum.GetValues<Lens>().All(lens =>
            {
                var counted = reading.Visitors(lens).SelectMany(visitor => visitor.Hits).ToList();
                return counted.Distinct().Count() == counted.Count
                    && counted.All(hit => reading.VisitorOf(lens, hit) is not null)
                    && (lens == Lens.CookieOnly || counted.Count == hits.Length);
            });
        });

    [Fact]
    public void Joining_never_invents_a_visitor() =>
        AnyHits.Sample(hits =>
        {
            var reading = new LensReading().AddAll(hits);
            return reading.Visitors(Lens.Both).Count
                <= reading.Visitors(Lens.CookieOnly).Count + reading.Visitors(Lens.PixelOnly).Count;
        });

    [Fact]
    public void The_order_of_hits_does_not_matter_to_one_who_goes_by_a_single_mark() =>
        AnyHits.Sample(hits =>
        {
            var there = new LensReading().AddAll(hits);
            var back = new LensReading().AddAll(hits.Reverse());
            return new[] { Lens.PixelOnly, Lens.CookieOnly }.All(lens => Groups(there, lens).SetEquals(Groups(back, lens)));
        });

    [Fact]
    public void Folding_in_two_halves_is_folding_at_once() =>
        Gen.Select(AnyHits, Gen.Double[0, 1]).Sample((hits, share) =>
        {
            var cut = (int)(hits.Length * share);
            var atOnce = new LensReading().AddAll(hits);
            var inHalves = new LensReading().AddAll(hits[..cut]).AddAll(hits[cut..]);
            return Enum.GetValues<Lens>().All(lens =>
                atOnce.Visitors(lens).Select(visitor => string.Join(',', visitor.Hits))
                    .SequenceEqual(inHalves.Visitors(lens).Select(visitor => string.Join(',', visitor.Hits))));
        });

    private static HashSet<string> Groups(LensReading reading, Lens lens) =>
        [.. reading.Visitors(lens).Select(visitor => string.Join(',', visitor.Hits.Order()))];

    private static LensReading Read(params Hit[] hits) =>
        new LensReading().AddAll(hits.Select((hit, place) => hit with { Id = place + 1 }));

    private static Hit Visitor(string address, string? cookie, string? given, string? person)
    {
        var hit = BuiltHit.OfAdnet(person is null ? "ev=PageView" : $"ev=PageView&ud[em]={person}").From(address);
        if (cookie is not null)
        {
            hit = hit.WithHeader("Cookie", $"anid={cookie}");
        }

        return given is null ? hit : hit.Setting($"anid={given}; Path=/");
    }
}
