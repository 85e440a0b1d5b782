using System.Net;
using System.Text.RegularExpressions;

namespace PixelLab.Web.Tests;

/// <summary>Every page of every host answers, and leads nowhere outside the lab.</summary>
public sealed partial class RouteTests(SharedLab lab) : IClassFixture<SharedLab>
{
    private const int MostPages = 400;

    private readonly LabServer _server = lab.Server;

    public static TheoryData<string, string, int> Routes => new()
    {
        { "lab", "/", 200 },
        { "lab", "/panel", 200 },
        { "lab", "/compare", 200 },
        { "lab", "/compare/hits", 200 },
        { "lab", "/compare/hits?a=1&b=2", 200 },
        { "lab", "/replay", 200 },
        { "lab", "/classroom", 200 },
        { "lab", "/classroom/ACDEFG", 200 },
        { "lab", "/classroom/ACDEFG/reports", 200 },
        { "lab", "/classroom/ACDEFG/reports/pages", 200 },
        { "lab", "/classroom/ACDEFG/reports/pages/hits", 200 },
        { "lab", "/classroom/ACDEFG/reports/nothing", 404 },
        { "lab", "/classroom/ACDEFG/compare", 200 },
        { "lab", "/api/rooms/ACDEFG/compare", 403 },
        { "lab", "/api/rooms/ACDEFG/reports/pages", 403 },
        { "lab", "/join", 200 },
        { "lab", "/population", 200 },
        { "lab", "/your-pixel", 200 },
        { "lab", "/yours", 200 },
        { "lab", "/yours/examples/letter.eml", 200 },
        { "lab", "/yours/examples/..%2Fletter.eml", 404 },
        { "lab", "/yours/known", 200 },
        { "lab", "/lessons", 200 },
        { "lab", "/lessons/glossary", 200 },
        { "lab", "/lessons/what-a-tracking-pixel-is", 200 },
        { "lab", "/lessons/nothing-here", 404 },
        { "lab", "/lessons/pictures/nothing.svg", 404 },
        { "lab", "/lessons/pictures/..%2F01-what-a-tracking-pixel-is.md", 404 },
        { "shop", "/lessons", 404 },
        { "lab", "/api/seats/me/lessons/what-a-tracking-pixel-is", 200 },
        { "lab", "/api/seats/me/lessons/nothing-here", 404 },
        { "lab", "/api/seats/NOT-A-SEAT/lessons/x", 400 },
        { "lab", "/healthz", 200 },
        { "lab", "/api/seats/me/compare", 200 },
        { "lab", "/api/seats/me/export", 200 },
        { "lab", "/api/seats/me/pairs?a=999998&b=999999", 404 },
        { "lab", "/nothing-here", 404 },
        { "lab", "/api/seats/me/events", 200 },
        { "lab", "/api/seats/me/events/999999", 404 },
        { "lab", "/api/seats/me/cookie-jar", 200 },
        { "lab", "/api/seats/NOT-A-SEAT/events", 400 },
        { "lab", "/api/nothing", 404 },
        { "shop", "/", 200 },
        { "shop", "/cart", 200 },
        { "shop", "/search?q=shoe", 200 },
        { "shop", "/search?q=%3Cscript%3E", 200 },
        { "shop", "/nothing-here", 404 },
        { "shop", "/nothing/here", 404 },
        { "shop", "/api/seats/me/events", 200 },
        { "news", "/", 200 },
        { "news", "/nothing/here", 404 },
        { "metrics", "/px/PL-SHOP-1.gif", 200 },
        { "metrics", "/nothing", 404 },
        { "adnet", "/tr", 200 },
        { "adnet", "/report", 200 },
        { "adnet", "/campaign", 200 },
        { "adnet", "/nothing", 404 },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_answers(string host, string path, int status)
    {
        using var reply = await _server.Http.GetAsync(_server.Url(host, path), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode)status, reply.StatusCode);
        Assert.NotEmpty(await reply.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("events")]
    [InlineData("events/1")]
    [InlineData("cookie-jar")]
    [InlineData("compare")]
    [InlineData("pairs?a=1&b=2")]
    [InlineData("export")]
    [InlineData("reports/pages")]
    [InlineData("lessons/what-a-tracking-pixel-is")]
    public async Task A_seat_that_is_none_is_refused_in_words(string route)
    {
        using var reply = await _server.Http.GetAsync(_server.Url("lab", $"/api/seats/NOT-A-SEAT/{route}"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Contains("A seat is 2 to 32", await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_address_on_every_page_leads_to_something_in_the_lab_and_every_time_says_its_zone()
    {
        var seat = await Seat.NewAsync(_server);
        var seen = new HashSet<string>();
        var waiting = new Queue<string>(
            [_server.Url("lab", $"/~{seat.Name}/"), _server.Url("lab", $"/~{seat.Name}/panel"), _server.Url("shop", $"/~{seat.Name}/"), _server.Url("news", $"/~{seat.Name}/")]);
        while (waiting.TryDequeue(out var url))
        {
            if (!seen.Add(Place(url)))
            {
                continue;
            }

            Assert.True(seen.Count <= MostPages, "The pages never end.");
            using var reply = await _server.Http.GetAsync(new Uri(url), TestContext.Current.CancellationToken);
            Assert.True(
                reply.StatusCode is HttpStatusCode.OK or HttpStatusCode.SeeOther or HttpStatusCode.Found, $"{url} answers {reply.StatusCode}");
            var body = await reply.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.True(body.Length > 0 || reply.StatusCode != HttpStatusCode.OK, $"{url} is empty");
            if (reply.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var html = System.Text.Encoding.UTF8.GetString(body);
            // The newspaper and its readers tell stories, in which it is some time of day too.
            Assert.True(
                BareTime(html) is null || url.Contains("://news.", StringComparison.Ordinal) || url.Contains("://social.", StringComparison.Ordinal),
                $"{url} tells a time outside <time>: {BareTime(html)}");
            foreach (var address in Addresses(url, html))
            {
                waiting.Enqueue(address);
            }
        }

        Assert.Contains(seen, url => url.Contains("/built/", StringComparison.Ordinal));
        Assert.Contains(seen, url => url.StartsWith(_server.Url("metrics", "/"), StringComparison.Ordinal));
    }

    /// <summary>An address without what is new at each visit: numbers of pixels, ads and messages, and the query they stand in.</summary>
    private static string Place(string url) => Number().Replace(new Uri(url).GetLeftPart(UriPartial.Path), "/*");

    /// <summary>A time that a page tells without saying its zone, with what stands around it; what stands on the wire is quoted or explained as it came.</summary>
    private static string? BareTime(string html) =>
        TimeOfDay().Match(Tag().Replace(Quoted().Replace(html, " "), "")) is { Success: true } found ? found.Value.Trim() : null;

    [GeneratedRegex("<(time|script|style|pre|code|textarea|dd)\\b.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Quoted();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(".{0,40}(?<![\\d.:])\\d{1,2}:\\d{2}(?![\\d:]*\\w).{0,20}|.{0,40}(?<!\\d)\\d{1,2}:\\d{2}:\\d{2}.{0,20}")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex("/[a-z0-9]{10,}(?=[./]|$)")]
    private static partial Regex Number();

    /// <summary>What a page links to or loads; the test fails at one outside the lab.</summary>
    private IEnumerable<string> Addresses(string page, string html)
    {
        // A lesson names its sources by links that are marked as leading out of the lab; nothing is loaded from there.
        html = Outside().Replace(html, "");
        // First what the page loads, then where it leads, as in a browser: an ad can be clicked only once it is there.
        foreach (var match in Attribute().Matches(html).OrderBy(match => match.Value.TrimStart().StartsWith("href", StringComparison.Ordinal)))
        {
            var text = WebUtility.HtmlDecode(match.Groups[1].Value);
            if (text.StartsWith('#') || text.StartsWith("data:", StringComparison.Ordinal) || text.StartsWith("mailto:", StringComparison.Ordinal))
            {
                continue;
            }

            var address = new Uri(new Uri(page), text);
            Assert.True(
                address.Port == _server.Port && (address.Host == "localhost" || address.Host.EndsWith(".localhost", StringComparison.Ordinal)),
                $"{page} leads out of the lab: {address}");
            yield return address.GetLeftPart(UriPartial.Query);
        }
    }

    [GeneratedRegex("<a class=\"outside\" rel=\"external noreferrer\" href=\"https?://[^\"]+\">")]
    private static partial Regex Outside();

    [GeneratedRegex("\\s(?:href|src)\\s*=\\s*\"([^\"]+)\"")]
    private static partial Regex Attribute();
}
