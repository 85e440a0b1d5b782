using PixelLab.Core.Compare;
using PixelLab.Core.Events;
using PixelLab.Core.Explaining;
using PixelLab.Core.Explaining.Accounts;
using PixelLab.Core.Languages;
using PixelLab.Core.Lenses;
using PixelLab.Core.Readings;
using PixelLab.Core.Reports;

namespace PixelLab.Core.Tests.Explaining.Accounts;

/// <summary>Who made a request is read once. Where the request changes, all that speaks of it changes with it.</summary>
public sealed class OneReadingTests
{
    private const string Query = "en=page_view&dl=http%3A%2F%2Fshop.localhost%3A5080%2Fshoes%2F3&dt=Shoes&z=v1.1";

    /// <summary>The same page view as each of them asks for it: how the request differs, and whether a browser of somebody made it.</summary>
    public static TheoryData<FetchedBy, string, string> Askers => new()
    {
        { FetchedBy.Person, "GET", "" },
        { FetchedBy.Prefetch, "GET", "Sec-Purpose: prefetch" },
        { FetchedBy.Robot, "GET", "User-Agent: Googlebot/2.1 (+http://www.google.com/bot.html)" },
        { FetchedBy.Proxy, "GET", "User-Agent: Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)" },
        { FetchedBy.Relay, "GET", "User-Agent: Mozilla/5.0" },
        { FetchedBy.Check, "HEAD", "" },
        { FetchedBy.Preflight, "OPTIONS", "Access-Control-Request-Method: POST" },
    };

    [Theory]
    [MemberData(nameof(Askers))]
    public void Sentence_row_report_check_comparison_and_card_go_by_who_made_the_request(FetchedBy by, string method, string header)
    {
        var hit = Asked(method, header);
        var isNobodys = by is FetchedBy.Robot or FetchedBy.Check or FetchedBy.Preflight;
        var account = HitExplainer.Explain(hit, Language.English).Account;
        var row = HitRow.Of(hit, Language.English);

        Assert.Equal(by, account.By);
        Assert.Equal(by == FetchedBy.Person, account.Counts);
        Assert.Equal(by == FetchedBy.Person, account.Sentence.Contains("that you", StringComparison.Ordinal));
        Assert.Equal(by, row.By);
        Assert.Equal(by == FetchedBy.Person, row.Who == "You");
        Assert.Equal(by is FetchedBy.Check or FetchedBy.Preflight or FetchedBy.Person, row.Badges.Count == 0);
        Assert.Equal(by is FetchedBy.Check or FetchedBy.Preflight ? 0 : 1, PageViews(new NaiveReports(), hit));
        Assert.Equal(by == FetchedBy.Person ? 1 : 0, PageViews(new CarefulReports(), hit));
        Assert.Equal(!isNobodys, Lessons.Told.IsMet("hit from metrics", hit));
        Assert.Equal(!isNobodys, new KnownReading().AddAll([hit]).Companies(Language.English).Count == 1);
        Assert.Equal(by is FetchedBy.Person or FetchedBy.Prefetch ? 1 : 0, Browsers(hit));
    }

    [Theory]
    [MemberData(nameof(Askers))]
    public void What_a_way_of_counting_leaves_out_stands_below_it_with_its_hits(FetchedBy by, string method, string header)
    {
        var sheet = new CarefulReports().AddAll([Asked(method, header) with { Id = 7 }]).Sheet(ReportList.Find("pages")!, Lens.Both);
        var found = sheet.Find("left-out", by.ToString().ToLowerInvariant(), "requests");

        Assert.Equal(by == FetchedBy.Person, found is null);
        Assert.All(found is { } one ? one.Cell.Behind.Events : [], id => Assert.Equal(7, id));
    }

    private static Hit Asked(string method, string header)
    {
        var own = BrowserHeads.Chromium.Where(line => !header.StartsWith("User-Agent", StringComparison.Ordinal) || !line.StartsWith("User-Agent", StringComparison.Ordinal));
        return BuiltHit.OfMetrics() with
        {
            Request = BuiltHit.Request($"{method} /px/PL-SHOP-1.gif?{Query} HTTP/1.1", header.Length == 0 ? [.. own] : [.. own, header]),
        };
    }

    private static decimal? PageViews(ReportSet reports, Hit hit) => reports.AddAll([hit]).Sheet(ReportList.Find("pages")!, Lens.Both).Headline.Value;

    private static int Browsers(Hit hit) => new CompareReading().AddAll([hit]).Snapshot(Language.English).Browsers.Count;
}
