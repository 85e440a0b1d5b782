using PixelLab.Core.Events;
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
            Headline = new("spent on ads", lines.Count == 0 ? null : Math.Round(spend, 2), ReportUnit.Euro),
            Bought = Bought(lines.Sum(line => line.Impressions.Count), spend, clicked, viewed, worth),
            Summary = lines.Count == 0
                ? "No ad of the shop has been shown."
                : string.Join(" ", lines.Select(line => $"{Name(line)}: shown {ReportText.Count(line.Impressions.Count, "time")}, clicked {ReportText.Count(line.Clicks.Count, "time")}, {ReportText.Count(line.ByClick.Count, "sale")} after a click and {line.ByView.Count} after a mere view.")),
            Tables = [new("campaigns", "The shop’s campaigns", "Campaign",
                [
                    new("shown", "Ads shown"),
                    new("in-view", "Of these in view"),
                    new("clicks", "Clicks"),
                    new("spend", "Spent", ReportUnit.Euro),
                    new("by-click", "Sales by last click"),
                    new("by-view", "Sales by view only"),
                    new("worth", "Worth of these sales", ReportUnit.Euro),
                    new("cost-click", "Cost per sale, clicks only", ReportUnit.Euro),
                    new("cost-all", "Cost per sale, views too", ReportUnit.Euro),
                ],
                [.. lines.Select(Row)]), Unclaimed(figures)],
            Plot = new("campaigns", ["shown"], "Ads shown", "Ads shown"),
            MorePlots =
            [
                new("campaigns", ["clicks"], "Clicks on them", "Clicks"),
                new("campaigns", ["by-click", "by-view"], "Sales that the network claims for them", "Sales"),
                new("campaigns", ["cost-click", "cost-all"], "Cost per sale", "Euros"),
            ],
            Limits =
            [
                $"The prices are invented: {ReportText.Euro(AdPrices.ByClick)} a click for ads that show again what somebody looked at, {ReportText.Euro(AdPrices.ByThousandShown)} for a thousand ads shown for all others.",
                $"“By last click”: the last ad clicked within {figures.Windows.Click.TotalDays:0} days before the order gets the sale. “By view only”: nobody clicked, but the ad was shown within {figures.Windows.View.TotalDays:0} day before.",
                "Whether somebody would have bought anyway, no claim can tell. A view that nobody noticed claims a sale like one that did.",
                "Only orders in euros are added up.",
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
        ], AdPrices.PaysByClick(line.Campaign) ? "paid by click" : "paid by thousand shown");
    }

    private static ReportTable Unclaimed(CampaignFigures figures)
    {
        var sales = figures.Sales.ToLookup(sale => sale.By);
        return new("orders", "Every order the network heard of, once", "Put down to",
            [new("orders", "Orders")],
            [
                Line("click-id", "a click, by the click’s number in the address", sales[AttributedBy.ClickId]),
                Line("click-cookie", "a click, by the network’s cookie", sales[AttributedBy.ClickCookie]),
                Line("view", "an ad that was only shown", sales[AttributedBy.View]),
                Line("nothing", "no ad at all", sales[AttributedBy.Nothing]),
            ]);
    }

    private static ReportRow Line(string key, string name, IEnumerable<AttributedSale> sales) =>
        new(key, name, [ReportCell.Of(HitsBehind.Of(sales.Select(sale => sale.Hit)))]);

    private static string Name(CampaignLine line) => AdCampaigns.Find(line.Campaign)?.Headline ?? line.Campaign;

    private static decimal Worth(IEnumerable<AttributedSale> sales) => sales.Where(sale => sale.Currency == Euro).Sum(sale => sale.Value);

    private static decimal? Rounded(decimal? amount) => amount is { } known ? Math.Round(known, 2) : null;

    private static string Bought(int shown, decimal spend, int clicked, int viewed, decimal worth) => (shown, clicked + viewed) switch
    {
        (0, _) => "Nothing yet: no ad of the shop has been shown.",
        (_, 0) => $"{ReportText.Euro(spend)} paid for {ReportText.Count(shown, "ad")} shown, and so far for no sale.",
        _ => $"{ReportText.Euro(spend)} paid for {ReportText.Count(shown, "ad")} shown, and the network claims {ReportText.Count(clicked + viewed, "sale")} worth {ReportText.Euro(worth)} for it: {clicked} after a click, {viewed} where the ad was only shown.",
    };
}
