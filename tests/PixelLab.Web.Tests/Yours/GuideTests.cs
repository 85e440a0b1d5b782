using System.Net;
using System.Text.RegularExpressions;
using PixelLab.Web.Features.Yours;

namespace PixelLab.Web.Tests.Yours;

/// <summary>How to get what can be brought, as the page tells it.</summary>
public sealed class GuideTests(SharedLab lab) : IClassFixture<SharedLab>
{
    [Fact]
    public async Task Every_step_has_words_and_a_way_that_was_walked_says_in_which_browser_and_when()
    {
        var page = await PageAsync();
        Assert.DoesNotMatch(@">\s*Guide\.", page);
        Assert.All(
            Guide.Subjects.SelectMany(subject => subject.Ways).Where(way => way.Seen is not null),
            way => Assert.Matches($@"Walked step by step in {way.Seen},</span>\s*<time>{Guide.Read:yyyy-MM-dd}<", page));
    }

    [Fact]
    public async Task The_steps_lead_to_the_demo_sites_in_a_window_beside_them_and_end_back_on_the_page()
    {
        var page = await PageAsync();
        Assert.Equal(4, Regex.Count(page, $"<a href=\"[^\"]+\" target=\"{Guide.Window}\">(demo shop|newspaper)</a>"));
        Assert.Contains($"\"{lab.Server.Url("shop", "/")}\" target", page, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(page, "Come back to this page, and drop the file anywhere on it."));
    }

    private async Task<string> PageAsync() =>
        WebUtility.HtmlDecode(await lab.Server.Http.GetStringAsync(lab.Server.Url("lab", "/yours"), TestContext.Current.CancellationToken));
}
