using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Reports;

/// <summary>
/// What the invented network charges. Both ways of charging are real ones: by click, and by a thousand ads shown. The
/// amounts are made up.
/// </summary>
public static class AdPrices
{
    /// <summary>Euros for a click on an ad of a campaign that is charged by click.</summary>
    public const decimal ByClick = 0.45m;

    /// <summary>Euros for a thousand ads shown of a campaign that is charged by showing.</summary>
    public const decimal ByThousandShown = 6.00m;

    private const int Thousand = 1000;

    /// <summary>Whether a campaign pays for clicks; else it pays for being shown.</summary>
    public static bool PaysByClick(string campaign) => campaign == AdCampaigns.Retargeting.Key || AdCampaigns.Find(campaign)?.KnowsPeople == true;

    /// <summary>What a campaign costs, in euros.</summary>
    public static decimal Spend(string campaign, int shown, int clicks) =>
        PaysByClick(campaign) ? clicks * ByClick : ForShowing(shown);

    /// <summary>What so many ads cost where each showing is paid for, in euros.</summary>
    public static decimal ForShowing(long shown) => shown * ByThousandShown / Thousand;
}
