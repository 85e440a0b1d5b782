using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Population;
using PixelLab.Core.Reports;
using PixelLab.Core.Reports.Sheets;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Tests.Population;

/// <summary>What a business reads about a simulated town: every report has its numbers.</summary>
public sealed class PopulationReportsTests
{
    private static readonly PopulationPlan Town = new() { People = 400, Days = 5, Seed = 3 };

    private static readonly Lazy<IReadOnlyList<Happening>> Walked = new(() => Walk(Town));

    public static TheoryData<string> Reports => [.. ReportList.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Reports))]
    public void Every_report_over_a_town_has_numbers_in_what_it_draws(string name)
    {
        var sheet = SheetOf(name, Walked.Value);

        Assert.True(sheet.HasAnything);
        Assert.NotNull(sheet.Headline.Value);
        Assert.DoesNotContain("Nothing yet", sheet.Bought, StringComparison.Ordinal);
        var table = sheet.Tables.Single(one => one.Key == sheet.Plot.Table);
        Assert.NotEmpty(table.Rows);
        foreach (var column in sheet.Plot.Columns)
        {
            var place = table.Columns.ToList().FindIndex(one => one.Key == column);
            Assert.Contains(table.Rows, row => row.Cells[place] is { Value: > 0, Behind.Count: > 0 });
        }
    }

    [Fact]
    public void Every_ad_was_asked_for_and_is_seen_once_at_most()
    {
        var events = Walked.Value.Select(happening => happening.Event).ToList();
        var served = events.OfType<AdServed>().ToDictionary(ad => ad.Ad);
        var requests = events.OfType<Hit>().Where(hit => VendorList.EventOf(hit) == VendorEvents.AdRequest).Select(hit => hit.Id).ToHashSet();

        Assert.Equal(requests, served.Values.Select(ad => ad.Because[^1]).ToHashSet());
        foreach (var kind in new[] { VendorEvents.AdImpression, VendorEvents.AdViewable })
        {
            var seen = events.OfType<Hit>().Where(hit => VendorList.EventOf(hit) == kind).Select(hit => hit.Request.Parameter("ad")!).ToList();
            Assert.NotEmpty(seen);
            Assert.Equal(seen.Count, seen.Distinct().Count());
            Assert.All(seen, ad => Assert.Contains(ad, served.Keys));
        }
    }

    [Fact]
    public void Where_third_parties_keep_no_cookies_nobody_is_shown_again_what_they_looked_at()
    {
        static int Again(PopulationPlan plan) =>
            Walk(plan).Count(happening => happening.Event is AdServed { Reason: AdReasons.Retargeting });

        Assert.Equal(0, Again(Town with { CookiesBlocked = 1 }));
        Assert.True(Again(Town with { CookiesBlocked = 0 }) > 100);
    }

    private static ReportSheet SheetOf(string name, IReadOnlyList<Happening> happenings)
    {
        var report = ReportList.Find(name)!.Make();
        foreach (var happening in happenings)
        {
            report.Add(happening.Event);
        }

        return report.Sheet(Lens.Both);
    }

    private static List<Happening> Walk(PopulationPlan plan) => [.. new PopulationWalk(plan, Inhabitants.Of(plan)).Days()];
}
