using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Lenses;
using PixelLab.Core.Reports.Sheets;
using PixelLab.Core.Vendors.Adnet;

namespace PixelLab.Core.Reports;

/// <summary>The shop's campaigns: what was shown, clicked and paid, and the sales that the network claims for it.</summary>
public sealed class CampaignSheet : BusinessReport
{
    private const string Euro = "EUR";

    private readonly CampaignReport _report = new();
    private readonly List<CampaignReport> _others = [];

    private static Words Words => Language.Asked[SheetText.Words];

    /// <inheritdoc />
    public override EventKinds Takes => _report.Takes;

    /// <inheritdoc />
    public override void Add(LabEvent labEvent) => _report.Add(labEvent);

    /// <inheritdoc />
    public override void TakeIn(BusinessReport others)
    {
        var other = (CampaignSheet)others;
        _others.AddRange(other._others.Prepend(other._report));
    }

    /// <inheritdoc />
    public override ReportSheet Sheet(Lens lens)
    {
        var figures = _others.Aggregate(
            _report.Figures(AttributionWindows.Default), (all, other) => all.With(other.Figures(AttributionWindows.Default)));
        var lines = figures.Lines.Where(line => AdCampaigns.Find(line.Campaign)?.Advertiser == ShopHits.Site).ToList();
        var spend = lines.Sum(line => line.Spend);
        var clicked = lines.Sum(line => line.ByClick.Count);
        var viewed = lines.Sum(line => line.ByView.Count);
        var worth = lines.Sum(line => Worth(line.ByClick) + Worth(line.ByView));
        return new ReportSheet
        {
            Headline = new(Words["Ads.Headline"], lines.Count == 0 ? null : Math.Round(spend, 2), ReportUnit.Euro),
            Bought = Bought(lines.Sum(line => line.Impressions.Count), spend, clicked, viewed, worth),
            Summary = lines.Count == 0
                ? Words["Ads.Summary.None"]
                : Language.Asked.Sentences(lines.Select(line => Words["Ads.Summary",
                    Name(line), Words.Count("Times", line.Impressions.Count), Words.Count("Times", line.Clicks.Count), Words.Count("Sales", line.ByClick.Count), line.ByView.Count])),
            Tables = [new("campaigns", Words["Ads.Table"], Words["Ads.Rows"],
                [
                    new("shown", Words["Ads.Shown"]),
                    new("in-view", Words["Ads.InView"]),
                    new("clicks", Words["Ads.Clicks"]),
                    new("spend", Words["Ads.Spent"], ReportUnit.Euro),
                    new("by-click", Words["Ads.ByClick"]),
                    new("by-view", Words["Ads.ByView"]),
                    new("worth", Words["Ads.Worth"], ReportUnit.Euro),
                    new("cost-click", Words["Ads.CostByClick"], ReportUnit.Euro),
                    new("cost-all", Words["Ads.CostWithViews"], ReportUnit.Euro),
                ],
                [.. lines.Select(Row)]), Unclaimed(figures)],
            Plot = new("campaigns", ["shown"], Words["Ads.Shown"], Words["Ads.Shown"]),
            MorePlots =
            [
                new("campaigns", ["clicks"], Words["Ads.Plot.Clicks"], Words["Ads.Clicks"]),
                new("campaigns", ["by-click", "by-view"], Words["Ads.Plot.Sales"], Words["Ads.Plot.Sales.Axis"]),
                new("campaigns", ["cost-click", "cost-all"], Words["Ads.Plot.Cost"], Words["Ads.Plot.Cost.Axis"]),
            ],
            Limits =
            [
                Words["Ads.Limit.Prices", ReportText.Euro(AdPrices.ByClick), ReportText.Euro(AdPrices.ByThousandShown)],
                Words["Ads.Limit.Claims", Math.Round(figures.Windows.Click.TotalDays), Math.Round(figures.Windows.View.TotalDays)],
                Words["Ads.Limit.Anyway"],
                Words["Ads.Limit.Euros"],
            ],
            HasAnything = lines.Count > 0 || figures.Sales.Count > 0,
        };
    }

    private static ReportRow Row(CampaignLine line)
    {
        var charged = HitsBehind.Of(AdPrices.PaysByClick(line.Campaign) ? line.Clicks : line.Impressions);
        var byClick = HitsBehind.Of(line.ByClick.Select(sale => sale.Hit));
        var byView = HitsBehind.Of(line.ByView.Select(sale => sale.Hit));
        var all = HitsBehind.Of(line.ByClick.Concat(line.ByView).Select(sale => sale.Hit).Order());
        return new(line.Campaign, Name(line),
        [
            ReportCell.Of(HitsBehind.Of(line.Impressions)),
            ReportCell.Of(HitsBehind.Of(line.Viewable)),
            ReportCell.Of(HitsBehind.Of(line.Clicks)),
            new(Math.Round(line.Spend, 2), charged),
            ReportCell.Of(byClick),
            ReportCell.Of(byView),
            new(Worth(line.ByClick) + Worth(line.ByView), all),
            new(Rounded(line.CostPerSaleByClick), byClick),
            new(Rounded(line.CostPerSaleWithViews), all),
        ], Words[AdPrices.PaysByClick(line.Campaign) ? "Ads.Paid.Click" : "Ads.Paid.Thousand"]);
    }

    private static ReportTable Unclaimed(CampaignFigures figures)
    {
        var sales = figures.Sales.ToLookup(sale => sale.By);
        return new("orders", Words["Ads.Orders"], Words["Ads.Orders.Rows"],
            [new("orders", Words["Ads.Orders.Column"])],
            [
                Line("click-id", sales[AttributedBy.ClickId]),
                Line("click-cookie", sales[AttributedBy.ClickCookie]),
                Line("view", sales[AttributedBy.View]),
                Line("nothing", sales[AttributedBy.Nothing]),
            ]);
    }

    private static ReportRow Line(string key, IEnumerable<AttributedSale> sales) =>
        new(key, Words[$"Ads.Claim.{key}"], [ReportCell.Of(HitsBehind.Of(sales.Select(sale => sale.Hit)))]);

    private static string Name(CampaignLine line) => AdCampaigns.Find(line.Campaign)?.Headline ?? line.Campaign;

    private static decimal Worth(IEnumerable<AttributedSale> sales) => sales.Where(sale => sale.Currency == Euro).Sum(sale => sale.Value);

    private static decimal? Rounded(decimal? amount) => amount is { } known ? Math.Round(known, 2) : null;

    private static string Bought(int shown, decimal spend, int clicked, int viewed, decimal worth) => (shown, clicked + viewed) switch
    {
        (0, _) => Words["Ads.None"],
        (_, 0) => Words["Ads.NoSale", ReportText.Euro(spend), Words.Count("Ads", shown)],
        _ => Words["Ads.Bought", ReportText.Euro(spend), Words.Count("Ads", shown), Words.Count("Sales", clicked + viewed), ReportText.Euro(worth), clicked, viewed],
    };
}
