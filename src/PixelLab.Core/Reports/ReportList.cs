using PixelLab.Core.Events;
using PixelLab.Core.Vendors.Adnet;
using PixelLab.Core.Vendors.Postbox;

namespace PixelLab.Core.Reports;

/// <summary>Makes an empty report.</summary>
/// <param name="counting">How it counts.</param>
public delegate BusinessReport MakeReport(Counting counting = Counting.Naive);

/// <summary>A report's place in the book: what it is called and what it answers.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">Its title.</param>
/// <param name="Question">The question that it answers.</param>
/// <param name="First">What to do first, so that it has something to show.</param>
/// <param name="FirstHost">The host where that is done.</param>
/// <param name="Make">Makes an empty one.</param>
public sealed record ReportEntry(
    string Name, string Title, string Question, string First, string FirstHost, MakeReport Make)
{
    /// <summary>Whether it counts visitors, so that it matters how they are told apart.</summary>
    public bool CountsVisitors { get; init; }

    /// <summary>Whether it counts page views, which the shop's own log has too.</summary>
    public bool CountsPages { get; init; }

    /// <summary>Whether it tells by itself what to count, and so is told of every request.</summary>
    public bool CountsItself { get; init; }

    /// <summary>Whether a hit is one of those that it is about.</summary>
    public Func<Hit, bool> Reads { get; init; } = ShopHits.IsMetrics;
}

/// <summary>Every report. A new one is one more entry.</summary>
public static class ReportList
{
    /// <summary>The reports in the order in which they are shown.</summary>
    public static IReadOnlyList<ReportEntry> All { get; } =
    [
        new("pages", "Pages visited most", "Which pages do people open?", "Open a few pages of the shop", "shop", _ => new PagesReport()) { CountsPages = true },
        new("stay", "How long people stay", "How long is a page in view?", "Open a page of the shop and stay for a while", "shop", _ => new StayReport()),
        new("funnel", "Where people drop off", "How far do they get on the way to an order?", "Put something into the shop’s cart", "shop", _ => new FunnelReport())
        {
            CountsVisitors = true,
            CountsPages = true,
        },
        new("audience", "From where and with what", "Which devices, browsers, languages and places?", "Open the shop, with this browser and another", "shop", _ => new AudienceReport()) { CountsPages = true },
        new("campaigns", "Campaigns", "What did the ads cost, and which sales do they claim?", "Look at a shoe in the shop, then read the paper", "news", _ => new CampaignSheet()) { Reads = hit => hit.Vendor == AdnetWire.VendorName },
        new("retargeting", "Shown again", "Do people come back to what they looked at?", "Look at a product in the shop, then open the social site", "social", _ => new RetargetingReport()) { Reads = hit => hit.Vendor == AdnetWire.VendorName },
        new("newsletter", "Newsletter", "Who opened the mail, and who only seems to have?", "Have a message delivered to the inbox and open it", "mail", counting => new NewsletterReport(counting))
        {
            CountsItself = true,
            Reads = hit => hit.Vendor == PostboxWire.VendorName,
        },
    ];

    /// <summary>The report of that name, or null.</summary>
    public static ReportEntry? Find(string? name) => All.FirstOrDefault(report => report.Name == name);
}
