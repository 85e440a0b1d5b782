using Microsoft.AspNetCore.Http.HttpResults;
using PixelLab.Core.Town.Feed;
using PixelLab.Web.Addressing;

namespace PixelLab.Web.Sites.Social;

/// <summary>The network's pictures: faces, and what stands under posts. Browsers may keep them.</summary>
public static class SocialPictures
{
    private const string Caching = "public, max-age=86400";

    /// <summary>The path of a person's picture.</summary>
    public static string PathOf(FeedPerson person) => $"/faces/{person.Handle}.svg";

    /// <summary>The path of a post's picture.</summary>
    public static string PathOf(FeedPost post) => $"/photos/{post.Id}.svg";

    /// <summary>Maps the pictures.</summary>
    internal static void MapSocialPictures(this RouteGroupBuilder social)
    {
        social.MapGet("/faces/{handle}.svg", Results<ContentHttpResult, NotFound> (string handle, HttpContext context) =>
            FeedPeople.Find(handle) is { } person ? Picture(context, AvatarPicture.Draw(person)) : TypedResults.NotFound()).ForEverybody();
        social.MapGet("/photos/{id:int}.svg", Results<ContentHttpResult, NotFound> (int id, HttpContext context) =>
            FeedPosts.Find(id) is { HasPicture: true } post ? Picture(context, PostPicture.Draw(post)) : TypedResults.NotFound()).ForEverybody();
    }

    private static ContentHttpResult Picture(HttpContext context, string svg)
    {
        context.Response.Headers.CacheControl = Caching;
        return TypedResults.Text(svg, "image/svg+xml");
    }
}
