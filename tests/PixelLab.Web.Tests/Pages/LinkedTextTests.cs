using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PixelLab.Web.Pages;

namespace PixelLab.Web.Tests.Pages;

public sealed class LinkedTextTests
{
    private static readonly string[] Ways = ["/a", "/b?x=1&y"];
    private static readonly string[] Pieces = ["<x>"];

    [Theory]
    [InlineData("No link [here], (0).", "No link [here], (0).")]
    [InlineData("Begin with [the shop](1), or read [the lessons](0).", "Begin with <a href=\"/b?x=1&amp;y\">the shop</a>, or read <a href=\"/a\">the lessons</a>.")]
    [InlineData("[A < b](0) & so on", "<a href=\"/a\">A &lt; b</a> &amp; so on")]
    [InlineData("By [this](2) it leads `9` nowhere.", "By [this](2) it leads <code>9</code> nowhere.")]
    [InlineData("It sets `0` by `a < b`.", "It sets <code>&lt;x&gt;</code> by <code>a &lt; b</code>.")]
    [InlineData("Log in as **A < b**, **", "Log in as <b>A &lt; b</b>, **")]
    public async Task A_sentences_links_code_and_bold_words_are_what_it_is_told(string text, string html)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var values = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(LinkedText.Text)] = text,
            [nameof(LinkedText.To)] = Ways,
            [nameof(LinkedText.Code)] = Pieces,
        });
        Assert.Equal(html, await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<LinkedText>(values)).ToHtmlString()));
    }
}
