using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PixelLab.Core.Languages;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Tests.Pages;

/// <summary>A time is written as UTC, which is said, and so that a script can tell when it was.</summary>
public sealed class TimeTextTests
{
    private const string Machine = "2026-11-23T13:05:06.789Z";

    private static readonly DateTimeOffset At = new(2026, 11, 23, 14, 5, 6, 789, TimeSpan.FromHours(1));

    [Theory]
    [InlineData(TimeForm.Minute, "minute", "13:05 UTC")]
    [InlineData(TimeForm.Second, "second", "13:05:06 UTC")]
    [InlineData(TimeForm.Moment, "moment", "2026-11-23 13:05:06 UTC")]
    public async Task A_time_says_its_zone_and_when_it_was_to_a_script(TimeForm form, string name, string text)
    {
        await using var renderer = new HtmlRenderer(new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<LabTime>(ParameterView.FromDictionary(
                new Dictionary<string, object?> { [nameof(LabTime.At)] = At, [nameof(LabTime.Form)] = form }))).ToHtmlString());

        Assert.Equal($"""<time datetime="{Machine}" data-form="{name}">{text}</time>""", html.Trim());
    }

    [Fact]
    public void In_a_sentence_the_time_is_an_element_and_the_rest_is_text() =>
        Assert.Equal(
            $"""At <time datetime="{Machine}" data-form="second">13:05:06 UTC</time> a &lt;tracker&gt; learned of 13:05:06.""",
            TimeText.SentenceHtml("At 13:05:06 a <tracker> learned of 13:05:06.", At, Language.English));

    [Fact]
    public void A_sentence_without_a_time_stays_as_it_is() =>
        Assert.Equal("Nothing &amp; nobody.", TimeText.SentenceHtml("Nothing & nobody.", At, Language.English));
}
