using PixelLab.Core.Town;
using PixelLab.Web.Addressing;
using PixelLab.Web.Pages;
using PixelLab.Web.Sites.Mail;
using PixelLab.Web.Sites.News.Articles;

namespace PixelLab.Web.Sites.News.Readers;

/// <summary>Signing up with the paper, and out.</summary>
public static class NewsReaderPages
{
    /// <summary>Maps both.</summary>
    public static void MapNewsReaders(this RouteGroupBuilder news)
    {
        news.MapPost("/sign-up", SignUpAsync);
        news.MapPost("/sign-out", SignOut);
    }

    private static async Task<IResult> SignUpAsync(PageVisit visit)
    {
        var form = await visit.Context.Request.ReadSmallFormAsync();
        var article = Edition.Find(form["article"].FirstOrDefault());
        if (Personas.Find(form["person"].FirstOrDefault()) is not { } person)
        {
            return visit.Context.Response.SeeOther(visit.Town.Path(article?.Path ?? "/"));
        }

        visit.KeepReader(person);
        await visit.SignUpAsync(person);
        return visit.Context.Response.SeeOther(visit.Town.Path(article is null ? "/" : $"{article.Path}?welcome"));
    }

    private static IResult SignOut(PageVisit visit)
    {
        visit.ForgetReader();
        return visit.Context.Response.SeeOther(visit.Town.Path("/"));
    }
}
