using System.Globalization;
using PixelLab.Core.Town.Feed;
using PixelLab.Web.Pages;
using PixelLab.Web.Vendors.Adnet;
using PixelLab.Web.Vendors.Metrics;

namespace PixelLab.Web.Sites.Social;

/// <summary>The tags that the social network's pages carry, under its accounts at the vendors.</summary>
public static class SocialTags
{
    private const string MetricsProperty = "PL-SOCIAL-1";
    private const string AdnetAccount = "551907";
    private const int FirstSlotAfter = 1;
    private const int PostsBetweenSlots = 4;
    private const int MostSlots = 2;

    private static readonly (int Width, int Height) InFeed = (560, 260);
    private static readonly (int Width, int Height) AtTheSide = (300, 250);

    /// <summary>What stands on every page: counting, the network's pixel, and the start of cookie matching.</summary>
    public static void PlantPage(this PageVisit visit)
    {
        visit.Plant(new MetricsTag(MetricsProperty));
        visit.Plant(new AdnetTag(AdnetAccount, "PageView") { ClickId = visit.AdClick() });
        visit.Plant(new MatchTag(AdnetAccount));
    }

    /// <summary>Tells the ad network what was just liked or shared.</summary>
    public static void PlantReaction(this PageVisit visit)
    {
        if (visit.TakeReaction() is not var (reaction, post))
        {
            return;
        }

        visit.Plant(new AdnetTag(AdnetAccount, reaction == Reaction.Like ? "Like" : "Share")
        {
            CustomData =
            [
                new("content_name", post.Title),
                new("content_category", post.Subject),
                new("content_ids", "post-" + post.Id.ToString(CultureInfo.InvariantCulture)),
                new("content_type", "post"),
            ],
        });
    }

    /// <summary>The sponsored posts of the feed and the image at its side. The key is the number of posts before the slot; 0 is the side.</summary>
    public static IReadOnlyDictionary<int, PlantedPixel> PlantFeedSlots(this PageVisit visit)
    {
        string[] about = [.. FeedPosts.All.Select(post => post.Subject).Distinct()];
        var slots = new Dictionary<int, PlantedPixel>();
        for (var i = 0; i < MostSlots; i++)
        {
            var after = FirstSlotAfter + i * PostsBetweenSlots;
            slots[after] = visit.Plant(new AdSlotTag(AdnetAccount, $"feed-{i + 1}", about)
            {
                Position = i + 1,
                Size = InFeed,
            });
        }

        slots[0] = visit.PlantSide(MostSlots + 1, about);
        return slots;
    }

    /// <summary>The one slot of a person's page, and the image at its side.</summary>
    public static IReadOnlyDictionary<int, PlantedPixel> PlantPersonSlots(this PageVisit visit, FeedPerson person)
    {
        string[] about = [.. FeedPosts.Of(person).Select(post => post.Subject).Distinct()];
        return new Dictionary<int, PlantedPixel>
        {
            [1] = visit.Plant(new AdSlotTag(AdnetAccount, "person-1", about) { Size = InFeed }),
            [0] = visit.PlantSide(2, about),
        };
    }

    private static PlantedPixel PlantSide(this PageVisit visit, int position, IReadOnlyList<string> about) =>
        visit.Plant(new AdSlotTag(AdnetAccount, "side", about) { IsImage = true, Position = position, Size = AtTheSide });
}
