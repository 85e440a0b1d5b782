using PixelLab.Core.Events;
using PixelLab.Core.Reports;
using PixelLab.Core.Vendors;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Wire;

namespace PixelLab.Core.Population;

/// <summary>Some of the people for whom an ad was due.</summary>
/// <param name="People">How many they are.</param>
/// <param name="Orders">Their orders from then on, as the shop's till has them.</param>
public sealed record CampaignGroup(int People, int Orders);

/// <summary>What a budget bought: as the network tells it, as a comparison lets one believe it, and as it was.</summary>
public sealed record CampaignResult
{
    /// <summary>The campaign.</summary>
    public required AdCampaign Campaign { get; init; }

    /// <summary>The people of the town.</summary>
    public required int People { get; init; }

    /// <summary>How many days it ran at most.</summary>
    public required int Days { get; init; }

    /// <summary>What was spent, in euros.</summary>
    public required decimal Spent { get; init; }

    /// <summary>On which day the money was spent, from 1; null where some is left.</summary>
    public required int? SpentOnDay { get; init; }

    /// <summary>How often the ad was shown.</summary>
    public required int Impressions { get; init; }

    /// <summary>How often it was followed.</summary>
    public required int Clicks { get; init; }

    /// <summary>Told: the orders that the network claims by a click.</summary>
    public required int ClaimedByClick { get; init; }

    /// <summary>Told: the orders that the network claims where the ad was only shown.</summary>
    public required int ClaimedByView { get; init; }

    /// <summary>Those who were shown the ad.</summary>
    public required CampaignGroup Shown { get; init; }

    /// <summary>Those whom it was due for and the lot left out.</summary>
    public required CampaignGroup LeftOut { get; init; }

    /// <summary>True: the orders that would not have come without the ad. Only who invented the town can know it.</summary>
    public required int Extra { get; init; }

    /// <summary>All orders that the network claims.</summary>
    public int Claimed => ClaimedByClick + ClaimedByView;

    /// <summary>Of the claimed orders, those that would have come anyway.</summary>
    public int Anyway => Math.Max(0, Claimed - Extra);

    /// <summary>Orders that those who were shown the ad would have made without it, going by those who were left out; null where nobody was.</summary>
    public decimal? Expected => LeftOut.People == 0 ? null : (decimal)LeftOut.Orders * Shown.People / LeftOut.People;

    /// <summary>Believed: the orders that came in addition, going by those who were left out; null where nobody was.</summary>
    public decimal? Believed => Shown.Orders - Expected;

    /// <summary>How far chance alone may carry that number, up or down: twice its standard deviation, orders taken as independent of each other.</summary>
    public decimal Chance
    {
        get
        {
            var share = LeftOut.People == 0 ? 0 : (double)Shown.People / LeftOut.People;
            return (decimal)(2 * Math.Sqrt(Shown.Orders + (share * share * LeftOut.Orders)));
        }
    }

    /// <summary>Euros for each of so many orders; null where there is none.</summary>
    public decimal? CostOf(int orders) => orders <= 0 ? null : Math.Round(Spent / orders, 2);
}

/// <summary>Spends a budget on a campaign in a simulated town.</summary>
public static class CampaignRun
{
    /// <summary>What there is to spend, in euros.</summary>
    public const decimal Budget = 100;

    /// <summary>The town around the visitor, for as long as the campaign lasts.</summary>
    public static PopulationPlan Plan { get; } = TownAround.Plan with { Days = 30 };

    /// <summary>Lets the town walk by the campaign.</summary>
    /// <param name="campaign">What is booked.</param>
    /// <param name="plan">The town.</param>
    public static CampaignResult Of(AdCampaign campaign, PopulationPlan plan)
    {
        var booking = new CampaignBooking(campaign, Budget, plan.Seed);
        var told = new CampaignReport();
        var orders = new List<(int Person, DateTimeOffset At)>();
        foreach (var happening in new PopulationWalk(plan, Inhabitants.Of(plan), booking: booking).Days())
        {
            if (happening.Bought)
            {
                orders.Add((happening.Person, happening.Event.At));
            }

            if (IsTold(happening.Event, campaign))
            {
                told.Add(happening.Event);
            }
        }

        var line = told.Figures(AttributionWindows.Default).Lines.FirstOrDefault(one => one.Campaign == campaign.Key)
            ?? new CampaignLine { Campaign = campaign.Key };
        var after = orders.Where(order => booking.Due.TryGetValue(order.Person, out var due) && order.At >= due).Select(order => order.Person).ToList();
        CampaignGroup Group(bool leftOut) => new(
            booking.Due.Keys.Count(person => booking.IsLeftOut(person) == leftOut), after.Count(person => booking.IsLeftOut(person) == leftOut));
        return new CampaignResult
        {
            Campaign = campaign,
            People = plan.People,
            Days = plan.Days,
            Spent = booking.Spent,
            SpentOnDay = booking.SpentAt is { } at ? (int)(at - DayPlanner.Start).TotalDays + 1 : null,
            Impressions = line.Impressions.Count,
            Clicks = line.Clicks.Count,
            ClaimedByClick = line.ByClick.Count,
            ClaimedByView = line.ByView.Count,
            Shown = Group(leftOut: false),
            LeftOut = Group(leftOut: true),
            Extra = booking.OrdersByAd - booking.OrdersForgone,
        };
    }

    /// <summary>Whether the network needs it for what it claims; what it need not hold is left out.</summary>
    private static bool IsTold(LabEvent happened, AdCampaign campaign) => happened switch
    {
        AdServed served => served.Campaign == campaign.Key,
        Hit hit => VendorList.EventOf(hit) is VendorEvents.AdImpression or VendorEvents.AdClick or VendorEvents.Purchase,
        _ => false,
    };
}
