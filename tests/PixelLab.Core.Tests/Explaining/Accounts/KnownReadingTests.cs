using PixelLab.Core.Events;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Languages;
using PixelLab.Core.Readings;
using PixelLab.Core.Town;

namespace PixelLab.Core.Tests.Explaining.Accounts;

public sealed class KnownReadingTests
{
    private const string Shoe = "ev=ViewContent&cd[content_name]=Trail+Runner+2";

    [Fact]
    public void Each_thing_is_known_once_with_every_request_that_told_it()
    {
        var known = Assert.Single(Known(BuiltHit.OfAdnet(Shoe), BuiltHit.OfAdnet(Shoe) with { Id = 2 }));
        var shoe = Assert.Single(known.Facts, fact => fact.Value == "“Trail Runner 2”");
        Assert.Equal(("adnet", "What you are looking at", 2, Certainty.Likely), (known.Vendor, shoe.What, shoe.Times, shoe.Sure));
        Assert.Equal([1, 2], shoe.Events);
        Assert.NotEmpty(shoe.Control);
    }

    [Fact]
    public void What_ties_requests_together_is_told()
    {
        var person = $"ev=Login&ud[em]={Personas.All[0].EmailHash}";
        var cookie = BuiltHit.OfAdnet(Shoe, [.. BrowserHeads.Chromium, "Cookie: anid=0123456789abcdef"]);
        Assert.Equal(TiedBy.Nothing, Tie(BuiltHit.OfMetrics()));
        Assert.Equal(TiedBy.Address, Tie(BuiltHit.OfMetrics(), BuiltHit.OfMetrics()));
        Assert.Equal(TiedBy.Nothing, Tie(BuiltHit.OfMetrics(), BuiltHit.OfMetrics().From("203.0.113.9")));
        Assert.Equal(TiedBy.Account, Tie(BuiltHit.OfAdnet(person)));
        Assert.Equal(TiedBy.Cookie, Tie(BuiltHit.OfAdnet(person), cookie));
        Assert.Equal(TiedBy.Nothing, Tie(BuiltHit.OfAdnet(Shoe).Setting("anid=0123456789abcdef; Path=/")));
    }

    [Fact]
    public void Each_site_says_by_what_it_is_tied_to_the_other_sites()
    {
        string[] withNumber = [.. BrowserHeads.Chromium, "Cookie: anid=0123456789abcdef"];
        var person = $"ev=Login&ud[em]={Personas.All[0].EmailHash}";
        var known = Assert.Single(Known(
            BuiltHit.OfAdnet(Shoe).Setting("anid=0123456789abcdef; Path=/") with { Site = "shop" },
            BuiltHit.OfAdnet(Shoe, withNumber) with { Site = "news" },
            BuiltHit.OfAdnet(person) with { Site = "shop" },
            (BuiltHit.OfAdnet(person) with { Site = "social" }).From("203.0.113.8"),
            (BuiltHit.OfAdnet(Shoe) with { Site = "clinic" }).From("203.0.113.9")));
        Assert.Equal(
            [new("shop", TiedBy.Cookie), new("news", TiedBy.Cookie), new("social", TiedBy.Account), new("clinic", TiedBy.Nothing)], known.Sites);

        // A number that a browser keeps for one site alone ties nothing to another site.
        var apart = Assert.Single(Known(
            BuiltHit.OfAdnet(Shoe, [.. BrowserHeads.Chromium, "Cookie: anid_p=1111111111111111"]) with { Site = "shop" },
            BuiltHit.OfAdnet(Shoe, [.. BrowserHeads.Chromium, "Cookie: anid_p=2222222222222222"]) with { Site = "news" }));
        Assert.Equal([new("shop", TiedBy.Address), new("news", TiedBy.Address)], apart.Sites);
    }

    [Fact]
    public void What_robots_and_checks_ask_for_says_nothing_of_anybody() => Assert.Empty(Known(
        BuiltHit.OfMetrics("en=page_view&dt=Shoes", ["User-Agent: python-requests/2.32.3"]),
        BuiltHit.OfMetrics() with { Request = BuiltHit.Request("HEAD /px/a.gif?dt=Shoes HTTP/1.1", BrowserHeads.Chromium) }));

    [Fact]
    public void A_mail_services_own_address_is_nobodys()
    {
        var letter = new MailSent { At = BuiltHit.Noon, Mail = "m1", Campaign = "spring", Subject = "New in spring", Person = "mara" };
        var known = Assert.Single(Known(letter, BuiltHit.Of("postbox", "/o/m1.gif", BrowserHeads.GoogleImageProxy)));
        var fact = Assert.Single(known.Facts);
        Assert.Equal(($"“New in spring” to {Personas.All[0].Email}", Certainty.Unsure), (fact.Value, fact.Sure));
    }

    [Fact]
    public void However_much_is_told_what_is_held_has_a_bound()
    {
        var known = Assert.Single(Known([.. Enumerable.Range(1, 3_000).Select(go => BuiltHit.OfMetrics($"dt=Page+{go}") with { Id = go })]));
        Assert.InRange(known.Facts.Count, 100, 400);
        Assert.All(known.Facts, fact => Assert.InRange(fact.Events.Count, 1, 50));
    }

    private static TiedBy Tie(params LabEvent[] events) => Assert.Single(Known(events)).TiedBy;

    private static IReadOnlyList<KnownCompany> Known(params LabEvent[] events) => new KnownReading().AddAll(events).Companies(Language.English);
}
