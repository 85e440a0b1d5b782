using System.Globalization;
using PixelLab.Core.Town.Feed;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Sites.Social;

/// <summary>What can be done with a post.</summary>
public enum Reaction
{
    /// <summary>Liked.</summary>
    Like,

    /// <summary>Shared.</summary>
    Share,
}

/// <summary>The network's two first-party cookies: which posts were liked, and what was just done.</summary>
public static class Reactions
{
    private const string LikedCookie = "liked";
    private const string JustCookie = "just_did";

    private static readonly TimeSpan LikedKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan JustKept = TimeSpan.FromMinutes(1);

    /// <summary>The posts liked so far.</summary>
    public static IReadOnlySet<int> Liked(this PageVisit visit) =>
        (visit.SiteCookie(LikedCookie) ?? "").Split('-', FeedPosts.All.Count + 1)
            .Select(SocialPages.PostOf)
            .OfType<FeedPost>()
            .Select(post => post.Id)
            .ToHashSet();

    /// <summary>Keeps a reaction, for the page that is shown next. Liking again takes the like back, and tells nobody.</summary>
    public static void NoteReaction(this PageVisit visit, Reaction reaction, FeedPost post)
    {
        if (reaction == Reaction.Like)
        {
            var liked = visit.Liked().ToHashSet();
            var isNew = liked.Add(post.Id);
            if (!isNew)
            {
                liked.Remove(post.Id);
            }

            visit.SetSiteCookie(LikedCookie, string.Join('-', liked.Order()), LikedKept);
            if (!isNew)
            {
                return;
            }
        }

        visit.SetSiteCookie(JustCookie, string.Create(CultureInfo.InvariantCulture, $"{reaction}.{post.Id}"), JustKept);
    }

    /// <summary>Takes what was just done: a second look at the page is no second reaction.</summary>
    public static (Reaction Reaction, FeedPost Post)? TakeReaction(this PageVisit visit)
    {
        if (visit.SiteCookie(JustCookie) is not { } text)
        {
            return null;
        }

        visit.DropSiteCookie(JustCookie);
        return text.Split('.', 3) is [var what, var number]
            && Enum.TryParse<Reaction>(what, out var reaction) && Enum.IsDefined(reaction)
            && SocialPages.PostOf(number) is { } post
                ? (reaction, post)
                : null;
    }
}
