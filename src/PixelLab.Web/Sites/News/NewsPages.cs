using PixelLab.Web.Addressing;
using PixelLab.Web.Pages;
using PixelLab.Web.Sites.News.Articles;
using PixelLab.Web.Sites.News.Readers;

namespace PixelLab.Web.Sites.News;

/// <summary>The news's routes.</summary>
public static class NewsPages
{
    /// <summary>Maps the news.</summary>
    public static void Map(WebApplication app)
    {
        var news = app.MapTownHost("news");
        news.MapGet("/", ShowFrontAsync);
        news.MapNewsReaders();
        news.MapGet("/{section}/{slug:nonfile}", ShowArticleAsync);
        news.MapSiteNotFound(ShowNothingAsync);
    }

    private static async Task<IResult> ShowFrontAsync(PageVisit visit)
    {
        visit.Title = visit.Town.Host.Title;
        visit.PlantPageView();
        return await visit.ShowAsync<NewsFront>(new Dictionary<string, object?>
        {
            ["Slot"] = visit.PlantSlot("front-middle", 1, [.. Edition.Articles.Select(article => article.Section)]),
        });
    }

    private static async Task<IResult> ShowArticleAsync(PageVisit visit, string section, string slug)
    {
        if (Edition.Find(section, slug) is not { } article)
        {
            return await ShowNothingAsync(visit);
        }

        var reader = visit.Reader();
        var isOpen = !article.IsForReaders || reader is not null;
        var welcome = visit.Context.Request.Query.ContainsKey("welcome") ? reader : null;
        visit.Title = article.Headline;
        visit.PlantPageView(article);
        if (welcome is not null)
        {
            visit.PlantSignUp(article);
        }

        return await visit.ShowAsync<NewsArticle>(new Dictionary<string, object?>
        {
            ["Article"] = article,
            ["IsOpen"] = isOpen,
            ["Welcome"] = welcome,
            ["Slot"] = isOpen ? visit.PlantSlot("article-middle", 1, section) : null,
            ["LateSlot"] = visit.PlantSlot("article-end", 2, section),
            ["LateSeen"] = visit.PlantSeen("article-end", section),
        });
    }

    private static async Task<IResult> ShowNothingAsync(PageVisit visit)
    {
        visit.Title = NewsText.Text["Nothing"];
        visit.PlantPageView();
        return await visit.ShowAsync<NewsNothing>(status: StatusCodes.Status404NotFound);
    }
}
