using System.Collections.Frozen;
using System.Text.Json;

namespace PixelLab.Core.Yours.Known;

/// <summary>
/// Whom a host belongs to, as the field keeps it (npm package third-party-web, MIT). The list is in the assembly (see KnownData.targets) and is read
/// once, when the first host is.
/// </summary>
/// <param name="Company">The company's name.</param>
/// <param name="Category">What it does there, in the words that vendors' files use too.</param>
public sealed record HostOwner(string Company, string Category)
{
    private const string Resource = "third-party-web.json";

    /// <summary>The list names products, and companies as they were called when their domains were new; files of vendors name the company of today.</summary>
    private static readonly FrozenDictionary<string, string> CompanyNow = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Amazon Ads"] = "Amazon",
        ["AppNexus"] = "Microsoft",
        ["Bing Ads"] = "Microsoft",
        ["ByteDance Ltd"] = "TikTok",
        ["Cloudflare CDN"] = "Cloudflare",
        ["Facebook"] = "Meta",
        ["Hotjar"] = "Contentsquare",
        ["Hubspot"] = "HubSpot",
        ["Instagram"] = "Meta",
        ["LinkedIn Ads"] = "LinkedIn",
        ["Mailchimp"] = "Intuit",
        ["Optanon"] = "OneTrust",
        ["reddit"] = "Reddit",
        ["Rubicon Project"] = "Magnite",
        ["Scorecard Research"] = "Comscore",
        ["Segment"] = "Twilio",
        ["Snapchat"] = "Snap",
        ["Twitter"] = "X",
        ["YouTube"] = "Google",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Lazy<HostTree<HostOwner>> Owners = new(Load);

    /// <summary>The owner of a host, by the list or by the vendors' files; null where nobody knows.</summary>
    public static HostOwner? Of(string host) =>
        Owners.Value.Of(host).FirstOrDefault() ?? (KnownVendors.AtHost(host) is { } vendor ? new HostOwner(vendor.Owner, vendor.Category) : null);

    private static HostTree<HostOwner> Load()
    {
        using var stream = typeof(HostOwner).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly was built without {Resource}.");
        using var list = JsonDocument.Parse(stream);
        var owners = new HostTree<HostOwner>();
        foreach (var entity in list.RootElement.EnumerateArray())
        {
            var company = (entity.TryGetProperty("company", out var named) ? named : entity.GetProperty("name")).GetString()!;
            var owner = new HostOwner(CompanyNow.GetValueOrDefault(company, company), CategoryOf(entity.GetProperty("category").GetString()!));
            foreach (var domain in entity.GetProperty("domains").EnumerateArray())
            {
                // A domain without the asterisk stands for itself there; here it may stand for what is below it, which nobody else claims.
                owners.Add(domain.GetString()!.TrimStart('*').TrimStart('.'), owner);
            }
        }

        return owners;
    }

    private static string CategoryOf(string code) => code switch
    {
        "ad" => VendorCategories.Advertising,
        "analytics" => VendorCategories.Analytics,
        "customer-success" => VendorCategories.CustomerTools,
        "marketing" => "marketing",
        "social" => "social media",
        "tag-manager" => "tag management",
        "consent-provider" => "consent banners",
        "cdn" or "hosting" => "delivery of files",
        _ => code,
    };
}
