using PixelLab.Core.Case;
using PixelLab.Web.Addressing;
using PixelLab.Web.Sites.Clinic;
using PixelLab.Web.Sites.Mail;
using PixelLab.Web.Sites.Market;
using PixelLab.Web.Sites.News;
using PixelLab.Web.Sites.Shop;
using PixelLab.Web.Sites.Social;

namespace PixelLab.Web.Sites;

/// <summary>What serves each site. Adding a site is one line here, and its entry in <see cref="Core.Town.TownSites"/>.</summary>
public static class SiteHosts
{
    /// <summary>Every site's.</summary>
    public static IReadOnlyList<ServedHost> All { get; } =
    [
        new("shop", ShopPages.Map),
        new("news", NewsPages.Map),
        new("social", SocialPages.Map),
        new("clinic", ClinicPages.Map),
        new("mail", MailPages.Map, MailPages.Add),
        new(CaseReading.Site, MarketPages.Map),
    ];

    /// <summary>Adds what the sites need.</summary>
    public static WebApplicationBuilder AddSites(this WebApplicationBuilder builder) => builder.AddHosts(All);

    /// <summary>Maps the sites.</summary>
    public static WebApplication MapSites(this WebApplication app) => app.MapHosts(All);
}
