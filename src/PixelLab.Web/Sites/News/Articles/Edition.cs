namespace PixelLab.Web.Sites.News.Articles;

/// <summary>Today's paper. A new article is one file and one line here.</summary>
public static class Edition
{
    /// <summary>Every article, the most important first.</summary>
    public static IReadOnlyList<Article> Articles { get; } =
        [SwingBridge.Article, MorningRun.Article, NightBakery.Article, TernIsland.Article];

    /// <summary>The article at that place, or null.</summary>
    public static Article? Find(string section, string slug) =>
        Articles.FirstOrDefault(article => article.Section == section && article.Slug == slug);

    /// <summary>The article of that path, or null.</summary>
    public static Article? Find(string? path) => Articles.FirstOrDefault(article => article.Path == path);

    /// <summary>What else there is to read.</summary>
    public static IEnumerable<Article> Besides(Article read) => Articles.Where(article => article != read);

    /// <summary>What the paper advertises of its own beside an article: nothing on sport, which beside shoes would look as if somebody had followed the reader.</summary>
    public static Article OwnAdBeside(Article read) => Besides(read).First(article => article.Section != "sport");
}
