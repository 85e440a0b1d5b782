namespace PixelLab.Core.Reports;

/// <summary>A report's place in the book: what it is called and what it answers.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">Its title.</param>
/// <param name="Question">The question that it answers.</param>
/// <param name="First">What to do first, so that it has something to show.</param>
/// <param name="FirstHost">The host where that is done.</param>
/// <param name="Make">Makes an empty one.</param>
public sealed record ReportEntry(
    string Name, string Title, string Question, string First, string FirstHost, Func<BusinessReport> Make)
{
    /// <summary>Whether it counts visitors, so that it matters how they are told apart.</summary>
    public bool CountsVisitors { get; init; }
}

/// <summary>Every report. A new one is one more entry.</summary>
public static class ReportList
{
    /// <summary>The reports in the order in which they are shown.</summary>
    public static IReadOnlyList<ReportEntry> All { get; } =
    [
        new("pages", "Pages visited most", "Which pages do people open?", "Open a few pages of the shop", "shop", () => new PagesReport()),
        new("stay", "How long people stay", "How long is a page in view?", "Open a page of the shop and stay for a while", "shop", () => new StayReport()),
        new("funnel", "Where people drop off", "How far do they get on the way to an order?", "Put something into the shop’s cart", "shop", () => new FunnelReport())
        {
            CountsVisitors = true,
        },
        new("audience", "From where and with what", "Which devices, browsers, languages and places?", "Open the shop, with this browser and another", "shop", () => new AudienceReport()),
        new("campaigns", "Campaigns", "What did the ads cost, and which sales do they claim?", "Look at a shoe in the shop, then read the paper", "news", () => new CampaignSheet()),
        new("retargeting", "Shown again", "Do people come back to what they looked at?", "Look at a product in the shop, then open the social site", "social", () => new RetargetingReport()),
        new("newsletter", "Newsletter", "Who opened the mail, and who only seems to have?", "Have a message delivered to the inbox and open it", "mail", () => new NewsletterReport()),
    ];

    /// <summary>The report of that name, or null.</summary>
    public static ReportEntry? Find(string? name) => All.FirstOrDefault(report => report.Name == name);
}
