using PixelLab.Core.Events;
using PixelLab.Core.Readings;
using PixelLab.Core.Reports;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Tests.Reports;

public sealed class SiteTrailTests
{
    [Fact]
    public void A_company_knows_the_pages_whose_hits_came_in_order()
    {
        var trail = Assert.Single(On("clinic", Planted("v1.1", "/"), HitOf("v1.1"), Planted("v2.1", "/symptoms/low-mood"), HitOf("v2.1")));

        Assert.Equal(["/", "/symptoms/low-mood"], trail.Steps.Select(step => step.Page));
        Assert.False(trail.HasNumber);
    }

    [Fact]
    public void A_planted_pixel_whose_hit_stayed_away_tells_nobody() => Assert.Empty(On("clinic", Planted("v1.1", "/")));

    [Fact]
    public void A_hit_told_twice_is_one_page() =>
        Assert.Single(Assert.Single(On("clinic", Planted("v1.1", "/"), HitOf("v1.1"), HitOf("v1.1"))).Steps);

    [Fact]
    public void A_hit_of_no_planted_pixel_is_no_page() => Assert.Empty(On("clinic", HitOf("forged.1")));

    [Theory]
    [InlineData("anid=1234", true)]
    [InlineData("anid_p=1234", false)]
    public void Only_a_number_for_all_sites_counts_as_knowing_the_browser(string cookie, bool known)
    {
        var trail = Assert.Single(On("clinic", Planted("v1.1", "/"), HitOf("v1.1").WithHeader("Cookie", cookie)));

        Assert.Equal(known, trail.HasNumber);
    }

    private static IReadOnlyList<VendorTrail> On(string site, params LabEvent[] events) =>
        new SiteTrail().AddAll(events.Select((one, place) => one with { Id = place + 1 })).On(site);

    private static Hit HitOf(string plant) => BuiltHit.OfAdnet($"ev=PageView&eid={plant}").On("clinic");

    private static PixelPlanted Planted(string plant, string page) => new()
    {
        At = BuiltHit.Noon,
        Plant = plant,
        PageView = plant.Split('.')[0],
        Site = "clinic",
        Page = page,
        Vendor = "adnet",
        Event = VendorEvents.PageView,
        Trigger = PixelTrigger.Image,
        Url = "http://adnet.localhost/tr",
    };
}
