using CsCheck;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Headers;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors;

namespace PixelLab.Core.Tests.Explaining;

public sealed class HitExplainerTests
{
    private const string ProductPage =
        "v=1&tid=PL-SHOP-1&en=page_view&dl=http%3A%2F%2Fshop.localhost%3A5080%2F~k7m2qd%2Fshoes%2F3&dr=http%3A%2F%2Fshop.localhost%3A5080%2F~k7m2qd%2F&dt=Trail+Runner+2&ul=en-GB&sr=1920x1080&z=abc.1";

    [Fact]
    public void A_page_view_is_told_in_one_sentence() => Assert.Equal(
        "At 14:03:07 Metrics was told that you opened “Trail Runner 2” on shop, coming from the front page. With it came the address 127.0.0.1, the browser’s name (Chrome 156 on Linux), a language (English).",
        HitExplainer.Explain(BuiltHit.OfMetrics(ProductPage), Language.English).Sentence);

    [Fact]
    public void Page_title_plant_and_referrer_are_told_without_the_labs_plumbing()
    {
        var explained = HitExplainer.Explain(BuiltHit.OfMetrics(ProductPage), Language.English);
        Assert.Equal(("/shoes/3", "Trail Runner 2", "abc.1", "the front page", "page_view"),
            (explained.Page, explained.Title, explained.Plant, explained.CameFrom, explained.Event));
    }

    [Theory]
    [InlineData("en=scroll&epn.percent_scrolled=75&dt=Shoes", "scrolled to 75 % of “Shoes” on shop.", "scrolled to 75 %")]
    [InlineData("en=scroll&epn.percent_scrolled=7500&dt=Shoes", "scrolled in “Shoes” on shop.", "scrolled")]
    [InlineData("en=click&ep.link_text=Add+to+cart&dt=Shoes", "clicked “Add to cart” in “Shoes” on shop.", "clicked “Add to cart”")]
    [InlineData("en=user_engagement&_et=12000&dt=Shoes", "had “Shoes” on shop in view for 12 seconds more.", "kept the page in view for 12 seconds more")]
    [InlineData("en=page_view", "opened a page on shop.", "opened a page")]
    [InlineData("", "did something this lab does not know on shop.", "did something this lab does not know")]
    public void Each_event_has_its_own_words(string query, string ending, string inWords)
    {
        var explained = HitExplainer.Explain(BuiltHit.OfMetrics(query), Language.English);
        Assert.Contains(ending, explained.Sentence);
        Assert.Equal(inWords, explained.EventInWords);
    }

    [Theory]
    [InlineData("http://news.localhost:5080/", "news")]
    [InlineData("http://localhost:5080/lessons", "the lab")]
    [InlineData("http://shop.localhost:5080/~k7m2qd/shoes", "the page /shoes")]
    [InlineData("https://www.example.org/search?q=shoes", "www.example.org")]
    public void Where_somebody_came_from_is_named_as_people_name_it(string referrer, string words)
    {
        var query = $"en=page_view&dl={Uri.EscapeDataString("http://shop.localhost:5080/a")}&dr={Uri.EscapeDataString(referrer)}";
        Assert.Equal(words, HitExplainer.Explain(BuiltHit.OfMetrics(query), Language.English).CameFrom);
    }

    [Fact]
    public void Sites_that_share_a_hostname_are_told_apart_by_their_path()
    {
        var explained = HitExplainer.Explain(BuiltHit.OfMetrics(
            "en=page_view&dl=https%3A%2F%2Flab.example%2Fon%2Fshop%2F~k7m2qd%2Fa&dr=https%3A%2F%2Flab.example%2Fon%2Fnews%2F"), Language.English);
        Assert.Equal(("/a", "news"), (explained.Page, explained.CameFrom));
    }

    [Theory]
    [InlineData("Cookie: anid=0123456789ab3f2a", "", "It recognised the browser by its cookie anid (number …3f2a).")]
    [InlineData("Cookie: anid_p=0123456789ab77aa", "", "It recognised the browser by its cookie anid_p (number …77aa, which counts on this site only).")]
    [InlineData("DNT: 1", "anid=fedcba987654beef; Path=/", "This browser brought no number along, so it got a new one (number …beef).")]
    [InlineData("DNT: 1", "", "No cookie came back, so it could not tell whether it had seen this browser before.")]
    public void The_advertising_network_says_whether_it_knew_the_browser(string header, string setCookie, string recognition)
    {
        var hit = BuiltHit.OfAdnet("ev=PageView", [.. BrowserHeads.Chromium, header]);
        var explained = HitExplainer.Explain(setCookie.Length == 0 ? hit : hit.Setting(setCookie), Language.English);
        Assert.Equal(recognition, explained.Recognition);
        Assert.Contains(recognition, explained.Sentence);
    }

    [Theory]
    [InlineData("ev=ViewContent&cd%5Bcontent_name%5D=Trail+Runner+2", "looked at the product “Trail Runner 2” on shop.")]
    [InlineData("ev=ViewCategory&cd%5Bcontent_category%5D=Shoes", "looked at the products under “Shoes” on shop.")]
    [InlineData("ev=AddToCart&cd%5Bcontent_name%5D=Trail+Runner+2", "put “Trail Runner 2” in the cart on shop.")]
    [InlineData("ev=Search&cd%5Bsearch_string%5D=boots", "searched for “boots” on shop.")]
    [InlineData("ev=Purchase&cd%5Bvalue%5D=129.90&cd%5Bcurrency%5D=EUR", "bought something for 129.90 EUR on shop.")]
    [InlineData("ev=AdSlot", "came to a place for an ad on shop.")]
    public void The_advertising_networks_events_have_their_own_words(string query, string part) =>
        Assert.Contains(part, HitExplainer.Explain(BuiltHit.OfAdnet(query), Language.English).Sentence);

    [Theory]
    [InlineData("/i?ad=a", "got to see an ad on shop.", "an ad was shown")]
    [InlineData("/v?ad=a", "had an ad in view for a second on shop.", "an ad was in view for a second")]
    [InlineData("/slot?slot=top", "opened a page that asked for an ad on shop.", "a page asked for an ad")]
    [InlineData("/click?ad=a", "clicked an ad on shop.", "clicked an ad")]
    public void A_row_says_of_an_ad_what_cannot_be_taken_for_the_companys_own_doing(string target, string ending, string inRow)
    {
        var explained = HitExplainer.Explain(BuiltHit.Of("adnet", target, BrowserHeads.Chromium), Language.English);
        Assert.Contains(ending, explained.Sentence);
        Assert.Equal(inRow, explained.EventInWords);
    }

    [Theory]
    [InlineData("adnet", "/match?start=448137", "opened a page on shop where two companies tell each other the numbers by which they know this browser.", "companies swap the numbers by which they know this browser")]
    [InlineData("broker", "/match?partner=adnet&id=0123456789ab3f2a", "brought along the number …3f2a, by which AdNet knows this browser.", "brought the number by which AdNet knows this browser")]
    [InlineData("adnet", "/match?partner=broker&id=B93", "brought along the number B93, by which Broker knows this browser.", "brought the number by which Broker knows this browser")]
    public void A_cookie_match_says_that_two_companies_tell_each_other_their_numbers(string vendor, string target, string part, string inRow)
    {
        var explained = HitExplainer.Explain(BuiltHit.Of(vendor, target, BrowserHeads.Chromium), Language.English);
        Assert.Contains(part, explained.Sentence);
        Assert.Equal(inRow, explained.EventInWords);
    }

    [Fact]
    public void A_mail_proxy_stands_for_the_reader() => Assert.Equal(
        "At 14:03:07 Postbox was told which letter this is, and that somebody opened a message on shop. Gmail’s image proxy fetched it in the reader’s place, mostly as a message is opened: so a person probably did, with a device that stays hidden.",
        HitExplainer.Explain(BuiltHit.Of("postbox", "/o/x.gif", BrowserHeads.GoogleImageProxy).From("66.249.84.1"), Language.English).Sentence);

    public static TheoryData<string, string[]> Programs => new()
    {
        { "Chromium", BrowserHeads.Chromium },
        { "Firefox", BrowserHeads.Firefox },
        { "Safari", BrowserHeads.Safari },
        { "Gmail", BrowserHeads.GoogleImageProxy },
        { "Yahoo", BrowserHeads.YahooMailProxy },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void Every_header_of_a_real_program_is_known(string program, string[] head)
    {
        Assert.NotEmpty(program);
        Assert.DoesNotContain(HitExplainer.Fields(BuiltHit.OfMetrics("", head), Language.English), field => field.Source == FieldSource.Unknown);
    }

    [Fact]
    public void What_nobody_knows_is_shown_as_it_is_and_called_unknown()
    {
        var fields = HitExplainer.Fields(BuiltHit.OfMetrics("wat=%3Cb%3E").WithHeader("X-Odd", "1"), Language.English);
        var parameter = Assert.Single(fields, field => field.Field == "wat");
        var header = Assert.Single(fields, field => field.Field == "X-Odd");
        Assert.Equal((FieldSource.Unknown, "<b>"), (parameter.Source, parameter.Value));
        Assert.Equal((FieldSource.Unknown, "1"), (header.Source, header.Value));
        Assert.Contains("does not know", parameter.Meaning);
        Assert.Contains("does not know", header.Meaning);
    }

    [Fact]
    public void The_seat_is_the_labs_own()
    {
        var hit = BuiltHit.Of("metrics", "/~k7m2qd/px/PL-SHOP-1.gif?en=page_view", BrowserHeads.Chromium);
        var seat = Assert.Single(HitExplainer.Fields(hit, Language.English), field => field.Source == FieldSource.Lab);
        Assert.Equal(("seat", "~k7m2qd"), (seat.Field, seat.Value));
        Assert.DoesNotContain(HitExplainer.Fields(BuiltHit.OfMetrics(), Language.English), field => field.Source == FieldSource.Lab);
    }

    [Fact]
    public void Each_cookie_stands_after_the_header_that_brought_it()
    {
        var fields = HitExplainer.Fields(BuiltHit.OfAdnet("ev=PageView", ["Cookie: anid=0123456789ab3f2a; other=1", "DNT: 1"]), Language.English);
        Assert.Equal(["Cookie", "anid", "other", "DNT"], fields.SkipWhile(field => field.Field != "Cookie").Select(field => field.Field));
    }

    [Fact]
    public void A_cookie_that_the_reply_sets_is_explained_with_its_attributes()
    {
        var hit = BuiltHit.OfAdnet("ev=PageView").Setting("anid_p=0123; Path=/; Max-Age=34560000; HttpOnly; SameSite=None; Secure; Partitioned");
        var set = Assert.Single(HitExplainer.Explain(hit, Language.English).CookiesSet);
        Assert.Equal("anid_p", set.Field);
        Assert.Contains("400 days", set.Meaning);
        Assert.Contains("apart for each site", set.Meaning);
        Assert.Contains("on other people’s sites too", set.Meaning);
        Assert.Contains("even where third-party cookies are blocked", set.Control);
    }

    [Fact]
    public void A_long_value_is_cut_with_a_note()
    {
        var field = Assert.Single(HitExplainer.Fields(BuiltHit.OfMetrics("dt=" + new string('x', 64_000)), Language.English), field => field.Field == "dt");
        Assert.Equal(ExplainedField.MaxValue, field.Value.Length);
        Assert.EndsWith("Shown are the first 1,000 characters of 64,000.", field.Meaning);
    }

    [Fact]
    public void Foreign_text_cannot_change_the_line_or_the_direction_of_a_sentence()
    {
        var sentence = HitExplainer.Explain(BuiltHit.OfMetrics("en=page_view&dt=a%0D%0Ab%E2%80%AEc%00d"), Language.English).Sentence;
        Assert.DoesNotContain(sentence, character => char.IsControl(character) || character == '\u202e');
    }

    [Fact]
    public void A_beacons_body_is_a_field() => Assert.Equal(
        "en=x",
        Assert.Single(
            HitExplainer.Fields(BuiltHit.OfMetrics() with { Request = BuiltHit.OfMetrics().Request with { Body = "en=x", BodyBytes = 4 } }, Language.English),
            field => field.Field == "body").Value);

    [Fact]
    public void Whatever_comes_nothing_fails_and_every_pair_and_header_appears_once_in_order()
    {
        var name = Gen.OneOf(
            Gen.String[0, 12],
            Gen.OneOf([.. HeaderCatalogue.All.Select(fact => fact.Name)]),
            Gen.OneOf("User-Agent", "Cookie", "Host", "Referer"));
        var value = Gen.OneOf(
            Gen.String[0, 60],
            Gen.OneOf("", "%", "%zz", "\"", "?1", "1", "G111", "fb.1.99999999999999999.x", "en;q=,*;q=x", "u=,u=9", "=;=", "\ud800", "\"Not\";v=\"\"", "http://[", "https://h/~/on/~~", new('a', 5000)));
        var parameter = Gen.OneOf(
            Gen.String[0, 12],
            Gen.OneOf([.. VendorList.All.SelectMany(wire => wire.Parameters).Select(known => known.Name)]));
        var vendor = Gen.OneOf("metrics", "adnet", "nobody", "");
        var query = Gen.Select(parameter, value, (n, v) => $"{n}={v}").Array[0, 12];
        var headers = Gen.Select(name, value, (n, v) => $"{n}: {v}").Array[0, 20];
        Gen.Select(vendor, query, headers, Gen.String[0, 30], value.Array[0, 3]).Sample((who, pairs, lines, address, cookies) =>
        {
            var hit = BuiltHit.Of(who, "/x?" + string.Join('&', pairs), lines).From(address).Setting(cookies);
            var explained = HitExplainer.Explain(hit, Language.English);
            var expected = hit.Request.Query.Select(Cut).Concat(hit.Request.Headers.Select(Cut));
            var cookieFields = hit.Request.Cookies.Count;
            var shown = explained.Fields.SkipWhile(field => field.Field != "path").Skip(1).ToList();
            var cookieHeader = hit.Request.Query.Count + hit.Request.Headers.TakeWhile(header => !IsCookie(header)).Count() + 1;
            if (hit.Request.Headers.Any(IsCookie))
            {
                shown.RemoveRange(cookieHeader, cookieFields);
            }

            Assert.Equal(expected, shown.Select(field => new NameValue(field.Field, field.Value)));
            Assert.All(explained.Fields, field => Assert.True(field is { Meaning.Length: > 0, Control.Length: > 0 }));
            Assert.Equal(cookies.Length, explained.CookiesSet.Count);
        }, iter: 3000);
    }

    [Fact]
    public void Whatever_the_head_is_nothing_fails() =>
        Gen.Select(Gen.String[0, 300], Gen.OneOf("metrics", "adnet")).Sample((head, vendor) =>
        {
            var hit = BuiltHit.Of(vendor, "/") with { Request = BuiltHit.Request("GET / HTTP/1.1") with { Head = head, Address = head } };
            Assert.NotEmpty(HitExplainer.Explain(hit, Language.English).Sentence);
        }, iter: 3000);

    private static NameValue Cut(NameValue pair) =>
        new(PlainText.Head(pair.Name, ExplainedField.MaxField), PlainText.Head(pair.Value, ExplainedField.MaxValue));

    private static bool IsCookie(NameValue header) => string.Equals(header.Name, "Cookie", StringComparison.OrdinalIgnoreCase);
}
