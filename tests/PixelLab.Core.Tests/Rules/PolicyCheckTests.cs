using PixelLab.Core.Readings;
using PixelLab.Core.Rules;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Broker;
using PixelLab.Core.Vendors.Metrics;
using PixelLab.Core.Vendors.Postbox;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Tests.Rules;

public sealed class PolicyCheckTests
{
    private const string Metrics = MetricsWire.VendorName;
    private const string Adnet = AdnetWire.VendorName;
    private const string Omit = SettingNames.PolicyOmitPrefix + PolicyTown.Site;

    [Fact]
    public void A_site_that_asks_first_and_keeps_to_the_answer_has_no_finding()
    {
        var town = PolicyTown.With(Regime.OptIn)
            .VisitHeldBack(Metrics, Adnet)
            .Answer("choose", Purposes.Analytics)
            .Visit(Metrics)
            .VisitHeldBack(Adnet);

        Assert.Equal(0, town.Report().Findings);
        Assert.Equal(3, town.Ask(PolicyQuestion.WaitedForAnswer).Looked);
    }

    [Fact]
    public void A_site_nobody_has_visited_has_nothing_to_judge()
    {
        var report = PolicyTown.With(Regime.OptIn).Report();

        Assert.Equal(0, report.Visits);
        Assert.All(report.Answers, answer => Assert.Equal(0, answer.Looked));
    }

    [Fact]
    public void The_pixel_that_a_policy_leaves_out_is_found_with_the_event_behind_it()
    {
        var answer = PolicyTown.With(Regime.None).Turn(Omit, Adnet).Visit(Metrics, Adnet).Ask(PolicyQuestion.PolicyComplete);

        var evidence = Assert.Single(answer.Evidence);
        Assert.Equal((2, 1, Adnet, false), (answer.Looked, answer.Against, evidence.Vendor, evidence.IsHit));
    }

    [Fact]
    public void A_policy_made_whole_again_changes_nothing_about_the_past()
    {
        var town = PolicyTown.With(Regime.None).Turn(Omit, Adnet).Visit(Adnet).Turn(Omit, "").Visit(Adnet);

        Assert.Equal(1, town.Ask(PolicyQuestion.PolicyComplete).Against);
    }

    [Fact]
    public void A_company_reached_by_a_redirect_has_to_be_in_the_policy_too()
    {
        var town = PolicyTown.With(Regime.None).Turn(Omit, BrokerWire.VendorName).Visit(Adnet).HitAgain(BrokerWire.VendorName);

        var answer = town.Ask(PolicyQuestion.PolicyComplete);

        Assert.Equal(BrokerWire.VendorName, Assert.Single(answer.Evidence).Vendor);
    }

    [Fact]
    public void A_hit_before_the_answer_is_found_with_the_cookie_it_set()
    {
        var town = PolicyTown.With(Regime.Manipulative).Visit(Metrics, Adnet);

        Assert.Equal(2, town.Ask(PolicyQuestion.WaitedForAnswer).Against);
        Assert.Equal(AdnetWire.IdCookie, Assert.Single(town.Ask(PolicyQuestion.CookiesWaited).Evidence).Detail);
    }

    [Fact]
    public void A_hit_after_a_refusal_is_found()
    {
        var town = PolicyTown.With(Regime.OptIn).Answer("refuse_all").Visit(Metrics);

        Assert.Equal(1, town.Ask(PolicyQuestion.RefusalKept).Against);
        Assert.Equal(0, town.Ask(PolicyQuestion.WaitedForAnswer).Against);
    }

    [Fact]
    public void A_yes_to_one_purpose_is_a_no_to_the_other()
    {
        var town = PolicyTown.With(Regime.OptIn).Answer("choose", Purposes.Analytics).Visit(Metrics, Adnet);

        Assert.Equal(Adnet, Assert.Single(town.Ask(PolicyQuestion.RefusalKept).Evidence).Vendor);
    }

    [Fact]
    public void A_hit_of_a_page_still_open_when_the_consent_was_taken_back_is_found()
    {
        var town = PolicyTown.With(Regime.OptIn).Answer("accept_all", [.. Purposes.All]).Visit(Metrics);
        Assert.Equal(0, town.Report().Findings);

        town.Answer("withdraw").HitAgain(Metrics);

        Assert.Equal(1, town.Ask(PolicyQuestion.RefusalKept).Against);
    }

    [Fact]
    public void A_site_whose_cookie_was_cleared_has_to_ask_again()
    {
        var town = PolicyTown.With(Regime.OptIn).Answer("accept_all", [.. Purposes.All]).ForgetCookies().Visit(Metrics);

        Assert.Equal(1, town.Ask(PolicyQuestion.WaitedForAnswer).Against);
    }

    [Theory]
    [InlineData(Regime.None)]
    [InlineData(Regime.Notice)]
    public void Telling_is_not_asking(Regime regime)
    {
        var town = PolicyTown.With(regime).Answer("noted").Visit(Metrics, Adnet);

        Assert.Equal(2, town.Ask(PolicyQuestion.Asked).Against);
        Assert.Equal(1, town.Ask(PolicyQuestion.CookiesWaited).Against);
    }

    [Fact]
    public void Boxes_ticked_beforehand_are_no_choice()
    {
        var town = PolicyTown.With(Regime.Manipulative).Answer("choose", [.. Purposes.All]).Visit(Metrics);

        Assert.Equal(1, town.Ask(PolicyQuestion.RealChoice).Against);
    }

    [Fact]
    public void The_same_boxes_left_empty_by_the_site_are_a_choice()
    {
        var town = PolicyTown.With(Regime.OptIn).Answer("choose", [.. Purposes.All]).Visit(Metrics);

        Assert.Equal((1, 0), (town.Ask(PolicyQuestion.RealChoice).Looked, town.Ask(PolicyQuestion.RealChoice).Against));
    }

    [Fact]
    public void An_ignored_signal_is_found_where_the_opt_out_holds()
    {
        var town = PolicyTown.With(Regime.OptOut).SendingGpc().Visit(Metrics, Adnet);

        Assert.Equal(Adnet, Assert.Single(town.Ask(PolicyQuestion.SignalHonoured).Evidence).Vendor);
    }

    [Fact]
    public void An_honoured_signal_speaks_for_the_site()
    {
        var answer = PolicyTown.With(Regime.OptOut).SendingGpc().Visit(Metrics).VisitHeldBack(Adnet).Ask(PolicyQuestion.SignalHonoured);

        Assert.Equal((1, 0), (answer.Looked, answer.Against));
    }

    [Theory]
    [InlineData(Regime.None)]
    [InlineData(Regime.OptIn)]
    public void The_signal_decides_nothing_under_other_banners(Regime regime)
    {
        var town = PolicyTown.With(regime).SendingGpc().Answer("accept_all", [.. Purposes.All]).Visit(Adnet);

        Assert.Equal(0, town.Ask(PolicyQuestion.SignalHonoured).Looked);
    }

    [Fact]
    public void Who_has_opted_out_is_left_alone()
    {
        var town = PolicyTown.With(Regime.OptOut).Answer("opt_out", Purposes.Analytics).Visit(Metrics, Adnet);

        Assert.Equal(Adnet, Assert.Single(town.Ask(PolicyQuestion.RefusalKept).Evidence).Vendor);
    }

    [Fact]
    public void An_opt_out_site_may_share_until_somebody_opts_out()
    {
        var town = PolicyTown.With(Regime.OptOut).Visit(Metrics, Adnet);

        Assert.Equal(0, town.Report().Findings);
    }

    [Fact]
    public void A_click_through_a_vendor_is_the_visitors_own_step()
    {
        var click = BuiltHit.Of(Adnet, "/click?ad=1", "Sec-Fetch-Dest: document");

        Assert.Equal(0, PolicyTown.With(Regime.OptIn).Visit().Keep(click).Report().Findings);
    }

    [Fact]
    public void Pixels_in_messages_are_no_business_of_a_banner()
    {
        var open = BuiltHit.Of(PostboxWire.VendorName, "/o/abc.gif", BrowserHeads.Chromium);

        Assert.Equal(0, PolicyTown.With(Regime.OptIn).Visit().Keep(open).Report().Findings);
    }

    [Fact]
    public void A_forged_hit_is_judged_by_the_latest_answer()
    {
        var town = PolicyTown.With(Regime.OptIn).Answer("refuse_all").HitFromNowhere(Metrics);

        Assert.Equal(1, town.Ask(PolicyQuestion.RefusalKept).Against);
    }

    [Fact]
    public void Evidence_is_bounded_and_the_count_goes_on()
    {
        var town = PolicyTown.With(Regime.None);
        for (var i = 0; i < 100; i++)
        {
            town.Visit(Metrics);
        }

        var answer = town.Ask(PolicyQuestion.Asked);

        Assert.Equal(100, answer.Against);
        Assert.Equal(20, answer.Evidence.Count);
        Assert.True(answer.Evidence[0].Id > answer.Evidence[^1].Id);
    }

    [Fact]
    public void Every_site_with_pixels_declares_vendors_that_are_described() =>
        Assert.All(SitePolicies.Sites, site => Assert.NotEmpty(SitePolicies.Policy(site)));

    [Fact]
    public void Events_of_other_sites_do_not_count()
    {
        var hit = BuiltHit.OfMetrics("en=page_view&z=v.1").On("news");

        Assert.Equal(0, new PolicyCheck().AddAll<PolicyCheck>([hit]).Report("shop").Findings);
    }
}
