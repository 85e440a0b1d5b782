using PixelLab.Core.Events;
using PixelLab.Core.Lenses;
using PixelLab.Core.Readings;
using PixelLab.Core.Reports;
using PixelLab.Core.Reports.Sheets;
using PixelLab.Core.Tests.Ads;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Tests.Reports;

/// <summary>Small walks, with every number reckoned by hand.</summary>
public sealed class ReportCaseTests
{
    private readonly ReportTown _town = new();

    [Fact]
    public void Pages_are_counted_once_a_view_and_the_most_visited_comes_first()
    {
        _town.Opens("/shoes/3?colour=2");
        _town.Opens("/");
        _town.Opens("/shoes/3");

        var sheet = Read<PagesReport>();

        Assert.Equal(3, sheet.Headline.Value);
        Assert.Equal(["/shoes/3", "/"], sheet.Tables[0].Rows.Select(row => row.Name));
        Assert.Equal(2, sheet.Number("pages", "/shoes/3", "views"));
        Assert.Equal(66.7m, sheet.Number("pages", "/shoes/3", "share"));
        Assert.Equal([1, 5], sheet.Behind("pages", "/shoes/3", "views"));
        Assert.Contains("“/shoes/3” got 2 of 3 page views", sheet.Bought, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pixel_that_is_asked_for_again_is_still_one_view()
    {
        _town.Opens("/");
        _town.Keep(_town.Events[0]);

        Assert.Equal(1, Read<PagesReport>().Headline.Value);
    }

    [Fact]
    public void Times_in_view_add_up_for_each_view_and_the_median_is_of_those_that_are_known()
    {
        var first = _town.Opens("/");
        _town.Stays(first, 4_000);
        _town.Stays(first, 16_000);
        _town.Stays(_town.Opens("/"), 10_000);
        _town.Stays(_town.Opens("/shoes"), 90_000);
        _town.Opens("/");

        var sheet = Read<StayReport>();

        Assert.Equal(20, sheet.Headline.Value);
        Assert.Equal(15, sheet.Number("pages", "/", "median"));
        Assert.Equal(12.5m, sheet.Number("pages", "/", "lower"));
        Assert.Equal(17.5m, sheet.Number("pages", "/", "upper"));
        Assert.Equal(2, sheet.Number("pages", "/", "known"));
        Assert.Equal(1, sheet.Number("pages", "/", "unknown"));
        Assert.Equal(1, sheet.Number("spread", "1-3-min", "views"));
        Assert.Contains(sheet.Limits, limit => limit.StartsWith("1 page view said nothing about time", StringComparison.Ordinal));
    }

    [Fact]
    public void A_time_that_no_page_could_have_sent_is_left_out_and_named()
    {
        var view = _town.Opens("/");
        _town.Stays(view, 3_600_001);

        var sheet = Read<StayReport>();

        Assert.Null(sheet.Headline.Value);
        Assert.Contains(sheet.Limits, limit => limit.Contains("1 message named a time of more than an hour", StringComparison.Ordinal));
    }

    [Fact]
    public void The_funnel_counts_who_got_this_far_and_says_where_most_are_lost()
    {
        Shops("anid=1", "192.0.2.1", upTo: 4);
        Shops("anid=2", "192.0.2.2", upTo: 1);
        Shops("anid=3", "192.0.2.3", upTo: 1);
        Shops("anid=4", "192.0.2.4", upTo: 0);

        var sheet = Read<FunnelReport>(Lens.CookieOnly);

        Assert.Equal([4, 3, 1, 1, 1], sheet.Tables[0].Rows.Select(row => row.Cells[0].Value));
        Assert.Equal([null, 75m, 33.3m, 100m, 100m], sheet.Tables[0].Rows.Select(row => row.Cells[1].Value));
        Assert.Equal([4, 3, 1, 1, 1], sheet.Tables[0].Rows.Select(row => row.Cells[2].Value));
        Assert.Equal(25, sheet.Headline.Value);
        Assert.Contains("2 of 3 visitors stopped after “Product”", sheet.Bought, StringComparison.Ordinal);
    }

    [Fact]
    public void A_funnel_reckons_visitors_from_step_to_step_so_that_none_exceeds_the_one_before()
    {
        foreach (var page in (string[])["/", "/shoes/3", "/cart", "/checkout", "/checkout", "/checkout", "/order"])
        {
            _town.Opens(page);
        }

        var table = Read<FunnelReport>().Tables[0];
        Assert.Equal(3, table.Rows[3].Cells[2].Value);
        Assert.Equal(["on"], table.Columns.Where(column => column.Unit == ReportUnit.Percent).Select(column => column.Key));
        Assert.Equal([null, 100, 100, 100, 100], table.Rows.Select(row => row.Cells[1].Value));
    }

    [Fact]
    public void Where_two_steps_lose_as_many_neither_is_said_to_lose_more()
    {
        _town.Opens("/", "anid=1", "192.0.2.1");
        _town.Opens("/shoes/3", "anid=2", "192.0.2.2");

        Assert.Contains("1 of 2 visitors stopped after “Front page or department”, and no step loses more.", Read<FunnelReport>(Lens.CookieOnly).Bought, StringComparison.Ordinal);
    }

    [Fact]
    public void One_address_is_one_visitor_to_pixels_and_two_to_cookies()
    {
        Shops("anid=1", "192.0.2.1", upTo: 4);
        Shops("anid=2", "192.0.2.1", upTo: 0);

        Assert.Equal(1, Read<FunnelReport>(Lens.PixelOnly).Number("steps", "course", "visitors"));
        Assert.Equal(2, Read<FunnelReport>(Lens.CookieOnly).Number("steps", "course", "visitors"));
        Assert.Equal(50, Read<FunnelReport>(Lens.CookieOnly).Headline.Value);
    }

    [Fact]
    public void The_audience_tells_devices_browsers_languages_referrers_and_invented_places()
    {
        _town.Opens("/", address: "192.0.2.1", head: BrowserHeads.Chromium, more: "&ul=en-us");
        _town.Opens("/", address: "198.51.100.200", head: BrowserHeads.Firefox, more: "&dr=http%3A%2F%2Fnews.localhost%3A5080%2F");
        _town.Opens("/", address: "127.0.0.1", head: BrowserHeads.Safari, more: "&dr=http%3A%2F%2Fshop.localhost%3A5080%2Fshoes");

        var sheet = Read<AudienceReport>();

        Assert.Equal(3, sheet.Number("devices", "a computer", "views"));
        Assert.Equal(1, sheet.Number("browsers", "Firefox", "views"));
        Assert.Equal(2, sheet.Number("languages", "English", "views"));
        Assert.Equal(1, sheet.Number("languages", "German", "views"));
        Assert.Equal(1, sheet.Number("places", "Hafenstadt", "views"));
        Assert.Equal(1, sheet.Number("places", "Sandholm", "views"));
        Assert.Equal(1, sheet.Number("places", "This machine (no place)", "views"));
        Assert.Equal(1, sheet.Number("referrers", "nothing was told", "views"));
        Assert.Equal(1, sheet.Number("referrers", "another page of the shop", "views"));
        Assert.Equal(1, sheet.Number("referrers", "news.localhost:5080", "views"));
        Assert.Equal([3], sheet.Behind("places", "Sandholm", "views"));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1", "a phone")]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36", "a phone")]
    [InlineData("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36", "a tablet")]
    [InlineData("Mozilla/5.0 <script>alert(1)</script> Firefox/150.0", "not told")]
    public void A_device_is_told_by_the_program_s_own_name(string agent, string device)
    {
        _town.Opens("/", head: [$"User-Agent: {agent}"]);

        Assert.Equal(1, Read<AudienceReport>().Number("devices", device, "views"));
    }

    [Fact]
    public void A_campaign_costs_by_its_price_and_sales_by_click_are_kept_apart_from_sales_by_view()
    {
        var town = new AdTown();
        town.Serves("a", AdCampaigns.Retargeting);
        town.Shows("a", "anid=1");
        town.Clicks("a", "anid=1");
        town.Buys("o1", "100.00", "anid=1");
        town.Serves("b", AdCampaigns.Retargeting);
        town.Shows("b", "anid=2");
        town.Buys("o2", "60.00", "anid=2");
        town.Buys("o3", "10.00", "anid=3");

        var sheet = new CampaignSheet().AddAll(town.Events).Sheet(Lens.Both);

        Assert.Equal([2, 0, 1, 0.45m, 1, 1, 160, 0.45m, 0.22m], sheet.Tables[0].Rows[0].Cells.Select(cell => cell.Value));
        Assert.Equal(1, sheet.Number("orders", "nothing", "orders"));
        Assert.Contains("€0.45 paid for 2 ads shown, and the network claims 2 sales worth €160.00", sheet.Bought, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thousand_ads_cost_six_euros_where_showing_is_paid() =>
        Assert.Equal((6.00m, 4.50m), (AdPrices.Spend("for-runners", 1_000, 50), AdPrices.Spend(AdCampaigns.Retargeting.Key, 1_000, 10)));

    [Fact]
    public void Retargeting_counts_the_look_the_showing_the_way_back_and_the_order_of_that_product()
    {
        var town = new AdTown();
        town.Looks(3, "anid=1");
        town.Looks(4, "anid=1");
        town.Serves("a", AdCampaigns.Retargeting);
        town.Shows("a", "anid=1");
        town.Shows("a", "anid=1");
        town.Clicks("a", "anid=1");
        town.Buys("o1", "100.00", "anid=1");
        town.Buys("o1", "100.00", "anid=1");
        town.Buys("o2", "100.00", "anid=2");

        var sheet = new RetargetingReport().AddAll(town.Events).Sheet(Lens.Both);

        Assert.Equal([1, 1, 1, 1], sheet.Tables[0].Rows[0].Cells.Select(cell => cell.Value));
        Assert.Equal([1, 0, 0, 0], sheet.Tables[0].Rows[1].Cells.Select(cell => cell.Value));
        Assert.Equal([7], sheet.Behind("products", "3", "bought"));
    }

    [Fact]
    public void The_newsletter_sets_believed_openings_beside_the_real_ones()
    {
        _town.Keep(Sent("m1"));
        _town.Keep(Sent("m2"));
        _town.Keep(Sent("m3"));
        _town.Keep(BuiltHit.Of("postbox", "/o/m1.gif", "User-Agent: Mozilla/5.0"));
        _town.Keep(BuiltHit.Of("postbox", "/o/m2.gif", $"User-Agent: {BrowserHeads.ChromiumAgent}"));
        _town.Keep(Opened("m2"));
        _town.Keep(Opened("m3"));
        _town.Keep(BuiltHit.Of("postbox", "/c/m2/0", $"User-Agent: {BrowserHeads.ChromiumAgent}"));

        var sheet = Read<NewsletterReport>();

        Assert.Equal([3, 2, 1, 1, 2, 1, 0], sheet.Tables[0].Rows[0].Cells.Select(cell => cell.Value));
        Assert.Equal(66.7m, sheet.Headline.Value);
        Assert.Equal([4, 5, 8], sheet.Behind("mailings", "sale", "believed"));
        Assert.Equal([6, 7], sheet.Behind("mailings", "sale", "really"));
    }

    [Fact]
    public void An_empty_report_says_so_and_a_report_never_divides_by_nothing() =>
        Assert.All(ReportList.All, entry =>
        {
            var sheet = entry.Make().Sheet(Lens.Both);
            Assert.False(sheet.HasAnything);
            Assert.StartsWith("Nothing yet", sheet.Bought, StringComparison.Ordinal);
            Assert.Contains(sheet.Tables, table => table.Key == sheet.Plot.Table);
        });

    [Fact]
    public void Behind_a_number_stand_the_count_and_the_first_two_hundred()
    {
        var behind = HitsBehind.Of(Enumerable.Range(1, 500).Select(id => (long)id));

        Assert.Equal(500, behind.Count);
        Assert.Equal(200, behind.Events.Count);
        Assert.Equal(200, behind.Events[^1]);
    }

    private void Shops(string cookie, string address, int upTo)
    {
        (string Page, string? Ad)[] steps =
        [
            ("/", null),
            ("/shoes/3", "ev=ViewContent&cd[content_ids]=3"),
            ("/cart", "ev=AddToCart&cd[content_ids]=3"),
            ("/checkout", "ev=InitiateCheckout"),
            ("/order", $"ev=Purchase&cd[order_id]={cookie}"),
        ];
        foreach (var (page, ad) in steps.Take(upTo + 1))
        {
            _town.Opens(page, cookie, address, adnet: ad);
        }
    }

    private ReportSheet Read<TReport>(Lens lens = Lens.Both)
        where TReport : BusinessReport, new() => new TReport().AddAll(_town.Events).Sheet(lens);

    private static MailSent Sent(string mail) =>
        new() { At = default, Mail = mail, Campaign = "sale", Subject = "Shoes", Person = "mara" };

    private static MailHandled Opened(string mail) => new() { At = default, Mail = mail, What = "opened", Client = "ask" };
}
