using PixelLab.Core.Events;
using PixelLab.Core.Population;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Tests.Population;

/// <summary>A hundred euros spent in a simulated town.</summary>
public sealed class CampaignRunTests
{
    private static readonly PopulationPlan Town = new() { People = 150, Days = 8, Seed = 9, LeavesCart = 0.2 };

    public static TheoryData<AdAudience> Audiences => [.. Enum.GetValues<AdAudience>()];

    [Theory]
    [MemberData(nameof(Audiences))]
    public void Whom_the_lot_leaves_out_never_sees_the_ad_and_no_more_is_spent_than_there_is(AdAudience audience)
    {
        var booking = Booking(audience, budget: 3);
        var shownTo = Walk(booking)
            .Where(happening => happening.Event is AdServed served && served.Campaign == booking.Campaign.Key).Select(happening => happening.Person).ToHashSet();

        Assert.NotEmpty(shownTo);
        Assert.DoesNotContain(shownTo, booking.IsLeftOut);
        Assert.Subset(booking.Due.Keys.ToHashSet(), shownTo);
        Assert.InRange(booking.Spent, 0, 3);
    }

    [Theory]
    [MemberData(nameof(Audiences))]
    public void The_orders_because_of_the_ad_are_those_that_the_same_days_without_it_do_not_have(AdAudience audience)
    {
        var with = Booking(audience, budget: 100);
        var without = Booking(audience, budget: 0);

        var more = Walk(with).Count(happening => happening.Bought) - Walk(without).Count(happening => happening.Bought);

        Assert.Equal(more, with.OrdersByAd - with.OrdersForgone);
        Assert.Equal(more, CampaignRun.Of(with.Campaign, Town).Extra);
        Assert.Equal(0, without.Spent);
    }

    [Fact]
    public void An_ad_for_those_who_left_a_cart_shows_what_lay_in_it_and_needs_a_number_that_came_back()
    {
        var booking = Booking(AdAudience.LeftInCart, budget: 100);
        var carted = new HashSet<(int Person, string? Product)>();
        foreach (var happening in Walk(booking))
        {
            if (happening.Event is Hit hit && hit.Request.Parameter("ev") == "AddToCart")
            {
                carted.Add((happening.Person, hit.Request.Parameter("cd[content_ids]")));
            }
            else if (happening.Event is AdServed served && served.Campaign == booking.Campaign.Key)
            {
                Assert.NotNull(served.Visitor);
                Assert.Contains((happening.Person, served.Product), carted);
            }
        }
    }

    [Fact]
    public void Where_browsers_keep_third_parties_cookies_away_there_is_nobody_to_remind()
    {
        var result = CampaignRun.Of(Find(AdAudience.Looked), Town with { CookiesBlocked = 1 });

        Assert.Equal((0, 0m, 0), (result.Impressions, result.Spent, result.Claimed));
        Assert.Null(result.Believed);
        Assert.True(CampaignRun.Of(Find(AdAudience.Everybody), Town with { CookiesBlocked = 1 }).Impressions > 0);
    }

    [Fact]
    public void The_same_money_in_the_same_town_buys_the_same()
    {
        var campaign = Find(AdAudience.Everybody);

        Assert.Equal(CampaignRun.Of(campaign, Town), CampaignRun.Of(campaign, Town));
    }

    [Fact]
    public void What_the_network_claims_is_more_than_what_the_ad_brought()
    {
        var result = CampaignRun.Of(Find(AdAudience.Everybody), Town);

        Assert.True(result.Claimed > result.Extra);
        Assert.Equal(result.Claimed, result.Extra + result.Anyway);
        Assert.Equal(result.Shown.Orders, result.Expected + result.Believed);
    }

    private static AdCampaign Find(AdAudience audience) => AdCampaigns.Bookable.Single(campaign => campaign.Audience == audience);

    private static CampaignBooking Booking(AdAudience audience, decimal budget) => new(Find(audience), budget, Town.Seed);

    private static IEnumerable<Happening> Walk(CampaignBooking booking) => new PopulationWalk(Town, Inhabitants.Of(Town), booking: booking).Days();
}
