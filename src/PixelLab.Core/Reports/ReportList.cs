using PixelLab.Core.Events;
using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Postbox;

namespace PixelLab.Core.Reports;

/// <summary>Makes an empty report.</summary>
/// <param name="counting">How it counts.</param>
public delegate BusinessReport MakeReport(Counting counting = Counting.Naive);

/// <summary>A report's place in the book: what it is called and what it answers.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="FirstHost">The host where that is done.</param>
/// <param name="Make">Makes an empty one.</param>
public sealed record ReportEntry(string Name, string FirstHost, MakeReport Make)
{
    /// <summary>Its title.</summary>
    public string Title => Words[$"{Name}.Title"];

    /// <summary>The question that it answers.</summary>
    public string Question => Words[$"{Name}.Question"];

    /// <summary>What to do first, so that it has something to show.</summary>
    public string First => Words[$"{Name}.First"];

    /// <summary>Whether it counts visitors, so that it matters how they are told apart.</summary>
    public bool CountsVisitors { get; init; }

    /// <summary>Whether it counts page views, which the shop's own log has too.</summary>
    public bool CountsPages { get; init; }

    /// <summary>Whether it tells by itself what to count, and so is told of every request.</summary>
    public bool CountsItself { get; init; }

    /// <summary>Whether a hit is one of those that it is about.</summary>
    public Func<Hit, bool> Reads { get; init; } = ShopHits.IsMetrics;

    private static Words Words => Language.Asked[SheetText.Words];
}

/// <summary>Every report. A new one is one more entry.</summary>
public static class ReportList
{
    /// <summary>The reports in the order in which they are shown.</summary>
    public static IReadOnlyList<ReportEntry> All { get; } =
    [
        new("pages", "shop", _ => new PagesReport()) { CountsPages = true },
        new("stay", "shop", _ => new StayReport()),
        new("funnel", "shop", _ => new FunnelReport())
        {
            CountsVisitors = true,
            CountsPages = true,
        },
        new("audience", "shop", _ => new AudienceReport()) { CountsPages = true },
        new("campaigns", "news", _ => new CampaignSheet()) { Reads = hit => hit.Vendor == AdnetWire.VendorName },
        new("retargeting", "social", _ => new RetargetingReport()) { Reads = hit => hit.Vendor == AdnetWire.VendorName },
        new("newsletter", "mail", counting => new NewsletterReport(counting))
        {
            CountsItself = true,
            Reads = hit => hit.Vendor == PostboxWire.VendorName,
        },
    ];

    /// <summary>The report of that name, or null.</summary>
    public static ReportEntry? Find(string? name) => All.FirstOrDefault(report => report.Name == name);
}
