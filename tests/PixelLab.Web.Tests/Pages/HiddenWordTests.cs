using System.Net;
using System.Text.RegularExpressions;
using PixelLab.Web.Tests.Rules;

namespace PixelLab.Web.Tests.Pages;

/// <summary>
/// Words that are heard and not seen stand apart from those beside them: a blank that Razor takes away at the edge of an element joins two words into one
/// for a screen reader, and nobody sees it.
/// </summary>
public sealed partial class HiddenWordTests(SharedLab lab) : IClassFixture<SharedLab>
{
    private static readonly (string Host, string Path)[] Pages =
    [
        ("shop", "/"), ("shop", "/shoes"), ("shop", "/shoes/3"), ("shop", "/search?q=shoe"), ("shop", "/cart"), ("shop", "/checkout"), ("shop", "/account"),
        ("news", "/"), ("news", "/food/bread-at-three-in-the-morning"), ("social", "/"), ("clinic", "/"), ("mail", "/"),
        ("adnet", "/report"), ("adnet", "/campaign"), ("postbox", "/report"),
        ("lab", "/"), ("lab", "/lessons"), ("lab", "/lessons/advertising-pixels"), ("lab", "/reports/pages"), ("lab", "/reports/funnel"), ("lab", "/known"),
        ("lab", "/check"), ("lab", "/switches"), ("lab", "/case"),
    ];

    [Fact]
    public async Task No_page_joins_a_hidden_word_to_the_one_beside_it()
    {
        var guest = await TownGuest.ArriveAsync(lab.Server);
        (await guest.PostAsync("shop", "/cart", HttpStatusCode.SeeOther, ("product", "3"), ("colour", "0"), ("size", "0"))).Dispose();
        foreach (Match source in AdnetImage().Matches(await guest.OpenAsync("shop", "/shoes/3")))
        {
            (await lab.Server.Http.GetAsync(new Uri(source.Groups["url"].Value), TestContext.Current.CancellationToken)).Dispose();
        }

        var served = new List<(string Page, string Html)>();
        foreach (var (host, path) in Pages)
        {
            served.Add((host + path, await guest.OpenAsync(host, path)));
        }

        Assert.Contains(served, page => page.Page == "shop/cart" && page.Html.Contains("Update<span class=\"hidden\"> Trail Runner 2</span>", StringComparison.Ordinal));
        Assert.Contains(served, page => page.Page == "adnet/report" && page.Html.Contains("<span>1</span><span class=\"hidden\"> ", StringComparison.Ordinal));
        Assert.Empty(served.SelectMany(page => Joined(page.Html).Select(found => $"{page.Page}: {found}")));
    }

    [Fact]
    public void No_script_does() => Assert.Empty(
        Directory.EnumerateFiles(Checkout.Lab, "*.ts", SearchOption.AllDirectories).Where(file => !Made().IsMatch(file))
            .SelectMany(file => Joined(File.ReadAllText(file)).Select(found => $"{file}: {found}")));

    [Theory]
    [InlineData("<button>Update<span class=\"hidden\">Trail</span></button>", true)]
    [InlineData("<b>5</b><span class=\"unseen\">hits</span>", true)]
    [InlineData("<span class=\"hidden\">Fill in as</span><b>Mara</b>", true)]
    [InlineData("<b>${count}</b><span class=\"unseen\">${words.say('hits')}</span>", true)]
    [InlineData("<button>Update<span class=\"hidden\"> Trail</span></button>", false)]
    [InlineData("<b>Jule</b><span class=\"hidden\">, unread</span>", false)]
    [InlineData("<label><span class=\"hidden\">Search</span><input></label>", false)]
    public void A_joined_word_is_found(string html, bool found) => Assert.Equal(found, Joined(html).Any());

    private static IEnumerable<string> Joined(string html) => JoinedWords().Matches(html).Select(match => match.Value);

    [GeneratedRegex(@"\S{0,30}(?:[^\s>`]|</(?:a|b|code|em|i|small|span|strong|time)>)<span class=""(?:hidden|unseen)"">[^\s,.;:<].{0,30}|<span class=""(?:hidden|unseen)"">[^<]*[^\s<]</span>(?:[\w$]|<(?:a|b|code|em|i|small|span|strong|time)\b)")]
    private static partial Regex JoinedWords();

    [GeneratedRegex("""src="(?<url>http://adnet\.[^"]+)"[^>]*""")]
    private static partial Regex AdnetImage();

    [GeneratedRegex(@"[/\\](obj|bin|node_modules)[/\\]")]
    private static partial Regex Made();
}
