using PixelLab.Core.Languages;
using PixelLab.Core.Vendors.Wire;
using PixelLab.Core.Yours;

namespace PixelLab.Core.Tests.Yours;

public class SearchWordsTests
{
    [Theory]
    [InlineData("https://www.google.com/search?q=rain+jacket&hl=en", "rain jacket")]
    [InlineData("https://www.youtube.com/results?search_query=rain+jacket", "rain jacket")]
    [InlineData("https://www.amazon.com/s?k=rain+jacket&ref=nb_sb_noss", "rain jacket")]
    [InlineData("https://www.ebay.com/sch/i.html?_from=R40&_nkw=rain+jacket&_sacat=0", "rain jacket")]
    [InlineData("https://search.yahoo.com/search?p=rain+jacket", "rain jacket")]
    [InlineData("https://yandex.com/search/?text=rain+jacket&lr=10", "rain jacket")]
    [InlineData("https://www.baidu.com/s?ie=utf-8&wd=%E9%9B%A8%E8%A1%A3", "雨衣")]
    [InlineData("https://blog.example/?s=jacket", "jacket")]
    [InlineData("https://blog.example/en/?s=jacket", "jacket")]
    [InlineData("https://shop.example/catalogsearch/result/?name=jacket", "jacket")]
    [InlineData("https://shop.example/suche?text=Regenjacke", "Regenjacke")]
    [InlineData("https://shop.example/%D0%BF%D0%BE%D0%B8%D1%81%D0%BA/?text=%D0%BF%D0%BB%D0%B0%D1%89", "плащ")]
    [InlineData("https://wiki.example/index.php?fulltext=Search&title=Special:Search&search=jacket", "jacket")]
    [InlineData("https://shop.example/list?SearchText=jacket", "jacket")]
    [InlineData("https://shop.example/list?keyword=jacket", "jacket")]
    [InlineData("/search?term=jacket", "jacket")]
    [InlineData("https://shop.example/?q=Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsgesellschaft")]
    public void The_words_of_a_search_are_found(string page, string words) => Assert.Equal(words, WordsIn(page));

    [Theory]
    [InlineData("https://shop.example/?q=80")]
    [InlineData("https://shop.example/search?p=2&sort=price")]
    [InlineData("https://shop.example/shoes?name=runner")]
    [InlineData("https://shop.example/shoes?s=runner")]
    [InlineData("https://lab.example/research?text=jacket")]
    [InlineData("https://shop.example/search?q=&category=jackets")]
    [InlineData("https://shop.example/finder?search=Go&title=jacket")]
    [InlineData("https://shop.example/?keyword=rain+jacket&utm_source=ads")]
    [InlineData("https://shop.example/?keyword=rain+jacket&gclid=EAIaIQobChMI")]
    [InlineData("https://shop.example/in?q=https%3A%2F%2Fnews.example%2F")]
    [InlineData("https://shop.example/in?query=eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIn0")]
    [InlineData("https://shop.example/search/")]
    public void What_only_looks_like_a_search_is_none(string page) => Assert.Null(WordsIn(page));

    private static string? WordsIn(string page)
    {
        var pixel = "https://www.google-analytics.com/g/collect?v=2&tid=G-1&en=page_view&dl=" + Uri.EscapeDataString(page);
        return RequestReader.Explain(new BroughtRequest("GET", pixel, [], null, "line 1"), Language.English).Told
            .SingleOrDefault(told => told.Telling == Telling.Search)?.Value;
    }
}
