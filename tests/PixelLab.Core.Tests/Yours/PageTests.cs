using PixelLab.Core.Languages;
using PixelLab.Core.Yours;
using PixelLab.Core.Yours.Brought;

namespace PixelLab.Core.Tests.Yours;

/// <summary>What a page would ask for when it is shown, and where its links lead.</summary>
public sealed class PageTests
{
    [Theory]
    [InlineData("<img src='https://a.example/1'>", "GET https://a.example/1")]
    [InlineData("<img src=//a.example/1>", "GET https://a.example/1")]
    [InlineData("<IMG SRC=\"https://a.example/?a=1&amp;b=2\">", "GET https://a.example/?a=1&b=2")]
    [InlineData("<img srcset='https://a.example/1 1x, https://a.example/2 2x'>", "GET https://a.example/1", "GET https://a.example/2")]
    [InlineData("<picture><source srcset='https://a.example/c,crop/1.jpg 100w'></picture>", "GET https://a.example/c,crop/1.jpg")]
    [InlineData("<noscript><img src='https://a.example/1'></noscript>", "GET https://a.example/1")]
    [InlineData("<iframe src='https://a.example/1' srcdoc='&lt;img src=https://a.example/2&gt;'></iframe>", "GET https://a.example/1", "GET https://a.example/2")]
    [InlineData("<video poster='https://a.example/1' src='https://a.example/2'><track src='https://a.example/3'>", "GET https://a.example/2", "GET https://a.example/1", "GET https://a.example/3")]
    [InlineData("<link rel=preload imagesrcset='https://a.example/1 2x' href='https://a.example/2'>", "GET https://a.example/1", "GET https://a.example/2")]
    [InlineData("<link rel='preconnect dns-prefetch' href='//a.example'><link rel=next href='https://b.example/'>", "GET https://a.example")]
    [InlineData("<body background='https://a.example/1'>", "GET https://a.example/1")]
    [InlineData("<p style='background:url( \"https://a.example/1\" ), url(https://a.example/2)'>", "GET https://a.example/1", "GET https://a.example/2")]
    [InlineData("<style>@import 'https://a.example/1'; @import url(https://a.example/2); p { background: URL('https://a.example/3') }</style>", "GET https://a.example/1", "GET https://a.example/2", "GET https://a.example/3")]
    [InlineData("<object data='https://a.example/1'></object><embed src='https://a.example/2'>", "GET https://a.example/1", "GET https://a.example/2")]
    [InlineData("<svg><image href='https://a.example/1'/><image xlink:href='https://a.example/2'/></svg>", "GET https://a.example/1", "GET https://a.example/2")]
    [InlineData("<meta http-equiv=Refresh content='3; url=https://a.example/1'>", "GET https://a.example/1")]
    [InlineData("<a href='https://b.example/' ping='https://a.example/1 https://a.example/2'>x</a>", "POST https://a.example/1", "POST https://a.example/2")]
    [InlineData("<input type=image src='https://a.example/1'><input src='https://a.example/2'>", "GET https://a.example/1")]
    [InlineData("<!--[if mso]><v:fill src='https://a.example/1'/><![endif]--><!-- <img src='https://a.example/2'> -->", "GET https://a.example/1")]
    [InlineData("<base href='https://a.example/dir/'><img src='1.gif'><img src='/2.gif'>", "GET https://a.example/dir/1.gif", "GET https://a.example/2.gif")]
    [InlineData("<link rel=canonical href='https://a.example/page'><img src='1.gif'>", "GET https://a.example/1.gif")]
    [InlineData("<!-- saved from url=(0023)https://a.example/page --><img src='1.gif'>", "GET https://a.example/1.gif")]
    [InlineData("<img src='data:image/gif;base64,R0lGODlh'><img src='cid:1'><img src='https://a.example/1'><img src='https://a.example/1'>", "GET https://a.example/1")]
    public async Task Each_way_to_ask_is_found(string html, params string[] requests)
    {
        var brought = await Bringing.OfAsync(html);
        Assert.Equal(BroughtKind.Html, brought.Kind);
        Assert.Equal(requests, brought.Requests.Select(request => $"{request.Method} {request.Url}"));
        Assert.Empty(brought.Problems);
    }

    [Fact]
    public async Task A_tag_snippet_names_its_addresses_in_a_script()
    {
        var brought = await Bringing.OfAsync("""
            <!-- Meta Pixel Code -->
            <script>
            !function(f,b,e,v,n,t,s){n.src=v}(window, document,'script', 'https://connect.facebook.net/en_US/fbevents.js');
            fbq('init', '1'); var x = "https:\/\/b.example\/c?a=1\u0026b=2"; // see https://docs.example/
            var ns = "http://www.w3.org/2000/svg", path = "//";
            </script>
            <noscript><img height="1" width="1" style="display:none" src="https://www.facebook.com/tr?id=1&ev=PageView&noscript=1"/></noscript>
            """);
        Assert.Equal(
            ["https://connect.facebook.net/en_US/fbevents.js", "https://b.example/c?a=1&b=2", "https://www.facebook.com/tr?id=1&ev=PageView&noscript=1"], brought.Urls);
        Assert.Equal("line 7, img src", brought.Requests[2].Where);
    }

    [Fact]
    public async Task Ends_of_addresses_are_counted_where_the_page_says_not_where_it_lies()
    {
        var brought = await Bringing.OfAsync("<img src='pixel.gif'><img src='/pixel.gif'><img src='https://a.example/1'>");
        Assert.Single(brought.Requests);
        Assert.StartsWith("2 addresses", Assert.Single(brought.Problems).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_are_told_with_what_they_say()
    {
        var brought = await Bringing.OfAsync("""
            <a href="https://a.example/?q=1">Our <b>new</b>
               shoes</a> <a href="mailto:x@a.example"><img alt="Write to us" src="https://b.example/i.gif"></a><a href="#top">up</a><form action="https://c.example/s"></form>
            """);
        Assert.Equal(
            [("https://a.example/?q=1", "Our new shoes"), ("mailto:x@a.example", "Write to us"), ("https://c.example/s", "")], brought.Links.Select(link => (link.Url, link.Text)));
    }

    [Fact]
    public async Task What_asks_for_nothing_says_so() =>
        Assert.Contains("asks another computer", Assert.Single((await Bringing.OfAsync("<p>Hello</p>")).Problems).Why, StringComparison.Ordinal);

    public static TheoryData<string, string> Hostile() => new()
    {
        { "deep", string.Concat(Enumerable.Repeat("<div>", 100_000)) },
        { "attributes", "<img " + string.Concat(Enumerable.Range(0, 100_000).Select(number => $"a{number} ")) + ">" },
        { "same attribute", "<img " + string.Concat(Enumerable.Repeat("a ", 100_000)) + ">" },
        { "open tag", "<img src='" + new string('a', 1_000_000) },
        { "open comments", string.Concat(Enumerable.Repeat("<!--", 300_000)) },
        { "conditional comments", string.Concat(Enumerable.Repeat("<!--[if a]><!--[if b]>", 100_000)) },
        { "frames in frames", string.Concat(Enumerable.Repeat("<iframe srcdoc='&lt;iframe srcdoc=", 100_000)) },
        { "styles", "<style>" + string.Concat(Enumerable.Repeat("url(", 300_000)) + "</style>" },
        { "quoted styles", "<style>" + string.Concat(Enumerable.Repeat("url('", 300_000)) + "</style>" },
        { "slashes", "<script>" + new string('/', 1_000_000) + "</script>" },
        { "entities", string.Concat(Enumerable.Repeat("&#xD800;&#0;&", 100_000)) },
        { "srcset", "<img srcset='" + string.Concat(Enumerable.Repeat(",", 1_000_000)) + "'>" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Nothing_in_a_page_makes_it_fail(string what, string html)
    {
        var brought = await Bringing.OfAsync(html + "<img src='https://a.example/1'>");
        Assert.True(brought.Kind is BroughtKind.Html, what);
    }

    [Theory]
    [InlineData("https://click.example/ls?u=https%3A%2F%2Fshop.example%2Fa%3Fb%3D1", "click.example", "https://shop.example/a?b=1")]
    [InlineData("https://click.example/CL0/https:%2F%2Fshop.example%2Fa/1/0100", "click.example", "https://shop.example/a")]
    [InlineData("https://click.example/r/https://shop.example/a", "click.example", "https://shop.example/a")]
    [InlineData("https://click.example/c?d=aHR0cHM6Ly9zaG9wLmV4YW1wbGUvYQ", "click.example", "https://shop.example/a")]
    [InlineData("https://safe.example/?url=https%3A%2F%2Fclick.example%2F%3Fu%3Dhttps%253A%252F%252Fshop.example%252F", "safe.example", "https://shop.example/")]
    [InlineData("https://shop.example/login?next=https%3A%2F%2Fshop.example%2Fcart", null, "https://shop.example/cart")]
    [InlineData("https://shop.example/a?utm_source=x", null, null)]
    [InlineData("mailto:leave@list.example", null, null)]
    public void A_link_tells_through_whom_it_leads_where(string url, string? through, string? target)
    {
        var link = ExplainedLink.Of(new BroughtLink(url, "x"), Language.English);
        Assert.Equal((through, target), (link.Through, link.Target));
    }
}
