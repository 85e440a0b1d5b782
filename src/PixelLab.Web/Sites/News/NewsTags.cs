using PixelLab.Core.Events;
using PixelLab.Web.Pages;
using PixelLab.Web.Sites.News.Articles;
using PixelLab.Web.Sites.News.Readers;
using PixelLab.Web.Vendors.Adnet;
using PixelLab.Web.Vendors.Metrics;

namespace PixelLab.Web.Sites.News;

/// <summary>The tags that the paper's pages carry, under the paper's accounts at the vendors.</summary>
public static class NewsTags
{
    private const string MetricsProperty = "PL-NEWS-1";
    private const string AdnetAccount = "448137";

    private static readonly (int Width, int Height) Wide = (720, 250);

    /// <summary>What stands on every page: counting, the network's pixel, and the start of cookie matching.</summary>
    /// <param name="visit">The view of the page.</param>
    /// <param name="article">The article on it, or null: its section tells the network what the reader cares about.</param>
    public static void PlantPageView(this PageVisit visit, Article? article = null)
    {
        visit.Plant(new MetricsTag(MetricsProperty) { User = visit.Reader()?.CustomerNumber });
        visit.PlantAd("PageView", article is null ? [] : About(article));
        visit.Plant(new MatchTag(AdnetAccount));
    }

    /// <summary>
    /// Somebody signed up: the network learns through which story, and gets a hash of the address to match with its own
    /// accounts.
    /// </summary>
    /// <param name="visit">The view of the page.</param>
    /// <param name="article">The story that made the reader sign up.</param>
    public static void PlantSignUp(this PageVisit visit, Article article) =>
        visit.PlantAd("CompleteRegistration", [.. About(article), new("status", "true")]);

    /// <summary>A place for an advertisement.</summary>
    /// <param name="visit">The view of the page.</param>
    /// <param name="place">The place's name in the paper's price list.</param>
    /// <param name="position">How good the place is, 1 for the best on the page.</param>
    /// <param name="about">What the page is about: the sections of what stands on it.</param>
    public static PlantedPixel PlantSlot(this PageVisit visit, string place, int position, params IReadOnlyList<string> about) =>
        visit.Plant(new AdSlotTag(AdnetAccount, place, about) { Position = position, Size = Wide });

    /// <summary>The pixel that counts that a place far down was seen: the browser fetches it only once the reader comes near.</summary>
    /// <param name="visit">The view of the page.</param>
    /// <param name="place">The place's name in the paper's price list.</param>
    /// <param name="section">The section in which it stands.</param>
    public static PlantedPixel PlantSeen(this PageVisit visit, string place, string section) =>
        visit.Plant(new AdnetTag(AdnetAccount, "AdSlot")
        {
            CustomData = [new("content_name", place), new("content_category", section)],
            Lazy = true,
        });

    private static void PlantAd(this PageVisit visit, string name, IReadOnlyList<NameValue> data) =>
        visit.Plant(new AdnetTag(AdnetAccount, name)
        {
            CustomData = data,
            ClickId = visit.AdClick(),
            UserData = visit.Reader() is { } reader ? [new("em", reader.EmailHash)] : [],
        });

    private static NameValue[] About(Article article) =>
        [new("content_name", article.Headline), new("content_category", article.Section)];
}
