using System.Globalization;
using PixelLab.Core.Town.Feed;
using PixelLab.Web.Addressing;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Sites.Social;

/// <summary>The social network's routes.</summary>
public static class SocialPages
{
    private const int MostNumber = 6;

    /// <summary>Maps the social network.</summary>
    public static void Map(WebApplication app)
    {
        var social = app.MapTownHost("social");
        social.MapSocialPictures();
        social.MapGet("/", ShowFeedAsync);
        social.MapGet("/people/{handle}", ShowPersonAsync);
        social.MapPost("/like", (PageVisit visit) => ReactAsync(visit, Reaction.Like));
        social.MapPost("/share", (PageVisit visit) => ReactAsync(visit, Reaction.Share));
        social.MapSiteNotFound(ShowNothingAsync);
    }

    private static async Task<IResult> ShowFeedAsync(PageVisit visit)
    {
        visit.Title = visit.Town.Host.Title;
        visit.PlantPage();
        visit.PlantReaction();
        var slots = visit.PlantFeedSlots();
        return await visit.ShowAsync<SocialFeed>(new Dictionary<string, object?> { ["Slots"] = slots, ["Liked"] = visit.Liked() });
    }

    private static async Task<IResult> ShowPersonAsync(PageVisit visit, string handle)
    {
        if (FeedPeople.Find(handle) is not { } person)
        {
            return await ShowNothingAsync(visit);
        }

        visit.Title = SocialText.Text["Person", person.Name];
        visit.PlantPage();
        visit.PlantReaction();
        var slots = visit.PlantPersonSlots(person);
        return await visit.ShowAsync<SocialPerson>(new Dictionary<string, object?>
        {
            ["Person"] = person,
            ["Slots"] = slots,
            ["Liked"] = visit.Liked(),
        });
    }

    private static async Task<IResult> ReactAsync(PageVisit visit, Reaction reaction)
    {
        var form = await visit.Context.Request.ReadSmallFormAsync();
        if (PostOf(form["post"].FirstOrDefault()) is not { } post)
        {
            return visit.Context.Response.SeeOther(visit.Town.Path("/"));
        }

        visit.NoteReaction(reaction, post);
        var back = FeedPeople.Find(form["person"].FirstOrDefault()) is { } person ? $"/people/{person.Handle}" : "/";
        return visit.Context.Response.SeeOther(visit.Town.Path(string.Create(CultureInfo.InvariantCulture, $"{back}#post-{post.Id}")));
    }

    private static async Task<IResult> ShowNothingAsync(PageVisit visit)
    {
        visit.Title = SocialText.Text["Nothing"];
        visit.PlantPage();
        return await visit.ShowAsync<SocialNothing>(status: StatusCodes.Status404NotFound);
    }

    /// <summary>The post that a form names, or null.</summary>
    internal static FeedPost? PostOf(string? text) =>
        text is { Length: > 0 and <= MostNumber } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? FeedPosts.Find(id)
            : null;
}
