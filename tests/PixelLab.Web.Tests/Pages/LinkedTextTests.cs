using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Tests.Pages;

public sealed class LinkedTextTests
{
    private static readonly string[] Ways = ["/a", "/b?x=1&y"];

    [Theory]
    [InlineData("No link [here], (0).", "No link [here], (0).")]
    [InlineData("Begin with [the shop](1), or read [the lessons](0).", "Begin with <a href=\"/b?x=1&amp;y\">the shop</a>, or read <a href=\"/a\">the lessons</a>.")]
    [InlineData("[A < b](0) & so on", "<a href=\"/a\">A &lt; b</a> &amp; so on")]
    public async Task A_sentences_links_lead_where_it_is_told(string text, string html)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var values = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(LinkedText.Text)] = text,
            [nameof(LinkedText.To)] = Ways,
        });
        Assert.Equal(html, await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<LinkedText>(values)).ToHtmlString()));
    }
}
