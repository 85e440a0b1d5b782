using CsCheck;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Core.Yours;

namespace PixelLab.Core.Tests.Yours;

public sealed class RequestReaderTests
{
    private const string Pixel = "https://www.facebook.com/tr/?id=1&ev=PageView";

    [Theory]
    [InlineData("https://cdn.shop.example/a.css", "shop.example", true)]
    [InlineData("https://shop.example.org/a.css", "shop.example", false)]
    [InlineData("https://i.ytimg.com/a.jpg", "www.youtube.com", true)]
    [InlineData("https://www.google-analytics.com/g/collect?v=2&tid=G-1", "shop.example", false)]
    [InlineData("https://shop.example/a.css", null, false)]
    [InlineData("http://metrics.localhost/px/1.gif", "shop.localhost", false)]
    public void What_goes_to_the_pages_own_name_or_owner_is_first_party(string url, string? page, bool isFirstParty)
    {
        var explained = RequestReader.Explain(new BroughtRequest("GET", url, [], null, "line 1") { PageHost = page }, Language.English);
        Assert.Equal(isFirstParty, explained.IsFirstParty);
    }

    [Fact]
    public void Who_led_to_it_is_named_with_its_owner_and_without_what_its_address_carried()
    {
        Lead? LedBy(RecordedLead? lead, params NameValue[] headers) =>
            RequestReader.Explain(new BroughtRequest("GET", "https://pixel.example/", headers, null, "line 1") { PageHost = "shop.example", Lead = lead }, Language.English).LedBy;

        Assert.Equal(
            new Lead(LeadMeans.Script, "https://connect.facebook.net/en_US/fbevents.js", "facebook.net", "Meta", IsFirstParty: false),
            LedBy(new RecordedLead(LeadMeans.Script, "https://connect.facebook.net/en_US/fbevents.js?v=1"), new NameValue("Referer", "https://shop.example/")));
        Assert.Equal(new Lead(LeadMeans.Referrer, "https://shop.example/", "shop.example", null, IsFirstParty: true), LedBy(null, new NameValue("referer", "https://shop.example/")));
        Assert.Null(LedBy(null));
        Assert.Null(LedBy(null, new NameValue("Referer", "about:client")));
    }

    [Theory]
    [InlineData("document", null, false, LeadMeans.Link)]
    [InlineData("document", "prefetch", false, LeadMeans.Referrer)]
    [InlineData("iframe", null, true, LeadMeans.Referrer)]
    [InlineData("image", null, false, LeadMeans.Referrer)]
    [InlineData(null, null, true, LeadMeans.Link)]
    [InlineData(null, null, false, LeadMeans.Referrer)]
    public void A_link_is_said_to_have_been_followed_only_where_that_is_told(string? wanted, string? ahead, bool isForDocument, LeadMeans means)
    {
        var headers = new[] { new NameValue("Referer", "https://shop.example/"), new("Sec-Fetch-Dest", wanted!), new("Sec-Purpose", ahead!) };
        var request = new BroughtRequest("GET", "https://news.example/", [.. headers.Where(header => header.Value is not null)], null, "entry 1") { IsForDocument = isForDocument };
        Assert.Equal(means, RequestReader.Explain(request, Language.English).LedBy?.Means);
    }

    [Fact]
    public void The_address_of_whoever_led_to_it_keeps_its_port()
    {
        var lead = new RecordedLead(LeadMeans.Redirect, "http://ann:secret@adnet.localhost:5355/match?start=1");
        Assert.Equal("http://adnet.localhost:5355/match", RequestReader.Explain(new BroughtRequest("GET", Pixel, [], null, "line 1") { Lead = lead }, Language.English).LedBy?.Url);
    }

    [Theory]
    [InlineData("http://metrics.localhost/px/1.gif?en=page_view&dl=http%3A%2F%2Fshop.localhost%2Fsearch%3Fq%3Drain%2Bjacket", "dl", "rain jacket")]
    [InlineData("https://www.google-analytics.com/g/collect?v=2&tid=G-1&en=page_view&dr=https%3A%2F%2Fshop.example%2F%3FQuery%3Dboots", "dr", "boots")]
    [InlineData("https://www.google-analytics.com/g/collect?v=2&tid=G-1&en=page_view&dl=https%3A%2F%2Fshop.example%2F%3Fq%3D80", null, null)]
    public void The_words_of_a_search_are_told_to_whoever_gets_the_address_that_carries_them(string url, string? field, string? words)
    {
        var search = Explain(url).Told.SingleOrDefault(told => told.Telling == Telling.Search);
        Assert.Equal((field, words), (search?.Field, search?.Value));
    }

    [Fact]
    public void A_page_that_was_opened_names_the_one_before_and_the_words_of_its_own_search()
    {
        var headers = new NameValue[] { new("Sec-Fetch-Dest", "document"), new("Sec-Fetch-Site", "same-origin"), new("Referer", "https://shop.example/") };
        var page = RequestReader.Explain(
            new BroughtRequest("GET", "https://shop.example/search?q=rain+jacket", headers, null, "entry 1") { PageHost = "shop.example" }, Language.English);
        Assert.Equal([(Telling.Search, "rain jacket"), (Telling.CameFrom, "https://shop.example/")], page.Told.Select(told => (told.Telling, told.Value)));
        Assert.StartsWith("What was searched for", Field(page, "q").Meaning, StringComparison.Ordinal);
        Assert.StartsWith("This is the site itself", Field(page, "host").Meaning, StringComparison.Ordinal);
        Assert.StartsWith("Nothing, if you want to see the page", Field(page, "path").Control, StringComparison.Ordinal);
        Assert.Contains("page that led here", Field(page, "Referer").Meaning, StringComparison.Ordinal);
        Assert.Contains("“/” on shop.example", Field(page, "Referer").Meaning, StringComparison.Ordinal);
        Assert.Contains("page that led here", Field(page, "Sec-Fetch-Site").Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_a_company_of_the_town_is_not_called_its_pixel_and_its_own_page_is_no_site()
    {
        var file = Explain("http://adnet.localhost/css/slot.css", headers: [new("Referer", "http://adnet.localhost/slot?id=1")]);
        Assert.Equal((null, null, "AdNet"), (file.Event, file.Site, file.Owner));
        Assert.DoesNotContain("pixel", Field(file, "path").Meaning, StringComparison.Ordinal);
        Assert.Contains("its pixel", Field(Explain("http://adnet.localhost/tr?ev=PageView"), "path").Meaning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pixel_tells_whose_it_is_and_what_happened()
    {
        var explained = Explain(Pixel + "&dl=https%3A%2F%2Fshop.example%2Fa%3Femail%3Dann%2540mail.example");
        Assert.Equal(("Meta", "Meta Pixel", "advertising", "PageView"), (explained.Owner, explained.Vendor, explained.Category, explained.Event));
        Assert.Contains("opened a page", Field(explained, "ev").Meaning);
        Assert.Contains("open for everybody to read", Field(explained, "dl?email").Meaning);
        Assert.Contains(explained.Told, told => told is { Telling: Telling.Person, Value: "ann@mail.example" });
    }

    [Theory]
    [InlineData(Pixel, "opened a page")]
    [InlineData("https://www.facebook.com/tr/?id=1&ev=Grumble", "reported “Grumble”")]
    [InlineData("https://nobody.invalid/a/b.js", "asked for “b.js”")]
    [InlineData("https://nobody.invalid/a/", "asked for “a/”")]
    [InlineData("https://nobody.invalid", "asked for “/”")]
    [InlineData("https://www.facebook.com/tr/?id=1&ev=ViewContent&cd[content_name]=Trail+Runner+2", "looked at the product “Trail Runner 2”")]
    [InlineData("https://www.facebook.com/tr/?id=1&ev=ViewContent&cd[content_ids]=[%22SKU-12%22]", "looked at a product")]
    [InlineData("https://www.facebook.com/tr/?id=1&ev=Search&cd[search_string]=rain+jacket", "searched for “rain jacket”")]
    [InlineData("http://adnet.localhost/tr?id=1&ev=ViewContent&cd[content_name]=Trail+Runner+2", "looked at the product “Trail Runner 2”")]
    [InlineData("http://metrics.localhost:5080/~k7m2qd/built/metrics.js", "asked for “metrics.js”")]
    [InlineData("http://broker.localhost/match?partner=adnet&id=18df1d18d9a19b8b", "brought along the number …9b8b, by which AdNet knows this browser")]
    public void What_happened_is_said_in_the_fields_words_else_in_the_vendors_and_else_by_what_was_asked_for(string url, string did) =>
        Assert.Equal(did, Explain(url).Did);

    [Theory]
    [InlineData("https://track.adform.net/Serving/TrackPoint/?pm=1", true)]
    [InlineData(Pixel, false)]
    public void What_was_not_checked_in_a_companys_documentation_is_told_as_believed(string url, bool isBelieved) => Assert.Equal(
        isBelieved, Field(Explain(url), "host").Meaning.Contains("is believed", StringComparison.Ordinal));

    [Theory]
    [InlineData("https://platform.twitter.com/widgets.js", "X", "social media")]
    [InlineData("https://connect.facebook.net/en_US/fbevents.js", "Meta", "social media")]
    [InlineData("https://i.ytimg.com/vi/a/b.jpg", "Google", "video")]
    [InlineData("https://u123.ct.sendgrid.net/robots.txt", "Twilio", "email")]
    public void A_host_whose_requests_nobody_knows_is_known_by_its_owner(string url, string owner, string category)
    {
        var explained = Explain(url);
        Assert.Equal((owner, null, category), (explained.Owner, explained.Vendor, explained.Category));
    }

    [Fact]
    public void What_nobody_knows_stays_unknown_with_its_shape()
    {
        var explained = Explain("https://nobody.invalid/p?q=ab12cd34ef56");
        Assert.Equal((null, null, null, null), (explained.Owner, explained.Vendor, explained.Category, explained.Event));
        var field = Field(explained, "q");
        Assert.Equal(FieldSource.Unknown, field.Source);
        Assert.Contains("12 letters and digits", field.Meaning);
    }

    [Fact]
    public void Headers_and_cookies_are_explained_as_in_the_panel()
    {
        var explained = Explain(Pixel, headers: [new("Referer", "https://shop.example/a"), new("Cookie", "fr=abc; other=1"), new(":authority", "www.facebook.com")]);
        Assert.Contains("shop.example", Field(explained, "Referer").Meaning);
        Assert.Contains("Meta’s number for this browser", Field(explained, "fr").Meaning);
        Assert.Equal(FieldSource.Cookie, Field(explained, "other").Source);
        Assert.Contains(explained.Told, told => told is { Telling: Telling.Page, Field: "Referer" });
    }

    [Fact]
    public void A_cookie_is_known_at_its_own_host_alone()
    {
        NameValue[] headers = [new("Cookie", "fr=abc")];
        Assert.Contains("Meta’s number", Field(Explain("https://www.facebook.com/plugins/like.php?fr=1", headers: headers), "fr", FieldSource.Cookie).Meaning);
        Assert.DoesNotContain("Meta", Field(Explain("https://shop.example/?fr=1", headers: headers), "fr", FieldSource.Cookie).Meaning);
    }

    [Theory]
    [InlineData("http://adnet.localhost:5080/~k7m2qd/tr?id=1&ev=PageView&dl=http%3A%2F%2Fshop.localhost%3A5080%2F", "AdNet", "page_view")]
    [InlineData("http://localhost:5080/on/metrics/~k7m2qd/px/PL-SHOP-1.gif?en=scroll", "Metrics", "scroll")]
    public void The_towns_own_pixels_are_explained_as_in_the_panel(string url, string vendor, string happened)
    {
        var explained = Explain(url);
        Assert.Equal((vendor, happened), (explained.Vendor, explained.Event));
        Assert.Contains(explained.Fields, field => field.Source == FieldSource.Lab);
        Assert.DoesNotContain(explained.Fields, field => field.Field == "address");
    }

    [Theory]
    [InlineData("{\"data\":\"eyJlbWFpbCI6ImFubkBtYWlsLmV4YW1wbGUifQ==\"}", "data.email", "ann@mail.example")]
    [InlineData("data=%7B%22a%22%3A%5B%7B%22b%22%3A%22c%22%7D%5D%7D", "data.a[0].b", "c")]
    [InlineData("{\"a\":1}\n{\"a\":2}", "a", "2")]
    [InlineData("a=1\nb=2", "b", "2")]
    [InlineData("--xyz\r\nContent-Disposition: form-data; name=\"em\"\r\n\r\nann@mail.example\r\n--xyz--", "em", "ann@mail.example")]
    public void A_body_is_taken_apart(string body, string field, string value)
    {
        var type = body.StartsWith("--", StringComparison.Ordinal) ? "multipart/form-data; boundary=xyz" : "text/plain";
        var explained = RequestReader.Explain(new("POST", "https://nobody.invalid/p", [new("Content-Type", type)], body, ""), Language.English);
        Assert.Contains(explained.Fields, one => one.Field == field && one.Value == value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("//")]
    [InlineData("https://")]
    [InlineData("https://@:/?=&=&&#")]
    [InlineData("https://[::1/?a=%&b=%E0%A4&c=%00&%=%zz")]
    [InlineData("https://www.facebook.com/tr/?id=\0&ev=\ud800&cd[\udc00]=\ud800\ud800&dl=https%3A%2F%2F\ud800%3F%ud800")]
    [InlineData("https://www.google-analytics.com/g/collect?v=2&en=\r\nX-Injected: yes")]
    [InlineData("javascript:alert(1)")]
    public void A_broken_address_is_explained_as_far_as_it_goes(string url)
    {
        var explained = Explain(url, body: url, headers: [new("Cookie", url), new(url, url)]);
        Assert.Equal(url, explained.Url);
        Assert.DoesNotContain(explained.Fields, field => field.Field == "X-Injected");
    }

    [Theory]
    [InlineData("https://Shop.Example:8443/a/b?c#d", "shop.example", "/a/b")]
    [InlineData("//shop.example/a", "shop.example", "/a")]
    [InlineData("shop.example:8080/a?u=https://other.example/", "shop.example", "/a")]
    [InlineData("https://ann:secret@shop.example", "shop.example", "/")]
    [InlineData("https://[2001:db8::1]:80/a", "[2001:db8::1]", "/a")]
    [InlineData("data:image/gif;base64,R0lGOD", "", "image/gif;base64,R0lGOD")]
    [InlineData("mailto:ann@mail.example?subject=a", "", "ann@mail.example")]
    public void An_address_goes_to_its_host(string url, string host, string path)
    {
        var explained = Explain(url);
        Assert.Equal((host, path), (explained.Host, Field(explained, "path").Value));
    }

    [Fact]
    public void A_value_of_a_megabyte_is_cut_with_a_word()
    {
        var explained = Explain(Pixel + "&cd[x]=" + new string('a', 1_000_000));
        var field = Field(explained, "cd[x]");
        Assert.Equal(ExplainedField.MaxValue, field.Value.Length);
        Assert.Contains("1,000,000", field.Meaning);
    }

    [Fact]
    public void A_body_that_is_too_long_stays_whole_with_a_word()
    {
        var explained = Explain(Pixel, body: "a=" + new string('a', PartLimits.Body));
        Assert.Equal(["…", "body"], explained.Fields.Select(field => field.Field).TakeLast(2));
    }

    [Fact]
    public void Of_ten_thousand_parameters_the_first_are_told_and_that_there_are_more()
    {
        var many = string.Join('&', Enumerable.Range(0, 10_000).Select(number => $"p{number}={number}"));
        Assert.All([Explain(Pixel + "&" + many), Explain(Pixel, body: many), Explain(Pixel, body: "{" + many.Replace('=', ':').Replace("p", "\"p").Replace(":", "\":").Replace('&', ',') + "}")], explained =>
        {
            Assert.InRange(explained.Fields.Count, 400, PartLimits.Parts + 10);
            Assert.Contains(explained.Fields, field => field.Field == "…");
        });
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void Deep_nesting_is_left_whole(char open, char close)
    {
        var deep = open == '[' ? new string('[', 100_000) + new string(']', 100_000) : string.Concat(Enumerable.Repeat("{\"a\":", 20_000)) + "1" + new string(close, 20_000);
        Assert.Contains(Explain(Pixel, body: deep).Fields, field => field.Field == "body");
    }

    [Fact]
    public void Whatever_is_brought_is_explained_without_falling_over() =>
        Gen.Select(Gen.OneOf(Gen.String, Gen.String[Gen.Char["%&=?/.:[]{}\"\\@+-_~ab01\ud800\udc00\0"], 0, 200]), Gen.String, Gen.String).Sample((text, name, body) =>
        {
            Assert.NotEmpty(Explain($"https://www.google-analytics.com/g/collect?v=2&{text}", body, [new(name, text), new("Cookie", text)]).Fields);
            Assert.NotEmpty(Explain(text, text, []).Fields);
        });

    private static ExplainedRequest Explain(string url, string? body = null, IReadOnlyList<NameValue>? headers = null) =>
        RequestReader.Explain(new BroughtRequest("GET", url, headers ?? [], body, ""), Language.English);

    private static ExplainedField Field(ExplainedRequest explained, string name, FieldSource? source = null) =>
        explained.Fields.First(field => field.Field == name && (source is null || field.Source == source));
}
