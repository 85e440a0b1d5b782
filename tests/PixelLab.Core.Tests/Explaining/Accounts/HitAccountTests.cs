using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Languages;
using PixelLab.Core.Town;
using PixelLab.Core.Vendors.Invented;

namespace PixelLab.Core.Tests.Explaining.Accounts;

public sealed class HitAccountTests
{
    private static readonly MailSent Letter = new() { At = BuiltHit.Noon, Mail = "m1", Campaign = "spring", Subject = "New in spring", Person = "mara" };

    [Fact]
    public void A_code_of_an_address_comes_first()
    {
        var account = Of(BuiltHit.OfAdnet($"ev=Login&ud[em]={Personas.All[0].EmailHash}&dl=http%3A%2F%2Fshop.localhost%2Flogin"));
        Assert.StartsWith(
            $"At 14:03:07 AdNet was told whose account this is, by a number or code that ends in …{Personas.All[0].EmailHash[^4..]}, and that you logged in on shop.",
            account.Sentence, StringComparison.Ordinal);
        Assert.Equal(["ud[em]", "dl", "address", "User-Agent", "Accept-Language"], account.Told.Select(told => told.Field));
        Assert.StartsWith("Your email address, scrambled", account.Told[0].What, StringComparison.Ordinal);
    }

    /// <summary>The case's till hears of the price before the order and never again.</summary>
    [Theory]
    [InlineData("begin_checkout", true)]
    [InlineData("view_item", false)]
    public void What_an_order_costs_is_told_where_there_is_an_order(string name, bool isTold) =>
        Assert.Equal(isTold, Of(BuiltHit.Of(InventedWire.All[0].Name, $"/till?en={name}&val=32+%E2%82%AC", BrowserHeads.Chromium)).Told.Any(told => told.Field == "val"));

    [Fact]
    public void A_letter_is_told_with_whose_it_is_where_the_senders_list_says_so()
    {
        var hit = BuiltHit.Of("postbox", "/o/m1.gif", BrowserHeads.Firefox).On(null);
        Assert.StartsWith(
            $"At 14:03:07 Postbox was told about the letter “New in spring” to {Personas.All[0].Email}, and that you opened a message.",
            HitExplainer.Explain(hit, Language.English, Letter).Sentence, StringComparison.Ordinal);
        Assert.StartsWith("At 14:03:07 Postbox was told which letter this is, and that you opened a message.", Of(hit).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_a_title_goes_by_its_address() => Assert.StartsWith(
        "At 14:03:07 AdNet was told that you opened “/symptoms/low-mood” on clinic.",
        Of(BuiltHit.OfAdnet("ev=PageView&dl=http%3A%2F%2Fclinic.localhost%3A5080%2F~k7m2qd%2Fsymptoms%2Flow-mood").On("clinic")).Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("anid=1763.1", HitBadge.Again)]
    [InlineData("anid=1763.1; anid_p=1763.2", HitBadge.Again)]
    [InlineData("anid_p=1763.2", HitBadge.AgainHere)]
    public void A_line_says_whether_the_browser_is_known_again_on_one_site_alone(string cookies, HitBadge badge) =>
        Assert.Equal([badge], HitRow.Of(BuiltHit.OfAdnet("ev=PageView").WithHeader("Cookie", cookies), Language.English).Badges);

    [Fact]
    public void What_nobody_may_have_done_is_not_said_of_anybody()
    {
        var ahead = Of(BuiltHit.OfMetrics("en=page_view&dt=Shoes", [.. BrowserHeads.Chromium, "Sec-Purpose: prefetch;prerender"]));
        var robot = Of(BuiltHit.OfMetrics("en=page_view&dt=Shoes", ["User-Agent: Googlebot/2.1 (+http://www.google.com/bot.html)"]));
        var relay = Of(BuiltHit.Of("postbox", "/o/m1.gif", "User-Agent: Mozilla/5.0"));
        Assert.All([ahead, robot, relay], account =>
        {
            Assert.False(account.Counts);
            Assert.Contains("was told", account.Sentence, StringComparison.Ordinal);
            Assert.Contains("somebody opened", account.Sentence, StringComparison.Ordinal);
            Assert.Contains("perhaps nobody did", account.Sentence, StringComparison.Ordinal);
        });
        Assert.All([robot, relay], account => Assert.DoesNotContain(account.Told, told => told.Field is "address" or "User-Agent"));
        Assert.Contains("(Googlebot 2)", robot.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_only_asks_tells_nothing()
    {
        var hit = BuiltHit.OfMetrics() with { Request = BuiltHit.Request("OPTIONS /px/a.gif HTTP/1.1", [.. BrowserHeads.Chromium, "Access-Control-Request-Method: POST"]) };
        Assert.Equal("At 14:03:07 a browser asked Metrics whether a script may send it something. That is all it was told.", Of(hit).Sentence);
    }

    [Fact]
    public void Each_thing_that_was_told_names_a_field_that_is_explained()
    {
        var hits = new[]
        {
            BuiltHit.OfMetrics("en=scroll&epn.percent_scrolled=75&dl=http%3A%2F%2Fshop.localhost%2F&dt=Shoes&uid=F1&sr=800x600&tz=60&ul=de"),
            BuiltHit.OfAdnet("ev=Purchase&cd[value]=12&ud[em]=abc&fbc=fb.1.2.3", [.. BrowserHeads.Firefox, "Cookie: anid=0123456789abcdef"]),
            BuiltHit.Of("broker", "/match?partner=adnet&id=0123456789abcdef", BrowserHeads.Chromium),
            BuiltHit.Of("postbox", "/c/m1/2", BrowserHeads.Safari),
        };
        foreach (var explained in hits.Select(hit => HitExplainer.Explain(hit, Language.English)))
        {
            Assert.NotEmpty(explained.Account.Told);
            Assert.All(explained.Account.Told, told => Assert.Contains(explained.Fields, field => field.Field == told.Field));
        }
    }

    [Fact]
    public void To_others_it_is_somebody() =>
        Assert.Contains("told that somebody opened", HitExplainer.Explain(BuiltHit.OfMetrics("en=page_view"), Language.English, isOwn: false).Sentence, StringComparison.Ordinal);

    private static HitAccount Of(Hit hit) => HitExplainer.Explain(hit, Language.English).Account;
}
