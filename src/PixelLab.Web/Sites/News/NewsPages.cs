namespace PixelLab.Web.Sites.News;

/// <summary>The news's routes.</summary>
public static class NewsPages
{
    /// <summary>Maps the news.</summary>
    public static WebApplication MapNews(this WebApplication app) => app;
}
