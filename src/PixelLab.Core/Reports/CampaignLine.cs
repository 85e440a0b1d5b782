namespace PixelLab.Core.Reports;

/// <summary>How a sale came to be put down to an ad.</summary>
public enum AttributedBy
{
    /// <summary>Nothing links it to an ad.</summary>
    Nothing,

    /// <summary>The click id came back with the order: no third-party cookie was needed.</summary>
    ClickId,

    /// <summary>The same number clicked an ad before.</summary>
    ClickCookie,

    /// <summary>The same number was shown an ad before and did not click.</summary>
    View,
}

/// <summary>An order that the network heard of.</summary>
/// <param name="Hit">The hit that told of it.</param>
/// <param name="Order">Its number, or empty where the pixel sent none.</param>
/// <param name="Value">What it was worth.</param>
/// <param name="Currency">In which currency.</param>
/// <param name="By">How it came to be put down to an ad.</param>
/// <param name="Campaign">The campaign that claims it, or null.</param>
/// <param name="Ad">The showing that claims it, or null.</param>
/// <param name="AdHit">The click or the impression that it is claimed by, or null.</param>
public sealed record AttributedSale(
    long Hit, string Order, decimal Value, string Currency, AttributedBy By, string? Campaign, string? Ad, long? AdHit)
{
    /// <summary>Hits that told of the same order again; they count once.</summary>
    public IReadOnlyList<long> Repeats { get; init; } = [];
}

/// <summary>One campaign as the advertiser sees it: each number is a list of the hits behind it.</summary>
public sealed record CampaignLine
{
    /// <summary>The campaign.</summary>
    public required string Campaign { get; init; }

    /// <summary>The ads shown.</summary>
    public IReadOnlyList<long> Impressions { get; init; } = [];

    /// <summary>Those that were in view for a second.</summary>
    public IReadOnlyList<long> Viewable { get; init; } = [];

    /// <summary>The clicks.</summary>
    public IReadOnlyList<long> Clicks { get; init; } = [];

    /// <summary>The sales it claims by a click.</summary>
    public IReadOnlyList<AttributedSale> ByClick { get; init; } = [];

    /// <summary>The sales it claims by a view.</summary>
    public IReadOnlyList<AttributedSale> ByView { get; init; } = [];

    /// <summary>What the network charges for it, in euros of the invented price list.</summary>
    public decimal Spend => AdPrices.Spend(Campaign, Impressions.Count, Clicks.Count);

    /// <summary>Euros for each sale that a click led to; null where there is none.</summary>
    public decimal? CostPerSaleByClick => ByClick.Count == 0 ? null : Spend / ByClick.Count;

    /// <summary>Euros for each sale where those are claimed too that only saw the ad; null where there is none.</summary>
    public decimal? CostPerSaleWithViews => ByClick.Count + ByView.Count == 0 ? null : Spend / (ByClick.Count + ByView.Count);

    /// <summary>What all claimed sales were worth.</summary>
    public decimal Value => ByClick.Sum(sale => sale.Value) + ByView.Sum(sale => sale.Value);
}

/// <summary>What the network tells its advertisers.</summary>
/// <param name="Windows">The windows it was reckoned with.</param>
/// <param name="Lines">The campaigns that were shown, in the order of their first showing.</param>
/// <param name="Sales">Every order once, also those that no ad can claim, oldest first.</param>
public sealed record CampaignFigures(
    AttributionWindows Windows, IReadOnlyList<CampaignLine> Lines, IReadOnlyList<AttributedSale> Sales)
{
    /// <summary>These figures and those of other people.</summary>
    public CampaignFigures With(CampaignFigures others) => this with
    {
        Lines =
        [
            .. Lines.Concat(others.Lines).GroupBy(line => line.Campaign).Select(campaign => new CampaignLine
            {
                Campaign = campaign.Key,
                Impressions = [.. campaign.SelectMany(line => line.Impressions)],
                Viewable = [.. campaign.SelectMany(line => line.Viewable)],
                Clicks = [.. campaign.SelectMany(line => line.Clicks)],
                ByClick = [.. campaign.SelectMany(line => line.ByClick)],
                ByView = [.. campaign.SelectMany(line => line.ByView)],
            }),
        ],
        Sales = [.. Sales, .. others.Sales],
    };
}
