using System.Text.RegularExpressions;

namespace PixelLab.Web.Tests.Lessons;

/// <summary>The paths through the lab's own lessons, as a browser without scripts goes them.</summary>
public sealed class PathTests(LessonsLab lab) : IClassFixture<LessonsLab>
{
    [Fact]
    public async Task The_front_page_asks_how_much_time_there_is()
    {
        var page = await lab.PageAsync("/");
        foreach (var link in new[] { "href=\"/lessons?path=20\"", "href=\"/lessons?path=45\"", "href=\"/lessons\"" })
        {
            Assert.Contains(link, page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("20", 2)]
    [InlineData("45", 3)]
    public async Task A_path_lists_its_lessons_alone_and_leads_from_each_to_the_next_and_to_its_end(string path, int count)
    {
        var list = await lab.PageAsync($"/lessons?path={path}");
        string[] slugs = [.. Regex.Matches(list, "data-lesson=\"([a-z0-9-]+)\"").Select(match => match.Groups[1].Value)];
        Assert.Equal(count, slugs.Length);
        Assert.DoesNotContain("Going further", list, StringComparison.Ordinal);
        Assert.InRange(Regex.Matches(list, "data-minutes=\"([0-9]+)\"").Sum(match => int.Parse(match.Groups[1].ValueSpan, null)), int.Parse(path, null) - 5, int.Parse(path, null));

        for (var i = 0; i < slugs.Length; i++)
        {
            var page = await lab.PageAsync($"/lessons/{slugs[i]}?path={path}");
            Assert.Equal(i + 1 == slugs.Length, page.Contains("This path is done", StringComparison.Ordinal));
            Assert.Equal(i + 1 < slugs.Length ? [$"/lessons/{slugs[i + 1]}?path={path}"] : [], Next(page));
        }
    }

    [Fact]
    public async Task A_path_that_leaves_a_lesson_early_says_where_and_counts_only_the_tasks_before()
    {
        var page = await lab.PageAsync("/lessons/what-you-can-do?path=20");
        Assert.Contains("On the path of 20 minutes this is enough of this lesson.", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("id=\"two-quiet-mail\"", StringComparison.Ordinal) < page.IndexOf("class=\"leaving\"", StringComparison.Ordinal));
        Assert.True(page.IndexOf("class=\"leaving\"", StringComparison.Ordinal) < page.IndexOf("id=\"three-say-no\"", StringComparison.Ordinal));
        Assert.Contains("data-tasks=\"check:blocked check:quiet-mail\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/lessons/what-a-tracking-pixel-is?path=7")]
    [InlineData("/lessons/what-a-tracking-pixel-is?path=%3Cb%3E")]
    [InlineData("/lessons/how-it-works?path=45")]
    public async Task A_path_that_is_none_or_does_not_hold_the_lesson_is_the_whole_course(string address)
    {
        var page = await lab.PageAsync(address);
        Assert.DoesNotContain("path=", Assert.Single(Next(page)), StringComparison.Ordinal);
        Assert.DoesNotContain("This path is done", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_goes_along_with_the_path()
    {
        var page = await lab.PageAsync("/lessons/what-a-tracking-pixel-is?path=45&lang=de");
        Assert.EndsWith("?lang=de&path=45", Assert.Single(Next(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_questions_before_and_after_are_offered_ten_for_the_course_and_five_for_45_minutes()
    {
        Assert.Contains("href=\"/lessons/ten-questions\"", await lab.PageAsync("/lessons"), StringComparison.Ordinal);
        Assert.Contains("href=\"/lessons/ten-questions?path=45\"", await lab.PageAsync("/lessons?path=45"), StringComparison.Ordinal);
        Assert.DoesNotContain("ten-questions", await lab.PageAsync("/lessons?path=20"), StringComparison.Ordinal);
        Assert.Contains("href=\"/lessons/ten-questions?path=45#again\"", await lab.PageAsync("/lessons/what-you-can-do?path=45"), StringComparison.Ordinal);
        Assert.Equal(10, await QuestionsAsync("/lessons/ten-questions"));
        Assert.Equal(5, await QuestionsAsync("/lessons/ten-questions?path=45"));
        Assert.Equal(["/lessons/what-a-tracking-pixel-is?path=45"], Next(await lab.PageAsync("/lessons/ten-questions?path=45")));
    }

    private async Task<int> QuestionsAsync(string address) => Regex.Count(await lab.PageAsync(address), "data-quiz=");

    private static IEnumerable<string> Next(string page) =>
        Regex.Matches(page, "rel=\"next\"[^>]*href=\"([^\"]+)\"").Select(match => System.Net.WebUtility.HtmlDecode(match.Groups[1].Value));
}
