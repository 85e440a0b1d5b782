using PixelLab.Core.Readings;
using PixelLab.Core.Reports;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Tests.Ads;

public sealed class CampaignReportTests
{
    private const string Cookie = "anid=aaaaaaaaaaaaaaaa";
    private const string Other = "anid=bbbbbbbbbbbbbbbb";

    private readonly AdTown _town = new();

    [Fact]
    public void A_sale_after_a_click_is_claimed_by_the_click()
    {
        _town.Serves("one", AdCampaigns.Retargeting);
        _town.Shows("one", Cookie);
        var click = _town.Clicks("one", Cookie);
        var order = _town.Buys("FO-1", "129.95", Cookie);

        var line = Assert.Single(Figures().Lines);
        var sale = Assert.Single(line.ByClick);

        Assert.Equal((order.Id, click.Id, AttributedBy.ClickCookie), (sale.Hit, sale.AdHit, sale.By));
        Assert.Equal(129.95m, line.Value);
        Assert.Empty(line.ByView);
    }

    [Fact]
    public void The_click_id_claims_a_sale_where_no_cookie_comes_along()
    {
        _town.Serves("one", AdCampaigns.Retargeting);
        var click = _town.Clicks("one", cookie: null);
        _town.Buys("FO-1", "10.00", cookie: null, click: new ClickId("one", click.Id).ToString());

        Assert.Equal(AttributedBy.ClickId, Assert.Single(Figures().Sales).By);
    }

    [Fact]
    public void A_click_id_that_the_network_never_gave_claims_nothing()
    {
        _town.Serves("one", AdCampaigns.Retargeting);
        _town.Clicks("one", cookie: null);
        _town.Buys("FO-1", "10.00", cookie: null, click: new ClickId("one", 4711).ToString());

        Assert.Equal(AttributedBy.Nothing, Assert.Single(Figures().Sales).By);
    }

    [Fact]
    public void The_last_of_two_clicks_gets_the_sale()
    {
        _town.Serves("one", AdCampaigns.Retargeting);
        _town.Serves("two", AdCampaigns.BySegment[0]);
        _town.Clicks("one", Cookie);
        _town.Clicks("two", Cookie);
        _town.Buys("FO-1", "10.00", Cookie);

        Assert.Equal("two", Assert.Single(Figures().Sales).Ad);
    }

    [Fact]
    public void A_click_goes_before_a_later_view()
    {
        _town.Serves("one", AdCampaigns.Retargeting);
        _town.Serves("two", AdCampaigns.BySegment[0]);
        _town.Clicks("one", Cookie);
        _town.Shows("two", Cookie);
        _town.Buys("FO-1", "10.00", Cookie);

        Assert.Equal("one", Assert.Single(Figures().Sales).Ad);
    }

    [Theory]
    [InlineData(7 * 24, AttributedBy.ClickCookie)]
    [InlineData((7 * 24) + 1, AttributedBy.Nothing)]
    public void A_click_claims_for_seven_days(int hours, AttributedBy expected)
    {
        _town.Serves("one", AdCampaigns.Retargeting);
        _town.Clicks("one", Cookie);
        _town.Later(TimeSpan.FromHours(hours));
        _town.Buys("FO-1", "10.00", Cookie);

        Assert.Equal(expected, Assert.Single(Figures().Sales).By);
    }

    [Theory]
    [InlineData(24, AttributedBy.View)]
    [InlineData(25, AttributedBy.Nothing)]
    public void A_view_claims_for_one_day(int hours, AttributedBy expected)
    {
        _town.Serves("one", AdCampaigns.Retargeting);
        _town.Shows("one", Cookie);
        _town.Later(TimeSpan.FromHours(hours));
        _town.Buys("FO-1", "10.00", Cookie);

        Assert.Equal(expected, Assert.Single(Figures().Sales).By);
    }

    [Fact]
    public void Other_windows_give_other_figures_from_the_same_hits()
    {
        _town.Serves("one", AdCampaigns.Retargeting);
        _town.Shows("one", Cookie);
        _town.Later(TimeSpan.FromDays(5));
        _town.Buys("FO-1", "10.00", Cookie);

        Assert.Equal(AttributedBy.Nothing, Assert.Single(Figures().Sales).By);
        Assert.Equal(AttributedBy.View, Assert.Single(Figures(AttributionWindows.OfDays(7, 7)).Sales).By);
    }

    [Fact]
    public void Somebody_elses_click_claims_nothing()
    {
        _town.Serves("one", AdCampaigns.Retargeting);
        _town.Clicks("one", Other);
        _town.Buys("FO-1", "10.00", Cookie);

        Assert.Equal(AttributedBy.Nothing, Assert.Single(Figures().Sales).By);
    }

    [Fact]
    public void An_ad_of_another_advertiser_claims_nothing()
    {
        _town.Serves("one", AdCampaigns.BySegment.First(campaign => campaign.Advertiser == "news"));
        _town.Clicks("one", Cookie);
        _town.Buys("FO-1", "10.00", Cookie);

        Assert.Equal(AttributedBy.Nothing, Assert.Single(Figures().Sales).By);
    }

    [Fact]
    public void An_order_told_of_twice_counts_once()
    {
        _town.Serves("one", AdCampaigns.Retargeting);
        _town.Clicks("one", Cookie);
        _town.Buys("FO-1", "10.00", Cookie);
        var again = _town.Buys("FO-1", "10.00", Cookie);
        _town.Buys("FO-2", "20.00", Cookie);

        var figures = Figures();

        Assert.Equal(["FO-1", "FO-2"], figures.Sales.Select(sale => sale.Order));
        Assert.Equal([again.Id], figures.Sales[0].Repeats);
        Assert.Equal(30m, Assert.Single(figures.Lines).Value);
    }

    [Fact]
    public void An_ad_is_shown_once_however_often_its_pixel_is_asked_for()
    {
        _town.Serves("one", AdCampaigns.Retargeting);
        _town.Shows("one", Cookie);
        _town.Shows("one", Cookie);

        Assert.Single(Assert.Single(Figures().Lines).Impressions);
    }

    [Fact]
    public void An_image_ad_is_shown_by_the_request_that_asks_for_it()
    {
        var request = _town.Hits("/banner.svg?slot=feed-1&eid=page.4", Cookie, site: "social");
        _town.Serves("one", AdCampaigns.Retargeting, because: [request.Id]);

        Assert.Equal([request.Id], Assert.Single(Figures().Lines).Impressions);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("1e9")]
    [InlineData("%00")]
    [InlineData("99999999999999999999999999999999")]
    public void A_worth_that_is_no_amount_counts_as_none(string value)
    {
        _town.Buys("FO-1", value, Cookie);

        Assert.Equal(0, Assert.Single(Figures().Sales).Value);
    }

    private CampaignFigures Figures(AttributionWindows? windows = null) =>
        new CampaignReport().AddAll(_town.Events).Figures(windows ?? AttributionWindows.Default);
}
